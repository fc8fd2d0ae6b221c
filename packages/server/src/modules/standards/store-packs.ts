/** SQL of the packs that the operator has added. */
import type { Queryable, Tx } from '../../platform/db/index.ts';

/** More packs than there are categories, with some versions of each. */
const PACKS_MAX = 500;

export interface AddedPack {
  readonly no: number;
  readonly pack: string;
  readonly version: string;
  readonly digest: string;
}

/** Those that were not withdrawn. */
export async function selectAdded(db: Queryable): Promise<AddedPack[]> {
  const { rows } = await db.query<AddedPack>(
    `select no, pack, version, digest from standards.pack where withdrawn_at is null order by no limit ${PACKS_MAX}`,
  );
  return rows;
}

export async function selectBody(db: Queryable, no: number): Promise<string> {
  const { rows } = await db.query<{ body: string }>('select body from standards.pack where no = $1', [no]);
  return rows[0]?.body ?? '';
}

export interface ListedPack extends AddedPack {
  readonly addedAt: Date;
  readonly addedBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
}

/** All of them, the newest first. */
export async function selectListed(db: Queryable): Promise<ListedPack[]> {
  const { rows } = await db.query<ListedPack>(
    `select p.no, p.pack, p.version, p.digest, p.added_at as "addedAt", p.withdrawn_at as "withdrawnAt",
            (select name from identity.person where id = p.added_by) as "addedBy",
            (select name from identity.person where id = p.withdrawn_by) as "withdrawnBy"
     from standards.pack p order by p.no desc limit ${PACKS_MAX}`,
  );
  return rows;
}

export interface HistoryRow extends AddedPack {
  readonly addedAt: Date;
  readonly withdrawnAt: Date | null;
}

/** Of what was added under one id, as much as a page has room for. */
const HISTORY_MAX = 100;

/** The newest first, withdrawn ones too; whose doing it was is nobody's but the operator's. */
export async function selectHistory(db: Queryable, pack: string): Promise<HistoryRow[]> {
  const { rows } = await db.query<HistoryRow>(
    `select no, pack, version, digest, added_at as "addedAt", withdrawn_at as "withdrawnAt"
     from standards.pack where pack = $1 order by no desc limit ${HISTORY_MAX}`,
    [pack],
  );
  return rows;
}

export interface NewPack {
  readonly pack: string;
  readonly version: string;
  readonly body: string;
  readonly digest: string;
  readonly at: Date;
  /** Null: by whoever has the machine. */
  readonly by: string | null;
}

/** False where this version is there already, or there are too many. */
export async function insertPack(tx: Tx, { pack, version, body, digest, at, by }: NewPack): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into standards.pack (pack, version, body, digest, added_at, added_by)
     select $1, $2, $3, $4, $5, $6 where (select count(*) from standards.pack where withdrawn_at is null) < ${PACKS_MAX}
     on conflict do nothing`,
    [pack, version, body, digest, at, by],
  );
  return rowCount === 1;
}

/** False where there is none, or it was withdrawn before. */
export async function withdrawPack(
  tx: Tx,
  { pack, version, at, by }: Pick<NewPack, 'pack' | 'version' | 'at' | 'by'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update standards.pack set withdrawn_at = $3, withdrawn_by = $4
     where pack = $1 and version = $2 and withdrawn_at is null`,
    [pack, version, at, by],
  );
  return rowCount === 1;
}
