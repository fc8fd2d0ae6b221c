/** SQL of branches that come by a sheet. */
import type { ActingOrganisation } from '../../../../platform/ctx.ts';
import type { Queryable } from '../../../../platform/db/index.ts';
import type { NewBranch } from '../store-ties.ts';

/** More than one organisation has. */
const NAMES_MAX = 100_000;

/** Names of the branches that there are. */
export async function selectBranchNames(db: Queryable): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ name: string | null }>('select name from identity.branches(null, null, $1)', [
    NAMES_MAX,
  ]);
  return new Set(rows.flatMap(({ name }) => (name === null ? [] : [name])));
}

/** Those whose code is free, each by its place among the given; the others are not made. */
export async function addBranches(
  db: Queryable,
  branches: readonly NewBranch[],
): Promise<ReadonlyMap<number, ActingOrganisation>> {
  const { rows } = await db.query<ActingOrganisation & { readonly place: number }>(
    'select place, no, id from identity.add_branches($1, $2, $3, $4)',
    [
      branches.map(({ name }) => name),
      branches.map(({ code }) => code),
      branches.map(({ kind }) => kind),
      branches.map(({ region }) => region),
    ],
  );
  return new Map(rows.map(({ place, no, id }) => [place - 1, { no, id }]));
}
