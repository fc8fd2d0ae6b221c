/** SQL of personal data. A tenant's statements see its own rows; those of `Resealed` are of the program itself. */
import type { PersonalKind } from '@suyuan/api';
import type { Queryable } from '../../platform/db/index.ts';
import type { SealedValue } from './seal-value.ts';

export interface DatumRow {
  readonly id: string;
  readonly kind: PersonalKind;
  /** Null of one that is erased. */
  readonly mask: string | null;
  readonly createdAt: Date;
  readonly erasedAt: Date | null;
}

const DATUM = 'd.id, d.kind, d.mask, d.created_at as "createdAt", d.erased_at as "erasedAt"';

/** Held by whoever seals until it has stored it, and alone by whoever renews keys: what is sealed under an old key is seen then. */
const LOCK = "hashtextextended('suyuan.personal', 0)";

export async function lockKeys(db: Queryable, as: 'sealing' | 'renewing'): Promise<void> {
  await db.query(`select pg_advisory_xact_lock${as === 'sealing' ? '_shared' : ''}(${LOCK})`);
}

export interface FoundDatum {
  readonly id: string;
  readonly mask: string;
  readonly fingerprint: Buffer;
}

export async function selectByFingerprints(db: Queryable, fingerprints: readonly Buffer[]): Promise<FoundDatum[]> {
  const { rows } = await db.query<FoundDatum>(
    'select d.id, d.mask, d.fingerprint from personal.datum d where d.fingerprint = any($1) and d.mask is not null',
    [fingerprints],
  );
  return rows;
}

export interface NewDatum extends SealedValue {
  readonly kind: PersonalKind;
  readonly mask: string;
  readonly fingerprint: Buffer;
}

/** Those that somebody else has stored meanwhile are left as they are. */
export async function insertData(db: Queryable, rows: readonly NewDatum[]): Promise<void> {
  const column = <Name extends keyof NewDatum>(name: Name) => rows.map((row) => row[name]);
  await db.query(
    `insert into personal.datum (id, org_no, kind, mask, fingerprint, key_no, sealed)
     select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::bytea[], $6::int[], $7::bytea[])
     on conflict (org_no, fingerprint) do nothing`,
    [
      ...[column('id'), column('orgNo'), column('kind'), column('mask')],
      ...[column('fingerprint'), column('keyNo'), column('sealed')],
    ],
  );
}

export interface DataWanted {
  readonly kind: PersonalKind | null;
  /** Those before this one, by its id. */
  readonly before: string | null;
  readonly count: number;
}

/** The newest first. */
export async function selectData(db: Queryable, { kind, before, count }: DataWanted): Promise<DatumRow[]> {
  const { rows } = await db.query<DatumRow>(
    `select ${DATUM} from personal.datum d
     where ($1::text is null or d.kind = $1)
       and ($2::uuid is null or (d.created_at, d.id) < (select b.created_at, b.id from personal.datum b where b.id = $2))
     order by d.created_at desc, d.id desc limit $3`,
    [kind, before, count],
  );
  return rows;
}

export async function findDatum(db: Queryable, id: string): Promise<DatumRow | undefined> {
  const { rows } = await db.query<DatumRow>(`select ${DATUM} from personal.datum d where d.id = $1`, [id]);
  return rows[0];
}

export interface KeptDatum extends Pick<DatumRow, 'id' | 'kind' | 'erasedAt'> {
  readonly orgNo: number;
  readonly keyNo: number | null;
  readonly sealed: Buffer | null;
}

/** One to be read in clear or erased: nobody else changes it meanwhile. */
export async function lockDatum(db: Queryable, id: string): Promise<KeptDatum | undefined> {
  const { rows } = await db.query<KeptDatum>(
    `select id, kind, org_no as "orgNo", key_no as "keyNo", sealed, erased_at as "erasedAt"
     from personal.datum where id = $1 for update`,
    [id],
  );
  return rows[0];
}

/** Nothing of the value stays in the row. */
export async function eraseDatum(
  db: Queryable,
  { id, at, by }: { readonly id: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await db.query(
    `update personal.datum set sealed = null, key_no = null, fingerprint = null, mask = null, erased_at = $2, erased_by = $3
      where id = $1`,
    [id, at, by],
  );
}

export interface Resealed extends SealedValue {
  readonly kind: PersonalKind;
}

/** Some that are not sealed under this key, locked. */
export async function selectSealedBefore(db: Queryable, keyNo: number, count: number): Promise<Resealed[]> {
  const { rows } = await db.query<Resealed>(
    `select id, org_no as "orgNo", kind, key_no as "keyNo", sealed from personal.datum
     where key_no <> $1 limit $2 for update`,
    [keyNo, count],
  );
  return rows;
}

/** A fingerprint that another datum has already is given to none but that. */
export async function resealData(
  db: Queryable,
  rows: readonly (SealedValue & { readonly fingerprint: Buffer | null })[],
): Promise<void> {
  await db.query(
    `update personal.datum d set sealed = n.sealed, key_no = n.key_no,
            fingerprint = case when exists (select from personal.datum o where o.org_no = d.org_no and o.fingerprint = n.fingerprint)
                          then null else n.fingerprint end
     from unnest($1::uuid[], $2::int[], $3::bytea[], $4::bytea[]) as n (id, key_no, sealed, fingerprint)
     where d.id = n.id`,
    [
      ...[rows.map(({ id }) => id), rows.map(({ keyNo }) => keyNo)],
      ...[rows.map(({ sealed }) => sealed), rows.map(({ fingerprint }) => fingerprint)],
    ],
  );
}
