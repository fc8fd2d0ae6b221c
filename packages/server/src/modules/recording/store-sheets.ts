/** SQL of what people of the tenant fill in. */
import type { SheetState } from '@suyuan/api';
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface SealedContent {
  readonly keyNo: number;
  readonly sealed: Buffer;
}

export interface SheetRow {
  readonly id: string;
  readonly pack: string;
  readonly stage: string;
  readonly name: string;
  readonly version: number;
  readonly state: SheetState;
  readonly eventID: string | null;
  readonly draft: string | null;
  readonly changedBy: { readonly id: string; readonly name: string } | null;
  readonly changedAt: Date;
  readonly signed: { readonly at: string; readonly device: string; readonly agent: string | null } | null;
}

export type WholeRow = SheetRow & SealedContent;

const SHEET = `e.id, e.pack, e.stage, e.name, e.version, e.state, e.event_id as "eventID", e.draft_id as draft,
  (select json_build_object('id', p.id, 'name', p.name) from identity.person p where p.id = e.changed_by) as "changedBy",
  e.changed_at as "changedAt",
  (select json_build_object('at', e.signed_at, 'device', d.id, 'agent', d.agent)
   from identity.device d where d.id = e.device_id) as signed`;
const WHOLE = `${SHEET}, e.key_no as "keyNo", e.sealed`;

/** The last changed first; those after the one of this id, if one is given. */
export async function selectSheets(
  db: Queryable,
  { state, after, limit }: { readonly state: SheetState | null; readonly after: string | null; readonly limit: number },
): Promise<SheetRow[]> {
  const { rows } = await db.query<SheetRow>(
    `select ${SHEET} from recording.sheet e
     where e.state = coalesce($1, e.state) and e.state <> 'discarded'
       and ($2::uuid is null or (e.changed_at, e.id) < (select b.changed_at, b.id from recording.sheet b where b.id = $2))
     order by e.changed_at desc, e.id desc limit $3`,
    [state, after, limit],
  );
  return rows;
}

export async function findSheet(db: Queryable, id: string): Promise<WholeRow | undefined> {
  const { rows } = await db.query<WholeRow>(`select ${WHOLE} from recording.sheet e where e.id = $1`, [id]);
  return rows[0];
}

/** Those that are filled in and not recorded. */
export async function countOpenSheets(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    "select count(*)::int as count from recording.sheet where state = 'open'",
  );
  return rows[0]?.count ?? 0;
}

/** Locked: of two who change it at once one does. */
export async function lockSheet(tx: Tx, id: string): Promise<WholeRow | undefined> {
  const { rows } = await tx.query<WholeRow>(`select ${WHOLE} from recording.sheet e where e.id = $1 for update`, [id]);
  return rows[0];
}

/** The last that was recorded of a stage. */
export async function findLast(
  db: Queryable,
  { pack, stage }: { readonly pack: string; readonly stage: string },
): Promise<WholeRow | undefined> {
  const { rows } = await db.query<WholeRow>(
    `select ${WHOLE} from recording.sheet e
     where e.pack = $1 and e.stage = $2 and e.state in ('recorded', 'waiting') order by e.changed_at desc, e.id desc limit 1`,
    [pack, stage],
  );
  return rows[0];
}

export interface NewSheet extends SealedContent {
  readonly orgNo: number;
  readonly id: string;
  readonly pack: string;
  readonly stage: string;
  readonly name: string;
  readonly by: string | null;
  readonly at: Date;
}

/** False where there is one of this id. */
export async function insertSheet(tx: Tx, { orgNo, id, ...sheet }: NewSheet): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into recording.sheet (org_no, id, pack, stage, name, key_no, sealed, made_by, made_at, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $9) on conflict do nothing`,
    [orgNo, id, sheet.pack, sheet.stage, sheet.name, sheet.keyNo, sheet.sealed, sheet.by, sheet.at],
  );
  return rowCount === 1;
}

export async function updateSheet(tx: Tx, { id, ...sheet }: Omit<NewSheet, 'orgNo'>): Promise<void> {
  await tx.query(
    `update recording.sheet set pack = $2, stage = $3, name = $4, key_no = $5, sealed = $6, changed_by = $7, changed_at = $8,
       version = version + 1 where id = $1`,
    [id, sheet.pack, sheet.stage, sheet.name, sheet.keyNo, sheet.sealed, sheet.by, sheet.at],
  );
}

/** As which event it was recorded, and as which draft it waits, are kept as they stand where they are not given. */
export async function setState(
  tx: Tx,
  id: string,
  to: { readonly state: SheetState; readonly eventID?: string; readonly draft?: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `update recording.sheet set state = $2, event_id = coalesce($3, event_id), draft_id = coalesce($4, draft_id), changed_at = $5
     where id = $1`,
    [id, to.state, to.eventID ?? null, to.draft ?? null, to.at],
  );
}

export interface SignedSheet {
  readonly device: string;
  readonly at: Date;
  /** The JWS. */
  readonly command: string;
}

export async function setSigned(tx: Tx, id: string, { device, at, command }: SignedSheet): Promise<void> {
  await tx.query('update recording.sheet set device_id = $2, signed_at = $3, command = $4 where id = $1', [
    id,
    device,
    at,
    command,
  ]);
}

/** Of every organisation, as the program itself: what is sealed under an older key. */
export async function selectSealedBefore(
  tx: Tx,
  keyNo: number,
  limit: number,
): Promise<(SealedContent & { readonly orgNo: number; readonly id: string })[]> {
  const { rows } = await tx.query<SealedContent & { orgNo: number; id: string }>(
    `select org_no as "orgNo", id, key_no as "keyNo", sealed from recording.sheet where key_no < $1
     order by org_no, id limit $2 for update`,
    [keyNo, limit],
  );
  return rows;
}

export async function resealSheet(
  tx: Tx,
  { orgNo, id, keyNo, sealed }: SealedContent & { readonly orgNo: number; readonly id: string },
): Promise<void> {
  await tx.query('update recording.sheet set key_no = $3, sealed = $4 where org_no = $1 and id = $2', [
    orgNo,
    id,
    keyNo,
    sealed,
  ]);
}
