import { expect, test } from 'vitest';
import { createTurns, type Turn } from './turns.ts';

const GATE = { inside: 3, waiting: 0, waitMs: 60_000 };
const limits = { all: GATE, large: { ...GATE, inside: 1, waiting: 1 }, largeBytes: 10 };

async function* chunks(count: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < count; i += 1) yield new Uint8Array(6);
}

async function readAll(turn: Turn, count: number): Promise<number> {
  let read = 0;
  for await (const _ of turn.read(chunks(count))) read += 1;
  return read;
}

test('a large one waits for the large one before it; small ones pass', async () => {
  const turns = createTurns(limits);
  const [first, second, third] = [await turns.take(), await turns.take(), await turns.take()];
  await expect(turns.take()).rejects.toMatchObject({ code: 'server.busy' });
  expect(await readAll(first, 5)).toBe(5);
  const order: string[] = [];
  const waiting = readAll(second, 5).then(() => order.push('second'));
  await readAll(third, 1).then(() => order.push('third'));
  expect(order).toEqual(['third']);
  first.leave();
  await waiting;
  expect(order).toEqual(['third', 'second']);
});

test('leaving gives back both places', async () => {
  const turns = createTurns({ ...limits, all: { ...GATE, inside: 1 } });
  for (let round = 0; round < 3; round += 1) {
    const turn = await turns.take();
    expect(await readAll(turn, 5)).toBe(5);
    turn.leave();
    turn.leave();
  }
});
