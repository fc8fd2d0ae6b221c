/** The story of a code in at most seven stages, told from the records of its chain. Pure. */
import type { Name, Story, StoryPlace, StoryRecord, StoryStage, Text } from '@suyuan/api/public-page';
import { bareTerm, epochMs, termLabel } from '@suyuan/epcis';
import { displayName } from '../../registry/index.ts';
import { townOf } from '../contact-model.ts';
import type { LookUp } from '../look-up.ts';
import { fewStages, isNamedStage, type Staged } from './few-stages.ts';
import { flowOf } from './flow.ts';
import { type Ground, groundOf, MADE, placeOf, productCode } from './ground.ts';
import { isSale, type Placed, placeRows, type StoryKind } from './kinds.ts';
import { countedPieces } from './pieces.ts';
import { type Deed, sentenceOf, titleOf } from './words.ts';

const PLACES_MAX = 3;
/** Of one stage: a fold is looked through, not studied. */
const RECORDS_MAX = 30;
/** Where a record says nothing of its clock; the public window is read in China. */
const CHINA = '+08:00';

export interface TellStory {
  /** By records of the code what the packs call their stages. */
  readonly stageNames: ReadonlyMap<string, Text>;
  /** Good results may be told as that. */
  readonly praises: boolean;
}

export function storyOf(found: LookUp, tell: TellStory): Story | undefined {
  const ground = groundOf(found);
  if (ground.rows.length === 0) return undefined;
  const placed = fewStages(placeRows(ground), tell.stageNames);
  const groups = [...Map.groupBy(placed, ({ key }) => key)];
  const stages = groups.map(([key, of]) => stageOf(of, { found, tell, key })).sort(inOrder);
  const summary = summaryOf(found, ground);
  const isLot = found.reading.names === 'lot';
  const ingredients = isLot
    ? productsOf(
        placed.filter(({ kind, isMain }) => kind === 'origin' && isMain),
        found,
      )
    : [];
  const regions = isLot ? regionsOf(placed, { found, ground }) : [];
  return {
    ...(summary === undefined ? {} : { summary }),
    stages,
    flow: flowOf(found, { ground, placed, ...(summary === undefined ? {} : { summary }) }),
    ...(ingredients.length === 0 ? {} : { ingredients }),
    ...(regions.length === 0 ? {} : { regions }),
  };
}

const RANKS: Readonly<Partial<Record<StoryKind, number>>> = {
  origin: 0,
  processing: 1,
  making: 2,
  selling: 4,
  withdrawn: 5,
};
const ON_ITS_WAY = 3;

/** Sources before the making before the way, and within these by time. */
function inOrder(a: StoryStage, b: StoryStage): number {
  return (RANKS[a.kind] ?? ON_ITS_WAY) - (RANKS[b.kind] ?? ON_ITS_WAY) || a.from - b.from;
}

interface Telling {
  readonly found: LookUp;
  readonly tell: TellStory;
  readonly key: string;
}

function stageOf(all: readonly Staged[], { found, tell, key }: Telling): StoryStage {
  const counted = all.filter(({ row }) => row.declaredInError !== true);
  const mains = counted.filter(({ isMain }) => isMain);
  const told = mains.length > 0 ? mains : counted.length > 0 ? counted : all;
  const kind = told[0]?.kind ?? 'other';
  const codes = placesOf(told, kind);
  const places = codes.map((code) => storyPlace(code, found));
  const names = places.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const isNamed = isNamedStage(key);
  const name = isNamed ? told[0]?.name : undefined;
  const states = told.map(({ row }) => bareTerm(row.disposition ?? ''));
  const isFailed = states.includes('non_conformant');
  const isPassed = tell.praises && states.every((state) => state === 'conformant');
  const { records, moreRecords } = recordsOf(all, found);
  const isContainer = found.reading.names === 'logistic';
  const isLess = kind === 'making' ? !isContainer && told.every(isCoded) : kind === 'selling' && !told.some(isSold);
  const products = NAMING.has(kind) ? productsOf(told, found) : [];
  const sentence = sentenceOf({
    kind,
    isLess,
    isNamed,
    places: names,
    placeCount: codes.length,
    products,
    count: told.length,
    deeds: deedsOf(told),
    isPacked: kind === 'making' && all.some(({ row }) => bareTerm(row.bizStep ?? '') === 'packing'),
    isContainer,
    ...(isFailed ? { found: 'failed' } : isPassed ? { found: 'passed' } : {}),
  });
  return {
    kind,
    title: name ?? titleOf({ kind, isLess, products }),
    sentence,
    places: places.slice(0, PLACES_MAX),
    ...(places.length > PLACES_MAX ? { morePlaces: places.length - PLACES_MAX } : {}),
    ...spanOf(told),
    count: all.length,
    records,
    ...(moreRecords === 0 ? {} : { moreRecords }),
  };
}

/** What packs call what was done, the most frequent first. */
function deedsOf(told: readonly Staged[]): Deed[] {
  const deeds = Map.groupBy(told, ({ name }) => name?.zh);
  return [...deeds.values()]
    .flatMap((alike) => (alike[0]?.name === undefined ? [] : [{ name: alike[0].name, count: alike.length }]))
    .sort((a, b) => b.count - a.count);
}

