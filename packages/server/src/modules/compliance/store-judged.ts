/** SQL of what the judge has said. */
import type { Movement, PackFinding } from '@suyuan/profiles';
import type { Tx } from '../../platform/db/index.ts';

/** What a pack says of one record. */
export interface JudgedRecord {
  readonly orgNo: number;
  readonly eventId: string;
  readonly pack: string;
  readonly version: string;
  /** Empty where it is of none, as far as is known. */
  readonly stage: string;
  /** Codes whose master data went into it. */
  readonly named: readonly string[];
  /** eventID, or the CBV hash ID. */
  readonly identity: string;
  readonly eventTimeMs: number;
  readonly lateDays: number;
  readonly findings: readonly PackFinding[];
  readonly movements: readonly Movement[];
}

/** In place of whatever was said of these events. */
export async function replaceJudged(
  tx: Tx,
  eventIds: readonly string[],
  judged: readonly JudgedRecord[],
): Promise<void> {
  if (eventIds.length === 0) return;
  await tx.query('delete from compliance.judged where event_id = any($1::uuid[])', [eventIds]);
  await tx.query('delete from compliance.finding where event_id = any($1::uuid[])', [eventIds]);
  if (judged.length === 0) return;
  await tx.query(
    `insert into compliance.judged (org_no, pack, event_id, version, stage, late_days, identity, event_time, named)
     select org_no, pack, event_id, version, stage, late_days, identity, event_time, array(select json_array_elements_text(named))
     from unnest($1::int[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::text[], $8::timestamptz[], $9::json[])
       as j (org_no, pack, event_id, version, stage, late_days, identity, event_time, named)`,
    [
      judged.map(({ orgNo }) => orgNo),
      judged.map(({ pack }) => pack),
      judged.map(({ eventId }) => eventId),
      judged.map(({ version }) => version),
      judged.map(({ stage }) => stage),
      judged.map(({ lateDays }) => lateDays),
      judged.map(({ identity }) => identity),
      judged.map(({ eventTimeMs }) => new Date(eventTimeMs)),
      judged.map(({ named }) => JSON.stringify(named)),
    ],
  );
  await insertFindings(tx, judged);
}

async function insertFindings(tx: Tx, judged: readonly JudgedRecord[]): Promise<void> {
  const all = judged.flatMap(({ findings, ...record }) =>
    findings.slice(0, FINDINGS_MAX).map((finding, place) => ({ ...record, finding, place })),
  );
  if (all.length === 0) return;
  await tx.query(
    `insert into compliance.finding (org_no, event_id, pack, place, stage, rule, effect, unit, body)
     select * from unnest($1::int[], $2::uuid[], $3::text[], $4::smallint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::json[])`,
    [
      all.map(({ orgNo }) => orgNo),
      all.map(({ eventId }) => eventId),
      all.map(({ pack }) => pack),
      all.map(({ place }) => place),
      all.map(({ stage }) => stage),
      all.map(({ finding }) => finding.rule),
      all.map(({ finding }) => finding.effect),
      all.map(({ finding }) => finding.unit ?? null),
      all.map(({ finding }) => JSON.stringify(finding)),
    ],
  );
}

/** Of one record and pack; a pallet of which each unit is late says the same a thousand times. */
const FINDINGS_MAX = 1_000;
