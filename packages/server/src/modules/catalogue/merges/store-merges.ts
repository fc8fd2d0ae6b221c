/** SQL of entries that were merged, and of those that look like one. */
import type { Queryable } from '../../../platform/db/index.ts';
import type { VersionRow } from '../store-catalogue.ts';

/** Somebody has looked at each. */
const MERGED_MAX = 20_000;

/** The last word on each thing that was merged into one that something is said of. */
export async function selectMerged(db: Queryable): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(
    `select v.code, v.type, v.attributes, v.children, r.received_at as at
     from (select distinct on (code) * from registry.version
           where code in (select code from registry.version where same_as is not null)
           order by code, block desc, place desc) v
     join events.received r on r.block = v.block
     where exists (select from registry.version k where k.code = v.same_as)
     order by v.code limit ${MERGED_MAX}`,
  );
  return rows;
}

/** The last word on each of these codes. */
export async function selectLast(db: Queryable, codes: readonly string[]): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(
    `select v.code, v.type, v.attributes, v.children, r.received_at as at
     from (select distinct on (code) * from registry.version where code = any($1::text[])
           order by code, block desc, place desc) v
     join events.received r on r.block = v.block order by v.code`,
    [codes],
  );
  return rows;
}

interface GroupRow {
  readonly codes: readonly string[];
  readonly reasons: readonly string[];
  /** Groups on all pages. */
  readonly count: number;
}

interface GroupsWanted {
  readonly kinds: readonly { readonly kind: string; readonly types: readonly string[] }[];
  /** Codes of the last group of the page before. */
  readonly after: readonly string[] | null;
  readonly count: number;
  /** Codes that a group tells. */
  readonly groupMax: number;
}

/**
 * Groups of one kind that have a number, a licence, a name or a code in common, without merged ones and without those whose
 * every two are said to be different. What they are compared by is made by the database with each row (0046): of 100,000
 * entries some indexes are read, and of the entries those alone that have something in common.
 */
export async function selectGroups(
  db: Queryable,
  { kinds, after, count, groupMax }: GroupsWanted,
): Promise<GroupRow[]> {
  // Marks of 100,000 entries; until the transaction ends.
  await db.query("select set_config('work_mem', '96MB', true), set_config('jit', 'off', true)");
  const { rows } = await db.query<GroupRow>(GROUPS, [
    kinds.flatMap(({ types }) => types),
    kinds.flatMap(({ kind, types }) => types.map(() => kind)),
    after,
    count,
    groupMax,
  ]);
  return rows;
}

// `alike` may be more than is alike: what was said before and what was merged is among it. The last words on these are then
// held against each other. A number without its check digit is matched by those that have it.
const GROUPS = `
with kind (type, kind) as materialized (select * from unnest($1::text[], $2::text[])),
licensed as materialized (
  select unnest(licence_marks) as mark, code_mark from registry.version where licence_marks is not null),
alike (mark) as materialized (
  select code_mark from registry.version where name_mark = any(array(
    select name_mark from registry.version where name_mark is not null
    group by name_mark having min(code_mark) <> max(code_mark)))
  union
  select code_mark from registry.version where number_mark = any(array(
    select number_mark from registry.version where number_mark is not null
    group by number_mark having min(code_mark) <> max(code_mark)))
  union
  select unnest(array[s.code_mark, b.code_mark]) from registry.version b
  join registry.version s on s.short_mark = b.bare_mark where b.bare_mark is not null and s.short_mark is not null
  union
  select code_mark from licensed where mark in (
    select mark from licensed group by mark having min(code_mark) <> max(code_mark))
  union
  select v.code_mark from registry.identifier i join registry.version v on v.block = i.block and v.place = i.place
  where i.mark = any(array(select mark from registry.identifier group by mark having count(*) > 1))),
last as materialized (
  select distinct on (code) block, place, code, type, name_mark, licence_marks, number_mark, short_mark, bare_mark, same_as,
         different_from
  from registry.version where code_mark = any(array(select mark from alike))
  order by code, block desc, place desc),
entry as materialized (
  select l.*, k.kind from last l join kind k on k.type = l.type where l.same_as is null),
said as (
  select 1 as reason, kind, name_mark as key, code, false as is_short, false as is_bare from entry
  union all
  select 2, e.kind, i.mark, e.code, false, false
  from entry e join registry.identifier i on i.block = e.block and i.place = e.place
  union all
  select 3, kind, unnest(licence_marks), code, false, false from entry
  union all
  select 4, kind, number_mark, code, false, bare_mark is not null from entry
  union all
  select 4, kind, short_mark, code, true, false from entry),
matched as materialized (
  select reason, key, array_agg(code) filter (where not is_short)
           || case when bool_or(is_bare) then array_agg(code) filter (where is_short) end as codes
  from said where key is not null group by reason, kind, key having count(*) > 1),
several as (
  select reason, array(select distinct unnest(codes) order by 1) as codes from matched),
found as (
  select codes[1:$5::int] as codes, array_agg(distinct reason) as reasons from several
  where cardinality(codes) > 1 group by 1),
different as materialized (select code as one, unnest(different_from) as other from last where different_from is not null),
open as (
  select codes, reasons from found f
  where not exists (select from different where one = any(f.codes) or other = any(f.codes))
     or exists (select from unnest(f.codes) as a (code), unnest(f.codes) as b (code) where a.code < b.code
                and not exists (select from different where (one, other) in ((a.code, b.code), (b.code, a.code)))))
select codes, array(select ('{name,identifier,licence,code}'::text[])[r] from unnest(reasons) as r) as reasons,
       (select count(*)::int from open) as count from open
where $3::text[] is null or codes > $3::text[]
order by codes limit $4`;
