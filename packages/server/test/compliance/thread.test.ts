/** The thread that judges beside the one that answers: it is told when there is something, and comes again when it has failed. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { keepJudgingApart } from '../../src/judging-thread.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { sale } from './farm.fixture.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['edible-agri'] });
  await own.stopJudging();
});
afterAll(() => own.close());

/** The threads that were started, the newest last. */
function judgeApart(): { readonly threads: Worker[]; close(): Promise<void> } {
  const threads: Worker[] = [];
  const given = { task: 'judging', connectionString: own.server.database.url, logLevel: 'silent' } as const;
  const judging = keepJudgingApart(() => {
    const thread = new Worker(new URL('./thread.fixture.ts', import.meta.url), { workerData: given });
    threads.push(thread);
    return thread;
  }, createLog('silent'));
  onTestFinished(() => judging.close());
  return { threads, close: () => judging.close() };
}

test('it judges what comes, ends when it is told to, and judges no more then', async () => {
  const { threads, close } = judgeApart();
  await own.capture([sale('T1', '06-10T08:00')]);
  await own.settle();
  const ended = Promise.all(threads.map((thread) => once(thread, 'exit')));
  await close();
  expect(await ended).toEqual([[0]]);
  expect(await own.derived()).toMatchObject({ judged: [expect.stringContaining('edible-agri')] });
});

test('one that fails is started again, and judges what came meanwhile', async () => {
  const { threads } = judgeApart();
  await own.settle();
  await threads[0]?.terminate();
  await own.capture([sale('T2', '06-11T08:00')]);
  await own.settle();
  expect(threads).toHaveLength(2);
  expect(await own.derived()).toMatchObject({ judged: [expect.anything(), expect.anything()] });
});
