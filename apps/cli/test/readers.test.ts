/** Readers of the log on the command line: listed, what they could not handle tried again or given up. */
import { readConfig } from '@suyuan/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withJoinedDatabase } from '../src/with-database.ts';
import { environment, makeStartedDataDir, type Program, removeDataDir, run, startProgram } from './program.ts';

let dataDir: string;
let program: Program;
beforeAll(async () => {
  dataDir = makeStartedDataDir();
  program = await startProgram(dataDir);
  // A log of two runs; the reader has been through both, has one parked and an organisation held at the other.
  const statements = [
    `insert into integrity.log (first_position, block, org_no, leaves)
     values (0, 101, 1, decode(repeat('00', 96), 'hex')), (3, 102, 2, decode(repeat('00', 64), 'hex'))`,
    "insert into integrity.reader (name, position) values ('ledger', 5)",
    `insert into integrity.reader_parked (reader, position, org_no, count, block, attempts, error, parked_at)
     values ('ledger', 0, 1, 3, 101, 10, E'Error: no such\nunit', now())`,
    `insert into integrity.reader_hold (reader, org_no, position, attempts, retry_at, error)
     values ('ledger', 2, 3, 4, '2999-01-01T00:00:00Z', 'Error: too early')`,
  ];
  await withJoinedDatabase(readConfig(environment(dataDir)), ({ ctx }) =>
    ctx.write(async (tx) => {
      for (const statement of statements) await tx.query(statement);
    }),
  );
});
afterAll(async () => {
  await program.end('SIGTERM');
  removeDataDir(dataDir);
});

async function listed(): Promise<Record<string, unknown>[]> {
  const { code, stdout, stderr } = await run(dataDir, 'readers', 'list', '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ name }) => name !== OWN);
}

/** The program's own, which judges records, and goes on while others are looked at. */
const OWN = 'compliance';

test('the list tells where each reader is, and what is held and parked and why', async () => {
  expect(await listed()).toMatchObject([
    {
      ...{ name: 'ledger', position: 5, size: 5, lag: 0, held: 1, parked: 3 },
      holds: [{ orgNo: 2, position: 3, attempts: 4, retryAt: '2999-01-01T00:00:00.000Z', error: 'Error: too early' }],
      parkedRuns: [{ orgNo: 1, first: 0, count: 3, block: 101, error: 'Error: no such\nunit' }],
      parkedRunCount: 1,
    },
  ]);
  const told = (await run(dataDir, 'readers', 'list')).stdout.split('\n');
  expect(told).toEqual([
    expect.stringMatching(/^compliance {2}\d\/5 {2}落后 lag \d {2}暂缓 held 0 {2}搁置 parked 0$/),
    expect.stringMatching(/^ledger {2}5\/5 {2}落后 lag 0 {2}暂缓 held 1 {2}搁置 parked 3$/),
    expect.stringMatching(/^ {2}暂缓 held .* position 3 .* 2999-01-01T00:00:00.000Z {2}Error: too early$/),
    expect.stringMatching(/^ {2}搁置 parked .* position 0 .* entries 3 .* Error: no such unit$/),
    '',
  ]);
});

test.each([
  ['a reader that is not there', ['retry', 'nobody'], /没有此读取器.*there is no reader nobody/],
  [
    'a reader that is not there, to skip',
    ['skip', 'nobody', '--position', '0'],
    /没有此读取器.*there is no reader nobody/,
  ],
  ['a position where nothing waits', ['retry', 'ledger', '--position', '1'], /位置 1 没有.*nothing parked or held/],
  ['a position where nothing is to skip', ['skip', 'ledger', '--position', '1'], /位置 1 没有.*nothing parked or held/],
])('%s is refused with 1, in both languages', async (_, args, said) => {
  const before = await listed();
  const refused = await run(dataDir, 'readers', ...args);
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(said) });
  expect(await listed()).toEqual(before);
});

test('what waits is made due, then given up: a parked run, and the run that an organisation is held at', async () => {
  const one = await run(dataDir, 'readers', 'retry', 'ledger', '--position', '0', '--json');
  expect(JSON.parse(one.stdout)).toEqual({ reader: 'ledger', parked: 1, held: 0 });
  const all = await run(dataDir, 'readers', 'retry', 'ledger');
  expect(all.stdout).toMatch(/搁置 1 段，暂缓 1 家企业 · .*1 parked runs, 1 held organisations/);
  const [due] = await listed();
  expect(JSON.stringify(due)).not.toMatch(/2999|"retryAt":null/);

  const parked = await run(dataDir, 'readers', 'skip', 'ledger', '--position', '0');
  expect(parked).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/已放弃.*given up: organisation 1, position 0/),
  });
  const held = await run(dataDir, 'readers', 'skip', 'ledger', '--position', '3', '--json');
  expect(JSON.parse(held.stdout)).toMatchObject({ was: 'held', orgNo: 2, first: 3, count: 2, block: 102 });
  expect(await listed()).toMatchObject([{ held: 1, parked: 0, holds: [{ position: 5, attempts: 0, error: null }] }]);
});
