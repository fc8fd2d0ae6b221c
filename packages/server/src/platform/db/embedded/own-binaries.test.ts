/** The embedded database run by the programs of a directory that a person names. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../log/index.ts';
import { openDatabase } from '../open-database.ts';
import { UnfitDatabase } from '../unfit.ts';
import { serverVersion } from '../version.ts';
import { findBinaries } from './binaries.ts';

const log = createLog('silent');
let dir: string;
let dataDir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'suyuan-binaries-'));
  chmodSync(dir, 0o755);
  dataDir = join(dir, 'data');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a directory that is named makes and runs the database', async () => {
  const postgresBin = dirname((await findBinaries()).postgres);
  const { owner, embedded, close } = await openDatabase({ dataDir, postgresBin }, log);
  expect(embedded?.pid()).toBeGreaterThan(0);
  expect((await serverVersion(owner)).version).toMatch(/^\d+\.\d+$/);
  await close();
});

test('programs of another major version are refused before they touch the files; both versions are named', async () => {
  await (await openDatabase({ dataDir }, log)).close();
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const program = '#!/bin/sh\necho "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"\n';
    writeFileSync(join(dir, name), program, { mode: 0o755 });
  }
  const refused: unknown = await openDatabase({ dataDir, postgresBin: dir }, log).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UnfitDatabase);
  expect(String(refused)).toMatch(
    /由 PostgreSQL 18 创建[^\n]*was made by PostgreSQL 18, and \S+ is PostgreSQL 15;[^\n]*$/,
  );
  await (await openDatabase({ dataDir }, log)).close();
});
