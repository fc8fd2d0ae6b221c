/** Which stages a story has: those that packs name by their names, and no more of them than a person takes in. Pure. */
import type { Text } from '@suyuan/api/public-page';
import type { Placed, StoryKind } from './kinds.ts';

/** More stages nobody takes in at a glance. */
export const STAGES_MAX = 7;

/** A record in its stage. */
export interface Staged extends Placed {
  /** What a pack calls its step. */
  readonly name?: Text;
}

const NAMEABLE: ReadonlySet<StoryKind> = new Set(['installing', 'testing', 'repairing', 'other']);
/** What is done to a thing while it is used, so that it stays as it was. */
const CARE: ReadonlySet<StoryKind> = new Set(['testing', 'repairing']);

/** @param names by records of the code what the packs call their steps: they know better what a check or an unusual step is */
export function fewStages(placed: readonly Placed[], names: ReadonlyMap<string, Text>): readonly Staged[] {
  const staged = placed.map((each): Staged => {
    const name = NAMEABLE.has(each.kind) ? names.get(each.row.eventID) : undefined;
    return name === undefined ? each : { ...each, name, key: `${NAMED}${name.zh}` };
  });
  return JOINS.reduce(joinStages, withoutSmallest(withCareJoined(withProcessingJoined(staged))));
}

const NAMED = 'named ';

/** Whether a pack's word is the title of the stage of this key. */
export function isNamedStage(key: string): boolean {
  return key.startsWith(NAMED);
}

const sizeOf = (staged: readonly Staged[]): number => new Set(staged.map(({ key }) => key)).size;

function withProcessingJoined(staged: readonly Staged[]): readonly Staged[] {
  if (sizeOf(staged) <= STAGES_MAX) return staged;
  return staged.map((each) => (each.kind === 'processing' ? { ...each, key: 'processing' } : each));
}

/** Of a thing that is looked after for years, all checks of whatever kind and all repairs are one stage, which names them. */
function withCareJoined(staged: readonly Staged[]): readonly Staged[] {
  const care = staged.filter(({ kind }) => CARE.has(kind));
  if (sizeOf(staged) <= STAGES_MAX || sizeOf(care) < 2 || !care.some(({ key }) => isNamedStage(key))) return staged;
  return staged.map((each) => (CARE.has(each.kind) ? { ...each, kind: 'care', key: 'care' } : each));
}

/** The smallest of those that packs name are told together. */
function withoutSmallest(staged: readonly Staged[]): readonly Staged[] {
  const sizes = Map.groupBy(staged, ({ key }) => key);
  if (sizes.size <= STAGES_MAX) return staged;
  const named = [...sizes].filter(([key]) => isNamedStage(key)).sort(([, a], [, b]) => a.length - b.length);
  const lost = named.slice(0, Math.max(0, sizes.size - STAGES_MAX + (sizes.has('other') ? 0 : 1))).map(([key]) => key);
  return staged.map((each) => (lost.includes(each.key) ? { ...each, key: 'other', kind: 'other' } : each));
}

/** In this order until they are few enough: what of two stages says less goes into the other. */
const JOINS: readonly (readonly [StoryKind, StoryKind])[] = [
  ['processing', 'origin'],
  ['installing', 'other'],
  ['other', 'using'],
  ['testing', 'making'],
];

function joinStages(staged: readonly Staged[], [from, into]: readonly [StoryKind, StoryKind]): readonly Staged[] {
  if (sizeOf(staged) <= STAGES_MAX) return staged;
  return staged.map((each) => (each.key === from ? { ...each, kind: into, key: into, isMain: false } : each));
}
