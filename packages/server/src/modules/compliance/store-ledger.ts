/** SQL of the ledgers of the tenant: which of its records are of which stage. */
import type { Queryable } from '../../platform/db/index.ts';

export interface LedgerRecord {
  readonly eventId: string;
  /** eventID, or the CBV hash ID. */
  readonly identity: string;
  readonly eventTime: Date;
  readonly lateDays: number;
  readonly stage: string;
}

export interface LedgerBounds {
  /** Row ids, which begin with the time: from, and before. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  /** Behind which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** In the order of the events. */
export async function selectLedgerRecords(
  db: Queryable,
  {
    pack,
    stages,
    from,
    before,
    after,
    limit,
  }: LedgerBounds & { readonly pack: string; readonly stages: readonly string[] },
): Promise<LedgerRecord[]> {
  const { rows } = await db.query<LedgerRecord>(
    `select event_id as "eventId", identity, event_time as "eventTime", late_days as "lateDays", stage
     from compliance.judged
     where pack = $1 and stage = any($2::text[]) and ($3::uuid is null or event_id >= $3) and ($4::uuid is null or event_id < $4)
       and ($5::uuid is null or event_id > $5)
     order by event_id limit $6`,
    [pack, stages, from ?? null, before ?? null, after ?? null, limit],
  );
  return rows;
}

export interface StageCount {
  readonly pack: string;
  readonly stage: string;
  readonly records: number;
  readonly late: number;
}

/** Records of the tenant by stage. */
export async function countJudged(db: Queryable): Promise<StageCount[]> {
  const { rows } = await db.query<StageCount>(
    `select pack, stage, count(*)::int as records, count(*) filter (where late_days > 0)::int as late
     from compliance.judged where stage <> '' group by 1, 2`,
  );
  return rows;
}
