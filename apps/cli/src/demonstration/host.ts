/** Starts a second program on a folder of its own, fills it with the demonstration chains, and takes it away again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Demonstration } from '@suyuan/api/demonstration';
import type { Config, DemonstrationHost } from '@suyuan/server';
import { settle } from './settle.ts';

const LOGIN_NAME = 'admin';
/** What is under way in it is nothing that anybody waits for. */
const END_MS = 15_000;

/** Settings of the real one that are none of the demonstration's. */
const NOT_ITS_OWN = /^(SUYUAN_(?!POSTGRES_BIN$|LOG$)|DATABASE_URL$|npm_)/;

/** One that was begun, until it is left. */
interface Running {
  /** The program, and what fills it. */
  readonly children: ChildProcess[];
  readonly isLeft: () => boolean;
}

export function demonstrationHost({ dataDir, host }: Config, main: string): DemonstrationHost {
  const folder = join(dataDir, 'demonstration');
  let state: Demonstration['state'] = 'none';
  let port: number | undefined;
  let running: Running | undefined;

  function start(args: readonly string[]): ChildProcess {
    const log = openSync(join(folder, 'log'), 'a', 0o600);
    const settings = { SUYUAN_DATA: folder, HOST: host, PORT: '0', SUYUAN_DEMONSTRATION: 'on' };
    try {
      return spawn(process.execPath, [main, ...args], {
        env: { ...environment(), ...settings, SUYUAN_ADMIN_PASSWORD: passwordIn(folder) },
        // Over the channel it learns that we are gone, however that came.
        stdio: ['ignore', 'pipe', log, 'ipc'],
      });
    } finally {
      closeSync(log);
    }
  }
  async function run({ children, isLeft }: Running): Promise<void> {
    const isNew = !existsSync(join(folder, 'loaded'));
    const child = start(['serve']);
    children.push(child);
    const ended = endOf(child);
    const url = await printedUrl(child);
    if (isNew && !isLeft()) {
      state = 'loading';
      const loading = start(['demo', '--json']);
      children.push(loading);
      loading.stdout?.resume();
      if ((await endOf(loading)) !== 0) throw new Error('the chains were not loaded');
      await settle(url, { loginName: LOGIN_NAME, password: passwordIn(folder) });
      if (!isLeft()) writeFileSync(join(folder, 'loaded'), '');
    }
    if (isLeft()) return;
    port = Number(new URL(url).port);
    state = 'running';
    await ended;
    if (!isLeft()) state = 'failed';
  }
  async function end(): Promise<void> {
    const before = running?.children ?? [];
    running = undefined;
    state = 'none';
    port = undefined;
    await Promise.all(before.map(endNow));
  }

  return {
    state: () =>
      state === 'running' && port !== undefined
        ? { state, port, loginName: LOGIN_NAME, password: passwordIn(folder) }
        : { state },
    begin() {
      if (state !== 'none' && state !== 'failed') return;
      state = 'starting';
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const own: Running = { children: [], isLeft: () => running !== own };
      running = own;
      run(own).catch(async (error: unknown) => {
        // Left meanwhile, it did not fail.
        if (own.isLeft()) return;
        state = 'failed';
        appendFileSync(join(folder, 'log'), `${error}\n`);
        await Promise.all(own.children.map(endNow));
      });
    },
    async leave() {
      await end();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    close: end,
  };
}

function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_ITS_OWN.test(name)));
}

/** Made once for each demonstration; whoever may read the folder may do everything in it anyway. */
function passwordIn(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, `yanshi-${randomBytes(5).toString('hex')}`, { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** In order, and by force where that takes too long. */
async function endNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = endOf(child);
  child.kill('SIGTERM');
  const cut = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(cut);
}

/** With its exit code; null where it was killed. */
function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => {
    child.once('error', () => done(null));
    child.once('exit', done);
  });
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let printed = '';
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const [url] = /http:\/\/\S+/.exec(printed) ?? [];
      if (url !== undefined) done(url);
    });
    child.once('exit', () => fail(new Error('ended before it answered')));
  });
}
