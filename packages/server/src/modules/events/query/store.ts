import type { Queryable } from '../../../platform/db/index.ts';
import { rowIdFloor, textKey, unitKey } from '../keys.ts';
import { TOUCH_ROLES, TYPE_NUMBERS } from '../roles.ts';
import type { Condition, EventQuery } from './parameters.ts';

/** A stored event row as readers get it. */
export interface StoredEvent {
  readonly id: string;
  /** Log position; -1 where the sequencer has not reached it yet. */
  readonly position: number;
  readonly identity: string;
  readonly recordTime: Date;
  readonly declares: boolean;
  readonly hash: Buffer;
  /** Null where the row was stored before contents were kept. */
  readonly content: Buffer | null;
  readonly contextId: string;
  readonly body: string;
}

const COLUMNS = `e.id, coalesce(l.position, -1)::float8 as position, e.identity, e.record_time as "recordTime",
  e.declares, e.hash, e.content, e.context_id as "contextId", e.body`;

/** One page in log order, one row more than asked so that the caller sees whether there is a next one. */
export async function selectPage(db: Queryable, query: EventQuery): Promise<StoredEvent[]> {
  const values: unknown[] = [query.after, query.perPage + 1];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = query.conditions.map((condition) => `and ${predicate(condition, bind)}`).join('\n');
  const { rows } = await db.query<StoredEvent>(
    `select ${COLUMNS}
     from integrity.log l join events.event e on e.id = l.event_id
     where l.position > $1 ${where}
     order by l.position limit $2`,
    values,
  );
  return rows;
}

/** SQL of one condition. Texts are constants of this file; every value is bound. */
function predicate(condition: Condition, bind: (value: unknown) => string): string {
  switch (condition.on) {
    case 'type':
      return `e.type = any(${bind(condition.types.map((type) => TYPE_NUMBERS[type]))}::smallint[])`;
    case 'bizStep':
      return `e.biz_step = any(${bind(condition.terms)}::text[])`;
    case 'eventTime': {
      // The id begins with the event time, so the primary key answers this. Before 1970 all ids share one floor,
      // so the column decides there.
      const sign = condition.comparison === 'GE' ? '>=' : '<';
      const column = `e.event_time ${sign} ${bind(new Date(condition.timeMs).toISOString())}::timestamptz`;
      return condition.timeMs > 0 ? `e.id ${sign} ${bind(rowIdFloor(condition.timeMs))}::uuid and ${column}` : column;
    }
    case 'touch':
      // As an array, so that the few events of a unit are fetched by id and the log is not walked for them.
      return `e.id = any(array(select t.event_id from events.touch t
        where t.unit = any(${bind(condition.codes.map(unitKey))}::uuid[])
          and t.role = any(${bind(condition.roles)}::smallint[])))`;
    default:
      return unreachable(condition);
  }
}

function unreachable(value: never): never {
  throw new Error(`no SQL for ${JSON.stringify(value)}`);
}

const SAME_IDENTITY_MAX = 100; // an event and its error declarations; nobody declares one event so often

/** The rows under one identity: the event, and error declarations of it, in log order. */
export async function selectByIdentity(db: Queryable, identity: string): Promise<StoredEvent[]> {
  const { rows } = await db.query<StoredEvent>(
    `select ${COLUMNS}
     from events.event e left join integrity.log l on l.event_id = e.id
     where e.identity = $1
       and e.id = any(array(select event_id from events.touch where unit = $2 and role = ${TOUCH_ROLES.identity}))
     order by l.position nulls last limit ${SAME_IDENTITY_MAX}`,
    [identity, textKey(identity)],
  );
  return rows;
}

/** What a look-up found within its bound. */
export interface Bounded<Found> {
  readonly rows: Found[];
  /** There is more than was looked at. */
  readonly more: boolean;
}

/** Of a unit's events in the order of their times. */
export type End = 'oldest' | 'newest';

/** Mentions that are looked at for each event that may be given: a pallet mentions thousands of units at once. */
const TOUCHES_PER_EVENT = 10;

