/** Reads the command line, runs one command, gives its exit code. */
import { workerData } from 'node:worker_threads';
import { CommanderError } from 'commander';
import { Refused, UsageError } from './command.ts';
import { createProgram } from './create-program.ts';

const DONE = 0;
const REFUSED = 1;
const USAGE = 2;

export async function run(args: readonly string[]): Promise<number> {
  // Whoever reads the output may have seen enough: `suyuan trace … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    // A thread of the program that serves runs it once more.
    if (workerData?.task !== undefined) {
      const { runThread } = await import('@suyuan/server');
      await runThread(workerData);
      return DONE;
    }
    const program = await createProgram(args);
    await program.parseAsync(args.length === 0 ? ['help'] : args, { from: 'user' });
    return DONE;
  } catch (error) {
    return report(error);
  }
}

/** Errors of other packages that say in a line, in both languages, what a person can do: by name, so that nothing is loaded for them. */
const TOLD: ReadonlySet<string> = new Set([
  'BackupRefused',
  'RequestRefused',
  'ConfigError',
  'KeyError',
  'DataDirectoryInUse',
  'MigrationError',
  'UnfitDatabase',
]);

/** Errors a person can act on are said in a line; others are ours, and show where. */
function report(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return DONE;
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return USAGE;
  }
  if (error instanceof Refused || (error instanceof Error && TOLD.has(error.name))) {
    process.stderr.write(`${error.message}\n`);
    return REFUSED;
  }
  const line = systemError(error);
  process.stderr.write(`${line ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  return REFUSED;
}

/** What the system refuses, in a line: a port that is taken, a server that is not there, a file that is closed to us. */
function systemError(error: unknown): string | undefined {
  if (error instanceof TypeError && error.message === 'fetch failed') {
    const why = error.cause instanceof Error ? error.cause.message : error.message;
    return `无法连接服务器 · the server cannot be reached: ${why}`;
  }
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  switch (error.code) {
    case 'EADDRINUSE':
      return `端口已被占用，请设置 PORT · the port is taken, set PORT: ${error.message}`;
    case 'EACCES':
    case 'ENOENT':
    case 'ENOSPC':
      return error.message;
    default:
      return undefined;
  }
}
