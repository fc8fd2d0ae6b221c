/** Whoever changes what is stored is found out: each way to do it behind the program's back, and what the check says. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { verify } from '../src/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { STORE_TABLES } from './store-tables.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const sql = (text: string, values: readonly unknown[] = []) => server.database.db.query<{ id: string }>(text, values);

/** Each document of five is a block. */
let ids: readonly string[];
let block: number;
beforeEach(async () => {
  await sql(`truncate ${STORE_TABLES}`);
  await capture(5);
  const { rows } = await server.database.db.query<{ block: number; ids: readonly string[] }>(
    'select block, event_ids as ids from events.block',
  );
  ids = rows[0]?.ids ?? [];
  block = rows[0]?.block ?? 0;
});
afterEach(async () => {
  await sql('delete from events.context where id = $1', [OTHER_CONTEXT]);
});

const capture = (count: number): Promise<unknown> =>
  server.client.capture(documentOf(Array.from({ length: count }, () => objectEvent())));

async function faults(): Promise<unknown[]> {
  return (await Array.fromAsync(verify(server.database.ctx))).filter((step) => !('checked' in step));
}

test('nothing is said of a store that was left alone', async () => {
  expect(ids).toHaveLength(5);
  expect(await Array.fromAsync(verify(server.database.ctx))).toEqual([{ checked: 5 }]);
});

test('runs that are gone from the log: the gap, where one is left, and what has no leaf', async () => {
  await capture(3);
  await sql('delete from integrity.log where first_position = 0');
  expect(await faults()).toEqual([
    { kind: 'gap', position: 0 },
    { kind: 'block-not-logged', block },
    expect.objectContaining({ kind: 'touch-stray' }),
    ...Array.from({ length: 4 }, () => expect.objectContaining({ kind: 'touch-stray' })),
  ]);
});

test('events that wait for the sequencer are no fault', async () => {
  // At once: it would put them back into the log from which they are then deleted.
  await sql(
    `with gone as (delete from integrity.log returning block, org_no, leaves)
     insert into integrity.pending (block, org_no, leaves) select block, org_no, leaves from gone`,
  );
  expect(await faults()).toEqual([]);
});

test('an event that is gone, and one that nobody recorded', async () => {
  await sql('delete from events.event where id = $1', [ids[1]]);
  expect(await faults()).toEqual([{ kind: 'event-missing', position: 1, eventId: ids[1] }]);
  await sql(
    `insert into events.event select '00000000-0000-8000-8000-00000000abcd', identity_key, event_time, type, action, declares,
       derivation, biz_step, disposition, hash, content, facts from events.event where id = $1`,
    [ids[2]],
  );
  expect(await faults()).toContainEqual({ kind: 'event-unrecorded', eventId: '00000000-0000-8000-8000-00000000abcd' });
});

test.each([
  ['identity_key', 'identityKey', 'identity_key = gen_random_uuid()'],
  ['event_time', 'eventTime', "event_time = event_time + interval '1 millisecond'"],
  ['type', 'type', 'type = 2'],
  ['action', 'action', 'action = 3'],
  ['declares', 'declares', 'declares = true'],
  ['biz_step', 'bizStep', 'biz_step = null'],
  ['disposition', 'disposition', "disposition = 'Disp-recalled'"],
  ['hash', 'hash', "hash = sha256('x')"],
  ['content', 'content', "content = sha256('x')"],
  ['facts', 'facts', "facts = facts || '\\x00'"],
])('a derived column that was changed, by its name: %s', async (_, what, change) => {
  await sql(`update events.event set ${change} where id = $1`, [ids[3]]);
  expect(await faults()).toContainEqual({ kind: 'event-differs', position: 3, eventId: ids[3], what });
});

test('an event of another version of the rules', async () => {
  await sql('update events.event set derivation = 0 where id = $1', [ids[3]]);
  expect(await faults()).toEqual([{ kind: 'event-outdated', position: 3, eventId: ids[3], what: '0' }]);
});

test.each([
  ['when', "received_at = received_at + interval '1 millisecond'"],
  ['whose key', 'key_id = gen_random_uuid()'],
  ['of which document', 'job_id = null'],
])('what was received with another origin, by every event of it: %s', async (_, change) => {
  await sql(`update events.received set ${change}`);
  const found = await faults();
  expect(found.filter((fault) => JSON.stringify(fault).includes('leaf-differs'))).toEqual(
    ids.map((_id, position) => ({ kind: 'leaf-differs', block, position })),
  );
});

