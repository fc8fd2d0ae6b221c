/** `suyuan export`: what is fetched in files, and what is fetched again after it was broken off. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { environment, makeDataDir, makeStartedDataDir, type Ran, removeDataDir, run, runIn } from './program.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const EXAMPLE = join(import.meta.dirname, '../../../examples/apples.jsonld');
const UNTIL = 29;
let dataDir: string;
let server: Server;
/** Where the parts that were asked for begin. */
let asked: string[] = [];
/** How the part of a position is given, where not as it is. */
let given = new Map<string, (response: ServerResponse) => void>();

const nameOf = (from: number, kind = ''): string =>
  `suyuan-01234567-${kind}${String(from).padStart(12, '0')}-${String(from + 9).padStart(12, '0')}.json`;
const ALL = [0, 10, 20].map((from) => nameOf(from));
const textOf = (from: number): string => `part from ${from}\n`.repeat(1_000);

beforeAll(async () => {
  dataDir = makeDataDir();
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    const from = Number(searchParams.get('from'));
    const isOfChains = pathname === '/v1/exports/chains';
    const isEnd = from > UNTIL;
    response.writeHead(200, {
      'content-disposition': `attachment; filename="${nameOf(from, isOfChains ? 'chains-' : '')}"`,
      ...(isOfChains && from === 10 ? { 'suyuan-export-incomplete': 'true' } : {}),
      'suyuan-export-to': isEnd ? UNTIL : from + 9,
      'suyuan-export-until': UNTIL,
      'suyuan-export-records': isEnd ? 0 : 10,
    });
    if (request.method === 'HEAD') return response.end();
    asked.push(String(from));
    const other = given.get(String(from));
    given.delete(String(from));
    if (other === undefined) response.end(textOf(from));
    else response.write(textOf(from).slice(0, 500), () => other(response));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.close();
  removeDataDir(dataDir);
});
beforeEach(() => {
  asked = [];
  given = new Map();
});

function variables(): NodeJS.ProcessEnv & { readonly SUYUAN_DATA: string } {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { ...environment(dataDir), SUYUAN_DATA: dataDir, SUYUAN_URL: `http://127.0.0.1:${port}` };
}

const exportTo = (out: string): Promise<Ran> => runIn(variables(), ['export', '--out', out]);

function expectWhole(out: string): void {
  expect(readdirSync(out).sort()).toEqual(ALL);
  for (const from of [0, 10, 20]) expect(readFileSync(join(out, nameOf(from)), 'utf8')).toBe(textOf(from));
}

test('a part whose connection broke is fetched again, whole', async () => {
  const out = join(dataDir, 'broken');
  given.set('10', (response) => response.destroy());
  expect(await exportTo(out)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('exported 30 records in 3 files'),
  });
  expectWhole(out);
  expect(asked).toEqual(['0', '10', '10', '20']);
});

test('killed in the middle of a part, it goes on with that part; once all is there, nothing is fetched', async () => {
  const out = join(dataDir, 'killed');
  const stalled = new Promise<void>((done) => given.set('10', () => done()));
  const killed = spawn(process.execPath, [MAIN, 'export', '--out', out], { env: variables(), stdio: 'ignore' });
  await stalled;
  const ended = new Promise((done) => killed.once('exit', done));
  killed.kill('SIGKILL');
  await ended;
  expect(readdirSync(out)).toContain(nameOf(0));
  expect(readdirSync(out)).not.toContain(nameOf(10));
  asked = [];
  expect(await exportTo(out)).toMatchObject({ code: 0 });
  expectWhole(out);
  expect(asked).toEqual(['10', '20']);
  expect(await exportTo(out)).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing was recorded since') });
  expectWhole(out);
});

test('files of another organisation in the folder are neither counted nor touched; a gap is filled', async () => {
  const out = join(dataDir, 'others');
  const strange = nameOf(0).replace('01234567', '89abcdef');
  mkdirSync(out);
  for (const name of [strange, nameOf(20), `${nameOf(10)}.part`]) writeFileSync(join(out, name), name);
  expect(await exportTo(out)).toMatchObject({ code: 0 });
  expect(asked).toEqual(['0', '10', '20']);
  expect(readdirSync(out).sort()).toEqual([...ALL, strange].sort());
  expect(readFileSync(join(out, strange), 'utf8')).toBe(strange);
});

test('chains are files of their own beside the others; one that is not whole is said', async () => {
  const out = join(dataDir, 'chains');
  expect(await exportTo(out)).toMatchObject({ code: 0 });
  writeFileSync(join(out, `${nameOf(20)}.part`), 'of an export that is under way');
  asked = [];
  const exported = await runIn(variables(), ['export', '--chains', '--out', out]);
  expect(exported).toMatchObject({ code: 0, stdout: expect.stringContaining('exported 30 records in 3 files') });
  expect(exported.stdout).toMatch(new RegExp(`${nameOf(10, 'chains-')}.*use a smaller --count`));
  expect(exported.stdout.match(/smaller --count/g)).toHaveLength(1);
  expect(asked).toEqual(['0', '10', '20']);
  const chains = [0, 10, 20].map((from) => nameOf(from, 'chains-'));
  expect(readdirSync(out).sort()).toEqual([...ALL, ...chains, `${nameOf(20)}.part`].sort());
});

test('of an installation on this machine it gives documents that are sound, and tables', async () => {
  const [own, out] = [makeStartedDataDir(), join(dataDir, 'real')];
  try {
    expect(await run(own, 'capture', EXAMPLE)).toMatchObject({ code: 0 });
    expect(await run(own, 'export', '--out', out, '--count', '2')).toMatchObject({ code: 0 });
    const files = readdirSync(out);
    expect(files.length).toBeGreaterThan(1);
    expect(await run(own, 'validate', out)).toMatchObject({ code: 0 });
    const events = files.flatMap((name) => JSON.parse(readFileSync(join(out, name), 'utf8')).epcisBody.eventList);
    expect(events).toHaveLength(JSON.parse(readFileSync(EXAMPLE, 'utf8')).epcisBody.eventList.length);
    // Tables beside them begin anew, and go on by themselves.
    const asTables = ['export', '--out', out, '--count', '2', '--format', 'xlsx'];
    const counted = expect.stringContaining(`exported ${events.length} records`);
    expect(await run(own, ...asTables)).toMatchObject({ code: 0, stdout: counted });
    const tables = readdirSync(out).filter((name) => name.endsWith('.xlsx'));
    expect(tables.length).toBeGreaterThan(1);
    for (const name of tables) expect(readFileSync(join(out, name)).toString('latin1', 0, 4)).toBe('PK\x03\x04');
    expect(await run(own, ...asTables)).toMatchObject({
      stdout: expect.stringContaining('nothing was recorded since'),
    });
  } finally {
    removeDataDir(own);
  }
});
