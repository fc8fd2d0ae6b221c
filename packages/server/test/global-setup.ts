/** One PostgreSQL for a test run, its migrations in a template that every test file copies. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { createPool, migrate, startEmbeddedPostgres } from '../src/platform/db/index.ts';
import { createLog } from '../src/platform/log/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's address of the server, on its maintenance database. */
    readonly postgres: string;
  }
}

export const TEMPLATE = 'suyuan_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env.TEST_DATABASE_URL;
  const dataDir = mkdtempSync(join(tmpdir(), 'suyuan-test-'));
  const embedded = named === undefined ? await startEmbeddedPostgres(dataDir, createLog('silent')) : undefined;
  const url = named ?? embedded?.connectionString ?? '';
  await makeTemplate(url);
  project.provide('postgres', url);
  return async () => {
    await embedded?.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE} with (force)`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const pool = createPool({ connectionString: databaseUrl(url, TEMPLATE) });
  await migrate(pool);
  await pool.end();
}

export function databaseUrl(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
