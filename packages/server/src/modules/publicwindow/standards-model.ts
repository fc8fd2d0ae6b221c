/** The page of all packs: what each is for, how much it holds, what changes next. Pure. */
import type { PackCounts, PackSummary, Text } from '@suyuan/api/public-page';
import { type Pack, turnsBetween } from '@suyuan/profiles';

/** Of what turns on one day; the page of the pack has them all. */
const SAYS_MAX = 5;
/** Titles of laws on a card. */
const LAWS_MAX = 4;
/** Later than any day that a pack names. */
const LAST_DAY = '9999-12-31';

export function packSummary(pack: Pack, today: string): PackSummary {
  const { id, version, name } = pack;
  const turns = turnsBetween(pack, today, LAST_DAY);
  const day = turns[0]?.day;
  const says = turns.filter((turn) => turn.day === day).map((turn) => turn.says);
  return {
    ...{ id, version, name, counts: countsOf(pack), laws: lawsOf(pack) },
    ...(day === undefined
      ? {}
      : { next: { day, says: says.slice(0, SAYS_MAX), more: Math.max(0, says.length - SAYS_MAX) } }),
  };
}

/** Versions of one item are counted once. */
export function countsOf({ stages, elements, rules, clocks, ledgers }: Pack): PackCounts {
  const ids = (items: readonly { readonly id: string }[]): number => new Set(items.map(({ id }) => id)).size;
  return {
    ...{ stages: ids(stages), elements: Object.keys(elements).length, rules: ids(rules) },
    ...{ refusals: ids(rules.filter(({ effect }) => effect === 'refuse')), clocks: ids(clocks), ledgers: ids(ledgers) },
  };
}

/** Those that most items come from first, by what was read or is quoted: practice and hearsay are no law. */
function lawsOf({ sources, stages, requirements, rules }: Pack): Text[] {
  const read = [...stages, ...requirements, ...rules].filter(({ confidence }) => /^[AB]$/.test(confidence));
  const uses = Map.groupBy(read, ({ source }) => source);
  return [...uses]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([source]) => sources[source]?.title ?? [])
    .slice(0, LAWS_MAX);
}
