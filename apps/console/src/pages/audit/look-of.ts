/** What an occurrence `records.read` tells. Pure. */
import type { Occurrence } from './use-told.ts';

/** By what right a regulator sees what it saw. */
const SIGHTS = ['jurisdiction', 'chain', 'regulator', 'opened'] as const;
type SightRight = (typeof SIGHTS)[number];

interface Look {
  /** Name of the regulator. */
  readonly office: string | undefined;
  /** The first of those that it asked for. */
  readonly codes: readonly string[];
  /** How many it asked for beside these. */
  readonly more: number;
  /** Undefined where the organisation itself looked. */
  readonly right: SightRight | undefined;
  /** At the records of how many others it looked then. */
  readonly owners: number;
}

export function lookOf({ detail = {} }: Pick<Occurrence, 'detail'>): Look {
  const { office, codes, more, right, owners } = detail;
  return {
    office: typeof office === 'string' ? office : undefined,
    codes: Array.isArray(codes) ? codes.map(String) : [],
    more: typeof more === 'number' ? more : 0,
    right: SIGHTS.find((sight) => sight === right),
    owners: typeof owners === 'number' ? owners : 0,
  };
}
