/** One PostgreSQL for a test run, its migrations in a template that every test file copies. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import {
  createPool,
  DataDirectoryInUse,
  migrate,
  removeAbandoned,
  startEmbeddedPostgres,
} from '../src/platform/db/index.ts';
import { createLog } from '../src/platform/log/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's address of the server, on its maintenance database. */
    readonly postgres: string;
    /** What the databases of this run begin with; the template is the one of just this name. */
    readonly databases: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env.TEST_DATABASE_URL || undefined;
  const server = named === undefined ? await startServer() : { url: named, close: async () => undefined };
  // A name of its own: several runs may share a server that is named.
  const databases = `suyuan_test_${randomBytes(6).toString('hex')}`;
  await makeTemplate(server.url, databases);
  project.provide('postgres', server.url);
  project.provide('databases', databases);
  return async () => {
    if (named !== undefined) await dropAll(server.url, databases);
    await server.close();
  };
}

const PREFIX = 'suyuan-test-';

async function startServer(): Promise<{ url: string; close(): Promise<void> }> {
  await removeKilledRuns();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  const embedded = await startEmbeddedPostgres(dataDir, createLog('silent'));
  return {
    url: embedded.superuser.connectionString,
    async close() {
      await embedded.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** One that is younger may be about to take its lock. */
const ABANDONED_AFTER_MS = 60_000;

/** Runs that were killed leave a server and its directory behind. */
async function removeKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    const changed = statSync(dataDir, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - changed < ABANDONED_AFTER_MS) continue;
    try {
      await removeAbandoned(dataDir);
    } catch (error) {
      // Its run is alive, or it is another user's.
      const isForeign =
        error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
      if (!isForeign && !(error instanceof DataDirectoryInUse)) throw error;
    }
  }
}

async function makeTemplate(url: string, name: string): Promise<void> {
  await asAdmin(url, async (admin) => {
    await admin.query(`create database ${name}`);
  });
  const pool = createPool({ connectionString: databaseUrl(url, name) });
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
