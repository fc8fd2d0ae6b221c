/** What the program may in its database, and what it may not; and a database of the time when it might all. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../log/index.ts';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';
import { createPool } from '../pool.ts';
import { runningEmbedded, startEmbeddedPostgres } from './index.ts';

const log = createLog('silent');
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'suyuan-role-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('the program is no superuser: it reads no file of the server and runs no command there', async () => {
  const { db, close } = await openDatabase({ dataDir }, log);
  await migrate(db.pool);
  const { rows } = await db.query(
    `select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as mighty
       from pg_roles where rolname = current_user`,
  );
  expect(rows).toEqual([{ mighty: false }]);
  for (const statement of [
    "copy (select 1) to program 'true'",
    "copy platform.migration to '/stolen'",
    "select pg_read_file('postgresql.conf')",
    'create role another superuser',
    'alter role suyuan_app superuser',
    'set role suyuan',
    'alter system set fsync = off',
    'create database another',
  ]) {
    await expect(db.query(statement), statement).rejects.toMatchObject({ code: '42501' });
  }
  // A command beside it comes as the same role.
  const beside = createPool((await runningEmbedded(dataDir)) ?? { connectionString: '' });
  expect((await beside.query('select current_user as name')).rows).toEqual([{ name: 'suyuan_app' }]);
  await beside.end();
  await close();
});

test('a database whose owner is the superuser is handed over at the next start, and goes on', async () => {
  const first = await startEmbeddedPostgres(dataDir, log);
  const superuser = new pg.Client(first.superuser);
  await superuser.connect();
  // As an older program left it: all is the superuser's, and the other role is not there.
  await superuser.query('alter database suyuan owner to suyuan');
  await superuser.query('drop role suyuan_app');
  await superuser.end();
  const old = Object.assign(new URL(first.superuser.connectionString), { pathname: '/suyuan' }).href;
  const pool = createPool({ connectionString: old });
  await migrate(pool);
  await pool.query(`
    create type identity.mood as enum ('calm');
    create table "identity"."Odd name" (n serial, mood identity.mood);
    create view identity.seen as select n from "identity"."Odd name";
    create sequence identity.alone;
    create function identity.one(n int) returns int language sql as 'select n';
    create table in_public (n int generated always as identity);
    insert into in_public default values`);
  await pool.end();
  await first.close();
  const file = join(dataDir, 'database.json');
  const { password, port } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ password, port }));

  const { db, close } = await openDatabase({ dataDir }, log);
  expect(await migrate(db.pool)).toEqual([]);
  expect((await db.query('select n from in_public')).rows).toEqual([{ n: 1 }]);
  // Only an owner alters or drops.
  await db.query('create table events.later (n int)');
  await db.query('alter table events.event add column later int');
  await db.query('drop schema identity cascade');
  const { rows } = await db.query(
    `select relname from pg_class c join pg_namespace n on n.oid = relnamespace
      where pg_get_userbyid(relowner) <> current_user and nspname !~ '^pg_' and nspname <> 'information_schema'`,
  );
  expect(rows).toEqual([]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ password, programPassword: expect.any(String) });
  await close();
});
