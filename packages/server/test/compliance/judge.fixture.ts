/** A program that does nothing but judge, for tests that kill it: `node judge.fixture.ts DATABASE-URL`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { keepJudging } from '../../src/modules/compliance/index.ts';
import { openShelf } from '../../src/modules/standards/index.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import { systemCtx } from '../../src/platform/ctx.ts';
import { createAccess } from '../../src/platform/db/index.ts';
import { createLog } from '../../src/platform/log/index.ts';

export interface SpawnedJudge {
  /** It has begun. */
  readonly begun: Promise<unknown>;
  /** Kills it, and waits until it is gone. */
  kill(): Promise<void>;
}

export function spawnJudge(url: string): SpawnedJudge {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  return {
    begun: once(child.stdout, 'data'),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

if (argv[1] === fileURLToPath(import.meta.url) && argv[2] !== undefined) {
  const ctx = systemCtx({
    access: createAccess({ connectionString: argv[2] }),
    clock: systemClock,
    log: createLog('silent'),
  });
  keepJudging({ ctx, packs: openShelf(ctx).packs, resting: () => 0 });
  process.stdout.write('.');
}
