/** The chain as a few boxes, one below the other: what is alike is one box. Pure. */
import type { FlowBox, Name, Text } from '@suyuan/api/public-page';
import { readCode } from '@suyuan/codes';
import { displayName } from '../../registry/index.ts';
import { type LookUp, productOf } from '../look-up.ts';
import { isMaking } from '../making.ts';
import { type Ground, MADE, placeOf, productCode } from './ground.ts';
import type { Placed } from './kinds.ts';
import { countedPieces } from './pieces.ts';

/** What a phone shows without much scrolling. */
const BOXES_MAX = 7;
const LATER_MAX = 2;
const NAMES_MAX = 3;

interface Flow {
  readonly ground: Ground;
  readonly placed: readonly Placed[];
  readonly summary?: Text;
}

export function flowOf(found: LookUp, { ground, placed, summary }: Flow): FlowBox[] {
  const places = placesBox(found, { ground, placed });
  const later = laterBoxes(found, ground);
  const rest = [startBox(found, { ground, summary }), ...later, ...places];
  const room = BOXES_MAX - rest.length;
  const byDepth = [...Map.groupBy(ground.sources, ([, depth]) => depth)]
    .sort(([a], [b]) => b - a)
    .map(([, units]) => units.map(([code]) => code));
  // The farthest ones have the most in common for whoever reads.
  const tooMany = byDepth.slice(0, Math.max(0, byDepth.length - room + 1)).flat();
  const groups = byDepth.length <= room ? byDepth : [tooMany, ...byDepth.slice(byDepth.length - room + 1)];
  return [...groups.map((codes) => box('source', codes, { found, ground })), ...rest];
}

function startBox(found: LookUp, { ground, summary }: { ground: Ground; summary: Text | undefined }): FlowBox {
  const own = [...ground.own].filter((code) => !found.start.includes(code));
  const counts = countsOf(own, ground);
  const name =
    summary ??
    displayName(
      productOf(found.reading)
        .map((code) => found.known.get(code))
        .find((each) => each),
    );
  const made = box('start', [...ground.own], { found, ground });
  // The lot of an item is no more of the item.
  // A pack's name is what is in it.
  const isOne = summary !== undefined || (found.reading.names === 'instance' && counts.packs + counts.items === 0);
  const { pieces: _, ...rest } = made;
  return {
    ...rest,
    names: name === undefined ? [] : [name],
    counts: { ...(isOne ? NONE : { ...counts, lots: 0 }), places: made.counts.places },
    ...(isOne ? {} : piecesOf(own, { found, ground })),
  };
}

const NONE: FlowBox['counts'] = { lots: 0, items: 0, packs: 0, places: 0 };

function laterBoxes(found: LookUp, ground: Ground): FlowBox[] {
  const groups = [...Map.groupBy(ground.later, (code) => nameOf(code, found)?.zh ?? readCode(code).names)];
  const codes = groups.map(([, units]) => units);
  const kept =
    codes.length <= LATER_MAX ? codes : [...codes.slice(0, LATER_MAX - 1), codes.slice(LATER_MAX - 1).flat()];
  return kept.map((units) => box('later', units, { found, ground }));
}

function placesBox(found: LookUp, { ground, placed }: Pick<Flow, 'ground' | 'placed'>): FlowBox[] {
  const codes = new Set(
    placed.flatMap(({ row, kind }) => (kind === 'moving' || kind === 'selling' ? (placeOf(row) ?? []) : [])),
  );
  const visited = [...codes].filter((code) => !ground.madeAt.has(code));
  if (visited.length === 0) return [];
  const names = visited.flatMap((code) => displayName(found.known.get(code)) ?? []);
  return [{ as: 'place', ...some(names), counts: { ...NONE, places: visited.length } }];
}

function box(
  as: FlowBox['as'],
  codes: readonly string[],
  { found, ground }: { readonly found: LookUp; readonly ground: Ground },
): FlowBox {
  const units = new Set(codes);
  const names = new Map<string, Name>();
  for (const code of codes) {
    const name = nameOf(code, found);
    if (name?.zh !== undefined) names.set(name.zh, name);
  }
  const made = ground.rows.filter(
    (row) =>
      row.declaredInError !== true &&
      isMaking(row) &&
      row.units.some(({ code, role }) => MADE.has(role) && units.has(code)),
  );
  const places = [...new Set(made.flatMap((row) => placeOf(row) ?? []))];
  const at = places.flatMap((code) => displayName(found.known.get(code)) ?? []);
  return {
    as,
    ...some([...names.values()]),
    counts: { ...countsOf(codes, ground), places: places.length },
    ...piecesOf(codes, { found, ground }),
    ...(at.length === 0 ? {} : { at: at.slice(0, 1) }),
  };
}

function some(names: readonly Name[]): Pick<FlowBox, 'names' | 'moreNames'> {
  return {
    names: names.slice(0, NAMES_MAX),
    ...(names.length > NAMES_MAX ? { moreNames: names.length - NAMES_MAX } : {}),
  };
}

function countsOf(codes: readonly string[], ground: Ground): FlowBox['counts'] {
  const lots = codes.filter(isLot).length;
  const items = codes.filter((code) => isItem(code, ground)).length;
  return { lots, packs: codes.length - lots - items, items, places: 0 };
}

const isLot = (code: string): boolean => readCode(code).names === 'lot';
const isItem = (code: string, { packs }: Ground): boolean => !isLot(code) && !packs.has(code);

function piecesOf(
  codes: readonly string[],
  { found: { known }, ground }: { readonly found: LookUp; readonly ground: Ground },
): Pick<FlowBox, 'pieces'> {
  const items = codes.filter((code) => isItem(code, ground));
  if (items.length === 0) return {};
  return { pieces: countedPieces(items.length, new Set(items.map((code) => known.get(productCode(code) ?? '')))) };
}

function nameOf(code: string, { known }: LookUp): { zh: string; en: string } | undefined {
  return displayName(known.get(productCode(code) ?? ''));
}
