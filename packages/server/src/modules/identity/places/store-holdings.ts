/** SQL of the codes that the organisation of the transaction gives out. */
import type { Queryable } from '../../../platform/db/index.ts';

export interface HoldingRow {
  readonly id: string;
  readonly scheme: string;
  readonly first: string;
  readonly last: string | null;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export type NewHolding = Pick<HoldingRow, 'scheme' | 'first' | 'last' | 'note'>;

const HOLDING = 'id, scheme, first, last, note, created_at as "createdAt", ended_at as "endedAt"';
const LISTED_MAX = 5_000;

export async function selectHoldings(db: Queryable): Promise<HoldingRow[]> {
  const { rows } = await db.query<HoldingRow>(
    `select ${HOLDING} from identity.holding order by ended_at is not null, scheme, first, id limit ${LISTED_MAX}`,
  );
  return rows;
}

/** Whether another has codes among these; nobody else can be asking meanwhile. */
export async function isHoldingTaken(db: Queryable, { scheme, first, last }: NewHolding): Promise<boolean> {
  const { rows } = await db.query<{ taken: boolean }>('select identity.holding_taken($1, $2, $3) as taken', [
    scheme,
    first,
    last,
  ]);
  return rows[0]?.taken === true;
}

export async function insertHolding(db: Queryable, orgNo: number, holding: NewHolding): Promise<HoldingRow> {
  const { scheme, first, last, note } = holding;
  const { rows } = await db.query<HoldingRow>(
    `insert into identity.holding (org_no, scheme, first, last, note) values ($1, $2, $3, $4, $5) returning ${HOLDING}`,
    [orgNo, scheme, first, last, note],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the codes were not kept');
  return row;
}

export async function endHolding(db: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'update identity.holding set ended_at = now() where id = $1 and ended_at is null',
    [id],
  );
  return rowCount === 1;
}
