/** A store of before received, event and record, under today's program: moved, with progress, and proved. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../../src/modules/events/index.ts';
import { migrate } from '../../src/platform/db/index.ts';
import { type EmptyDatabase, emptyDatabase } from '../test-database.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { fillStore } from './fill.ts';
import { loadOldStore } from './load.ts';

let old: EmptyDatabase;
let fresh: TestServer;
const progress: number[][] = [];
beforeAll(async () => {
  old = await emptyDatabase();
  await loadOldStore(old);
  await old.db.query(
    `insert into identity.api_key (id, secret_hash, role, org)
     values (gen_random_uuid(), sha256('x'), 'query', '91110000802100433B')`,
  );
  await migrate(old.owner, { onProgress: (_, done, total) => progress.push([done, total]) });
  fresh = await testServer();
  await fillStore(fresh);
});
afterAll(async () => {
  await old.close();
  await fresh.close();
});

async function faultsOf({ ctx }: EmptyDatabase): Promise<unknown[]> {
  return (await Array.fromAsync(verify(ctx))).filter((step) => !('checked' in step));
}

test('all of it is moved, and how far that is was told', async () => {
  expect(progress.at(-1)?.[0]).toBe((progress.at(-1)?.[1] ?? 0) - 1); // the one that waited for the log came last
  const { rows } = await old.db.query(`select to_regnamespace('before') as schema`);
  expect(rows).toEqual([{ schema: null }]);
});

test('it verifies, leaves and all', async () => {
  expect(await faultsOf(old)).toEqual([]);
});

test.each([
  [
    'events',
    'select id, identity_key, event_time, type, action, declares, biz_step, disposition, hash, content, facts from events.event order by id',
  ],
  ['touches', 'select unit, event_id, role from events.touch order by 1, 2, 3'],
  ['records', 'select identity_key, variant::text, event_id from events.record order by 1, 2'],
  ['master data', 'select org_no, type, code from registry.version order by 1, 2, 3'],
])('its %s are those of a store that captured the same today', async (_, sql) => {
  expect((await old.db.query(sql)).rows).toEqual((await fresh.database.db.query(sql)).rows);
});

test('what waited for the log waits for it still, and then is in it', async () => {
  const { rows } = await old.db.query<{ n: number }>(
    'select count(*) as n from integrity.pending join events.received using (block) where binding < 3',
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test('a key of a party belongs to its organisation, every other to the own one', async () => {
  const { rows } = await old.db.query<{ role: string; no: number; code: string | null }>(
    'select k.role, o.no, o.code from identity.api_key k join identity.organisation o on o.no = k.org_no order by no, role',
  );
  expect(rows).toEqual([
    { role: 'admin', no: 1, code: null },
    { role: 'capture', no: 1, code: null },
    { role: 'query', no: 2, code: 'cn-uscc:91110000802100433B' }, // as its code is spelled today
    { role: 'query', no: 3, code: '某药店' },
  ]);
});
