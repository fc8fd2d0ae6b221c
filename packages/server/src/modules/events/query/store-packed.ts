/** SQL of reading many: all rows as one value, which costs neither side an object for each. */
import type { Queryable } from '../../../platform/db/index.ts';

// One look-up a key, `offset 0` says so: for 5,000 keys at once the planner reads the whole table, each time.

/** Bytes before the facts: id, identity, whether it declares, hash, content, length of the facts. */
export const EVENT_HEAD = { id: 0, identity: 16, declares: 32, hash: 33, content: 65, length: 97, facts: 101 } as const;

/** Rows by id, in the order of their ids, whoever recorded them: of the chain. As `EVENT_HEAD` has it, one after the other. */
export async function selectPackedEvents(db: Queryable, ids: readonly string[]): Promise<Buffer> {
  if (ids.length === 0) return Buffer.alloc(0);
  const { rows } = await db.query<{ packed: Buffer | null }>(
    `select string_agg(uuid_send(id) || uuid_send(identity_key) || set_byte('\\x00', 0, declares::int) || hash || content
              || int4send(octet_length(facts)) || facts, ''::bytea order by id) as packed
     from unnest($1::uuid[]) as k (key) cross join lateral (
       select id, identity_key, declares, hash, content, facts from events.event where id = k.key offset 0) e`,
    [ids],
  );
  return rows[0]?.packed ?? Buffer.alloc(0);
}

/** Of a record: id of its event, recorder, block, place in it. */
export const RECORD = { event: 0, org: 16, block: 20, place: 28, bytes: 32 } as const;

/** All records under these identities, in the order of their events. As `RECORD` has it, one after the other. */
export async function selectPackedRecords(db: Queryable, identityKeys: readonly string[]): Promise<Buffer> {
  if (identityKeys.length === 0) return Buffer.alloc(0);
  const { rows } = await db.query<{ packed: Buffer | null }>(
    `select string_agg(uuid_send(event_id) || int4send(org_no) || int8send(block) || int4send(place), ''::bytea
              order by event_id) as packed
     from unnest($1::uuid[]) as k (key) cross join lateral (
       select event_id, org_no, block, place from events.record where identity_key = k.key offset 0) r`,
    [identityKeys],
  );
  return rows[0]?.packed ?? Buffer.alloc(0);
}
