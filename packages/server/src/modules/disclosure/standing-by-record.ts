/** How near an organisation stands to events by what is recorded alone: neither by agreement nor by jurisdiction. */
import type { Queryable } from '../../platform/db/index.ts';
import { readDirectory } from './directory.ts';
import type { Rank } from './element-mask.ts';
import { type ChainShape, chainsOf, ranksOf } from './standing.ts';

const NOBODY: ReadonlySet<number> = new Set();

/** The rank at which it stands to each event, by the event's row id. In a transaction that reads as *chain*. */
export async function standingByRecord(
  db: Queryable,
  shape: ChainShape,
  orgNo: number,
): Promise<ReadonlyMap<string, Rank>> {
  const { organisationOf } = await readDirectory(
    db,
    [...shape.units].flatMap(([, events]) => events),
  );
  const viewer = { orgNo, partners: NOBODY, supervised: NOBODY, isRegulator: false };
  return ranksOf(shape, { chains: chainsOf(shape), viewer, whose: organisationOf });
}
