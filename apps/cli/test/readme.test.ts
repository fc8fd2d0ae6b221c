/** The commands of both READMEs, as printed, in their order. */
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment, makeDataDir, removeDataDir } from './program.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PRINTED = 'http://127.0.0.1:7800';

/** The blocks of commands, those that install left out: they are run below, or by `.ci/run`. */
function blocksOf(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
}

let dataDir: string;
let url: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  dataDir = makeDataDir();
  // `npm ci` of `npm ci && npm start` would take away the modules that this test runs on; it is run by `.ci/run`, as is
  // `npm ci && npm test`, which would start this test again. What follows `npm ci` is run here.
  const port = (await isFree(7800)) ? 7800 : 0;
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...environment(dataDir), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // npm and what it started are ended together
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  stop = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
  url = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const printed = /^溯源 Suyuan: (http:\S+)$/m.exec(chunk.toString());
      if (printed?.[1] !== undefined) done(printed[1]);
    });
    void ended.then(() => fail(new Error('npm start ended')));
  });
});
afterAll(async () => {
  await stop();
  removeDataDir(dataDir);
});

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

/** One block in a shell that stops at the first failure; the address is the running server's, whatever its port. */
function runBlock(block: string): Promise<string> {
  return new Promise((done, fail) => {
    const script = `set -euo pipefail\n${block.replaceAll(PRINTED, url)}`;
    const options = { cwd: ROOT, env: environment(dataDir), maxBuffer: 64 * 1024 * 1024 };
    execFile('bash', ['-c', script], options, (error, stdout) => (error === null ? done(stdout) : fail(error)));
  });
}

/** What is seen after a block that holds this command. */
const SEEN: readonly (readonly [command: string, seen: RegExp])[] = [
  ['suyuan -- demo', /loaded \d+ documents, 4936 events \(4936 new\).*http:\S+\/01\/\d{14}\/21\//s],
  // The receiving of the XML document and the commissioning of the JSON one, and no refusal of a capture before them.
  ['/v1/trace', /^\{"start":.*BizStep-commissioning".*BizStep-receiving"/],
  ['-- validate examples', /✓ examples\/apples-received\.xml\n✓ examples\/apples\.jsonld\n/],
  ['-- capture examples', /new 0, known 2, errors 0\n.*new 0, known 3, errors 0\n/],
  ['-- trace', /A260918 {2}Hongling Fuji apples {2}Heji Fruit Shop\n/],
];

test('the READMEs print the same commands, and every one does what it is printed for', async () => {
  const blocks = blocksOf('README.md');
  expect(blocksOf('README.zh-CN.md')).toEqual(blocks);
  expect(blocks.filter((block) => block.includes('npm ci'))).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
  const run = blocks.filter((block) => !block.includes('npm ci'));
  for (const [command] of SEEN) expect(run.join('')).toContain(command);
  for (const block of run) {
    const output = await runBlock(block);
    const wanted = SEEN.filter(([command]) => block.includes(command));
    expect(wanted.length).toBeGreaterThan(0);
    for (const [, seen] of wanted) expect(output).toMatch(seen);
  }
}, 180_000);
