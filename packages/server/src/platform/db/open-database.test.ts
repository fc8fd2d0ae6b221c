import { expect, test } from 'vitest';
import { databaseUrl } from '../../../test/global-setup.ts';
import { testDatabase } from '../../../test/test-database.ts';
import { createLog } from '../log/index.ts';
import { openDatabase } from './open-database.ts';
import { UnfitDatabase } from './unfit.ts';

const log = createLog('silent');

async function refusalOf(url: string): Promise<string> {
  const error: unknown = await openDatabase({ dataDir: 'unused', databaseUrl: url }, log).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UnfitDatabase);
  expect(String(error)).not.toContain('\n');
  return String(error);
}

test('opens the server that is named, and nothing in the data directory', async () => {
  const database = await testDatabase();
  const open = await openDatabase({ dataDir: 'unused', databaseUrl: database.url }, log);
  expect(open.embedded).toBeUndefined();
  expect((await open.owner.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await open.close();
  await database.close();
});

test('refuses a database that acknowledges before it has stored', async () => {
  const database = await testDatabase();
  await database.db.query(`alter database ${new URL(database.url).pathname.slice(1)} set synchronous_commit = off`);
  expect(await refusalOf(database.url)).toMatch(/synchronous_commit 为 off.*synchronous_commit=off/);
  await database.close();
});

test('says which server does not answer, without its password', async () => {
  const refusal = await refusalOf('postgres://somebody:very-secret@127.0.0.1:1/none');
  expect(refusal).toMatch(/无法连接数据库 127\.0\.0\.1:1 · the database at 127\.0\.0\.1:1 cannot be reached/);
  expect(refusal).not.toContain('very-secret');
});

test('databases of one server differ in their name alone', () => {
  expect(databaseUrl('postgres://a:b@127.0.0.1:5432/postgres?sslmode=disable', 'other')).toBe(
    'postgres://a:b@127.0.0.1:5432/other?sslmode=disable',
  );
});
