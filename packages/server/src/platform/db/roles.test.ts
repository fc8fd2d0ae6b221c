import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { createLog } from '../log/index.ts';
import { openDatabase } from './open-database.ts';
import { connectionAs, DB_ROLES } from './roles.ts';
import { UnfitDatabase } from './unfit.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const open = async (databaseUrl: string): Promise<void> => {
  const opened = await openDatabase({ dataDir: 'unused', databaseUrl }, createLog('silent'));
  await opened.close();
};

test('an owner whose roles are not there, and who may not make them, is told what to do, without a password', async () => {
  // Other passwords follow from another password of the owner.
  const url = new URL(database.url);
  const other = `other_${Math.random().toString(36).slice(2)}`;
  await database.db.query(`create role ${other} login password 'secret-of-other'`);
  try {
    url.username = other;
    url.password = 'secret-of-other';
    const refused: unknown = await open(url.href).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnfitDatabase);
    expect(String(refused)).toMatch(/数据库缺少所需角色.*lacks the roles that are needed.*suyuan -- roles/);
    expect(String(refused)).not.toMatch(/secret-of-other|password/);
  } finally {
    await database.db.query(`drop role ${other}`);
  }
});

test('a database without a password is refused: the others would follow from nothing', async () => {
  const url = Object.assign(new URL(database.url), { password: '' });
  expect(() => connectionAs({ connectionString: url.href }, 'app')).toThrow(UnfitDatabase);
});

test('passwords differ by role and by owner, and are the same each time', () => {
  const passwordOf = (owner: string, role: (typeof DB_ROLES)[number]): string =>
    new URL(connectionAs({ connectionString: owner }, role).connectionString).password;
  const [one, two] = ['postgres://o:one@h/d', 'postgres://o:two@h/d'];
  const all = DB_ROLES.flatMap((role) => [passwordOf(one, role), passwordOf(two, role)]);
  expect(new Set(all).size).toBe(all.length);
  expect(passwordOf(one, 'app')).toBe(passwordOf(one, 'app'));
});
