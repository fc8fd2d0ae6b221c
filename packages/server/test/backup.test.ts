/** A backup and what is restored from it: the same rows, the same keys, the same log; and what is refused. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { verify } from '../src/index.ts';
import { BackupRefused, backup, type Restored, restore } from '../src/modules/backup/index.ts';
import { openSpoolFolder } from '../src/modules/events/index.ts';
import { openKeyring, openSigningKey } from '../src/modules/identity/index.ts';
import { createSequencer, logHead } from '../src/modules/integrity/index.ts';
import { type SealedValue, unsealValue } from '../src/modules/personal/seal-value.ts';
import { systemClock } from '../src/platform/clock/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { emptyDatabase, type TestDatabase, testDatabase } from './test-database.ts';
import { type TestServer, testServer } from './test-server.ts';

const PASSPHRASE = '口令 passphrase';

let server: TestServer;
let folder: string;
let keysDir: string;
let file: Buffer;
let summary: Awaited<ReturnType<typeof backup>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suyuan-备份-'));
  keysDir = join(folder, '密钥', 'keys');
  mkdirSync(join(keysDir, 'old'), { recursive: true });
  writeFileSync(join(keysDir, 'current'), 'k'.repeat(32), { mode: 0o600 });
  writeFileSync(join(keysDir, 'old', '一'), 'o'.repeat(32), { mode: 0o400 });
  server = await testServer();
  await fill();
  ({ file, summary } = await made(server.database));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const targets: TestDatabase[] = [];
afterEach(async () => {
  await Promise.all(targets.splice(0).map((target) => target.close()));
});

/** What each module keeps: events, master data, a job that failed, organisations, keys, readers. Texts that COPY escapes. */
async function fill(): Promise<void> {
  const { client, database } = server;
  for (let count = 1; count <= 5; count += 1) {
    const more = { 'ex:note': 'tab\t, backslash \\N \\., line\nend 中文 𠮷' };
    await client.capture(documentOf(Array.from({ length: count * 20 }, () => objectEvent(more))));
  }
  const attributes = [{ id: 'x:name', attribute: '红富士苹果\t\\' }];
  const vocabulary = {
    type: 'urn:epcglobal:epcis:vtype:EPCClass',
    vocabularyElementList: [{ id: 'https://id.gs1.org/01/10614141073464', attributes }],
  };
  await client.capture(
    documentOf([objectEvent()], { epcisHeader: { epcisMasterData: { vocabularyList: [vocabulary] } } }),
  );
  await database.db.query(
    "insert into identity.organisation (code, name) values ('https://id.gs1.org/417/6990202000028', '绿源')",
  );
  await database.db.query("insert into integrity.reader (name, position) values ('ledger', 5)");
}

const options = (dir: string) => ({ passphrase: PASSPHRASE, keysDir: dir, clock: systemClock });

async function made({ owner }: TestDatabase): Promise<{ file: Buffer; summary: Awaited<ReturnType<typeof backup>> }> {
  const parts: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      parts.push(chunk);
      done();
    },
  });
  const told = await backup(owner, sink, options(keysDir));
  return { file: Buffer.concat(parts), summary: told };
}

async function target(make: () => Promise<TestDatabase> = emptyDatabase): Promise<TestDatabase> {
  const database = await make();
  targets.push(database);
  return database;
}

let restores = 0;
function restored(
  { owner }: TestDatabase,
  contents: Buffer,
  dir = join(folder, `${++restores}`, 'keys'),
): Promise<Restored> {
  const pieces = Array.from({ length: Math.ceil(contents.length / 50_000) }, (_, at) =>
    contents.subarray(at * 50_000, (at + 1) * 50_000),
  );
  mkdirSync(join(dir, '..'), { recursive: true });
  return restore(owner, Readable.from(pieces), options(dir));
}

async function refusal(run: Promise<unknown>): Promise<BackupRefused> {
  const error: unknown = await run.then(
    () => new Error('it was taken'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof BackupRefused) return error;
  throw error;
}

/** Each table of the product with the number of its rows and a hash of them all. */
async function contentsOf({ db }: TestDatabase): Promise<Record<string, string>> {
  const tables = await db.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'migration' order by 1`,
  );
  const contents: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await db.query<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as hash from ${name} t`,
    );
    contents[name] = rows[0]?.hash ?? '';
  }
  return contents;
}

