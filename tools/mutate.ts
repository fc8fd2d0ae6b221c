/**
 * How much of what could break do the tests notice? Plants small faults, one at a time, in a copy of the repository,
 * runs the tests that depend on the file, and tells which faults nothing noticed. Takes some ten seconds a fault.
 *
 *   npm run mutate -- [--count 60] [--seed 1] [--path packages/epcis/src/xml …] [--tests packages/epcis/src/xml …]
 */
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMutant, type Mutant, mutantsOf, mutate, sample } from './mutants.ts';
import { filesUnder, isEntryPoint, ROOT, workspacesOf } from './repository.ts';

const USAGE = 'mutate [--count N] [--seed N] [--path FILE|FOLDER …] [--tests FILE|FOLDER …]';

const DEFAULT_PATHS = ['packages/epcis/src', 'packages/server/src/modules'];
const DEFAULT_COUNT = 60; // ten minutes on two cores
/** A fault may make a loop endless: what takes thrice as long as without it, and this much more, is noticed. */
const GRACE_MS = 20_000;
/** The whole of a workspace's tests, at their slowest. */
const UNCHANGED_MAX_MS = 300_000;

interface Planted {
  readonly file: string;
  readonly mutant: Mutant;
}
type Outcome = 'killed' | 'survived';

/** Sources below these paths, as paths in the repository. */
function sourcesUnder(paths: readonly string[]): readonly string[] {
  const isSource = (file: string): boolean =>
    /\.tsx?$/.test(file) && !/\.(?:test|fixture|d)\.tsx?$/.test(file) && paths.some((path) => isBelow(file, path));
  return filesUnder(ROOT)
    .map((file) => file.slice(ROOT.length + 1))
    .filter(isSource)
    .toSorted();
}

const isBelow = (file: string, path: string): boolean =>
  file === path || file.startsWith(`${path.replace(/\/$/, '')}/`);

/** The repository in a folder of its own, where its packages find each other and not those of the work tree. */
function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'suyuan-mutate-'));
  for (const file of filesUnder(ROOT)) {
    const target = join(copy, file.slice(ROOT.length + 1));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@suyuan'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '@suyuan' && name !== '.vite') symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  for (const workspace of workspacesOf(copy)) {
    symlinkSync(join(copy, workspace), join(modules, '@suyuan', workspace.split('/').at(-1) ?? ''));
  }
  // A database is started for tests of the server alone.
  const config = (setup: string): string =>
    `export default { test: { include: ['**/*.test.{ts,tsx}'], exclude: ['**/node_modules/**', '**/*.long.test.*'],
       globalSetup: [${setup}], pool: 'forks', testTimeout: 60000, hookTimeout: 120000, maxWorkers: 2, bail: 1 } };\n`;
  writeFileSync(join(copy, 'pure.config.ts'), config(''));
  writeFileSync(join(copy, 'database.config.ts'), config("'packages/server/test/global-setup.ts'"));
  return copy;
}

/** Ends the tests that run, if any do; they have a group of their own, so that what they started ends with them. */
let stopTests = (): void => undefined;

/** Whether the tests of the file's workspace that depend on it (or those that are named) pass; a limit that is hit fails. */
function testsPass(copy: string, file: string, run: { limitMs: number; tests: readonly string[] }): Promise<boolean> {
  const workspace = file.split('/').slice(0, 2).join('/');
  const config = workspace === 'packages/server' || workspace === 'apps/cli' ? 'database' : 'pure';
  const which = run.tests.length > 0 ? ['run', ...run.tests] : ['related', '--run', '--dir', workspace, file];
  const program = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [program, ...which, '--config', `${config}.config.ts`], {
    cwd: copy,
    stdio: 'ignore',
    detached: true,
  });
  stopTests = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  return new Promise((done, fail) => {
    const timer = setTimeout(() => stopTests(), run.limitMs);
    child.on('error', fail);
    child.on('exit', (code) => {
      clearTimeout(timer);
      done(code === 0);
    });
  });
}

/** Milliseconds that the tests of a file take when nothing is wrong. */
async function unchangedMs(copy: string, file: string, tests: readonly string[]): Promise<number> {
  const start = performance.now();
  if (!(await testsPass(copy, file, { limitMs: UNCHANGED_MAX_MS, tests })))
    throw new Error(`${file}: its tests fail, or there are none, before anything is changed`);
  return performance.now() - start;
}

function table(outcomes: ReadonlyMap<Planted, Outcome>): string {
  const lines = ['', '| file | mutants | killed | survived |', '| --- | ---: | ---: | ---: |'];
  const row = (name: string, some: readonly [Planted, Outcome][]): string => {
    const killed = some.filter(([, outcome]) => outcome === 'killed').length;
    return `| ${name} | ${some.length} | ${killed} | ${some.length - killed} |`;
  };
  const all = [...outcomes];
  for (const [file, some] of Map.groupBy(all, ([{ file }]) => file)) lines.push(row(file, some));
  const killed = all.filter(([, outcome]) => outcome === 'killed').length;
  const percent = all.length === 0 ? 0 : Math.round((100 * killed) / all.length);
  return [...lines, row('all', all), '', `score: ${percent} %`].join('\n');
}

async function main(): Promise<void> {
  const list = { type: 'string', multiple: true } as const;
  const options = { count: { type: 'string' }, seed: { type: 'string' }, path: list, tests: list } as const;
  const { values } = parseArgs({ options });
  const [count, seed] = [Number(values.count ?? DEFAULT_COUNT), Number(values.seed ?? 1)];
  const { path: paths = DEFAULT_PATHS, tests = [] } = values;
  const texts = new Map(sourcesUnder(paths).map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed) || texts.size === 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const every = [...texts].flatMap(([file, text]) => mutantsOf(text).map((mutant): Planted => ({ file, mutant })));
  const planted = sample(every, count, seed).toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  console.log(`${planted.length} of ${every.length} mutants of ${texts.size} files, seed ${seed}`);
  const copy = copyRepository();
  const leave = (): void => {
    stopTests();
    rmSync(copy, { recursive: true, force: true });
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave);
  const outcomes = new Map<Planted, Outcome>();
  try {
    let limitMs: number | undefined;
    for (const [file, some] of Map.groupBy(planted, ({ file }) => file)) {
      const text = texts.get(file) ?? '';
      // Tests that are named are the same for every file.
      if (limitMs === undefined || tests.length === 0) limitMs = 3 * (await unchangedMs(copy, file, tests)) + GRACE_MS;
      for (const one of some) {
        writeFileSync(join(copy, file), mutate(text, one.mutant));
        const outcome = (await testsPass(copy, file, { limitMs, tests })) ? 'survived' : 'killed';
        outcomes.set(one, outcome);
        console.log(`${outcome.padEnd(8)} ${file} ${describeMutant(text, one.mutant)}`);
      }
      writeFileSync(join(copy, file), text);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  console.log(table(outcomes));
}

if (isEntryPoint(import.meta.url)) await main();
