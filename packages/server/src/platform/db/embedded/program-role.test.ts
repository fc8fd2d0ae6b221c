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
  const { owner, close } = await openDatabase({ dataDir }, log);
  await migrate(owner);
  const { rows } = await owner.query(
    `select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as mighty
       from pg_roles where rolname = current_user`,
  );
  expect(rows).toEqual([{ mighty: false }]);
  for (const statement of [
    "copy (select 1) to program 'true'",
    "copy platform.migration to '/stolen'",
    "select pg_read_file('postgresql.conf')",
    'create role another superuser',
    'alter role suyuan_owner superuser',
    'set role suyuan',
    'alter system set fsync = off',
    'create database another',
  ]) {
    await expect(owner.query(statement), statement).rejects.toMatchObject({ code: '42501' });
  }
  // A command beside it comes as the same role.
  const beside = createPool((await runningEmbedded(dataDir)) ?? { connectionString: '' });
  expect((await beside.query('select current_user as name')).rows).toEqual([{ name: 'suyuan_owner' }]);
  await beside.end();
  await close();
});

test('a database whose owner is the superuser is handed over at the next start, and goes on', async () => {
  const first = await startEmbeddedPostgres(dataDir, log);
  const superuser = new pg.Client(first.superuser);
  await superuser.connect();
  // As an older program left it: all is the superuser's, and the other role is not there.
  await superuser.query('alter database suyuan owner to suyuan');
  await superuser.query('revoke suyuan_maintenance from suyuan_owner');
  await superuser.query('drop role suyuan_owner');
  // And a right that somebody gave by hand.
  await superuser.query('alter role suyuan_chain createdb bypassrls');
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

  const { owner, close } = await openDatabase({ dataDir }, log);
  expect(await migrate(owner)).toEqual([]);
  expect((await owner.query('select n from in_public')).rows).toEqual([{ n: 1 }]);
  // Only an owner alters or drops.
  await owner.query('create table events.later (n int)');
  await owner.query('alter table events.event add column later int');
  await owner.query('drop schema identity cascade');
  const { rows } = await owner.query(
    `select relname from pg_class c join pg_namespace n on n.oid = relnamespace
      where pg_get_userbyid(relowner) <> current_user and nspname !~ '^pg_' and nspname <> 'information_schema'`,
  );
  expect(rows).toEqual([]);
  const { rows: mighty } = await owner.query(
    `select rolname from pg_roles where rolname like 'suyuan\\_%' and (rolcreatedb or rolbypassrls) order by rolname`,
  );
  expect(mighty).toEqual([{ rolname: 'suyuan_maintenance' }]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ password, programPassword: expect.any(String) });
  await close();
});