/** Tables, columns, triggers and row security, as the catalogue has them. */
async function structureOf({ db }: TestDatabase): Promise<unknown[]> {
  const { rows } = await db.query(
    `select n.nspname, c.relname, c.relkind::text, c.relrowsecurity, c.relforcerowsecurity, c.relacl::text,
            (select json_agg(json_build_array(tgname, tgenabled) order by tgname) from pg_trigger
             where tgrelid = c.oid and not tgisinternal) as triggers
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('identity', 'events', 'registry', 'integrity', 'platform') order by 1, 2`,
  );
  return rows;
}

async function faultsOf({ ctx }: TestDatabase): Promise<unknown[]> {
  return (await Array.fromAsync(verify(ctx))).filter((step) => !('checked' in step));
}

test('every row of every table comes back, into a database without anything as into one that was made by the program', async () => {
  const before = await contentsOf(server.database);
  expect(Number(before['events.event']?.split(' ')[0])).toBe(301);
  expect(Number(before['registry.version']?.split(' ')[0])).toBe(1);
  for (const make of [emptyDatabase, testDatabase]) {
    const database = await target(make);
    expect(await restored(database, file)).toEqual({ ...summary, toRepair: 0 });
    expect(await contentsOf(database)).toEqual(before);
    expect(await structureOf(database)).toEqual(await structureOf(server.database));
    expect(await faultsOf(database)).toEqual([]);
  }
  expect(summary).toMatchObject({ logSize: 302, files: 2 });
});

test('the restored installation goes on: keys open, numbers are not given twice, captures are logged', async () => {
  const database = await target();
  await restored(database, file);
  const { access, ctx } = database;
  const spoolFolder = openSpoolFolder(folder, { isAlone: true });
  const sequencer = createSequencer(ctx);
  const keyring = openKeyring({ dir: join(folder, 'keys') });
  const pages = { renderPage: JSON.stringify, PAGE_HEADERS: {}, assetsDir: import.meta.dirname };
  const app = createApp({
    ...{
      access,
      clock: systemClock,
      log: createLog('silent'),
      sequencer,
      spoolFolder,
      keyring,
      pages,
      signingKey: openSigningKey(join(folder, 'keys')),
    },
    publicUrl: undefined,
  });
  const headers = { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' };
  const answer = await app.inject({
    ...{ method: 'POST', url: '/epcis/capture', headers },
    payload: documentOf([objectEvent()]),
  });
  expect(answer.statusCode).toBe(202);
  expect(await ctx.read(logHead)).toEqual({ size: 303, pendingBatches: 0 });
  await app.close();
  await sequencer.close();
  expect(await faultsOf(database)).toEqual([]);
});

test('key files come back with who may read them; those that were there are kept beside', async () => {
  const dir = join(folder, 'there', 'keys');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'mine'), 'mine');
  const { keysKept } = await restored(await target(), file, dir);
  expect(readFileSync(join(dir, 'current'), 'utf8')).toBe('k'.repeat(32));
  expect(readFileSync(join(dir, 'old', '一'), 'utf8')).toBe('o'.repeat(32));
  if (process.platform !== 'win32') {
    expect(['current', join('old', '一')].map((name) => statSync(join(dir, name)).mode & 0o777)).toEqual([
      0o600, 0o400,
    ]);
  }
  expect(readdirSync(dir).sort()).toEqual(['current', 'old']);
  expect(readFileSync(join(keysKept ?? '', 'mine'), 'utf8')).toBe('mine');
});

test('a backup that is made while captures run is of one moment', async () => {
  let isDone = false;
  const captures = (async () => {
    let count = 0;
    for (; !isDone; count += 1) await server.client.capture(documentOf([objectEvent(), objectEvent()]));
    return count;
  })();
  const { file: busy, summary: told } = await made(server.database);
  isDone = true;
  expect(await captures).toBeGreaterThan(0);
  const database = await target();
  // Restoring holds the log against what the backup says of it, and the rows against the log.
  await restored(database, busy);
  const head = await database.ctx.read(logHead);
  expect(head.size).toBe(told.logSize);
  expect(head.size).toBeGreaterThanOrEqual(302);
  expect(await faultsOf(database)).toEqual([]);
});

