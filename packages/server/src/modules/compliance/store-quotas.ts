/** SQL of what authorities have allotted to the tenant, and of how much of it is used. */
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface QuotaRow {
  readonly id: string;
  readonly pack: string;
  readonly balance: string;
  /** Canonical code; empty: of all products. */
  readonly product: string;
  /** Days in China. */
  readonly from: string;
  readonly until: string;
  /** Exact, as decimals. */
  readonly amount: string;
  readonly uom: string;
  readonly basis: string;
}

export interface UsedRow {
  readonly used: string;
  /** Entries that cannot be counted. */
  readonly unknown: number;
  /** The first day at the end of which more was used. */
  readonly exceededOn: string | null;
}

const QUOTA = `q.id, q.pack, q.balance, q.product, q.starts::text as "from", q.ends::text as until, q.amount::text, q.uom, q.basis`;

/** Those that hold, the newest first. */
export async function selectQuotas(db: Queryable, limit: number): Promise<QuotaRow[]> {
  const { rows } = await db.query<QuotaRow>(
    `select ${QUOTA} from compliance.quota q where q.withdrawn_at is null order by q.starts desc, q.id limit $1`,
    [limit],
  );
  return rows;
}

export async function findQuota(db: Queryable, id: string): Promise<QuotaRow | undefined> {
  const { rows } = await db.query<QuotaRow>(
    `select ${QUOTA} from compliance.quota q where q.id = $1 and q.withdrawn_at is null`,
    [id],
  );
  return rows[0];
}

/** What records of this effect have used of it. */
export async function selectUsed(
  db: Queryable,
  { pack, balance, product, from, until, amount, uom }: QuotaRow,
  effect: 'in' | 'out',
): Promise<UsedRow> {
  const { rows } = await db.query<UsedRow>(
    `with days as (
       select day, coalesce(sum(amount) filter (where uom = $7), 0) as used, count(*) filter (where amount is null or uom <> $7)::int as unknown
       from compliance.movement
       where pack = $1 and balance = $2 and effect = $3 and day between $4 and $5 and ($6 = '' or product = $6)
       group by day
     ), running as (select day, sum(used) over (order by day) as used from days)
     select coalesce(sum(used), 0)::text as used, coalesce(sum(unknown), 0)::int as unknown,
       (select min(day)::text from running where used > $8::numeric * (1 + 1e-9)) as "exceededOn"
     from days`,
    [pack, balance, effect, from, until, product, uom, amount],
  );
  const [used] = rows;
  if (used === undefined) throw new Error('a sum of nothing');
  return used;
}

export type NewQuotaRow = Omit<QuotaRow, 'id'> & {
  readonly orgNo: number;
  readonly at: Date;
  readonly by: string | null;
};

/** Undefined where another of the same account and product holds on one of its days. */
export async function insertQuota(tx: Tx, row: NewQuotaRow): Promise<string | undefined> {
  const { orgNo, pack, balance, product, from, until, amount, uom, basis, at, by } = row;
  // One at a time, so that two that are entered at once do not both find nothing.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('quota ' || $1, 0))`, [String(orgNo)]);
  const { rows } = await tx.query<{ id: string }>(
    `insert into compliance.quota (org_no, pack, balance, product, starts, ends, amount, uom, basis, entered_at, entered_by)
     select $1, $2, $3, $4, $5::date, $6::date, $7, $8, $9, $10, $11
     where not exists (select from compliance.quota q where q.org_no = $1 and q.pack = $2 and q.balance = $3 and q.product = $4
                         and q.withdrawn_at is null and q.starts <= $6::date and q.ends >= $5::date)
     returning id`,
    [orgNo, pack, balance, product, from, until, amount, uom, basis, at, by],
  );
  return rows[0]?.id;
}

/** Whether there was one to withdraw. */
export async function updateWithdrawn(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update compliance.quota set withdrawn_at = $2 where id = $1 and withdrawn_at is null',
    [id, at],
  );
  return rowCount === 1;
}
