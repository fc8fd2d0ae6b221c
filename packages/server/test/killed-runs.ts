/** What runs of tests that were killed leave behind. */
import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirectoryInUse, removeAbandoned } from '../src/platform/db/index.ts';

/** Of the directory of a run, which holds its lock while it lasts. Nothing else in the folder for such files begins so. */
export const RUN_PREFIX = 'suyuan-test-';

/** One that is younger may be about to take its lock. */
const ABANDONED_AFTER_MS = 60_000;

/** Removes servers and directories of killed runs; those that hold a lock stay. */
export async function removeKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(RUN_PREFIX))) {
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
