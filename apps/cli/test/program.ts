/** The program as its users run it: a process of its own, on a data directory of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

const MAIN = join(import.meta.dirname, '../src/main.ts');

export interface Program {
  readonly process: ChildProcess;
  readonly url: string;
  readonly dataDir: string;
  /** What it wrote to standard error. */
  said(): string;
  /** What it wrote to standard output. */
  printed(): string;
  /** Ends it by this signal and waits. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Empty: the program makes its database at the first start, which takes seconds. */
export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'suyuan-program-'));
}

/** With a database that was made and stopped in order, and nobody in it: for tests that are not about a first start. */
export function makeStartedDataDir(): string {
  const dataDir = makeDataDir();
  cpSync(inject('startedDataDir'), dataDir, { recursive: true });
  return dataDir;
}

/** Of a program on this data directory, whoever runs the tests. */
export function environment(dataDir: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, SUYUAN_URL: __, SUYUAN_API_KEY: ___, ...env } = process.env;
  return { ...env, SUYUAN_DATA: dataDir, PORT: '0', LC_ALL: 'en_GB.UTF-8' };
}

/** `suyuan serve`, ready. Another script that serves hears by its input when the tests are gone. */
export async function startProgram(
  dataDir: string,
  more: NodeJS.ProcessEnv = {},
  script: readonly string[] = [MAIN, 'serve'],
): Promise<Program> {
  const child = spawn(process.execPath, script, {
    env: { ...environment(dataDir), ...more },
    stdio: 'pipe',
  });
  let said = '';
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const url = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const match = /http:\/\/[^\s]+/.exec(chunk.toString());
      if (match !== null) done(match[0]);
    });
    void ended.then((code) => fail(new Error(`serve ended with ${code}: ${said}`)));
  });
  return {
    process: child,
    url,
    dataDir,
    said: () => said,
    printed: () => printed,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** `npm start`, ready: the process id is npm's own. */
export async function startThroughNpm(dataDir: string): Promise<{ readonly pid: number; readonly url: string }> {
  const npm = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '../../..'),
    // What `npm test` tells its scripts is not what a person's shell tells npm.
    env: Object.fromEntries(Object.entries(environment(dataDir)).filter(([name]) => !name.startsWith('npm_'))),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let said = '';
  const url = await new Promise<string>((done, fail) => {
    const listen = (chunk: Buffer): void => {
      said += chunk;
      const match = /http:\/\/\S+/.exec(said);
      if (match !== null) done(match[0]);
    };
    npm.stdout.on('data', listen);
    npm.stderr.on('data', listen);
    npm.once('exit', (code) => fail(new Error(`npm start ended with ${code}: ${said}`)));
  });
  return { pid: npm.pid ?? 0, url };
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command to its end, on an English terminal. */
export function run(dataDir: string, ...args: readonly string[]): Promise<Ran> {
  return runIn({ SUYUAN_DATA: dataDir }, args);
}

/** One command to its end, with these variables beside. */
export function runIn(
  more: NodeJS.ProcessEnv & { readonly SUYUAN_DATA: string },
  args: readonly string[],
): Promise<Ran> {
  return new Promise((done) => {
    const options = { env: { ...environment(more.SUYUAN_DATA), ...more }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [MAIN, ...args], options, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr });
    });
  });
}

/** Process id of the database server of a data directory. */
export function databasePid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
