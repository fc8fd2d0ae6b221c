/** SQL of reading. Ids first, from touches, records or the log; then rows by id. No statement joins these. */
import type { Queryable } from '../../../platform/db/index.ts';
import { rowIdFloor, unitKey } from '../keys.ts';
import { TOUCH_ROLES, TYPE_NUMBERS } from '../roles.ts';
import { shortTerm } from '../terms.ts';
import { uuidsIn } from './packed-rows.ts';
import type { Condition } from './parameters.ts';

/** What is derived of an event. */
export interface EventRow {
  readonly id: string;
  readonly identityKey: string;
  readonly declares: boolean;
  readonly hash: Buffer;
  readonly content: Buffer;
  readonly facts: Buffer;
}

const COLUMNS = 'id, identity_key as "identityKey", declares, hash, content, facts';

/** The events of these records of the tenant. */
export async function selectOwn(
  db: Queryable,
  records: readonly Pick<RecordRow, 'eventId' | 'block'>[],
): Promise<EventRow[]> {
  if (records.length === 0) return [];
  const { rows } = await db.query<EventRow>(`select ${COLUMNS} from events.own_in_blocks($1::uuid[], $2::bigint[])`, [
    [...new Set(records.map(({ eventId }) => eventId))],
    [...new Set(records.map(({ block }) => block))],
  ]);
  return rows;
}

/** Rows by id, whoever recorded them: of the chain. */
export async function selectByIds(db: Queryable, ids: readonly string[]): Promise<EventRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<EventRow>(`select ${COLUMNS} from events.event where id = any($1::uuid[])`, [ids]);
  return rows;
}

/** Who recorded what, and where its bytes are. */
export interface RecordRow {
  readonly identityKey: string;
  readonly orgNo: number;
  readonly eventId: string;
  readonly block: number;
  readonly place: number;
}

/** All records under these identities. */
export async function selectRecords(db: Queryable, identityKeys: readonly string[]): Promise<RecordRow[]> {
  if (identityKeys.length === 0) return [];
  const { rows } = await db.query<RecordRow>(
    `select identity_key as "identityKey", org_no as "orgNo", event_id as "eventId", block, place
     from events.record where identity_key = any($1::uuid[])`,
    [identityKeys],
  );
  return rows;
}

const SAME_IDENTITY_MAX = 100; // an event, its error declarations, and others under one eventID; nobody has so many

/** The records under one identity. */
export async function selectByIdentity(db: Queryable, identityKey: string): Promise<RecordRow[]> {
  const { rows } = await db.query<RecordRow>(
    `select identity_key as "identityKey", org_no as "orgNo", event_id as "eventId", block, place
     from events.record where identity_key = $1 order by org_no, variant <> 0, event_id limit ${SAME_IDENTITY_MAX}`,
    [identityKey],
  );
  return rows;
}

/** The events of blocks, by place. */
export async function selectBlocks(db: Queryable, blocks: readonly number[]): Promise<Map<number, readonly string[]>> {
  if (blocks.length === 0) return new Map();
  const { rows } = await db.query<{ block: number; eventIds: readonly string[] }>(
    'select block, event_ids as "eventIds" from events.block where block = any($1::bigint[])',
    [blocks],
  );
  return new Map(rows.map(({ block, eventIds }) => [block, eventIds]));
}

/** What was received as one block, with what its texts have in common. */
export interface ReceivedRow {
  readonly block: number;
  readonly orgNo: number;
  readonly keyId: string | null;
  readonly jobId: string | null;
  readonly receivedAt: Date;
  readonly binding: number;
  readonly contextId: string;
  readonly leafVersion: number;
  readonly packed: Buffer;
}

const RECEIVED = `block, org_no as "orgNo", key_id as "keyId", job_id as "jobId", received_at as "receivedAt", binding,
  context_id as "contextId", leaf_version as "leafVersion", packed`;

export async function selectReceived(db: Queryable, blocks: readonly number[]): Promise<ReceivedRow[]> {
  if (blocks.length === 0) return [];
  const { rows } = await db.query<ReceivedRow>(
    `select ${RECEIVED} from events.received where block = any($1::bigint[])`,
    [blocks],
  );
  return rows;
}

/** What a block says of itself, without its texts. */
export interface BlockHead extends Pick<ReceivedRow, 'block' | 'receivedAt' | 'binding' | 'contextId'> {
  readonly packedBytes: number;
}