test('a file that was changed or cut is refused, and the database stays as it was', async () => {
  const database = await target(testDatabase);
  const before = await contentsOf(database);
  // Past the first chunk too: rows are on their way in when it is noticed.
  const places = Array.from({ length: 5 }, (_, at) => Math.floor(((at + 0.5) * file.length) / 5));
  for (const place of places) {
    const changed = Buffer.from(file);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect((await refusal(restored(database, changed))).kind, `changed at ${place}`).toMatch(/damaged/);
    expect((await refusal(restored(database, file.subarray(0, place)))).kind, `cut at ${place}`).toMatch(/damaged/);
  }
  expect(await contentsOf(database)).toEqual(before);
  await restored(database, file);
});

test('a store whose log was tampered with is refused; derived rows of another version come back, and are told', async () => {
  const database = await target();
  await restored(database, file);
  await database.db.query('update events.event set derivation = 0');
  const derived = await made(database);
  expect(await restored(await target(), derived.file)).toMatchObject({ toRepair: 301 });
  await database.db.query("update integrity.log set leaves = overlay(leaves placing '\\x00'::bytea from 1)");
  const tampered = await made(database);
  const refused = await refusal(restored(await target(), tampered.file));
  expect(refused.kind).toBe('differs');
  expect(refused.message).toMatch(/leaf-differs/);
});

test('nothing is restored over records', async () => {
  const database = await target();
  await restored(database, file);
  const before = await contentsOf(database);
  const refused = await refusal(restored(database, file));
  expect(refused.kind).toBe('not-empty');
  expect(refused.message).toMatch(/已有数据.*events\.event.*· this database has records .*empty installation only/);
  expect(await contentsOf(database)).toEqual(before);
});

test('a key alone is a record', async () => {
  const database = await target(testDatabase);
  await database.db.query(
    "insert into identity.api_key (id, secret_hash, role, org_no) values (gen_random_uuid(), sha256('x'), 'query', 1)",
  );
  expect((await refusal(restored(database, file))).message).toContain('identity.api_key');
});

test('nothing is restored beside a program that works with the database', async () => {
  const database = await target(testDatabase);
  await database.ctx.read((tx) => tx.query('select 1'));
  const refused = await refusal(restored(database, file));
  expect(refused.kind).toBe('in-use');
  expect(refused.message).toMatch(/请先停止 · .*stop it first/);
});

test('a database of a newer program is not backed up, since its tables are not known', async () => {
  const database = await target(testDatabase);
  await database.db.query(
    "insert into platform.migration (name, checksum, is_breaking) values ('9999-later.sql', 'x', false)",
  );
  await expect(made(database)).rejects.toThrow(/9999-later\.sql.*newer version/);
});

test('a sink that fails fails the backup, and the connection is free for others', async () => {
  let size = 0;
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length;
      done(size > 1000 ? new Error('disk full') : null);
    },
  });
  await expect(backup(server.database.owner, sink, options(keysDir))).rejects.toThrow('disk full');
  expect((await server.database.owner.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('personal data that a capture moved comes back sealed: readable with the keys of before, and with no others', async () => {
  const { client, database: given, keyring } = server;
  const job = await client.capture(documentOf([objectEvent({ 'ex:note': '电话 13800138000' })]), 'rollback', {
    personalData: 'move',
  });
  expect(job.movedCount).toBe(1);
  const { file: whole } = await made(given);
  const database = await target();
  await restored(database, whole);
  const { rows } = await database.db.query<SealedValue & { row: string }>(
    'select id, org_no as "orgNo", key_no as "keyNo", sealed, d::text as row from personal.datum d',
  );
  const [datum] = rows;
  if (datum === undefined || rows.length > 1) throw new Error('one datum was kept');
  expect(datum.row).not.toContain('13800138000');
  expect(unsealValue(keyring, datum)).toBe('13800138000');
  const other = openKeyring({ dir: join(folder, 'others') });
  other.subkey('makes a key');
  expect(() => unsealValue(other, datum)).toThrow();
});
