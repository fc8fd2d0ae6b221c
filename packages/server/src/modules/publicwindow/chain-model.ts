/** The picture of the chain: units as boxes, ties as lines, cut to what a picture can hold. */
import type { Language } from '@suyuan/api';
import type { Chain, ChainNode, ChainNodeKind } from '@suyuan/api/public-page';
import { asWritten, digitalLinkPath, readCode } from '@suyuan/codes';
import { displayName } from '../registry/index.ts';
import type { LookUp } from './look-up.ts';

/** Boxes sent to the page, nearest first; it draws fewer and sums up the rest. */
const NODES_MAX = 300;

export function chainOf(found: LookUp, lang: Language): Chain {
  const levels = levelsOf(found);
  const nearest = [...levels].sort(([, a], [, b]) => Math.abs(a) - Math.abs(b));
  const shown = new Map(nearest.slice(0, NODES_MAX));
  const start = new Set(found.start);
  const links = (found.trace?.links ?? []).filter(({ from, to }) => shown.has(from) && shown.has(to));
  // The picture has one direction; a container stands below what was put into it.
  const downward = links.map(({ from, to, kind }) =>
    kind === 'containment' && (shown.get(from) ?? 0) > (shown.get(to) ?? 0)
      ? { from: to, to: from, kind }
      : { from, to, kind },
  );
  const distinct = new Map(downward.map((link) => [`${link.from}\n${link.to}\n${link.kind}`, link]));
  return {
    nodes: [...shown].map(([code, level]) => nodeOf(code, level, { start, found, lang })),
    links: [...distinct.values()],
    ...(levels.size > shown.size ? { cut: levels.size - shown.size } : {}),
  };
}

/** Sources to one side, what it went into to the other; what held the thing itself stands beyond it. */
function levelsOf({ trace, start }: LookUp): Map<string, number> {
  const units = trace?.units ?? [];
  const levels = new Map<string, number>(units.filter(({ role }) => role === 'start').map(({ code }) => [code, 0]));
  const sides = { source: -1, affected: 1 } as const;
  for (const { code, role, hops } of units) {
    if ((role === 'source' || role === 'affected') && !levels.has(code))
      levels.set(code, sides[role] * Math.max(hops, 1));
  }
  // The tankers and pallets of other links of the chain would bury the picture; the list of events has them.
  const carriers = new Set(units.filter(({ role }) => role === 'carrier').map(({ code }) => code));
  for (let held = new Set(start), level = 1; held.size > 0; level += 1) {
    const holders = new Set<string>();
    for (const { from, to, kind } of trace?.links ?? []) {
      if (kind !== 'containment') continue;
      for (const [inner, outer] of [
        [from, to],
        [to, from],
      ] as const) {
        if (held.has(inner) && carriers.has(outer) && !levels.has(outer)) holders.add(outer);
      }
    }
    for (const code of holders) levels.set(code, level);
    held = holders;
  }
  return levels;
}

function nodeOf(
  code: string,
  level: number,
  { start, found, lang }: { start: ReadonlySet<string>; found: LookUp; lang: Language },
): ChainNode {
  const reading = readCode(code);
  const { gtin, lot, serial, sscc } = reading.parts;
  const name = displayName(reading.productOf === undefined ? undefined : found.known.get(reading.productOf));
  const detail = serial ?? lot ?? (name === undefined ? undefined : gtin);
  const path = digitalLinkPath(code);
  return {
    id: code,
    label: name?.[lang] ?? sscc ?? gtin ?? asWritten(code),
    ...(detail === undefined ? {} : { detail }),
    kind: kindOf(reading.names),
    level,
    isStart: start.has(code),
    href: path ?? `/q/${encodeURIComponent(code)}`,
  };
}

function kindOf(names: string): ChainNodeKind {
  if (names === 'lot' || names === 'instance') return names;
  return names === 'class' ? 'product' : 'container';
}
