import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { createPool, type Db, isUnavailable } from './pool.ts';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
  await db.query('create table public.kept (n int primary key)');
});
afterAll(() => database.close());

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('a transaction in which a statement failed is never reported as stored, also when the caller passed over it', async () => {
  const failure = await failureOf(
    db.transaction(async (tx) => {
      await tx.query('insert into public.kept values (1)');
      await tx.query('insert into public.kept values (1)').catch(() => undefined);
    }),
  );
  expect(failure).toBeInstanceOf(Error);
  expect((await db.query('select n from public.kept')).rows).toEqual([]);
});

test.each(['40P01', '40001'])(
  'a transaction that PostgreSQL asks to repeat (%s) is run again, and counts once',
  async (code) => {
    let runs = 0;
    await db.transaction(async (tx) => {
      runs += 1;
      await tx.query('insert into public.kept values (10) on conflict (n) do nothing');
      if (runs < 3) await tx.query(`do $$ begin raise exception 'again' using errcode = '${code}'; end $$`);
    });
    expect(runs).toBe(3);
    expect((await db.query('select n from public.kept where n = 10')).rows).toHaveLength(1);
  },
);

test('it is not run again for ever, and not for any other error', async () => {
  let runs = 0;
  const failing = (code: string): Promise<unknown> =>
    failureOf(
      db.transaction(async (tx) => {
        runs += 1;
        await tx.query(`do $$ begin raise exception 'no' using errcode = '${code}'; end $$`);
      }),
    );
  expect(await failing('40001')).toMatchObject({ code: '40001' });
  expect(runs).toBe(5);
  runs = 0;
  expect(await failing('23505')).toMatchObject({ code: '23505' });
  expect(runs).toBe(1);
});

test('two transactions that lock each other out both end well', async () => {
  await db.query('insert into public.kept values (21), (22)');
  const touch = (first: number, second: number): Promise<void> =>
    db.transaction(async (tx) => {
      await tx.query('select n from public.kept where n = $1 for update', [first]);
      await tx.query('select pg_sleep(0.1)');
      await tx.query('select n from public.kept where n = $1 for update', [second]);
    });
  await expect(Promise.all([touch(21, 22), touch(22, 21)])).resolves.toHaveLength(2);
});

test('a connection cut between two statements fails its transaction as unavailable, and the next one works', async () => {
  const failure = await failureOf(
    db.transaction(async (tx) => {
      const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await db.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
      await new Promise((done) => setTimeout(done, 50));
      await tx.query('select 1');
    }),
  );
  expect(isUnavailable(failure)).toBe(true);
  expect(await db.transaction(async (tx) => (await tx.query('select 1 as one')).rows)).toEqual([{ one: 1 }]);
});

test('unavailable is: nobody there, a connection that is cut, a server that ends it, also as the cause of another error', async () => {
  const silent = createServer((socket: Socket) => socket.destroy());
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = createPool({ connectionString: `postgres://nobody:secret@127.0.0.1:${port}/none` });
  const cutOff = await failureOf(cut.query('select 1'));
  expect(isUnavailable(cutOff)).toBe(true);
  await new Promise((done) => silent.close(done));
  const refused = await failureOf(cut.query('select 1'));
  expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
  expect(isUnavailable(refused)).toBe(true);
  expect(isUnavailable(new Error('while storing', { cause: refused }))).toBe(true);
  await cut.end();
  expect(isUnavailable(await failureOf(db.query('select pg_terminate_backend(pg_backend_pid())')))).toBe(true);
});

test('a statement that is wrong is not unavailable, nor is any other error', async () => {
  expect(isUnavailable(await failureOf(db.query('select nonsense')))).toBe(false);
  expect(isUnavailable(await failureOf(db.query('insert into public.kept values (40), (40)')))).toBe(false);
  expect(isUnavailable(new Error('anything'))).toBe(false);
  expect(isUnavailable(undefined)).toBe(false);
});

test('an int8 is a number while a number holds it exactly, and an error beyond', async () => {
  expect((await db.query('select 9007199254740991::int8 as n')).rows).toEqual([{ n: 9_007_199_254_740_991 }]);
  expect((await db.query('select count(*) as n from public.kept where n < 0')).rows).toEqual([{ n: 0 }]);
  expect(await failureOf(db.query('select 9007199254740993::int8 as n'))).toBeInstanceOf(RangeError);
  expect((await db.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
});

test('an instant is a Date; a day and a wall-clock time, which are none, and a numeric stay text', async () => {
  const { rows } = await db.query(
    `select '2026-11-23T08:00:00.123+08:00'::timestamptz as instant, '2026-11-23'::date as day,
            '2026-11-23 08:00'::timestamp as wall, 1.10::numeric as exact`,
  );
  expect(rows).toEqual([
    { instant: new Date('2026-11-23T00:00:00.123Z'), day: '2026-11-23', wall: '2026-11-23 08:00:00', exact: '1.10' },
  ]);
});
