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
  /** Of these, how many are told afterwards. */
  readonly held: number;
  /** The case in which it was confidential, where the organisation is told of it afterwards. */
  readonly caseNo: string | undefined;
}

export function lookOf({ detail = {} }: Pick<Occurrence, 'detail'>): Look {
  const { office, codes, more, right, owners, held, case: caseNo } = detail;
  return {
    office: typeof office === 'string' ? office : undefined,
    codes: Array.isArray(codes) ? codes.map(String) : [],
    more: typeof more === 'number' ? more : 0,
    right: SIGHTS.find((sight) => sight === right),
    owners: typeof owners === 'number' ? owners : 0,
    held: typeof held === 'number' ? held : 0,
    caseNo: typeof caseNo === 'string' ? caseNo : undefined,
  };
}