/** Rows that touch one of these keys in one of these roles, at most `max`. */
export async function selectTouching(
  db: Queryable,
  keys: readonly string[],
  { roles, max }: { readonly roles: readonly number[]; readonly max: number },
): Promise<Bounded<StoredEvent>> {
  return bounded(db, max, {
    touches: 'select event_id from events.touch where unit = any($2::uuid[]) and role = any($3::smallint[])',
    values: [keys, roles],
  });
}

/** The newest or the oldest rows that touch one of these keys in one of these roles, at most `max` of each key. */
export async function selectEndsTouching(
  db: Queryable,
  keys: readonly string[],
  { roles, max, end }: { readonly roles: readonly number[]; readonly max: number; readonly end: End },
): Promise<Bounded<StoredEvent>> {
  const order = end === 'newest' ? 'desc' : 'asc';
  return bounded(db, max * keys.length, {
    // The id begins with the event time, and the index holds a unit's ids in their order.
    touches: `select t.event_id from unnest($2::uuid[]) as k (unit) cross join lateral (
                select event_id from events.touch where unit = k.unit and role = any($3::smallint[])
                order by event_id ${order} limit ${Math.trunc(max) + 1}) t`,
    values: [keys, roles],
    order: `order by event_id ${order}`,
  });
}

/** Rows that touch a key inside one of these ranges as a unit, at most `max`. */
export async function selectTouchingRanges(
  db: Queryable,
  ranges: readonly { readonly from: string; readonly to: string }[],
  { roles, max }: { readonly roles: readonly number[]; readonly max: number },
): Promise<Bounded<StoredEvent>> {
  return bounded(db, max, {
    touches: `select t.event_id from unnest($2::uuid[], $3::uuid[]) as r (lo, hi)
              join events.touch t on t.unit between r.lo and r.hi where t.role = any($4::smallint[])`,
    values: [ranges.map((range) => range.from), ranges.map((range) => range.to), roles],
  });
}

/** Looks at so many touches and no more, then fetches the rows that they are of. */
async function bounded(
  db: Queryable,
  max: number,
  {
    touches,
    values,
    // Without an order it is by chance which of them a bound leaves out.
    order = 'order by event_id',
  }: { readonly touches: string; readonly values: readonly unknown[]; readonly order?: string },
): Promise<Bounded<StoredEvent>> {
  const touchesMax = TOUCHES_PER_EVENT * max;
  const { rows } = await db.query<{ ids: string[]; more: boolean }>(
    `with seen as materialized (${touches} limit ${touchesMax + 1}),
          found as (select distinct event_id from seen ${order} limit $1::bigint + 1)
     select array(select event_id from found) as ids, (select count(*) from seen) > ${touchesMax} as more`,
    [max, ...values],
  );
  const { ids = [], more = false } = rows[0] ?? {};
  const found = await selectByIds(db, ids.slice(0, max));
  return { rows: found, more: more || ids.length > max };
}

/** Contexts by id, as text. */
export async function selectContexts(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; body: string }>(
    'select id, body from events.context where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.body]));
}

/** Which of these keys (identities or content hash IDs) an error declaration points at. */
export async function selectDeclared(db: Queryable, targets: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ target: string }>(
    `select distinct unit as target from events.touch where unit = any($1::uuid[]) and role = ${TOUCH_ROLES.declares}`,
    [targets],
  );
  return new Set(rows.map((row) => row.target));
}

/** Rows by id. */
export async function selectByIds(db: Queryable, ids: readonly string[]): Promise<StoredEvent[]> {
  const { rows } = await db.query<StoredEvent>(
    `select ${COLUMNS} from events.event e left join integrity.log l on l.event_id = e.id where e.id = any($1::uuid[])`,
    [ids],
  );
  return rows;
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'; // of no row: the ids are UUIDs of version 8

/** Ids of rows, ascending, from behind an id on. */
export async function selectIdsAfter(db: Queryable, id: string | undefined, count: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>('select id from events.event where id > $1 order by id limit $2', [
    id ?? FIRST_ID,
    count,
  ]);
  return rows.map((row) => row.id);
}
