/** SQL of the openings of the organisation of the transaction. */
import type { DataElement, Level } from '@suyuan/api';
import type { Queryable, Tx } from '../../platform/db/index.ts';

/** An opening as its owner sees it. */
export interface OwnOpening {
  readonly id: string;
  readonly element: DataElement | '*';
  readonly product: string | null;
  readonly level: Level | null;
  readonly partnerId: string | null;
  readonly partnerName: string | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly note: string | null;
  readonly createdAt: Date;
}

const OWN = `select id, element, product, level, partner_id as "partnerId", partner_name as "partnerName",
  valid_from as "validFrom", valid_until as "validUntil", note, created_at as "createdAt" from disclosure.own_openings()`;

/** Those that the organisation of the transaction has not ended, the newest first. */
export async function selectOwnOpenings(db: Queryable): Promise<OwnOpening[]> {
  return (await db.query<OwnOpening>(OWN)).rows;
}

export interface NewOpening {
  readonly orgNo: number;
  readonly element: DataElement | '*';
  readonly product: string | null;
  readonly level: Level | null;
  readonly partnerNo: number | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly note: string | null;
  readonly madeBy: string | null;
}

export async function countOpenings(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from disclosure.opening where ended_at is null',
  );
  return rows[0]?.count ?? 0;
}

export async function insertOpening(tx: Tx, opening: NewOpening): Promise<string> {
  const { orgNo, element, product, level, partnerNo, validFrom, validUntil, note, madeBy } = opening;
  const { rows } = await tx.query<{ id: string }>(
    `insert into disclosure.opening (org_no, element, product, level, partner_no, valid_from, valid_until, note, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [orgNo, element, product, level, partnerNo, validFrom, validUntil, note, madeBy],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('the opening was not kept');
  return made.id;
}

/** Whether there was one in force. */
export async function endOpening(tx: Tx, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update disclosure.opening set ended_at = now() where id = $1 and ended_at is null',
    [id],
  );
  return rowCount === 1;
}
