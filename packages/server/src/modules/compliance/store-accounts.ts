/** SQL of accounts: sums of movements, made when they are asked for. */
import type { AccountState } from '@suyuan/api';
import type { Queryable } from '../../platform/db/index.ts';

export interface AccountRow {
  readonly account: string;
  readonly product: string;
  readonly uom: string;
  /** Before the span; what came in, went out and was lost in it; at its end. Exact, as decimals. */
  readonly opening: string;
  readonly in: string;
  readonly out: string;
  readonly loss: string;
  readonly closing: string;
  /** Records that do not say how much. */
  readonly unknown: number;
  readonly records: number;
  readonly lastDay: string;
  /** The first day at the end of which more was out than in, and how much. */
  readonly shortDay: string | null;
  readonly short: string | null;
  /** When it was last counted, what was found then, and what the records say of that day. */
  readonly countedDay: string | null;
  readonly counted: string | null;
  readonly countedBook: string | null;
  readonly state: AccountState;
}

export interface AccountsWanted {
  readonly pack: string;
  readonly balance: string;
  /** Percent of what came in; null: whatever is out is never beyond it. */
  readonly tolerance: number | null;
  /** Days in China. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * Parameters: pack, balance, tolerance, from, until. A day is looked at as a whole, since who sells in the morning often enters the
 * receipt in the evening. Beside the tolerance a billionth is none, which comes of units that convert.
 */
const ACCOUNTS = `moved as materialized (
    select account, product, uom, effect, amount, day, event_id from compliance.movement
    where pack = $1 and balance = $2 and ($5::date is null or day <= $5)
  ), days as (
    select account, uom, day, sum(case effect when 'in' then amount when 'count' then 0 else -amount end) as net
    from moved group by account, uom, day
  ), held as (
    select account, uom, day, sum(coalesce(net, 0)) over (partition by account, uom order by day) as book from days
  ), sums as (
    select account, uom, min(product) as product,
      coalesce(sum(case effect when 'in' then amount when 'count' then 0 else -amount end) filter (where day < $4), 0) as opening,
      coalesce(sum(amount) filter (where effect = 'in' and ($4::date is null or day >= $4)), 0) as "in",
      coalesce(sum(amount) filter (where effect = 'out' and ($4::date is null or day >= $4)), 0) as out,
      coalesce(sum(amount) filter (where effect = 'loss' and ($4::date is null or day >= $4)), 0) as loss,
      coalesce(sum(case effect when 'in' then amount when 'count' then 0 else -amount end), 0) as closing,
      coalesce(sum(amount) filter (where effect = 'in'), 0) * ($3::numeric / 100 + 1e-9) as leeway,
      count(*) filter (where amount is null)::int as unknown, count(distinct event_id)::int as records, max(day) as last_day
    from moved group by account, uom
  ), counts as (
    select distinct on (account, uom) account, uom, day, sum(amount) as counted
    from moved where effect = 'count' group by account, uom, day order by account, uom, day desc
  ), shorts as (
    select distinct on (h.account, h.uom) h.account, h.uom, h.day, h.book
    from held h join sums s using (account, uom) where h.book < -s.leeway order by h.account, h.uom, h.day
  ), books as (
    select distinct on (h.account, h.uom) h.account, h.uom, h.book
    from held h join counts c using (account, uom) where h.day <= c.day order by h.account, h.uom, h.day desc
  ), told as (
    select s.account, s.product, s.uom, opening, "in", out, loss, closing, leeway, records, last_day,
      short.day as short_day, -short.book as short, c.day as counted_day, c.counted, b.book as counted_book,
      (sum(unknown) over own)::int as unknown,
      bool_or(short.day is not null) over own and count(*) filter (where s.uom <> '') over own > 1 as is_mixed,
      s.account = s.product and sum(closing) over (partition by s.product, s.uom) >= 0 as is_part,
      -- What is said without a unit belongs to the amounts in the one unit that there is.
      s.uom = '' and count(*) over own > 1 as is_beside
    from sums s
    left join shorts short using (account, uom) left join counts c using (account, uom) left join books b using (account, uom)
    window own as (partition by s.account)
  ), stated as (
    select *, case
      when is_mixed then 'units'
      when unknown > 0 or (short_day is not null and is_part) then 'unclear'
      when short_day is not null then 'short'
      when counted is not null and abs(counted - counted_book) > leeway then 'differs'
      when closing > leeway then 'held'
      else 'even' end as state
    from told where not is_beside
  )`;

function valuesOf({ pack, balance, tolerance, from, until }: AccountsWanted): unknown[] {
  return [pack, balance, tolerance, from ?? null, until ?? null];
}

export async function selectAccounts(
  db: Queryable,
  {
    states,
    account,
    after,
    limit,
    ...wanted
  }: AccountsWanted & {
    readonly states?: readonly AccountState[] | undefined;
    /** Part of its code. */
    readonly account?: string | undefined;
    readonly after?: { readonly account: string; readonly uom: string } | undefined;
    readonly limit: number;
  },
): Promise<AccountRow[]> {
  const { rows } = await db.query<AccountRow>(
    `with ${ACCOUNTS}
     select account, product, uom, opening::text, "in"::text, out::text, loss::text, closing::text, unknown, records,
       last_day::text as "lastDay", short_day::text as "shortDay", short::text, counted_day::text as "countedDay", counted::text,
       counted_book::text as "countedBook", state
     from stated
     where ($6::text[] is null or state = any($6)) and ($7::text is null or strpos(account, $7) > 0)
       and ($8::text is null or (account, uom) > ($8, $9))
     order by account, uom limit $10`,
    [...valuesOf(wanted), states ?? null, account ?? null, after?.account ?? null, after?.uom ?? null, limit],
  );
  return rows;
}

/** Which accounts of which packs something was recorded of. */
export async function selectMovedBalances(
  db: Queryable,
): Promise<readonly { readonly pack: string; readonly balance: string }[]> {
  const { rows } = await db.query<{ pack: string; balance: string }>(
    'select pack, balance from compliance.movement group by pack, balance order by pack, balance',
  );
  return rows;
}

/** How many accounts are in each state. */
export async function countAccounts(
  db: Queryable,
  wanted: AccountsWanted,
): Promise<readonly { readonly state: AccountState; readonly accounts: number }[]> {
  const { rows } = await db.query<{ state: AccountState; accounts: number }>(
    `with ${ACCOUNTS} select state, count(*)::int as accounts from stated group by state`,
    valuesOf(wanted),
  );
  return rows;
}

export interface MovementRow {
  readonly eventId: string;
  readonly place: number;
  /** eventID, or the CBV hash ID. */
  readonly identity: string;
  readonly eventTime: Date;
  readonly stage: string;
  readonly effect: 'in' | 'out' | 'loss' | 'count';
  readonly uom: string;
  readonly amount: string | null;
}

/** What made the sums of one account, in the order of the events. */
export async function selectMovements(
  db: Queryable,
  {
    pack,
    balance,
    account,
    from,
    until,
    after,
    limit,
  }: Omit<AccountsWanted, 'tolerance'> & {
    readonly account: string;
    readonly after?: { readonly eventId: string; readonly place: number } | undefined;
    readonly limit: number;
  },
): Promise<MovementRow[]> {
  const { rows } = await db.query<MovementRow>(
    `select m.event_id as "eventId", m.place, j.identity, j.event_time as "eventTime", j.stage, m.effect, m.uom, m.amount::text
     from compliance.movement m join compliance.judged j using (org_no, event_id, pack)
     where m.pack = $1 and m.balance = $2 and m.account = $3 and ($4::date is null or m.day >= $4) and ($5::date is null or m.day <= $5)
       and ($6::uuid is null or (m.event_id, m.place) > ($6, $7))
     order by m.event_id, m.place limit $8`,
    [pack, balance, account, from ?? null, until ?? null, after?.eventId ?? null, after?.place ?? null, limit],
  );
  return rows;
}