test('what was received, damaged or gone', async () => {
  await sql("update events.received set packed = overlay(packed placing '\\x00'::bytea from 20)");
  expect(await faults()).toContainEqual({ kind: 'received-broken', block, position: 0, what: expect.any(String) });
  await sql('delete from events.received');
  expect(await faults()).toContainEqual({ kind: 'received-missing', block, position: 0 });
});

const OTHER_CONTEXT = '00000000-0000-8000-8000-00000000c0de';

test('events that are read by another context than they came with', async () => {
  await sql('insert into events.context (id, body) values ($1, $2)', [OTHER_CONTEXT, '[]']);
  await sql('update events.received set context_id = $1', [OTHER_CONTEXT]);
  const found = await faults();
  await sql('delete from events.received');
  expect(found).toContainEqual({ kind: 'leaf-differs', block, position: 2 });
  expect(found).toContainEqual({ kind: 'context-differs', what: OTHER_CONTEXT });
});

test('the text of a context that was changed, by every event that is read by it', async () => {
  const change = (from: string, to: string) =>
    sql('update events.context set body = replace(body, $1, $2)', [from, to]);
  await change('https://example.org/ns/', 'https://example.org/other/');
  const found = await faults();
  await change('https://example.org/other/', 'https://example.org/ns/');
  for (const position of [0, 1, 2, 3, 4]) expect(found).toContainEqual({ kind: 'leaf-differs', block, position });
  expect(await faults()).toEqual([]);
});

test('a leaf that was changed, and leaves that are too few', async () => {
  await sql("update integrity.log set leaves = overlay(leaves placing sha256('other') from 4 * 32 + 1)");
  expect(await faults()).toEqual([{ kind: 'leaf-differs', block, position: 4 }]);
  await sql('update integrity.log set leaves = substring(leaves for 4 * 32)');
  expect(await faults()).toContainEqual({ kind: 'leaf-count', block });
});

test('touches: one that is gone, and one that was added in its place', async () => {
  const [unit] = (await server.database.db.query<{ unit: string }>('select unit from events.touch limit 1')).rows;
  await sql('delete from events.touch where unit = $1', [unit?.unit]);
  expect(await faults()).toContainEqual(expect.objectContaining({ kind: 'touch-missing' }));
  await sql("insert into events.touch values ('00000000-0000-0000-0000-00000000beef', $1, 1)", [ids[0]]);
  expect(await faults()).toEqual([
    expect.objectContaining({ kind: 'touch-missing' }),
    { kind: 'touch-stray', eventId: ids[0], what: '1 00000000-0000-0000-0000-00000000beef' },
  ]);
});

test('records: gone, of another place, of another claim, added', async () => {
  await sql('update events.record set place = 9 where event_id = $1', [ids[2]]);
  expect(await faults()).toContainEqual({ kind: 'record-differs', position: 2, eventId: ids[2] });
  await sql('update events.record set place = 2, variant = 5 where event_id = $1', [ids[2]]);
  expect(await faults()).toContainEqual({ kind: 'record-differs', position: 2, eventId: ids[2], what: 'variant' });
  await sql('delete from events.record where event_id = $1', [ids[2]]);
  expect(await faults()).toContainEqual({ kind: 'record-missing', position: 2, eventId: ids[2] });
  await sql(`insert into events.record values (gen_random_uuid(), 1, 0, $1, $2, 4)`, [ids[2], block]);
  expect(await faults()).toContainEqual({ kind: 'record-stray', block, eventId: ids[2] });
});

test('a second record of a place, and a block that waits for the log and is in it', async () => {
  const copy = `insert into events.record select identity_key, $2, variant, event_id, block, place from events.record
                where event_id = $1`;
  await sql(copy, [ids[2], 2]);
  expect(await faults()).toContainEqual({ kind: 'record-stray', block, eventId: ids[2] });
  await sql('delete from events.record where org_no = 2');
  await sql('insert into integrity.pending (block, org_no, leaves) select block, org_no, leaves from integrity.log');
  expect(await faults()).toContainEqual({ kind: 'block-logged-twice', block });
});

test('events that changed places in their block', async () => {
  await sql(
    'update events.block set event_ids = array[$1, $2, $3, $4, $5]::uuid[]',
    [1, 0, 2, 3, 4].map((i) => ids[i]),
  );
  expect(await faults()).toContainEqual({ kind: 'block-differs', block });
});

test('a job that is gone, or says that it stored another number', async () => {
  await sql('update events.capture_job set captured_count = 6');
  expect(await faults()).toEqual([{ kind: 'job-differs', what: expect.any(String) }]);
  await sql('delete from events.capture_job');
  expect(await faults()).toEqual([{ kind: 'job-differs', what: expect.any(String) }]);
});
