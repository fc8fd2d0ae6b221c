/**
 * One PostgreSQL for a test run, its migrations in a template that every test file copies; and a data directory whose first
 * start is over, for suites that start the program.
 */
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import {
  createPool,
  type EmbeddedPostgres,
  migrate,
  roleStatements,
  startEmbeddedPostgres,
} from '../src/platform/db/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { RUN_PREFIX, removeKilledRuns } from './killed-runs.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's address of the server, on its maintenance database. */
    readonly postgres: string;
    /** The same server as who owns the databases of tests, and is no superuser: row security binds who made the tables. */
    readonly owner: string;
    /** What the databases of this run begin with; the template is the one of just this name. */
    readonly databases: string;
    /** A data directory as a first start leaves it, stopped in order, for copies alone. Who a person is comes later. */
    readonly startedDataDir: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env.TEST_DATABASE_URL || undefined;
  // Started also where another is named: who holds its directory holds what suites copy.
  const own = await startServer();
  const server = named === undefined ? own : await useNamed(named);
  // A name of its own: several runs may share a server that is named.
  const databases = `suyuan_test_${randomBytes(6).toString('hex')}`;
  await makeTemplate(server, databases);
  project.provide('postgres', server.url);
  project.provide('owner', server.owner);
  project.provide('databases', databases);
  project.provide('startedDataDir', own.startedDataDir);
  // For the processes of tests and for all that they start.
  process.env.NODE_COMPILE_CACHE = own.compileCache;
  return async () => {
    if (named !== undefined) await dropAll(server.url, databases);
    await own.close();
  };
}

interface TestServer {
  /** Administrator's. */
  readonly url: string;
  readonly owner: string;
}

interface OwnServer extends TestServer {
  readonly startedDataDir: string;
  /** Where Node keeps compiled modules for this run: most test files load the same ones. */
  readonly compileCache: string;
  close(): Promise<void>;
}

/** On a server that runs anyway the roles are made, with passwords that every run derives alike. */
async function useNamed(url: string): Promise<TestServer> {
  const password = createHash('sha256').update(url).digest('hex');
  const owner = Object.assign(new URL(url), { username: OWNER, password }).href;
  await asAdmin(url, async (admin) => {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [OWNER]);
    if (rowCount === 0) await admin.query(`create role ${OWNER}`);
    await admin.query(`alter role ${OWNER} login password '${password}'`);
    for (const statement of roleStatements({ connectionString: owner })) await admin.query(statement);
  });
  return { url, owner };
}

const OWNER = 'suyuan_owner';

async function startServer(): Promise<OwnServer> {
  await removeKilledRuns();
  const dataDir = mkdtempSync(join(tmpdir(), RUN_PREFIX));
  const startedDataDir = await finishFirstStart(dataDir);
  const embedded = await start(dataDir);
  return {
    startedDataDir,
    compileCache: join(dataDir, 'compile-cache'),
    url: embedded.superuser.connectionString,
    owner: embedded.connectionString,
    async close() {
      await embedded.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The programs under test look at this setting as well, and open no files of another major version. */
function start(dataDir: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres(dataDir, createLog('silent'), process.env.SUYUAN_POSTGRES_BIN || undefined);
}

/** Makes and migrates the program's own database and stops it; gives a copy, which is private as the original is. */
async function finishFirstStart(dataDir: string): Promise<string> {
  const embedded = await start(dataDir);
  const pool = createPool(embedded);
  try {
    await migrate(pool);
  } finally {
    await pool.end();
    await embedded.close();
  }
  const started = join(dataDir, 'started');
  mkdirSync(started, { mode: 0o700 });
  for (const name of ['postgres', 'database.json'])
    cpSync(join(dataDir, name), join(started, name), { recursive: true });
  return started;
}

async function makeTemplate({ url, owner }: TestServer, name: string): Promise<void> {
  await asAdmin(url, async (admin) => {
    await admin.query(`create database ${name} owner ${OWNER}`);
  });
  const pool = createPool({ connectionString: databaseUrl(owner, name) });
  await migrate(pool);
  await pool.end();
}

async function dropAll(url: string, databases: string): Promise<void> {
  await asAdmin(url, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [databases],
    );
    for (const { name } of rows) await admin.query(`drop database ${name} with (force)`);
  });
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

export function databaseUrl(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
