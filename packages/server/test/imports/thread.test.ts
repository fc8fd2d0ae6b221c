/** Files are read in a thread beside the one that answers: it comes when there is one, comes again when it has failed, and ends when told to. */
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { keepImportingApart } from '../../src/importing-thread.ts';
import { type Firm, firmsOf } from '../account/firms.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { check, someRows } from './files.ts';

const ROWS = 1_200;

let server: TestServer;
let mill: Firm;
beforeAll(async () => {
  server = await testServer();
  mill = await (await firmsOf(server)).firm('青山面粉厂', { categories: ['food'] });
});
afterAll(() => server.close());

interface Kept {
  readonly state: string;
  readonly recorded: number;
}
const kept = async (id: string): Promise<Kept | undefined> => {
  const { rows } = await server.database.db.query<Kept>('select state, recorded from imports.import where id = $1', [
    id,
  ]);
  return rows[0];
};
const eventCount = async (): Promise<number> => {
  const { rows } = await server.database.db.query<{ n: number }>('select count(*)::int as n from events.record');
  return rows[0]?.n ?? 0;
};

/** A file that waits to be recorded, of which nobody was told. */
async function waiting(): Promise<string> {
  const { id } = await check({ server, page: mill.page }, someRows(ROWS));
  await server.database.db.query(
    "update imports.import set state = 'recording', for_person = made_by where id = $1 returning id",
    [id],
  );
  return id;
}

test('it comes when there is a file, and goes on where one that failed was; each row is recorded once', async () => {
  const id = await waiting();
  const threads: Worker[] = [];
  let sequenced = 0;
  const importing = keepImportingApart({
    start() {
      const { url: connectionString } = server.database;
      const given = { task: 'importing', connectionString, dataDir: server.dataDir, logLevel: 'silent' } as const;
      const thread = new Worker(new URL('./thread.fixture.ts', import.meta.url), { workerData: given });
      threads.push(thread);
      return thread;
    },
    program: server.database.ctx,
    onSequenced: () => {
      sequenced += 1;
    },
  });
  onTestFinished(() => importing.close());
  importing.nudge();
  await expect.poll(async () => (await kept(id))?.recorded).toBeGreaterThan(0);
  await threads[0]?.terminate();
  await expect.poll(() => kept(id)).toMatchObject({ state: 'recorded', recorded: ROWS });
  expect(await eventCount()).toBe(ROWS);
  expect(threads.length).toBeGreaterThan(1);
  expect(sequenced).toBeGreaterThan(0);
  await importing.close();
  expect(await kept(id)).toMatchObject({ state: 'recorded' });
});

test('with nothing to read there is no thread', async () => {
  let started = 0;
  const importing = keepImportingApart({
    start: () => {
      started += 1;
      throw new Error('not wanted');
    },
    program: server.database.ctx,
    onSequenced: () => undefined,
  });
  importing.nudge();
  await new Promise((done) => setTimeout(done, 300));
  await importing.close();
  expect(started).toBe(0);
});
