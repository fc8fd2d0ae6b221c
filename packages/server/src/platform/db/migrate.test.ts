import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { MigrationError, migrate, pendingMigrations } from './migrate.ts';
import { createPool } from './pool.ts';

let database: TestDatabase;
let dir: string;

beforeEach(async () => {
  database = await testDatabase();
  await database.db.query('drop schema platform cascade');
  dir = mkdtempSync(join(tmpdir(), 'suyuan-migrations-'));
  writeFileSync(join(dir, '0001-one.sql'), 'create table public.one (n int); insert into public.one values (1);');
});
afterEach(async () => {
  await database.close();
  rmSync(dir, { recursive: true });
});

test('each file runs once, in order, also when several processes start at once', async () => {
  writeFileSync(join(dir, '0002-two.sql'), 'insert into public.one values (2);');
  const pools = Array.from({ length: 4 }, () => createPool({ connectionString: database.url }));
  const applied = await Promise.all(pools.map((pool) => migrate(pool, { dir })));
  expect(applied.flat().sort()).toEqual(['0001-one.sql', '0002-two.sql']);
  expect((await database.db.query('select n from public.one order by n')).rows).toEqual([{ n: 1 }, { n: 2 }]);
  await Promise.all(pools.map((pool) => pool.end()));
});

test('what would be applied is told, and nothing is: neither on an empty database nor on an older one', async () => {
  expect(await pendingMigrations(database.db.pool, dir)).toEqual(['0001-one.sql']);
  const { rows } = await database.db.query(`select to_regnamespace('platform') as schema`);
  expect(rows).toEqual([{ schema: null }]);
  expect(await migrate(database.db.pool, { dir })).toEqual(['0001-one.sql']);
  writeFileSync(join(dir, '0002-two.sql'), 'insert into public.one values (2);');
  expect(await pendingMigrations(database.db.pool, dir)).toEqual(['0002-two.sql']);
  expect((await database.db.query('select n from public.one')).rows).toEqual([{ n: 1 }]);
  writeFileSync(join(dir, '0001-one.sql'), 'create table public.other (n int);');
  await expect(pendingMigrations(database.db.pool, dir)).rejects.toThrow(MigrationError);
});

test('a file that changed after it was applied is refused by name', async () => {
  await migrate(database.db.pool, { dir });
  writeFileSync(join(dir, '0001-one.sql'), 'create table public.other (n int);');
  await expect(migrate(database.db.pool, { dir })).rejects.toThrow(/0001-one\.sql/);
});

test('beside what a newer program added without breaking, this one goes on', async () => {
  writeFileSync(join(dir, '0009-future.sql'), 'alter table public.one add column more int');
  await migrate(database.db.pool, { dir });
  rmSync(join(dir, '0009-future.sql'));
  expect(await migrate(database.db.pool, { dir })).toEqual([]);
  writeFileSync(join(dir, '0002-two.sql'), 'insert into public.one values (2);');
  expect(await migrate(database.db.pool, { dir })).toEqual(['0002-two.sql']);
});

test('a migration of data goes on where it was stopped, and is done when its last step is', async () => {
  const counter = join(dir, '0002-count.ts');
  const step = (fails: boolean): void =>
    writeFileSync(
      counter,
      `export const run = async ({ transaction, report }) => {
        for (let n = 0; n < 3; n += 1) {
          const done = await transaction(async (tx) => {
            const { rows } = await tx.query('select count(*)::int as n from public.one');
            await tx.query('insert into public.one values (7)');
            if (${fails} && rows[0].n === 3) throw new Error('stopped');
            return rows[0].n;
          });
          report(done, 4);
          if (done === 4) break;
        }
      };`,
    );
  step(true);
  await expect(migrate(database.db.pool, { dir })).rejects.toThrow(/0002-count\.ts: stopped/);
  expect((await database.db.query('select count(*) as n from public.one')).rows).toEqual([{ n: 3 }]);
  expect(await pendingMigrations(database.db.pool, dir)).toEqual(['0002-count.ts']);
  const told: number[] = [];
  rmSync(counter);
  const resumed = join(dir, '0003-count.ts');
  writeFileSync(resumed, `export const run = async ({ report }) => report(4, 4);`);
  expect(await migrate(database.db.pool, { dir, onProgress: (_, done) => told.push(done) })).toEqual(['0003-count.ts']);
  expect(told).toEqual([4]);
});

test('a database that a newer program changed beyond this one is refused, and left as it is', async () => {
  writeFileSync(join(dir, '0009-future.sql'), '-- breaking: this one would read what is no more\nselect 1');
  await migrate(database.db.pool, { dir });
  rmSync(join(dir, '0009-future.sql'));
  await expect(migrate(database.db.pool, { dir })).rejects.toThrow(MigrationError);
});

test('a file that fails leaves nothing of itself, and the ones before it applied', async () => {
  writeFileSync(join(dir, '0002-bad.sql'), 'insert into public.one values (2); select nonsense;');
  await expect(migrate(database.db.pool, { dir })).rejects.toThrow(/0002-bad\.sql/);
  expect((await database.db.query('select n from public.one')).rows).toEqual([{ n: 1 }]);
});

test('two files of one number are refused, and one that comes before what is applied', async () => {
  await migrate(database.db.pool, { dir });
  writeFileSync(join(dir, '0000-late.sql'), 'insert into public.one values (0);');
  await expect(migrate(database.db.pool, { dir })).rejects.toThrow(/0000-late\.sql.*0001-one\.sql.*higher number/);
  rmSync(join(dir, '0000-late.sql'));
  writeFileSync(join(dir, '0001-twin.sql'), 'insert into public.one values (1);');
  await expect(migrate(database.db.pool, { dir })).rejects.toThrow(/0001-twin\.sql/);
  expect((await database.db.query('select n from public.one')).rows).toEqual([{ n: 1 }]);
});

test('the same file with the line ends of Windows is the same file', async () => {
  writeFileSync(join(dir, '0002-lines.sql'), 'insert into public.one\nvalues (2);\n');
  await migrate(database.db.pool, { dir });
  writeFileSync(join(dir, '0002-lines.sql'), 'insert into public.one\r\nvalues (2);\r\n');
  expect(await migrate(database.db.pool, { dir })).toEqual([]);
});

test('a database that goes away under a migration fails it, and nothing else', async () => {
  writeFileSync(
    join(dir, '0002-cut.sql'),
    'insert into public.one values (2); select pg_terminate_backend(pg_backend_pid());',
  );
  const pool = createPool({ connectionString: database.url });
  await expect(migrate(pool, { dir })).rejects.toThrow(MigrationError);
  await pool.end();
  expect((await database.db.query('select n from public.one')).rows).toEqual([{ n: 1 }]);
});

test('the migrations of this program apply to an empty database, and then there is nothing to do', async () => {
  const fresh = await testDatabase();
  expect(await migrate(fresh.db.pool)).toEqual([]);
  const { rows } = await fresh.db.query('select name from platform.migration order by name');
  expect(rows.length).toBeGreaterThanOrEqual(4);
  await fresh.close();
});