export async function selectHeads(db: Queryable, blocks: readonly number[]): Promise<Map<number, BlockHead>> {
  if (blocks.length === 0) return new Map();
  const { rows } = await db.query<BlockHead>(
    `select block, received_at as "receivedAt", binding, context_id as "contextId", octet_length(packed) as "packedBytes"
     from events.received where block = any($1::bigint[])`,
    [blocks],
  );
  return new Map(rows.map((row) => [row.block, row]));
}

/** What was received, in the order of its blocks, from behind one on. */
export async function selectReceivedAfter(db: Queryable, block: number, count: number): Promise<ReceivedRow[]> {
  const { rows } = await db.query<ReceivedRow>(
    `select ${RECEIVED} from events.received where block > $1 order by block limit $2`,
    [block, count],
  );
  return rows;
}

/** When blocks were received. */
export async function selectTimesReceived(db: Queryable, blocks: readonly number[]): Promise<Map<number, Date>> {
  if (blocks.length === 0) return new Map();
  const { rows } = await db.query<{ block: number; at: Date }>(
    'select block, received_at as at from events.received where block = any($1::bigint[])',
    [blocks],
  );
  return new Map(rows.map(({ block, at }) => [block, at]));
}

/** Events of a tenant; with the blocks that they stand in where these are known, which is faster. */
export interface OwnEvents {
  readonly ids: readonly string[];
  readonly blocks?: readonly number[];
}

/** Those of these events that the tenant has recorded and all conditions hold for. Texts are constants of this file; every value is bound. */
export async function selectMatching(
  db: Queryable,
  { ids, blocks }: OwnEvents,
  conditions: readonly Condition[],
): Promise<Pick<EventRow, 'id' | 'identityKey'>[]> {
  if (ids.length === 0) return [];
  const values: unknown[] = blocks === undefined ? [ids] : [ids, blocks];
  const events = blocks === undefined ? 'own_events($1::uuid[])' : 'own_in_blocks($1::uuid[], $2::bigint[])';
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = conditions.flatMap((condition) => predicate(condition, bind)).map((text) => `and ${text}`);
  const { rows } = await db.query<Pick<EventRow, 'id' | 'identityKey'>>(
    `select id, identity_key as "identityKey" from events.${events} where true ${where.join('\n')}`,
    values,
  );
  return rows;
}

function predicate(condition: Condition, bind: (value: unknown) => string): string[] {
  switch (condition.on) {
    case 'type':
      return [`type = any(${bind(condition.types.map((type) => TYPE_NUMBERS[type]))}::smallint[])`];
    case 'bizStep':
      return [`biz_step = any(${bind(condition.terms.map(shortTerm))}::text[])`];
    case 'eventTime': {
      const sign = condition.comparison === 'GE' ? '>=' : '<';
      return [`event_time ${sign} ${bind(new Date(condition.timeMs).toISOString())}::timestamptz`];
    }
    case 'touch':
      return []; // asked of touches
    default:
      return unreachable(condition);
  }
}

function unreachable(value: never): never {
  throw new Error(`no SQL for ${JSON.stringify(value)}`);
}

type TouchCondition = Extract<Condition, { on: 'touch' }>;

/** Ids of the tenant's events that touch one of these codes so; undefined where that takes more than `max` touches. */
export async function selectTouched(
  db: Queryable,
  { codes, roles }: Pick<TouchCondition, 'codes' | 'roles'>,
  max: number,
): Promise<string[] | undefined> {
  const { rows } = await db.query<{ ids: string[] | null }>(
    'select events.own_touching($1::uuid[], $2::smallint[], $3) as ids',
    [codes.map(unitKey), roles, max],
  );
  return rows[0]?.ids ?? undefined;
}

/** Those of these events, as far as the tenant has recorded them, that touch one of these codes so. */
export async function selectTouchingOf(
  db: Queryable,
  ids: readonly string[],
  { codes, roles }: Pick<TouchCondition, 'codes' | 'roles'>,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<{ id: string }>(
    'select own_among as id from events.own_among($1::uuid[], $2::uuid[], $3::smallint[])',
    [ids, codes.map(unitKey), roles],
  );
  return rows.map(({ id }) => id);
}

/** Whether an event of this id can have happened within the times that are asked for: an id begins with its time. */
export function mayBeWithin(id: string, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => {
    // Before 1970 all ids share one floor.
    if (condition.on !== 'eventTime' || condition.timeMs <= 0) return true;
    const floor = rowIdFloor(condition.timeMs);
    return condition.comparison === 'GE' ? id >= floor : id < floor;
  });
}

