/** A program that does nothing but follow the log, for tests that kill it: `node reader.fixture.ts DATABASE-URL`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../../platform/clock/index.ts';
import { systemCtx } from '../../../platform/ctx.ts';
import { createAccess } from '../../../platform/db/index.ts';
import { createLog } from '../../../platform/log/index.ts';
import { followLog } from './follow-log.ts';
import { recordEffects } from './store-effects.fixture.ts';

export interface SpawnedReader {
  /** Resolves in the midst of its n-th group: the effects are written and not committed. */
  inTheMidst(groups: number): Promise<void>;
  /** Kills it, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts it as a process of its own. */
export function spawnReader(url: string): SpawnedReader {
  const file = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [file, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let seen = 0;
  let onGroup = (): void => undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    onGroup();
  });
  return {
    async inTheMidst(groups) {
      const reached = new Promise<void>((done) => {
        onGroup = () => {
          if (seen >= groups) done();
        };
        onGroup();
      });
      const failed = ended.then(() => {
        throw new Error(`the reader ended by itself after ${seen} groups`);
      });
      await Promise.race([reached, failed]);
      failed.catch(() => undefined); // it is killed later
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Every so many runs one fails at its first try, so that organisations are on hold when the program is killed. */
const FAILS_EVERY = 37;

if (argv[1] === fileURLToPath(import.meta.url) && argv[2] !== undefined) {
  const access = createAccess({ connectionString: argv[2] });
  const ctx = systemCtx({ access, clock: systemClock, log: createLog('silent') });
  const tried = new Set<number>();
  followLog(ctx, 'test', async (tx, group) => {
    await recordEffects(tx, group);
    process.stdout.write('.');
    for (const { first, block } of group.runs) {
      if (block % FAILS_EVERY !== 0 || tried.has(first)) continue;
      tried.add(first);
      throw new Error('the first try');
    }
  });
}
