/** A program with nothing but the embedded database, for tests that kill it: `node program.fixture.ts DATA-DIRECTORY`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { createLog } from '../../log/index.ts';
import { startEmbeddedPostgres } from './index.ts';

/** Starts it as a process of its own; it is not waited for. */
export function spawnProgram(dataDir: string): ChildProcess {
  const file = fileURLToPath(import.meta.url);
  return spawn(process.execPath, [file, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The address it prints when its database is ready; what it said instead when it ends before. */
export async function addressOf(program: ChildProcess): Promise<string> {
  let said = '';
  program.stderr?.on('data', (chunk) => (said += chunk));
  const ready = new Promise<string>((done) => program.stdout?.once('data', (chunk) => done(String(chunk).trim())));
  const ended = once(program, 'close').then(() => {
    throw new Error(said);
  });
  return Promise.race([ready, ended]);
}

export async function kill(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, 'exit');
  program.kill(signal);
  await ended;
}

if (argv[1] === fileURLToPath(import.meta.url) && argv[2] !== undefined) {
  const postgres = await startEmbeddedPostgres(argv[2], createLog('silent'));
  process.stdout.write(`${postgres.connectionString}\n`);
  await once(process, 'SIGTERM');
  await postgres.close();
}