/** What a look-up found within its bound. */
export interface Bounded {
  readonly ids: readonly string[];
  /** There is more than was looked at. */
  readonly more: boolean;
}

/** Of a unit's events in the order of their times. */
export type End = 'oldest' | 'newest';

/** Mentions that are looked at for each event that may be given: a pallet mentions thousands of units at once. */
export const TOUCHES_PER_EVENT = 10;

/** The newest or the oldest events that touch one of these keys in one of these roles, at most `max` of each key. */
export async function selectEndsTouching(
  db: Queryable,
  keys: readonly string[],
  { roles, max, end }: { readonly roles: readonly number[]; readonly max: number; readonly end: End },
): Promise<Bounded> {
  const order = `order by event_id ${end === 'newest' ? 'desc' : 'asc'}`;
  const idsMax = max * keys.length;
  const touchesMax = TOUCHES_PER_EVENT * idsMax;
  // The id begins with the event time, and the index holds a unit's ids in their order. Packed: an array of texts takes ten times as long to read.
  const { rows } = await db.query<{ packed: Buffer | null; more: boolean }>(
    `with seen as materialized (
       select t.event_id from unnest($2::uuid[]) as k (unit) cross join lateral (
         select event_id from events.touch where unit = k.unit and role = any($3::smallint[])
         ${order} limit ${Math.trunc(max) + 1}) t limit ${touchesMax + 1}),
          found as materialized (select distinct event_id from seen ${order} limit $1::bigint + 1)
     select (select string_agg(uuid_send(event_id), ''::bytea) from found) as packed,
            (select count(*) from seen) > ${touchesMax} as more`,
    [idsMax, keys, roles],
  );
  const [row] = rows;
  const ids = uuidsIn(row?.packed ?? Buffer.alloc(0));
  return { ids: ids.slice(0, idsMax), more: (row?.more ?? false) || ids.length > idsMax };
}

/** Ids of events that touch a key in one of these roles and are not before its floor, at most `max` of each. */
export async function selectLater(
  db: Queryable,
  touched: readonly { readonly key: string; readonly floor: string }[],
  { roles, max }: { readonly roles: readonly number[]; readonly max: number },
): Promise<string[]> {
  if (touched.length === 0) return [];
  const { rows } = await db.query<{ id: string }>(
    `select distinct t.event_id as id from unnest($1::uuid[], $2::uuid[]) as k (unit, floor) cross join lateral (
       select event_id from events.touch where unit = k.unit and event_id >= k.floor and role = any($3::smallint[])
       order by event_id limit $4) t`,
    [touched.map(({ key }) => key), touched.map(({ floor }) => floor), roles, max],
  );
  return rows.map(({ id }) => id);
}

/** Those of these keys that an event touches in this role. */
export async function selectTouchedAs(db: Queryable, keys: readonly string[], role: number): Promise<string[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<{ key: string }>(
    `select k.key from unnest($1::uuid[]) as k (key)
     where exists (select from events.touch t where t.unit = k.key and t.role = $2)`,
    [keys, role],
  );
  return rows.map(({ key }) => key);
}

/** Contexts by id, as text, for a tenant. */
export async function selectOwnContexts(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; body: string }>('select id, body from events.contexts($1::uuid[])', [
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row.body]));
}

/** The same for the program itself. */
export async function selectContexts(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; body: string }>(
    'select id, body from events.context where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.body]));
}

/** What an event declares to be in error: an identity or a content. */
export interface DeclarationRow {
  readonly target: string;
  readonly eventId: string;
}

/** Which events declare which of these targets (identities or contents) to be in error. */
export async function selectDeclarations(db: Queryable, targets: readonly string[]): Promise<DeclarationRow[]> {
  if (targets.length === 0) return [];
  const { rows } = await db.query<DeclarationRow>(`${DECLARATIONS} and unit = any($1::uuid[])`, [targets]);
  return rows;
}

/** All of the store where there are no more than `max`; else undefined. */
export async function selectFewDeclarations(db: Queryable, max: number): Promise<DeclarationRow[] | undefined> {
  const { rows } = await db.query<DeclarationRow>(`${DECLARATIONS} limit $1`, [max + 1]);
  return rows.length > max ? undefined : rows;
}

/** Of an index of its own, `touch_declares`. */
const DECLARATIONS = `select unit as target, event_id as "eventId" from events.touch where role = ${TOUCH_ROLES.declares}`;
