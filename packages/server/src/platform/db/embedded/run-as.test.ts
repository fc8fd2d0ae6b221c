/** As root, in directories that are open and closed to the user of the database. Other users have no such choice. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../log/index.ts';
import { createPool } from '../pool.ts';
import { findBinaries } from './binaries.ts';
import { type EmbeddedPostgres, removeAbandoned, startEmbeddedPostgres } from './index.ts';
import { databaseUser, openWay } from './run-as.ts';

const log = createLog('silent');
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'suyuan-run-as-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function statusOf(postgres: EmbeddedPostgres): Map<string, string> {
  const lines = readFileSync(`/proc/${postgres.pid()}/status`, 'utf8').split('\n');
  return new Map(lines.map((line) => [line.split(':')[0] ?? '', line.split(':')[1]?.trim() ?? '']));
}

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  test('the database runs as a user of its own, without a capability of root, in a directory private to root', async () => {
    const postgres = await startEmbeddedPostgres(dir, log);
    const status = statusOf(postgres);
    expect(status.get('Uid')).toBe('65534\t65534\t65534\t65534');
    expect(status.get('Groups')).toBe('');
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapAmb']) expect(Number(`0x${status.get(set)}`), set).toBe(0);
    await postgres.close();
    const { mode } = statSync(dir);
    expect(mode & 0o777).toBe(0o710); // its group passes; nobody else does, and nobody lists
    expect(statSync(join(dir, 'database.json'))).toMatchObject({ uid: 0, mode: 0o100600 });
  });

  test('below a directory that only root may enter it works all the same, and the directory stays as it is', async () => {
    const dataDir = join(dir, 'inner', 'data');
    mkdirSync(dataDir, { recursive: true });
    for (const what of ['create table kept as select 7 as n', 'select n from kept']) {
      const postgres = await startEmbeddedPostgres(dataDir, log);
      const status = statusOf(postgres);
      expect(status.get('Uid')).toBe('65534\t65534\t65534\t65534');
      for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapAmb']) expect(Number(`0x${status.get(set)}`), set).toBe(0);
      const pool = createPool(postgres);
      const { rows } = await pool.query(what);
      if (what.startsWith('select')) expect(rows).toEqual([{ n: 7 }]);
      await pool.end();
      await postgres.close();
    }
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    await removeAbandoned(dataDir);
  });

  test('programs in a directory that only root may enter are copied once, to where only root writes', async () => {
    const closed = join(dir, 'closed');
    const dataDir = join(dir, 'data');
    mkdirSync(dataDir);
    const found = await findBinaries();
    cpSync(dirname(dirname(dirname(found.postgres))), closed, { recursive: true, verbatimSymlinks: true });
    const at = (name: string): string => join(closed, 'native/bin', name);
    const hidden = { initdb: at('initdb'), postgres: at('postgres'), pg_ctl: at('pg_ctl') };
    const { binaries } = openWay(dataDir, hidden, databaseUser(dataDir));
    const copies = dirname(dirname(dirname(binaries.postgres)));
    expect(copies.startsWith(dir)).toBe(false);
    expect(statSync(copies)).toMatchObject({ uid: 0 });
    expect(statSync(copies).mode & 0o022).toBe(0);
    expect(readdirSync(dataDir)).toEqual([]);
    const { ino } = statSync(binaries.postgres);
    expect(openWay(dataDir, hidden, databaseUser(dataDir)).binaries).toEqual(binaries);
    expect(statSync(binaries.postgres)).toMatchObject({ ino, uid: 0 });

    // The copy is whole: it makes a database and runs it.
    const postgres = await startEmbeddedPostgres(dataDir, log, dirname(binaries.postgres));
    expect(postgres.pid()).toBeGreaterThan(0);
    await postgres.close();
  });

  test('programs that a person named and that the user cannot run are refused', async () => {
    const named = join(dir, 'bin');
    const dataDir = mkdtempSync(join(tmpdir(), 'suyuan-run-as-'));
    cpSync(dirname((await findBinaries()).postgres), named, { recursive: true });
    const refused = startEmbeddedPostgres(dataDir, log, named);
    await expect(refused).rejects.toThrow(/无法运行 .* cannot run /);
    await removeAbandoned(dataDir);
  });
});
