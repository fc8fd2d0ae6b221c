/** A backup on the command line: made beside the running server, restored elsewhere, and what a kill leaves. */
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@suyuan/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  environment,
  makeDataDir,
  makeStartedDataDir,
  type Program,
  type Ran,
  removeDataDir,
  run,
  runIn,
  startProgram,
} from './program.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const PASSPHRASE = '青山不改 backup';
const EVENTS = 3_000;
/** The events, and the key that was made. */
const LEAVES = EVENTS + 1;

let dataDir: string;
let folder: string;
let file: string;
let key: string;
let program: Program;
let made: Ran;
const others: string[] = [];

beforeAll(async () => {
  dataDir = makeStartedDataDir();
  folder = join(dataDir, '备份 与恢复');
  mkdirSync(folder);
  mkdirSync(join(dataDir, 'keys'));
  writeFileSync(join(dataDir, 'keys', 'secrets'), 'opens the secrets', { mode: 0o600 });
  file = join(folder, '溯源.backup');
  program = await startProgram(dataDir);
  key = (await run(dataDir, 'key', 'create', '--role', 'admin')).stdout.trim();
  await createClient({ url: program.url, key, language: 'en' }).capture(document(EVENTS));
  made = await suyuan(dataDir, 'backup', file, '--json');
}, 120_000);
afterAll(async () => {
  await program.end('SIGTERM');
  for (const each of [dataDir, ...others]) removeDataDir(each);
});

function document(count: number): string {
  const eventList = Array.from({ length: count }, (_, at) => ({
    type: 'ObjectEvent',
    eventTime: new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString(),
    eventTimeZoneOffset: '+08:00',
    action: 'ADD',
    epcList: [`https://id.gs1.org/01/10614141073464/21/B${at}`],
    bizStep: 'commissioning',
  }));
  return JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-01-01T00:00:00Z', epcisBody: { eventList } },
  });
}

function suyuan(dir: string, ...args: readonly string[]): Promise<Ran> {
  return runIn({ SUYUAN_DATA: dir, SUYUAN_BACKUP_PASSPHRASE: PASSPHRASE }, args);
}

function otherDataDir(): string {
  const dir = makeDataDir();
  others.push(dir);
  return dir;
}

test('a backup of the running installation is restored elsewhere: the store verifies, the key opens it, key files are there', async () => {
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const told: unknown = JSON.parse(made.stdout);
  expect(told).toMatchObject({ path: file, logSize: LEAVES, files: 1, bytes: readFileSync(file).length });

  const other = otherDataDir();
  // Started once, by somebody who then thought of the backup.
  await (await startProgram(other)).end('SIGTERM');
  const restored = await suyuan(other, 'restore', file);
  expect(restored).toMatchObject({ code: 0, stdout: expect.stringMatching(/已恢复并核对.*restored and checked/) });
  expect(readFileSync(join(other, 'keys', 'secrets'), 'utf8')).toBe('opens the secrets');
  expect(await run(other, 'verify', '--json')).toMatchObject({
    code: 0,
    stdout: `${JSON.stringify({ size: LEAVES, faults: 0, pendingBatches: 0 })}\n`,
  });
  const again = await startProgram(other);
  const answer = await fetch(`${again.url}/epcis/events?perPage=1`, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status).toBe(200);

  expect(await suyuan(other, 'restore', file), 'beside a program that runs').toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/正被另一个溯源程序使用.*another Suyuan program/),
  });
  await again.end('SIGTERM');
  expect(await suyuan(other, 'restore', file, '--json'), 'over what is there').toMatchObject({
    ...{ code: 1, stdout: '' },
    stderr: expect.stringMatching(/已有数据.*has records/),
  });
});

test('in a folder it is named by its day; a file that is there is replaced with --force alone', async () => {
  const days = join(folder, 'days');
  mkdirSync(days);
  expect(await suyuan(dataDir, 'backup', days)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/已备份到.*backed up/),
  });
  const [name = ''] = readdirSync(days);
  expect(name).toMatch(/^suyuan-\d{4}-\d\d-\d\d\.backup$/);
  const before = readFileSync(join(days, name));
  const refused = await suyuan(dataDir, 'backup', join(days, name));
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/文件已存在.*there is a file/) });
  expect(readFileSync(join(days, name)).equals(before)).toBe(true);
  expect(await suyuan(dataDir, 'backup', join(days, name), '--force')).toMatchObject({ code: 0 });
  expect(readFileSync(join(days, name)).equals(before)).toBe(false);
  expect(readdirSync(days)).toEqual([name]);
});

