/** SQL of the orders of the tenant. */
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface KeptLine {
  readonly product: string;
  readonly quantity: string;
  readonly uom?: string;
  readonly lot?: string;
}

/** What of an order is typed. */
export interface OrderContent {
  readonly number: string;
  readonly buyer: string;
  readonly destination: string | null;
  readonly wantedOn: string | null;
  readonly note: string | null;
  readonly lines: readonly KeptLine[];
}

export type KeptState = 'open' | 'closed' | 'withdrawn';

export interface OrderRow extends OrderContent {
  readonly id: string;
  readonly uri: string;
  readonly version: number;
  readonly state: KeptState;
  readonly reason: string | null;
  readonly changedBy: { readonly id: string; readonly name: string } | null;
  readonly changedAt: Date;
}

const ORDER = `o.id, o.number, o.uri, o.buyer, o.destination, to_char(o.wanted_on, 'YYYY-MM-DD') as "wantedOn", o.note, o.lines,
  o.version, o.state, o.reason,
  (select json_build_object('id', p.id, 'name', p.name) from identity.person p where p.id = o.changed_by) as "changedBy",
  o.changed_at as "changedAt"`;

export interface WantedOrders {
  /** Of all but those that are withdrawn, where null. */
  readonly state: KeptState | null;
  /** What they are found by, in small letters. */
  readonly sought: string;
  readonly after: string | null;
  readonly limit: number;
}

/** The newest first; those after the one of this id, if one is given. */
export async function selectNewest(
  db: Queryable,
  { state, sought, after, limit }: WantedOrders,
): Promise<readonly OrderRow[]> {
  const { rows } = await db.query<OrderRow>(
    `select ${ORDER} from orders.sales_order o
     where ($1::text is null and o.state <> 'withdrawn' or o.state = $1) and position($2 in o.sought) > 0
       and ($3::uuid is null or (o.made_at, o.id) < (select b.made_at, b.id from orders.sales_order b where b.id = $3))
     order by o.made_at desc, o.id desc limit $4`,
    [state, sought, after, limit],
  );
  return rows;
}

/** Those that are not closed, as they are wanted; those without a day last. */
export async function selectAsWanted(
  db: Queryable,
  { sought, after, limit }: Omit<WantedOrders, 'state'>,
): Promise<readonly OrderRow[]> {
  const { rows } = await db.query<OrderRow>(
    `select ${ORDER} from orders.sales_order o
     where o.state = 'open' and position($1 in o.sought) > 0
       and ($2::uuid is null or (coalesce(o.wanted_on, 'infinity'), o.id) >
         (select coalesce(b.wanted_on, 'infinity'), b.id from orders.sales_order b where b.id = $2))
     order by coalesce(o.wanted_on, 'infinity'), o.id limit $3`,
    [sought, after, limit],
  );
  return rows;
}

/** Those that are not closed and were wanted on one of these days. */
export async function selectWantedWithin(
  db: Queryable,
  { from, to, limit }: { readonly from: string; readonly to: string; readonly limit: number },
): Promise<readonly OrderRow[]> {
  const { rows } = await db.query<OrderRow>(
    `select ${ORDER} from orders.sales_order o
     where o.state = 'open' and o.wanted_on between $1 and $2 order by o.wanted_on desc, o.id limit $3`,
    [from, to, limit],
  );
  return rows;
}

export async function findOrder(db: Queryable, id: string): Promise<OrderRow | undefined> {
  const { rows } = await db.query<OrderRow>(`select ${ORDER} from orders.sales_order o where o.id = $1`, [id]);
  return rows[0];
}

/** Locked: of two who change it at once one does. */
export async function lockOrder(tx: Tx, id: string): Promise<OrderRow | undefined> {
  const { rows } = await tx.query<OrderRow>(`select ${ORDER} from orders.sales_order o where o.id = $1 for update`, [
    id,
  ]);
  return rows[0];
}

export interface ChangedOrder extends OrderContent {
  readonly id: string;
  readonly sought: string;
  readonly by: string | null;
  readonly at: Date;
}

/** False where there is one of this id, or another of this number. */
export async function insertOrder(
  tx: Tx,
  { orgNo, uri, ...order }: ChangedOrder & { readonly orgNo: number; readonly uri: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into orders.sales_order (org_no, id, number, uri, buyer, destination, wanted_on, note, lines, sought,
       made_by, made_at, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11, $12) on conflict do nothing`,
    [
      ...[orgNo, order.id, order.number, uri, order.buyer, order.destination, order.wantedOn, order.note],
      ...[JSON.stringify(order.lines), order.sought, order.by, order.at],
    ],
  );
  return rowCount === 1;
}

/** Its number stays. */
export async function updateOrder(tx: Tx, order: ChangedOrder): Promise<void> {
  await tx.query(
    `update orders.sales_order set buyer = $2, destination = $3, wanted_on = $4, note = $5, lines = $6, sought = $7,
       changed_by = $8, changed_at = $9, version = version + 1 where id = $1`,
    [
      ...[order.id, order.buyer, order.destination, order.wantedOn, order.note, JSON.stringify(order.lines)],
      ...[order.sought, order.by, order.at],
    ],
  );
}

export interface Standing {
  readonly state: KeptState;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: Date;
}

export async function setOrderState(tx: Tx, id: string, { state, reason, by, at }: Standing): Promise<void> {
  await tx.query(
    `update orders.sales_order set state = $2, reason = $3, changed_by = $4, changed_at = $5, version = version + 1
     where id = $1`,
    [id, state, reason, by, at],
  );
}
