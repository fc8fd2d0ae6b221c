/** SQL of the findings of the tenant. */
import type { PackFinding } from '@suyuan/profiles';
import type { Queryable } from '../../platform/db/index.ts';

export interface FindingRow {
  readonly eventId: string;
  readonly place: number;
  readonly eventTime: Date;
  /** eventID, or the CBV hash ID, of the record. */
  readonly identity: string;
  readonly lateDays: number;
  readonly finding: PackFinding;
}

export interface FindingsWanted {
  readonly pack?: string | undefined;
  readonly stage?: string | undefined;
  readonly rule?: string | undefined;
  readonly effect?: string | undefined;
  readonly unit?: string | undefined;
  /** Behind which the page begins. */
  readonly before?: { readonly eventId: string; readonly pack: string; readonly place: number } | undefined;
  readonly limit: number;
}

/** The newest events first. */
export async function selectFindings(
  db: Queryable,
  { pack, stage, rule, effect, unit, before, limit }: FindingsWanted,
): Promise<FindingRow[]> {
  const { rows } = await db.query<FindingRow>(
    `select f.event_id as "eventId", f.place, j.identity, j.event_time as "eventTime", j.late_days as "lateDays", f.body as finding
     from compliance.finding f
     join compliance.judged j on j.org_no = f.org_no and j.event_id = f.event_id and j.pack = f.pack
     where ($1::text is null or f.pack = $1) and ($2::text is null or f.stage = $2) and ($3::text is null or f.rule = $3)
       and ($4::text is null or f.effect = $4) and ($5::text is null or f.unit = $5)
       and ($6::uuid is null or (f.event_id, f.pack, f.place) < ($6::uuid, $7::text, $8::int))
     order by f.event_id desc, f.pack desc, f.place desc limit $9`,
    [
      ...[pack ?? null, stage ?? null, rule ?? null, effect ?? null, unit ?? null],
      ...[before?.eventId ?? null, before?.pack ?? null, before?.place ?? null],
      limit,
    ],
  );
  return rows;
}

/** Those that are of one unit. @param unit canonical code */
export function findingsOfUnit(db: Queryable, unit: string, limit: number): Promise<FindingRow[]> {
  return selectFindings(db, { unit, limit });
}

export interface RuleCount {
  readonly pack: string;
  readonly rule: string;
  readonly effect: PackFinding['effect'];
  readonly count: number;
}

const RULES_MAX = 500;

/** How many findings there are of each rule. */
export async function countFindings(db: Queryable): Promise<RuleCount[]> {
  const { rows } = await db.query<RuleCount>(
    `select pack, rule, effect, count(*)::int as count from compliance.finding
     group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit ${RULES_MAX}`,
  );
  return rows;
}
