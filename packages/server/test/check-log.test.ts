/** Whoever changes what is stored is found out: each way to do it behind the program's back, and what the check says. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkLog, storedRows } from '../src/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const sql = (text: string, values: readonly unknown[] = []) => server.database.db.query<{ id: string }>(text, values);

let ids: string[];
beforeEach(async () => {
  await sql('truncate events.event, events.touch, events.identity, integrity.pending, integrity.log');
  await server.client.capture(documentOf(Array.from({ length: 5 }, () => objectEvent())));
  ids = (await sql('select event_id as id from integrity.log order by position')).rows.map(({ id }) => id);
});

async function faults(): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const step of checkLog(server.database.db, storedRows(server.database.db))) {
    if (!('checked' in step)) found.push(step);
  }
  return found;
}

const notLogged = (eventId: string | undefined) => ({ kind: 'event-not-logged', eventId });

test('nothing is said of a log that was left alone', async () => {
  expect(ids).toHaveLength(5);
  expect(await faults()).toEqual([]);
  const steps = await Array.fromAsync(checkLog(server.database.db, storedRows(server.database.db)));
  expect(steps).toEqual([{ checked: 5 }]);
});

test('a position that is missing, each by its number, also the first, and the event that had it', async () => {
  await sql('delete from integrity.log where position in (0, 2, 3)');
  const found = await faults();
  expect(found.slice(0, 3)).toEqual([0, 2, 3].map((position) => ({ kind: 'gap', position })));
  expect(found.slice(3)).toEqual([ids[0], ids[2], ids[3]].toSorted().map(notLogged));
});

test('an event without a leaf where the log ends, by its id', async () => {
  await sql('delete from integrity.log where position = 4');
  expect(await faults()).toEqual([notLogged(ids[4])]);
  await sql('delete from integrity.log');
  expect(await faults()).toEqual(ids.toSorted().map(notLogged));
});

test('an event that waits for the sequencer is no fault', async () => {
  await sql(
    `insert into integrity.pending (event_ids, leaf_hashes)
     select array_agg(event_id), array_agg(leaf_hash) from integrity.log where position in (2, 4)`,
  );
  await sql('delete from integrity.log where position in (2, 3, 4)');
  expect(await faults()).toEqual([notLogged(ids[3])]);
});

test('more events than are looked at in one go, each of those without a leaf once', async () => {
  await sql(
    `insert into events.event (id, event_time, record_time, type, action, identity, hash, declares, context_id, body)
     select md5(n::text)::uuid, now(), now(), 0, 0, n, sha256('x'), false, (select id from events.context limit 1), ''
     from generate_series(1, 4500) n`,
  );
  const found = await faults();
  expect(found).toHaveLength(4_500);
  expect(new Set(found.map((fault) => JSON.stringify(fault))).size).toBe(4_500);
});

test('an event that is gone', async () => {
  await sql('delete from events.event where id = $1', [ids[1]]);
  expect(await faults()).toEqual([{ kind: 'event-missing', position: 1, eventId: ids[1] }]);
});

test.each([
  ['its text', "body = replace(body, 'shipping', 'receiving')"],
  ['one space of its text', "body = body || ' '"],
  ['its record time', "record_time = record_time + interval '1 millisecond'"],
  ['its identity', "identity = identity || 'x'"],
])('an event that was changed: %s', async (_, change) => {
  await sql(`update events.event set ${change} where id = $1`, [ids[3]]);
  expect(await faults()).toEqual([{ kind: 'leaf-differs', position: 3, eventId: ids[3] }]);
});

test('an event that is read by another context than it came with', async () => {
  const other = '00000000-0000-8000-8000-00000000c0de';
  await sql('insert into events.context (id, body) values ($1, $2) on conflict do nothing', [other, '[]']);
  await sql('update events.event set context_id = $2 where id = $1', [ids[2], other]);
  expect(await faults()).toEqual([{ kind: 'leaf-differs', position: 2, eventId: ids[2] }]);
});

test('the text of a context that was changed, by every event that is read by it', async () => {
  const change = (from: string, to: string) =>
    sql('update events.context set body = replace(body, $1, $2)', [from, to]);
  await change('https://example.org/ns/', 'https://example.org/other/');
  const found = await faults();
  await change('https://example.org/other/', 'https://example.org/ns/');
  expect(found).toEqual(ids.map((eventId, position) => ({ kind: 'leaf-differs', position, eventId })));
  expect(await faults()).toEqual([]);
});

test('a leaf that was changed', async () => {
  await sql("update integrity.log set leaf_hash = sha256('other') where position = 4");
  expect(await faults()).toEqual([{ kind: 'leaf-differs', position: 4, eventId: ids[4] }]);
});

test('two events that changed places', async () => {
  await sql('delete from integrity.log where position >= 3');
  await sql(
    "insert into integrity.log (position, event_id, leaf_hash) values (3, $1, sha256('a')), (4, $2, sha256('b'))",
    [ids[4], ids[3]],
  );
  expect(await faults()).toEqual([
    { kind: 'leaf-differs', position: 3, eventId: ids[4] },
    { kind: 'leaf-differs', position: 4, eventId: ids[3] },
  ]);
});
