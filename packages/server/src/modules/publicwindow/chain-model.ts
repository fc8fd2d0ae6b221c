/** The picture of the chain: units as boxes, ties as lines, cut to what a picture can hold. */
import type { TraceUnit } from '@suyuan/api';
import { digitalLinkPath, readCode } from '@suyuan/codes';
import type { Chain, ChainNode, ChainNodeKind } from '@suyuan/public/model';
import { displayName } from '../registry/index.ts';
import type { LookUp } from './look-up.ts';

/** Boxes sent to the page, nearest first; it draws fewer and sums up the rest. */
const NODES_MAX = 300;

export function chainOf(found: LookUp): Chain {
  const levels = levelsOf(found.trace?.units ?? []);
  const nearest = [...levels].sort(([, a], [, b]) => Math.abs(a) - Math.abs(b));
  const shown = new Map(nearest.slice(0, NODES_MAX));
  const start = new Set(found.start);
  const links = (found.trace?.links ?? []).filter(({ from, to }) => shown.has(from) && shown.has(to));
  const distinct = new Map(links.map(({ from, to, kind }) => [`${from}\n${to}\n${kind}`, { from, to, kind }]));
  return {
    nodes: [...shown].map(([code, level]) => nodeOf(code, level, { start, found })),
    links: [...distinct.values()],
    ...(levels.size > shown.size ? { cut: levels.size - shown.size } : {}),
  };
}

/** Sources to one side, what it went into to the other; a container stands beyond what it carries. */
function levelsOf(units: readonly TraceUnit[]): Map<string, number> {
  const levels = new Map<string, number>();
  const sides: Readonly<Record<TraceUnit['role'], number>> = { start: 0, source: -1, affected: 1, carrier: 1 };
  for (const role of ['start', 'source', 'affected', 'carrier'] as const) {
    for (const unit of units) {
      if (unit.role === role && !levels.has(unit.code)) levels.set(unit.code, sides[role] * Math.max(unit.hops, role === 'start' ? 0 : 1));
    }
  }
  return levels;
}

function nodeOf(code: string, level: number, { start, found }: { start: ReadonlySet<string>; found: LookUp }): ChainNode {
  const reading = readCode(code);
  const { gtin, lot, serial, sscc } = reading.parts;
  const name = displayName(gtin === undefined ? undefined : found.known.get(`https://id.gs1.org/01/${gtin}`));
  const detail = serial ?? lot ?? (name === undefined ? undefined : gtin);
  const path = digitalLinkPath(code);
  return {
    id: code,
    label: name?.zh ?? sscc ?? gtin ?? code,
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
