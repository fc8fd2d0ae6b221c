/** SQL of the pictures of products. */
import type { Queryable, Tx } from '../../platform/db/index.ts';
import type { PictureHead } from './read-picture.ts';

export interface PictureRow extends PictureHead {
  readonly digest: Buffer;
  readonly setAt: Date;
}

const ROW = 'p.digest, p.type, p.width, p.height, p.set_at as "setAt"';

/** Of the organisation of the transaction. */
export async function selectOwn(db: Queryable, product: string): Promise<PictureRow | undefined> {
  const { rows } = await db.query<PictureRow>(`select ${ROW} from pictures.picture p where p.product = $1 limit 1`, [
    product,
  ]);
  return rows[0];
}

export interface NewPictureRow extends PictureRow {
  readonly orgNo: number;
  readonly product: string;
  readonly bytes: Buffer;
  readonly by: string | null;
}

/** In the place of the one that was there. */
export async function putPicture(tx: Tx, row: NewPictureRow): Promise<void> {
  await tx.query(
    `insert into pictures.picture (org_no, product, digest, type, width, height, bytes, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (org_no, product) do update set digest = excluded.digest, type = excluded.type, width = excluded.width,
       height = excluded.height, bytes = excluded.bytes, set_by = excluded.set_by, set_at = excluded.set_at`,
    [row.orgNo, row.product, row.digest, row.type, row.width, row.height, row.bytes, row.by, row.setAt],
  );
}

/** The digest of what was removed; undefined where there was none. */
export async function deletePicture(tx: Tx, product: string): Promise<Buffer | undefined> {
  const { rows } = await tx.query<{ digest: Buffer }>(
    'delete from pictures.picture where product = $1 returning digest',
    [product],
  );
  return rows[0]?.digest;
}

/** A picture, and whose it is. */
export interface SaidPicture extends PictureRow {
  readonly code: string;
  readonly orgNo: number;
  readonly orgCode: string | null;
}

/** Organisations that have a picture of one product; a few, and strangers who would like to. */
const ROWS_MAX = 1_000;

/** Whoever they are of, the oldest first. Read as *chain*. */
export async function selectPictures(db: Queryable, codes: readonly string[]): Promise<SaidPicture[]> {
  const { rows } = await db.query<SaidPicture>(
    `select p.product as code, p.org_no as "orgNo", o.code as "orgCode", ${ROW}
     from pictures.picture p join identity.organisation o on o.no = p.org_no
     where p.product = any($1::text[]) order by p.set_at, p.org_no limit ${ROWS_MAX}`,
    [codes],
  );
  return rows;
}

/** The file itself, whoever it is of. Read as *chain*. */
export async function selectBytes(
  db: Queryable,
  digest: Buffer,
): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> {
  const { rows } = await db.query<{ type: string; bytes: Buffer }>(
    'select type, bytes from pictures.picture where digest = $1 limit 1',
    [digest],
  );
  return rows[0];
}
