/** SQL of the parts of files, each sealed. */
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface SealedPart {
  readonly keyNo: number;
  readonly sealed: Buffer;
}

export interface PartOf {
  readonly orgNo: number;
  readonly id: string;
  readonly number: number;
}

/** In place of one of the same number. */
export async function upsertPart(tx: Tx, { orgNo, id, number, keyNo, sealed }: PartOf & SealedPart): Promise<void> {
  await tx.query(
    `insert into imports.part (org_no, import_id, number, key_no, sealed) values ($1, $2, $3, $4, $5)
     on conflict (org_no, import_id, number) do update set key_no = excluded.key_no, sealed = excluded.sealed`,
    [orgNo, id, number, keyNo, sealed],
  );
}

export async function selectPartNumbers(db: Queryable, id: string): Promise<number[]> {
  const { rows } = await db.query<{ number: number }>(
    'select number from imports.part where import_id = $1 order by number',
    [id],
  );
  return rows.map(({ number }) => number);
}

export async function findPart(db: Queryable, id: string, number: number): Promise<SealedPart | undefined> {
  const { rows } = await db.query<SealedPart>(
    'select key_no as "keyNo", sealed from imports.part where import_id = $1 and number = $2',
    [id, number],
  );
  return rows[0];
}

export async function deleteParts(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from imports.part where import_id = $1', [id]);
}

/** Of every organisation, as the program itself: what is sealed under an older key. */
export async function selectPartsBefore(tx: Tx, keyNo: number, limit: number): Promise<(PartOf & SealedPart)[]> {
  const { rows } = await tx.query<PartOf & SealedPart>(
    `select org_no as "orgNo", import_id as id, number, key_no as "keyNo", sealed from imports.part where key_no < $1
     order by org_no, import_id, number limit $2 for update`,
    [keyNo, limit],
  );
  return rows;
}
