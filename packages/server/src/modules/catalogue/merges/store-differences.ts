/** SQL of entries that are said not to be one. */
import type { Queryable } from '../../../platform/db/index.ts';

export interface DifferenceRow {
  readonly one: string;
  readonly other: string;
  readonly at: Date;
  readonly personId: string | null;
  /** Pairs on all pages. */
  readonly count: number;
}

/** Of pairs of which either says now that it is not the other; since when is since none of its versions has left that out. */
export async function selectDifferences(
  db: Queryable,
  { after, count }: { readonly after: readonly string[] | null; readonly count: number },
): Promise<DifferenceRow[]> {
  const { rows } = await db.query<DifferenceRow>(
    `with last as (
       select distinct on (code) code, different_from from registry.version
       where code in (select code from registry.version where different_from is not null)
       order by code, block desc, place desc),
     said as (
       select code, unnest(different_from) as other from last where different_from is not null),
     pair as materialized (
       select distinct least(code collate "C", other collate "C") as one, greatest(code collate "C", other collate "C") as other
       from said s where code <> other and exists (select from registry.version v where v.code = s.other)),
     dated as materialized (
       select p.one, p.other, (
         select min(v.block) from registry.version v
         where (v.code = p.one and p.other = any(v.different_from) or v.code = p.other and p.one = any(v.different_from))
           and not exists (
             select from registry.version w where w.code = v.code and (w.block, w.place) > (v.block, v.place)
               and (case v.code when p.one then p.other else p.one end = any(w.different_from)) is not true)) as block
       from pair p)
     select d.one, d.other, r.received_at as at, r.person_id as "personId", (select count(*)::int from pair) as count
     from dated d join events.received r on r.block = d.block
     where $1::text[] is null or (-d.block, d.one, d.other) >
       (select -a.block, a.one, a.other from dated a where (a.one, a.other) = (($1::text[])[1], ($1::text[])[2]))
     order by -d.block, d.one, d.other limit $2`,
    [after, count],
  );
  return rows;
}
