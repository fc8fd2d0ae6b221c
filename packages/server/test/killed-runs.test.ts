import { existsSync, mkdtempSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RUN_PREFIX, removeKilledRuns } from './killed-runs.ts';
import { testServer } from './test-server.ts';

const AN_HOUR_MS = 3_600_000;

function age(dir: string): void {
  const then = new Date(Date.now() - AN_HOUR_MS);
  utimesSync(dir, then, then);
}

test('a run that begins removes what killed runs left, and leaves the servers of other runs their keys', async () => {
  const left = mkdtempSync(join(tmpdir(), RUN_PREFIX));
  const server = await testServer();
  try {
    const sealed = server.keyring.seal(Buffer.from('x'), 'x');
    for (const dir of [left, server.dataDir]) age(dir);
    await removeKilledRuns();
    expect(existsSync(left)).toBe(false);
    expect(server.keyring.unseal(sealed, 'x').toString()).toBe('x');
  } finally {
    await server.close();
  }
});
