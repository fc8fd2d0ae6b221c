/** SQL of what the tenant has handed in, as it was sent. */
import type { Pack } from '@suyuan/profiles';
import type { Queryable, Tx } from '../../platform/db/index.ts';
import type { Cell } from './lines.ts';
import type { LedgerRecord } from './store-ledger.ts';

/** A kind of filing, and of which records it is. */
export interface FilingOf {
  readonly pack: string;
  readonly filing: string;
  readonly stages: readonly string[];
  /** Row ids, which begin with the time: from, and before. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
}

const WAITING = `from compliance.judged j
  where j.pack = $1 and j.stage = any($3::text[]) and ($4::uuid is null or j.event_id >= $4) and ($5::uuid is null or j.event_id < $5)
    and not exists (select from compliance.filed_line f where f.org_no = j.org_no and f.pack = $1 and f.filing = $2
                      and f.identity = j.identity and f.refusal is null)`;

function parameters({ pack, filing, stages, from, before }: FilingOf): unknown[] {
  return [pack, filing, stages, from ?? null, before ?? null];
}

/** Those that were not handed in, or were refused, in the order of the events. */
export async function selectWaiting(db: Queryable, wanted: FilingOf, limit: number): Promise<LedgerRecord[]> {
  const { rows } = await db.query<LedgerRecord>(
    `select j.event_id as "eventId", j.identity, j.event_time as "eventTime", j.late_days as "lateDays", j.stage
     ${WAITING} order by j.event_id limit $6`,
    [...parameters(wanted), limit],
  );
  return rows;
}

export interface FilingCounts {
  readonly waiting: number;
  readonly oldest: Date | null;
  readonly withdrawn: number;
  readonly open: number;
}

const COUNTED_MAX = 10_000;

export async function countFiling(db: Queryable, wanted: FilingOf): Promise<FilingCounts> {
  const { rows } = await db.query<FilingCounts>(
    `select
       (select count(*)::int from (select ${WAITING} limit ${COUNTED_MAX}) as w) as waiting,
       (select w.event_time from (select j.event_time ${WAITING} order by j.event_id limit 1) as w) as oldest,
       (select count(distinct f.identity)::int from compliance.filed_line f
        where f.pack = $1 and f.filing = $2 and f.refusal is null
          and not exists (select from compliance.judged j where j.org_no = f.org_no and j.pack = $1
                            and j.stage = any($3::text[]) and j.identity = f.identity)) as withdrawn,
       (select count(*)::int from compliance.filing f where f.pack = $1 and f.filing = $2 and f.receipt_at is null) as open`,
    parameters(wanted),
  );
  const [counts] = rows;
  if (counts === undefined) throw new Error('a count of nothing');
  return counts;
}

export type FilingFormat = Pack['filings'][number]['format'];
export type FilingColumn = Pack['filings'][number]['columns'][number];

export interface FilingRow {
  readonly format: FilingFormat;
  readonly columns: readonly FilingColumn[];
  readonly id: string;
  readonly pack: string;
  readonly filing: string;
  readonly version: string;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  readonly lines: number;
  readonly refused: number;
  readonly receiptAt: Date | null;
  readonly receiptNumber: string | null;
}

const FILING = `f.id, f.pack, f.filing, f.version, f.format, f.columns, f.made_at as "madeAt", f.lines, f.receipt_at as "receiptAt",
  f.receipt_number as "receiptNumber", (select p.name from identity.person p where p.id = f.made_by) as "madeBy",
  (select count(*)::int from compliance.filed_line l where l.filing_id = f.id and l.refusal is not null) as refused`;

export async function findFiling(db: Queryable, id: string): Promise<FilingRow | undefined> {
  const { rows } = await db.query<FilingRow>(`select ${FILING} from compliance.filing f where f.id = $1`, [id]);
  return rows[0];
}

/** The newest first. */
export async function selectFilings(
  db: Queryable,
  {
    pack,
    filing,
    after,
    limit,
  }: Pick<FilingOf, 'pack' | 'filing'> & { readonly after: string | undefined; readonly limit: number },
): Promise<FilingRow[]> {
  const { rows } = await db.query<FilingRow>(
    `select ${FILING} from compliance.filing f
     where f.pack = $1 and f.filing = $2
       and ($3::uuid is null or (f.made_at, f.id) < (select a.made_at, a.id from compliance.filing a where a.id = $3))
     order by f.made_at desc, f.id desc limit $4`,
    [pack, filing, after ?? null, limit],
  );
  return rows;
}

export interface NewLine {
  readonly identity: string;
  readonly place: number;
  readonly eventTime: Date;
  readonly unit: string | undefined;
  readonly cells: readonly Cell[];
}

export interface NewFilingRow {
  readonly orgNo: number;
  readonly pack: string;
  readonly filing: string;
  readonly version: string;
  readonly format: FilingFormat;
  readonly columns: readonly FilingColumn[];
  readonly at: Date;
  /** Null: a key. */
  readonly by: string | null;
  readonly lines: readonly NewLine[];
}

/** Undefined where somebody else has just handed in one of these lines. */
export async function insertFiling(tx: Tx, given: NewFilingRow): Promise<string | undefined> {
  const { orgNo, pack, filing, version, format, columns, at, by, lines } = given;
  await tx.query("select pg_advisory_xact_lock(hashtextextended('suyuan.filing ' || $1, 0))", [
    `${orgNo} ${pack} ${filing}`,
  ]);
  const { rows } = await tx.query<{ id: string }>(
    `insert into compliance.filing (org_no, pack, filing, version, format, columns, made_at, made_by, lines)
     select $1, $2, $3, $4, $9, $10, $5, $6, $7
     where not exists (select from compliance.filed_line f join unnest($8::text[]) as i (identity) using (identity)
                       where f.org_no = $1 and f.pack = $2 and f.filing = $3 and f.refusal is null)
     returning id`,
    [
      ...[orgNo, pack, filing, version, at, by, lines.length],
      [...new Set(lines.map(({ identity }) => identity))],
      ...[format, JSON.stringify(columns)],
    ],
  );
  const [made] = rows;
  if (made === undefined) return undefined;
  await tx.query(
    `insert into compliance.filed_line (filing_id, line, org_no, pack, filing, identity, place, event_time, unit, cells)
     select $1, l.line, $2, $3, $4, l.identity, l.place, l.event_time, l.unit, l.cells
     from unnest($5::text[], $6::int[], $7::timestamptz[], $8::text[], $9::json[])
       with ordinality as l (identity, place, event_time, unit, cells, line)`,
    [
      ...[made.id, orgNo, pack, filing],
      lines.map(({ identity }) => identity),
      lines.map(({ place }) => place),
      lines.map(({ eventTime }) => eventTime),
      lines.map(({ unit }) => unit ?? null),
      lines.map(({ cells }) => JSON.stringify(cells)),
    ],
  );
  return made.id;
}

export interface FiledLine extends Omit<NewLine, 'unit'> {
  readonly line: number;
  readonly unit: string | null;
  readonly refusal: string | null;
}

export async function selectLines(
  db: Queryable,
  id: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<FiledLine[]> {
  const { rows } = await db.query<FiledLine>(
    `select l.line, l.identity, l.place, l.event_time as "eventTime", l.unit, l.cells, l.refusal
     from compliance.filed_line l where l.filing_id = $1 and l.line > $2 order by l.line limit $3`,
    [id, after, limit],
  );
  return rows;
}

/** The records of these that are of the filing today. */
export async function selectStanding(
  db: Queryable,
  { pack, stages }: Pick<FilingOf, 'pack' | 'stages'>,
  identities: readonly string[],
): Promise<LedgerRecord[]> {
  const { rows } = await db.query<LedgerRecord>(
    `select j.event_id as "eventId", j.identity, j.event_time as "eventTime", j.late_days as "lateDays", j.stage
     from compliance.judged j where j.pack = $1 and j.stage = any($2::text[]) and j.identity = any($3::text[])`,
    [pack, stages, identities],
  );
  return rows;
}

/** False where a receipt is noted already. */
export async function noteReceipt(
  tx: Tx,
  id: string,
  { at, number }: { readonly at: Date; readonly number: string | null },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update compliance.filing set receipt_at = $2, receipt_number = $3 where id = $1 and receipt_at is null',
    [id, at, number],
  );
  return rowCount === 1;
}

/** Those of these records that the filing has. */
export async function refuseLines(
  tx: Tx,
  id: string,
  refused: readonly { readonly eventID: string; readonly reason: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ identity: string }>(
    `update compliance.filed_line l set refusal = r.reason
     from unnest($2::text[], $3::text[]) as r (identity, reason)
     where l.filing_id = $1 and l.identity = r.identity returning l.identity`,
    [id, refused.map(({ eventID }) => eventID), refused.map(({ reason }) => reason)],
  );
  return new Set(rows.map(({ identity }) => identity));
}

/** What was never sent waits again. False where a receipt is noted. */
export async function deleteFiling(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from compliance.filing where id = $1 and receipt_at is null for update',
    [id],
  );
  if (rows.length === 0) return false;
  await tx.query('delete from compliance.filed_line where filing_id = $1', [id]);
  await tx.query('delete from compliance.filing where id = $1', [id]);
  return true;
}
