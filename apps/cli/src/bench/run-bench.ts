/** The bench: a server of its own in a process of its own, a database of its own, gone afterwards. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@suyuan/api';
import { readConfig, withKey } from '@suyuan/server';
import { UsageError } from '../command.ts';
import { createOutput } from '../output.ts';
import { withJoinedDatabase } from '../with-database.ts';
import { type BenchSetting, benchCapture } from './bench-capture.ts';
import { benchCodes } from './bench-codes.ts';
import { benchDisclosure } from './bench-disclosure.ts';
import { benchDuplicates } from './bench-duplicates.ts';
import { benchImport } from './bench-import.ts';
import { benchJudge } from './bench-judge.ts';
import { benchLabels } from './bench-labels.ts';
import { benchPublic } from './bench-public.ts';
import { benchSingle } from './bench-single.ts';
import { benchTrace } from './bench-trace.ts';
import { benchTrees } from './bench-trees.ts';
import { benchWalls } from './bench-walls.ts';

const ALONE = ['codes', 'labels'];
export const SUITES: readonly string[] = [
  ...ALONE,
  ...['capture', 'single', 'trace', 'trees', 'public', 'walls', 'disclosure', 'judge', 'import', 'duplicates'],
];
const MAIN = join(import.meta.dirname, '../main.ts');

export interface BenchOptions {
  readonly events: number;
  readonly scale: number;
  readonly json?: boolean;
}

export async function runBench(suites: readonly string[], options: BenchOptions): Promise<void> {
  const unknown = suites.find((name) => !SUITES.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`没有这项测速 · there is no bench ${unknown}: suyuan bench ${SUITES.join(' ')}`);
  }
  const isWanted = (name: string): boolean => suites.length === 0 || suites.includes(name);
  const output = createOutput(options.json === true);
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  output.line(`${machine}`, { machine });
  if (isWanted('codes')) benchCodes(output);
  if (isWanted('labels')) await benchLabels(output);
  if (!SUITES.some((name) => !ALONE.includes(name) && isWanted(name))) return;
  await withOwnServer(async (setting) => {
    if (isWanted('capture')) await benchCapture(setting, options.events, output);
    if (isWanted('single')) await benchSingle(setting, output);
    if (isWanted('trace')) await benchTrace(setting, options.scale, output);
    if (isWanted('trees')) await benchTrees(setting, options.events, output);
    if (isWanted('public')) await benchPublic(setting, output);
    if (isWanted('walls')) await benchWalls(setting, output);
    if (isWanted('disclosure')) await benchDisclosure(setting, output);
    if (isWanted('judge')) await benchJudge(setting, output);
    if (isWanted('duplicates')) await benchDuplicates(setting, output);
    if (isWanted('import')) await benchImport(setting, options.events, output);
  });
}

async function withOwnServer(use: (setting: BenchSetting) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'suyuan-bench-'));
  const { DATABASE_URL: _, ...env } = process.env;
  const server = spawn(process.execPath, [MAIN, 'serve'], {
    env: { ...env, SUYUAN_DATA: dataDir, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  try {
    const url = await new Promise<string>((done, fail) => {
      server.stdout.on('data', (chunk: Buffer) => {
        const match = /http:\/\/\S+/.exec(chunk.toString());
        if (match !== null) done(match[0]);
      });
      void ended.then(() => fail(new Error('the server did not start')));
    });
    const config = { ...readConfig({ SUYUAN_DATA: dataDir }), logLevel: 'error' as const };
    await withJoinedDatabase(config, (database) =>
      withKey(database.ctx, 'admin', (key) => use({ url, key, client: createClient({ url, key }), ...database })),
    );
  } finally {
    server.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}
