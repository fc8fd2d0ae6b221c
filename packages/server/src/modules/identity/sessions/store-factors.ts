/** SQL of second factors. */
import type { Queryable } from '../../../platform/db/index.ts';

export interface Totp {
  readonly sealed: Buffer;
  readonly keyNo: number;
  readonly confirmedAt: Date | null;
}

/** Locked: of two who bring the first code at once, one confirms. */
export async function selectTotp(db: Queryable, personId: string): Promise<Totp | undefined> {
  const { rows } = await db.query<Totp>(
    'select sealed, key_no as "keyNo", confirmed_at as "confirmedAt" from identity.totp where person_id = $1 for update',
    [personId],
  );
  return rows[0];
}

/** In the place of one that was never confirmed. */
export async function insertTotp(
  db: Queryable,
  personId: string,
  { sealed, keyNo }: Pick<Totp, 'sealed' | 'keyNo'>,
): Promise<void> {
  await db.query(
    `insert into identity.totp (person_id, sealed, key_no) values ($1, $2, $3)
     on conflict (person_id) do update set sealed = excluded.sealed, key_no = excluded.key_no
     where totp.confirmed_at is null`,
    [personId, sealed, keyNo],
  );
}

export async function confirmTotp(db: Queryable, personId: string, step: number): Promise<void> {
  await db.query('update identity.totp set confirmed_at = now(), last_step = $2 where person_id = $1', [
    personId,
    step,
  ]);
}

/** False where this step, or a later one, was taken before. */
export async function takeStep(db: Queryable, personId: string, step: number): Promise<boolean> {
  const { rowCount } = await db.query(
    'update identity.totp set last_step = $2 where person_id = $1 and last_step < $2',
    [personId, step],
  );
  return rowCount === 1;
}

export async function deleteTotp(db: Queryable, personId: string): Promise<void> {
  await db.query('delete from identity.totp where person_id = $1', [personId]);
  await db.query('delete from identity.recovery_code where person_id = $1', [personId]);
}

export async function insertRecoveryCodes(db: Queryable, personId: string, hashes: readonly Buffer[]): Promise<void> {
  await db.query('delete from identity.recovery_code where person_id = $1', [personId]);
  await db.query('insert into identity.recovery_code (hash, person_id) select unnest($1::bytea[]), $2', [
    hashes,
    personId,
  ]);
}

export async function takeRecoveryCode(db: Queryable, personId: string, hash: Buffer): Promise<boolean> {
  const { rowCount } = await db.query(
    'update identity.recovery_code set used_at = now() where hash = $2 and person_id = $1 and used_at is null',
    [personId, hash],
  );
  return rowCount === 1;
}

export async function countRecoveryCodes(db: Queryable, personId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    'select count(*)::int as n from identity.recovery_code where person_id = $1 and used_at is null',
    [personId],
  );
  return rows[0]?.n ?? 0;
}

/** Secrets that are sealed under a key which is not the newest. */
export async function selectSealed(db: Queryable, keyNo: number): Promise<(Totp & { readonly personId: string })[]> {
  const { rows } = await db.query<Totp & { readonly personId: string }>(
    `select person_id as "personId", sealed, key_no as "keyNo", confirmed_at as "confirmedAt" from identity.totp
     where key_no <> $1 for update`,
    [keyNo],
  );
  return rows;
}

export async function resealTotp(
  db: Queryable,
  personId: string,
  { sealed, keyNo }: Pick<Totp, 'sealed' | 'keyNo'>,
): Promise<void> {
  await db.query('update identity.totp set sealed = $2, key_no = $3 where person_id = $1', [personId, sealed, keyNo]);
}
