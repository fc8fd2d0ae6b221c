import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createFeed } from './feed.ts';

const STALL_MS = 100;
const CHUNK = 'x'.repeat(64 * 1024);

test('a reader that is slow, and reads, is fed to the end, and every chunk is told to have been taken', async () => {
  let hasLeft = false;
  const { stream, push, end } = createFeed(() => {
    hasLeft = true;
  }, STALL_MS);
  let taken = 0;
  const feed = async (): Promise<void> => {
    await push(CHUNK);
    taken += 1;
  };
  // Four ahead of the reader at a time, for longer than one that takes nothing is waited for.
  let read = 0;
  stream.on('data', (chunk: Buffer) => {
    read += chunk.length;
    stream.pause();
    setTimeout(() => stream.resume(), STALL_MS / 2);
  });
  for (let rounds = 0; rounds < 4; rounds += 1) await Promise.all([feed(), feed(), feed(), feed()]);
  end();
  await new Promise((done) => stream.once('end', done));
  expect([taken, read, hasLeft]).toEqual([16, 16 * CHUNK.length, false]);
});

test('a reader that takes nothing has gone', async () => {
  let hasLeft = false;
  const { stream, push } = createFeed(() => {
    hasLeft = true;
  }, STALL_MS);
  stream.once('error', () => undefined);
  await Promise.all([push(CHUNK), push(CHUNK), push(CHUNK)]);
  await sleep(1);
  expect([hasLeft, stream.destroyed]).toEqual([true, true]);
});