test('a passphrase comes from a file too; a short one, none and a wrong one are refused, and nothing is written', async () => {
  const words = join(folder, '口令.txt');
  writeFileSync(words, `${PASSPHRASE}\r\nanother line\n`);
  const by = await run(dataDir, 'backup', join(folder, 'by-file'), '--passphrase-file', words);
  expect(by).toMatchObject({ code: 0 });
  const there = readdirSync(folder);
  const target = join(folder, 'never');
  const short = await runIn({ SUYUAN_DATA: dataDir, SUYUAN_BACKUP_PASSPHRASE: 'short' }, ['backup', target]);
  expect(short).toMatchObject({ code: 1, stderr: expect.stringMatching(/口令太短.*too short/) });
  expect(await run(dataDir, 'backup', target)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--passphrase-file'),
  });
  expect(readdirSync(folder)).toEqual(there);

  const other = otherDataDir();
  const wrong = await runIn({ SUYUAN_DATA: other, SUYUAN_BACKUP_PASSPHRASE: 'not the words' }, ['restore', file]);
  expect(wrong).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/口令不对.*passphrase is wrong/) });
  expect(await suyuan(other, 'restore', words)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/不是溯源的备份/),
  });
  expect(await suyuan(other, 'restore', join(folder, 'nowhere'))).toMatchObject({ code: 1, stdout: '' });
  expect(await run(other, 'restore', join(folder, 'by-file'), '--passphrase-file', words)).toMatchObject({ code: 0 });
});

test('a wrong command line ends with 2', async () => {
  for (const args of [['restore'], ['restore', file, file], ['backup', '--fast'], ['backup', file, file]]) {
    expect(await suyuan(dataDir, ...args), args.join(' ')).toMatchObject({ code: 2, stdout: '' });
  }
});

/** The command, and when it has ended. */
function started(dir: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...environment(dir), SUYUAN_BACKUP_PASSPHRASE: PASSPHRASE },
    stdio: 'ignore',
  });
  return { child, ended: new Promise<unknown>((done) => child.once('exit', (_, signal) => done(signal))) };
}

test('a backup that is killed leaves no file of its name', async () => {
  const killed = join(folder, 'killed');
  mkdirSync(killed);
  const begun = new Promise<void>((done) => {
    const watcher = watch(killed, () => {
      watcher.close();
      done();
    });
  });
  const { child, ended } = started(dataDir, 'backup', join(killed, 'whole.backup'));
  await begun;
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  expect(readdirSync(killed).filter((name) => !name.endsWith('.part'))).toEqual([]);
  const [part = ''] = readdirSync(killed);
  expect(await suyuan(otherDataDir(), 'restore', join(killed, part))).toMatchObject({ code: 1, stdout: '' });
});

test.skipIf(process.platform === 'win32')(
  'a restore that is killed leaves an empty installation, into which the backup is restored',
  async () => {
    const other = otherDataDir();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { child, ended } = started(other, 'restore', pipe);
    const contents = readFileSync(file);
    // Far more than a pipe holds: when this is through, most of the rows are on their way.
    const into = createWriteStream(pipe);
    await new Promise<void>((done) => into.write(contents.subarray(0, -1000), () => done()));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    into.on('error', () => undefined).destroy();
    expect(contents.length).toBeGreaterThan(200_000);

    const empty = await run(other, 'verify', '--json');
    expect(JSON.parse(empty.stdout)).toEqual({ size: 0, faults: 0, pendingBatches: 0 });
    expect(await suyuan(other, 'restore', file)).toMatchObject({ code: 0 });
    expect(JSON.parse((await run(other, 'verify', '--json')).stdout)).toMatchObject({ size: LEAVES, faults: 0 });
  },
);
