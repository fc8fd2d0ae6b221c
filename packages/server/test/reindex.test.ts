/** Deriving anew: whatever was derived before, or was changed since, the store ends as one that captured it today. */
import { hash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isOutdated, reindex, verify } from '../src/modules/events/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { fillStore } from './old-store/fill.ts';
import { STORE_TABLES } from './store-tables.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let whole: unknown;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const sql = (text: string) => server.database.db.query<Record<string, unknown>>(text);

const DERIVED = [
  'select * from events.event order by id',
  'select * from events.touch order by unit, event_id, role',
  'select identity_key, org_no, variant::text, event_id, block, place from events.record order by 1, 2, 3',
  'select * from events.block order by block',
  'select * from registry.version order by block, place',
  'select * from registry.identifier order by block, place, scheme, value',
];

const LIFT = {
  type: 'urn:suyuan:vtype:Equipment',
  vocabularyElementList: [
    { id: 'urn:example:lift:7', attributes: [{ id: 'urn:suyuan:identifier:cn-elevator', attribute: '310042' }] },
  ],
};

async function derived(): Promise<unknown> {
  return Promise.all(DERIVED.map(async (text) => (await sql(text)).rows));
}

beforeEach(async () => {
  await sql(`truncate ${STORE_TABLES}`);
  await fillStore(server);
  await server.client.capture(documentOf([], { epcisHeader: { epcisMasterData: { vocabularyList: [LIFT] } } }));
  whole = await derived();
});

async function faults(): Promise<unknown[]> {
  return (await Array.fromAsync(verify(server.database.ctx))).filter((step) => !('checked' in step));
}

test('a store of before is brought up to date, told how far it is, and is then what capture makes today', async () => {
  await sql(
    `update events.event set derivation = 0, biz_step = 'x', facts = '\\x', hash = sha256('x'), content = sha256('y')`,
  );
  await sql('update events.touch set unit = gen_random_uuid() where role < 10');
  await sql('update events.derivation set version = 0');
  expect(await isOutdated(server.database.ctx)).toBe(true);
  const progress: number[][] = [];
  expect(
    await reindex(server.database.ctx, server.database.owner, { onProgress: (...told) => progress.push(told) }),
  ).toBe(true);
  expect(await derived()).toEqual(whole);
  expect(await faults()).toEqual([]);
  expect(await isOutdated(server.database.ctx)).toBe(false);
  expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1]);
  const { rows } = await sql(`select indexname from pg_indexes where indexname in ('touch_event', 'record_block')`);
  expect(rows).toEqual([]);
});

test('an event whose id is another by the rules of before gets its own, and nothing of the other is left', async () => {
  const [row] = (await sql('select id from events.event order by id limit 1')).rows;
  const other = '00000000-0000-8000-8000-00000000abcd';
  for (const [table, column] of [
    ['event', 'id'],
    ['touch', 'event_id'],
    ['record', 'event_id'],
  ]) {
    await sql(`update events.${table} set ${column} = '${other}' where ${column} = '${row?.id}'`);
  }
  await sql(`update events.block set event_ids = array_replace(event_ids, '${row?.id}', '${other}')`);
  await sql(`update events.event set derivation = 0, identity_key = gen_random_uuid() where id = '${other}'`);
  await reindex(server.database.ctx, server.database.owner);
  expect(await derived()).toEqual(whole);
});

test('what is derived by today’s rules is left alone, unless all is wanted', async () => {
  await sql(`update events.event set biz_step = 'x'`);
  await reindex(server.database.ctx, server.database.owner);
  expect(await derived()).not.toEqual(whole);
  await reindex(server.database.ctx, server.database.owner, { isAll: true });
  expect(await derived()).toEqual(whole);
});

test('all of it: rows that are gone come back, rows that nothing explains go', async () => {
  await sql('delete from events.touch where role = 1');
  await sql('insert into events.touch select gen_random_uuid(), event_id, 3 from events.touch');
  await sql('delete from events.event where action = 1');
  await sql(
    `insert into events.event select gen_random_uuid(), gen_random_uuid(), event_time, type, action, declares, derivation,
       biz_step, disposition, hash, content, facts from events.event`,
  );
  await sql('insert into events.record select identity_key, 7, variant, event_id, block, place from events.record');
  await sql('delete from events.block where block % 2 = 0');
  await sql("update registry.identifier set value = value || 'x'");
  await sql("insert into registry.identifier values (9999, 0, 1, 'x', 'x')");
  await sql(`insert into events.block (block, event_ids, org_no) values (9999, '{}', 1)`);
  await reindex(server.database.ctx, server.database.owner, { isAll: true });
  expect(await derived()).toEqual(whole);
  expect(await faults()).toEqual([]);
});

test('beside captures: what comes meanwhile is kept, and what is stopped goes on', async () => {
  await sql('update events.event set derivation = 0');
  const stop = new AbortController();
  await reindex(server.database.ctx, server.database.owner, { signal: stop.signal, onProgress: () => stop.abort() });
  const capture = async (): Promise<void> => {
    for (let i = 0; i < 10; i += 1) await server.client.capture(documentOf([objectEvent(), objectEvent()]));
  };
  await Promise.all([capture(), reindex(server.database.ctx, server.database.owner), capture()]);
  expect(await faults()).toEqual([]);
});

test('one at a time', async () => {
  const both = await Promise.all([
    reindex(server.database.ctx, server.database.owner, { isAll: true }),
    reindex(server.database.ctx, server.database.owner, { isAll: true }),
  ]);
  expect(both.sort()).toEqual([false, true]);
});

test('what was kept under a bare national code is found under its name, and by the bare text', async () => {
  const bare = '81234560000000000024';
  const epc = `cn-drug:${bare}`;
  await server.client.capture(documentOf([objectEvent({ epcList: [epc] })]));
  whole = await derived();
  const found = async (asked: string): Promise<number> =>
    (await server.client.events({ MATCH_epc: asked })).document.epcisBody.queryResults.resultsBody.eventList.length;
  expect(await found(epc)).toBe(1);
  // As the first derivation had it: the key of the bare text.
  await sql(`update events.touch set unit = '${unitKeyOf(bare)}' where unit = '${unitKeyOf(epc)}'`);
  await sql('update events.event set derivation = 1');
  await sql('update events.derivation set version = 1');
  expect(await found(epc)).toBe(0);
  expect(await isOutdated(server.database.ctx)).toBe(true);
  await reindex(server.database.ctx, server.database.owner);
  expect(await derived()).toEqual(whole);
  expect([await found(epc), await found(bare)]).toEqual([1, 1]);
  expect(await faults()).toEqual([]);
});

/** The key of a code that is its own class, made without the program. */
function unitKeyOf(code: string): string {
  const half = hash('sha256', code, 'hex').slice(0, 16);
  return `${half}${half}`.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
