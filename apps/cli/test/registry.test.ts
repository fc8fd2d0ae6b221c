/** `suyuan registry`: things by files, what is said, and what nothing is known of. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@suyuan/api';
import { readConfig, withKey } from '@suyuan/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withJoinedDatabase } from '../src/with-database.ts';
import { environment, makeStartedDataDir, type Program, removeDataDir, run, startProgram } from './program.ts';

let dataDir: string;
let program: Program;
beforeAll(async () => {
  dataDir = makeStartedDataDir();
  program = await startProgram(dataDir);
  await withJoinedDatabase(readConfig(environment(dataDir)), ({ ctx }) =>
    withKey(ctx, 'capture', (key) => createClient({ url: program.url, key }).capture(JSON.stringify(DOCUMENT))),
  );
});
afterAll(async () => {
  await program.end('SIGTERM');
  removeDataDir(dataDir);
});

const MILK = 'https://id.gs1.org/01/06901234500011';
const DOCUMENT = {
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-10-01T00:00:00Z' },
  epcisBody: {
    eventList: [
      {
        ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping' },
        ...{ eventTime: '2026-10-01T08:00:00.000+08:00', eventTimeZoneOffset: '+08:00' },
        ...{ epcList: [`${MILK}/21/1`], readPoint: { id: 'urn:example:dock' } },
      },
    ],
  },
};

function file(name: string, text: string): string {
  const path = join(dataDir, name);
  writeFileSync(path, text);
  return path;
}

const linesOf = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('what is in order is taken, what is not is told by line, and what is still unknown is listed', async () => {
  const good = file('good.csv', '编码,名称\n6901234500011,纯牛奶\n');
  const bad = file('bad.csv', 'code,name\n6901234500028,Yoghurt\n6901234500012,Milk\n6901234500035,\n');
  const none = file('none.csv', 'code,name\n"open');
  const taken = await run(dataDir, 'registry', 'import', good, bad, none, '--kind', 'product', '--json');
  expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining('2 / 3 个文件未登记 · files are not taken') });
  expect(linesOf(taken.stdout)).toEqual([
    { file: good, stored: 1, unchanged: 0 },
    expect.objectContaining({ file: bad, line: 3, column: 'A', rule: 'registry.code', value: '"6901234500012"' }),
    expect.objectContaining({ file: bad, line: 4, column: 'B', rule: 'registry.name-missing' }),
    { file: bad, problem: 'registry.invalid', faults: 2 },
    { file: none, problem: expect.objectContaining({ code: 'registry.csv' }) },
  ]);

  const listed = await run(dataDir, 'registry', 'list', '--kind', 'product');
  expect(listed).toEqual({ code: 0, stdout: `${MILK}  product  纯牛奶\n`, stderr: '' });

  const unknown = await run(dataDir, 'registry', 'unknown', '--json');
  expect(unknown).toMatchObject({ code: 0, stderr: '' });
  expect(linesOf(unknown.stdout)).toEqual([
    { code: 'urn:example:dock', kind: 'site', events: 1, newestAt: '2026-10-01T00:00:00.000Z' },
    { count: 1, lookedAt: { events: 1, all: true } },
  ]);
});

test('a person reads each fault with its line and reason, and how many there are', async () => {
  const bad = file('sites.csv', '编码,名称\nurn:example:dock,\n');
  const { code, stdout } = await run(dataDir, 'registry', 'import', bad, '--kind', 'site');
  expect(code).toBe(1);
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/^✗ .*sites.csv: Row 2, column B: There is no name/),
    expect.stringMatching(/sites.csv: 未登记，1 处有误 · nothing is stored, 1 faults$/),
    '',
  ]);
});