/** Stages that say what came out of them. */
const NAMING: ReadonlySet<StoryKind> = new Set(['origin', 'processing', 'using']);

function isCoded({ row }: Placed): boolean {
  return row.type !== 'TransformationEvent' && bareTerm(row.bizStep ?? '') === 'commissioning';
}

function isSold({ row }: Placed): boolean {
  return isSale(row);
}

/** On a way in the order of time, else the busiest first. */
function placesOf(told: readonly Placed[], kind: StoryKind): string[] {
  const counts = new Map<string, number>();
  for (const { row } of told) {
    const place = placeOf(row);
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const places = [...counts];
  return (kind === 'moving' ? places : places.sort(([, a], [, b]) => b - a)).map(([code]) => code);
}

export function storyPlace(code: string, { known }: Pick<LookUp, 'known'>): StoryPlace {
  const entry = known.get(code);
  const name = displayName(entry);
  const town = townOf(entry);
  return {
    code,
    ...(name === undefined ? {} : { name }),
    ...(town === undefined ? {} : { town }),
  };
}

/** Names of what was made, those of the most lots first. */
function productsOf(told: readonly Placed[], { known }: LookUp): Name[] {
  const counts = new Map<string, { readonly name: Name; readonly units: Set<string> }>();
  for (const { row } of told) {
    for (const { code, role } of row.units) {
      const name = MADE.has(role) ? displayName(known.get(productCode(code) ?? '')) : undefined;
      if (name === undefined) continue;
      const held = counts.get(name.zh) ?? { name, units: new Set() };
      held.units.add(code);
      counts.set(name.zh, held);
    }
  }
  return [...counts.values()].sort((a, b) => b.units.size - a.units.size).map(({ name }) => name);
}

function spanOf(told: readonly Placed[]): Pick<StoryStage, 'from' | 'until' | 'timeZoneOffset' | 'untilOffset'> {
  const [first] = told;
  const last = told.at(-1) ?? first;
  return {
    from: epochMs(first?.row.eventTime ?? ''),
    until: epochMs(last?.row.eventTime ?? ''),
    timeZoneOffset: first?.row.eventTimeZoneOffset ?? CHINA,
    untilOffset: last?.row.eventTimeZoneOffset ?? CHINA,
  };
}

function recordsOf(all: readonly Staged[], found: LookUp): { records: StoryRecord[]; moreRecords: number } {
  const alike = Map.groupBy(all, ({ row, name }) =>
    [name?.zh ?? row.bizStep ?? row.disposition ?? row.type, placeOf(row), row.declaredInError, row.disputed].join(
      '\n',
    ),
  );
  const groups = [...alike.values()];
  const records = groups.slice(0, RECORDS_MAX).flatMap((group): StoryRecord[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { row, name } = first;
    const place = placeOf(row);
    return [
      {
        step: name ?? termLabel(row.bizStep ?? row.disposition ?? row.type),
        ...(place === undefined ? {} : { place: storyPlace(place, found) }),
        count: group.length,
        ...spanOf(group),
        ...(row.declaredInError === true ? { declaredInError: true } : {}),
        ...(row.disputed === true ? { disputed: true } : {}),
      },
    ];
  });
  return { records, moreRecords: groups.slice(RECORDS_MAX).reduce((sum, { length }) => sum + length, 0) };
}

/** A pack has no name of its own: what is in it says what it is. */
function summaryOf({ reading, start, known }: LookUp, { own, packs }: Ground): Text | undefined {
  if (reading.names !== 'logistic') return undefined;
  const inside = [...own].filter((code) => !start.includes(code));
  if (inside.length === 0) return undefined;
  const items = inside.filter((code) => !packs.has(code));
  const boxes = inside.length - items.length;
  const pieces = countedPieces(items.length, new Set(items.map((code) => known.get(productCode(code) ?? ''))));
  if (boxes === 0) return { zh: `一箱：${pieces.zh}`, en: `One box: ${pieces.en}` };
  const [zh, en] = [`一个托盘：${boxes} 箱`, `One pallet: ${boxes} case${boxes === 1 ? '' : 's'}`];
  return items.length === 0 ? { zh, en } : { zh: `${zh}，${pieces.zh}`, en: `${en}, ${pieces.en}` };
}

const WENT: ReadonlySet<StoryKind> = new Set(['moving', 'selling']);

function regionsOf(
  placed: readonly Placed[],
  { found, ground }: { readonly found: LookUp; readonly ground: Ground },
): NonNullable<Story['regions']>[number][] {
  const codes = new Set(placed.flatMap(({ row, kind }) => (WENT.has(kind) ? (placeOf(row) ?? []) : [])));
  const towns = [...codes].flatMap((code) => (ground.madeAt.has(code) ? [] : (storyPlace(code, found).town ?? [])));
  const alike = Map.groupBy(towns, ({ zh }) => zh);
  return [...alike.values()].flatMap((same) => (same[0] === undefined ? [] : [{ name: same[0], places: same.length }]));
}
