/**
 * The program on a PostgreSQL server that is named, as the owner of one database: no superuser, on whatever server the tests
 * run on. Its roles are there as an administrator made them, with what `roles` prints.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeDataDir, type Program, type Ran, removeDataDir, runIn, startProgram } from './program.ts';

/** Of a database of its own, and of who owns it. */
const name = `${inject('databases')}_${randomBytes(6).toString('hex')}`;
const url = addressOf(inject('owner'), name);
let dataDir: string;
let program: Program | undefined;
beforeAll(async () => {
  await asAdministrator([`create database ${name} owner suyuan_owner template template0`]);
  dataDir = makeDataDir();
});
afterAll(async () => {
  await program?.end('SIGTERM');
  await asAdministrator([`drop database ${name} with (force)`]);
  removeDataDir(dataDir);
});

function suyuan(...args: readonly string[]): Promise<Ran> {
  return runIn({ SUYUAN_DATA: dataDir, DATABASE_URL: url }, args);
}

function addressOf(server: string, database: string, more: { username?: string; password?: string } = {}): string {
  return Object.assign(new URL(server), { pathname: `/${database}`, ...more }).href;
}

async function asAdministrator(statements: readonly string[]): Promise<void> {
  await ask(inject('postgres'), ...statements);
}

/** Runs these statements in turn and gives the rows of the last. */
async function ask(connectionString: string, ...statements: readonly string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

test('what roles prints, an administrator can run, and run again', async () => {
  const { code, stdout } = await suyuan('roles');
  expect(code).toBe(0);
  for (const role of ['app', 'ingest', 'chain', 'maintenance']) expect(stdout).toContain(`create role suyuan_${role}`);
  await asAdministrator(stdout.trim().split('\n'));
  const rows = await ask(
    url,
    'select rolname as name, rolsuper or rolcreaterole or rolbypassrls as mighty from pg_roles where rolname = current_user',
  );
  expect(rows).toEqual([{ name: 'suyuan_owner', mighty: false }]);
});

test('it serves, captures, answers, traces, verifies and derives anew, and keeps nothing of the database to itself', {
  timeout: 180_000,
}, async () => {
  program = await startProgram(dataDir, { DATABASE_URL: url });
  const file = join(dataDir, 'document.json');
  writeFileSync(file, JSON.stringify(DOCUMENT));
  const captured = await suyuan('capture', file, '--json');
  expect(captured.code).toBe(0);
  expect(JSON.parse(captured.stdout)).toMatchObject({ capturedCount: 2, errorCount: 0 });

  const { stdout: key } = await suyuan('key', 'create', '--role', 'query');
  const answer = await fetch(`${program.url}/epcis/events?EQ_bizStep=packing`, {
    headers: { authorization: `Bearer ${key.trim()}` },
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    epcisBody: { queryResults: { resultsBody: { eventList: [{ type: 'AggregationEvent', parentID: CASE }] } } },
  });
  // What the public is shown goes by other roles than a query.
  expect((await fetch(BOTTLE.replace('https://id.gs1.org', program.url))).status).toBe(200);

  const traced = await suyuan('trace', BOTTLE, '--json');
  expect(JSON.parse(traced.stdout).units).toHaveLength(2);

  const size = /"size":(\d+),"faults":0/;
  const [, before] = size.exec((await suyuan('verify', '--json')).stdout) ?? [];
  expect(before).toBe('3'); // two events, and the key that was made
  expect(await suyuan('reindex', '--all')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/[1-9]\d* blocks looked at/),
  });
  expect((await suyuan('verify', '--json')).stdout).toMatch(size);

  expect(await program.end('SIGTERM')).toBe(0);
  program = undefined;
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  expect(await suyuan('verify')).toMatchObject({ code: 0 });
});

test('an owner from whose password those of the roles do not follow is told what to do', async () => {
  const other = `other_${randomBytes(6).toString('hex')}`;
  await asAdministrator([
    `create role ${other} login password 'secret-of-other'`,
    `create database ${other} owner ${other}`,
  ]);
  const ofOther = addressOf(url, other, { username: other, password: 'secret-of-other' });
  try {
    for (const command of ['serve', 'migrate']) {
      const refused = await runIn({ SUYUAN_DATA: dataDir, DATABASE_URL: ofOther }, [command]);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr.trim().split('\n')).toHaveLength(1);
      expect(refused.stderr).toMatch(/数据库缺少所需角色.*npm run -s suyuan -- roles.*have its administrator run what/);
      expect(refused.stderr).not.toContain('secret-of-other');
    }
    // And has changed nothing meanwhile.
    const schemas = await ask(ofOther, "select nspname from pg_namespace where nspname in ('platform', 'events')");
    expect(schemas).toEqual([]);
  } finally {
    await asAdministrator([`drop database ${other} with (force)`, `drop role ${other}`]);
  }
});

test('an owner without a password is told that those of the roles are derived from it', async () => {
  const bare = addressOf(url, name, { password: '' });
  const refused = await runIn({ SUYUAN_DATA: dataDir, DATABASE_URL: bare }, ['roles']);
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/DATABASE_URL 中须有.*needs user and password/),
  });
});

const BOTTLE = 'https://id.gs1.org/01/06951181105326/21/NAMED1';
const CASE = 'https://id.gs1.org/00/069511810000000018';

const COMMON = { eventTime: '2026-01-01T00:00:00Z', eventTimeZoneOffset: '+08:00', action: 'ADD' };

const DOCUMENT = {
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-01-01T00:00:00Z',
  epcisBody: {
    eventList: [
      { ...COMMON, type: 'ObjectEvent', epcList: [BOTTLE], bizStep: 'commissioning' },
      { ...COMMON, type: 'AggregationEvent', parentID: CASE, childEPCs: [BOTTLE], bizStep: 'packing' },
    ],
  },
};
