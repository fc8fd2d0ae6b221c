/**
 * Runs the tests on a PostgreSQL server that is named, as an installation with `DATABASE_URL` has one. Makes and starts it,
 * and leaves nothing behind, also when told to stop; only a SIGKILL leaves server and directory.
 *
 *   npm run test:postgres -- 15 [arguments of vitest …]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { UnfitDatabase } from '../packages/server/src/platform/db/index.ts';
import { type PlainPostgres, startPlainPostgres } from './plain-postgres.ts';
import { isEntryPoint, ROOT } from './repository.ts';

const USAGE = '用法 · usage: npm run test:postgres -- 15|16|17|18 [vitest …]';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** For vitest to end its workers after it is told to stop; then it is killed. */
const STOP_TIMEOUT_MS = 20_000;

/** Gives the exit code: vitest's own; 128 and the signal's number where one ended it. */
async function testOnPostgres(major: string, args: readonly string[]): Promise<number> {
  let stopped: (typeof SIGNALS)[number] | undefined;
  let vitest: ChildProcess | undefined;
  const stop = (signal: (typeof SIGNALS)[number]): void => {
    stopped ??= signal;
    vitest?.kill(signal);
    setTimeout(() => vitest?.kill('SIGKILL'), STOP_TIMEOUT_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  let server: PlainPostgres | undefined;
  try {
    server = await startPlainPostgres(major);
    // It may have been told to stop while the server was made.
    if (stopped === undefined) {
      vitest = runVitest(server.url, args);
      return await exitCodeOf(vitest);
    }
  } catch (error) {
    // Ctrl-C ends initdb as well.
    if (stopped === undefined) throw error;
  } finally {
    await server?.close();
  }
  return 128 + constants.signals[stopped];
}

function runVitest(url: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    cwd: ROOT,
    env: { ...process.env, TEST_DATABASE_URL: url },
    stdio: 'inherit',
  });
}

function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => done(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

if (isEntryPoint(import.meta.url)) {
  const [major, ...args] = process.argv.slice(2);
  if (major === undefined || !/^\d+$/.test(major)) {
    console.error(USAGE);
    process.exitCode = 2;
  } else {
    try {
      process.exitCode = await testOnPostgres(major, args);
    } catch (error) {
      if (!(error instanceof UnfitDatabase)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}
