/** SQL of how many records and findings of the tenant are of which stage and month. */
import type { Queryable } from '../../platform/db/index.ts';

export interface MonthCount {
  readonly pack: string;
  /** Empty where a record is of none. */
  readonly stage: string;
  /** Of the event, in China: `2026-11`. */
  readonly month: string;
  readonly records: number;
  readonly late: number;
  readonly refuse: number;
  readonly flag: number;
  readonly unknown: number;
}

/** Row ids begin with the time of the event: from, and before. Records of no stage are told where something is found of them. */
export async function countByMonth(
  db: Queryable,
  { from, before, limit }: { readonly from: string; readonly before: string; readonly limit: number },
): Promise<MonthCount[]> {
  const { rows } = await db.query<MonthCount>(
    `with found as (
       select org_no, pack, event_id, count(*) filter (where effect = 'refuse') as refuse,
         count(*) filter (where effect = 'flag') as flag, count(*) filter (where effect = 'unknown') as unknown
       from compliance.finding where event_id >= $1 and event_id < $2 group by 1, 2, 3
     )
     select pack, stage, to_char(event_time at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as records,
       (count(*) filter (where late_days > 0))::int as late, coalesce(sum(refuse), 0)::int as refuse,
       coalesce(sum(flag), 0)::int as flag, coalesce(sum(unknown), 0)::int as unknown
     from compliance.judged left join found using (org_no, pack, event_id)
     where event_id >= $1 and event_id < $2 and (stage <> '' or found.event_id is not null)
     group by 1, 2, 3 order by 3 desc, 1, 2 limit $3`,
    [from, before, limit],
  );
  return rows;
}
