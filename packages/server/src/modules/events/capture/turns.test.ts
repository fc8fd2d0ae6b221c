import { Problem } from '@suyuan/api';
import { expect, test } from 'vitest';
import { createTurns, type Turn } from './turns.ts';

const limits = { underWayMax: 3, largeMax: 1, largeBytes: 10, waitMs: 60_000 };

async function* chunks(count: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < count; i += 1) yield new Uint8Array(6);
}

async function readAll(turn: Turn, count: number): Promise<number> {
  let read = 0;
  for await (const _ of turn.read(chunks(count))) read += 1;
  return read;
}

test('so many at once and no more, until one leaves', () => {
  const turns = createTurns(limits);
  const [first] = [turns.take(), turns.take(), turns.take()];
  expect(() => turns.take()).toThrow(Problem);
  first?.leave();
  // Leaving twice makes no second place.
  first?.leave();
  turns.take();
  expect(() => turns.take()).toThrow(Problem);
});

test('a large one waits for the large one before it, in order; small ones pass', async () => {
  const turns = createTurns(limits);
  const [first, second, third] = [turns.take(), turns.take(), turns.take()];
  expect(await readAll(first, 5)).toBe(5);
  const order: string[] = [];
  const waiting = readAll(second, 5).then(() => order.push('second'));
  const small = readAll(third, 1).then(() => order.push('third'));
  await small;
  expect(order).toEqual(['third']);
  first.leave();
  await waiting;
  expect(order).toEqual(['third', 'second']);
});

test('one that waits too long is told to come again, and is not waited for', async () => {
  const turns = createTurns({ ...limits, waitMs: 1 });
  const [first, second] = [turns.take(), turns.take()];
  await readAll(first, 5);
  await expect(readAll(second, 5)).rejects.toMatchObject({ code: 'server.busy' });
  second.leave();
  first.leave();
  const third = turns.take();
  expect(await readAll(third, 5)).toBe(5);
});
