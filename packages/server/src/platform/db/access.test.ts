import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const NOBODY = { role: 'query' };
const PROGRAM = { as: 'maintenance', role: 'system' } as const;

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('a read sees one state, whatever is written meanwhile, and writes nothing itself', async () => {
  const { access } = database;
  const counted = 'select count(*)::int as n from identity.organisation';
  const counts = await access.read(PROGRAM, async (tx) => {
    const before = await tx.query(counted);
    await access.write(PROGRAM, (other) => other.query(`insert into identity.organisation (name) values ('later')`));
    return [before.rows, (await tx.query(counted)).rows];
  });
  expect(counts[0]).toEqual(counts[1]);
  const insert = access.read(PROGRAM, (tx) => tx.query(`insert into identity.organisation (name) values ('never')`));
  expect(await failureOf(insert)).toMatchObject({ code: '25006' });
});

test.each(['app', 'ingest', 'chain', 'maintenance'] as const)(
  'as %s it is logged in, says on whose behalf, and leaves nothing of that to whoever has the connection next',
  async (role) => {
    const told = `select session_user as session, current_user as current, current_setting('app.org', true) as org,
      current_setting('app.key', true) as key, current_setting('app.role', true) as role`;
    const who = { as: role, orgNo: 7, keyId: 'it’s "a" key', role: 'capture' };
    const name = `suyuan_${role}`;
    const { rows } = await database.access.write(who, (tx) => tx.query(told));
    expect(rows).toEqual([{ session: name, current: name, org: '7', key: who.keyId, role: 'capture' }]);
    const { rows: next } = await database.access.read({ ...NOBODY, as: role }, (tx) => tx.query(told));
    expect(next).toEqual([{ session: name, current: name, org: '', key: '', role: 'query' }]);
  },
);

test.each(['app', 'ingest', 'chain'] as const)('as %s nobody becomes another', async (role) => {
  for (const statement of [
    'set role suyuan_maintenance',
    'set local role suyuan_owner',
    `select set_config('role', 'suyuan_maintenance', true)`,
    'set session authorization suyuan_owner',
    `alter role suyuan_${role} bypassrls`,
    'set local row_security = off; select * from events.record',
  ]) {
    const failure = await failureOf(
      database.access.write({ ...NOBODY, as: role, orgNo: 1 }, (tx) => tx.query(statement)),
    );
    expect(failure, statement).toMatchObject({ code: '42501' });
  }
});
