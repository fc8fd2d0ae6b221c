import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { PUBLIC } from '../ctx.ts';
import { type Answer, type Crew, createCrew } from './crew.ts';
import type { TestJob, TestKinds } from './crew-thread.fixture.ts';

const crews: Crew<TestKinds>[] = [];
afterEach(async () => {
  for (const crew of crews.splice(0)) await crew.close();
});

function aCrew({ inside = 1, waiting = 1, isReady = false } = {}) {
  const start = vi.fn(() => new Worker(new URL('./crew-thread.fixture.ts', import.meta.url)));
  const limits = { inside, waiting, waitMs: 20_000, isReady };
  const crew = createCrew<TestKinds>({ start, log: { error: vi.fn() }, limits });
  crews.push(crew);
  const run = async (asked: TestJob, left = new AbortController().signal): Promise<Answer> =>
    crew.run(PUBLIC, { is: 'test', asked }, left);
  const ask = async (asked: TestJob, left = new AbortController().signal) =>
    crew.ask(PUBLIC, { is: 'test', asked }, left);
  const told = async (): Promise<string> => text((await run({ does: 'tell' })).body);
  return { run, ask, told, start };
}

const counter = () => {
  const written = new SharedArrayBuffer(4);
  return { written, count: () => Atomics.load(new Int32Array(written), 0) };
};

test('work is done in a thread that lives on, and answered as it is written', async () => {
  const { run, told, start } = aCrew();
  const { headers, body } = await run({ does: 'tell' });
  expect(headers).toEqual({ 'test-actor': 'public' });
  expect(await text(body)).toBe('told whole');
  expect(await told()).toBe('told whole');
  expect(start).toHaveBeenCalledTimes(1);
});

test('a crew that is to be ready starts its other threads once the first has answered', async () => {
  const { told, start } = aCrew({ inside: 3, isReady: true });
  const answer = told();
  await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(1));
  expect(await answer).toBe('told whole');
  expect(start).toHaveBeenCalledTimes(3);
  expect(await Promise.all([told(), told(), told()])).toEqual(['told whole', 'told whole', 'told whole']);
  expect(start).toHaveBeenCalledTimes(3);
});

test('what is refused is a problem of the catalogue, what fails an error; the next piece is done', async () => {
  const { run, told } = aCrew();
  await expect(run({ does: 'refuse' })).rejects.toMatchObject({
    code: 'query.parameter',
    status: 400,
    parameters: { name: 'code' },
  });
  await expect(run({ does: 'fail' })).rejects.toThrow('no such thing');
  expect(await told()).toBe('told whole');
});

test('a thread that ends takes its piece with it, and the next piece has a new one', async () => {
  const { run, told, start } = aCrew();
  await expect(run({ does: 'exit' })).rejects.toThrow('the thread has ended');
  expect(await told()).toBe('told whole');
  expect(start).toHaveBeenCalledTimes(2);
});

test("what work comes to is handed over as it is, and what it writes beside is nobody's", async () => {
  const { ask, told, start } = aCrew();
  expect(await ask({ does: 'tell' })).toEqual({ as: 'public', codes: new Set(['one', 'other']) });
  expect(await told()).toBe('told whole');
  expect(start).toHaveBeenCalledTimes(1);
});

test('who asks for what work comes to is told as well of what is refused, what fails and what ends', async () => {
  const { ask } = aCrew();
  await expect(ask({ does: 'refuse' })).rejects.toMatchObject({
    code: 'query.parameter',
    parameters: { name: 'code' },
  });
  await expect(ask({ does: 'fail' })).rejects.toThrow('no such thing');
  await expect(ask({ does: 'exit' })).rejects.toThrow('the thread has ended');
  const { written, count } = counter();
  const left = new AbortController();
  const answer = ask({ does: 'go-on-silently', written }, left.signal);
  await vi.waitFor(() => expect(count()).toBeGreaterThan(0), { timeout: 30_000 });
  left.abort();
  await expect(answer).rejects.toMatchObject({ code: 'request.timeout' });
  expect(count()).toBe(-1);
  expect(await ask({ does: 'tell' })).toMatchObject({ as: 'public' });
});

test('bytes stand among text where they were written', async () => {
  const { run } = aCrew();
  expect(await text((await run({ does: 'bytes' })).body)).toBe('abytesz');
});

test('no more is written than is taken', async () => {
  const { run } = aCrew();
  const { written, count } = counter();
  const { body } = await run({ does: 'go-on', written });
  await sleep(300);
  expect(count()).toBeLessThan(12);
  body.destroy();
});

test('a reader that leaves ends the work, also where it has not begun to answer, and frees the place', async () => {
  const { run, told } = aCrew();
  const { written } = counter();
  const { body } = await run({ does: 'go-on', written });
  body.destroy();
  await once(body, 'close');
  expect(await told()).toBe('told whole');
  const { written: silent, count } = counter();
  const left = new AbortController();
  const answer = run({ does: 'go-on-silently', written: silent }, left.signal);
  await vi.waitFor(() => expect(count()).toBeGreaterThan(0), { timeout: 30_000 });
  left.abort();
  await answer;
  expect(count()).toBe(-1);
});

test('who leaves while it waits has nothing done, and no thread started', async () => {
  const { run, told, start } = aCrew({ inside: 1, waiting: 2 });
  const { body } = await run({ does: 'go-on' });
  const left = new AbortController();
  const { written, count } = counter();
  const waiting = run({ does: 'go-on-silently', written }, left.signal);
  const next = told();
  left.abort();
  body.destroy();
  await expect(waiting).rejects.toMatchObject({ code: 'request.timeout' });
  expect(await next).toBe('told whole');
  expect([count(), start.mock.calls.length]).toEqual([0, 1]);
});

test('so much at once, so much that waits, and no more', async () => {
  const { run } = aCrew({ inside: 2, waiting: 1 });
  const ways = await Promise.all([run({ does: 'go-on' }), run({ does: 'go-on' })]);
  const third = run({ does: 'tell' });
  await expect(run({ does: 'tell' })).rejects.toMatchObject({ code: 'server.busy', status: 503 });
  ways[0]?.body.destroy();
  expect(await text((await third).body)).toBe('told whole');
  ways[1]?.body.destroy();
});
