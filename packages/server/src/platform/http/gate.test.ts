import { expect, test } from 'vitest';
import { createGate } from './gate.ts';

/** Work that ends when told to. */
function held(): { work: () => Promise<string>; end(): void; hasBegun: boolean } {
  const { promise, resolve } = Promise.withResolvers<string>();
  const one = {
    hasBegun: false,
    work: () => {
      one.hasBegun = true;
      return promise;
    },
    end: () => resolve('done'),
  };
  return one;
}

test('runs so many at once, lets so many wait, and refuses the next with 503', async () => {
  const gate = createGate({ running: 2, waiting: 1 });
  const works = Array.from({ length: 4 }, held);
  const answers = works.map(({ work }) => gate.pass(work).catch((error: unknown) => error));
  await expect(answers[3]).resolves.toMatchObject({ code: 'server.busy', status: 503 });
  expect(works.map(({ hasBegun }) => hasBegun)).toEqual([true, true, false, false]);
  works[0]?.end();
  expect(await answers[0]).toBe('done');
  await expect.poll(() => works[2]?.hasBegun).toBe(true);
  works[1]?.end();
  works[2]?.end();
  expect(await Promise.all(answers.slice(0, 3))).toEqual(['done', 'done', 'done']);
});

test('what fails gives its place back', async () => {
  const gate = createGate({ running: 1, waiting: 1 });
  await expect(gate.pass(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  await expect(gate.pass(async () => 'next')).resolves.toBe('next');
});
