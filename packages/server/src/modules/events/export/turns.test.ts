import { expect, test } from 'vitest';
import { createExportTurns } from './turns.ts';

const BUSY = { code: 'server.busy', status: 503 };
const ALL = { inside: 3, waiting: 0, waitMs: 1_000 };

test('one organisation takes so many turns and no more, whoever else has some', async () => {
  const turns = createExportTurns({ all: ALL, own: 2 });
  const first = await turns.take('a');
  await turns.take('a');
  await expect(turns.take('a')).rejects.toMatchObject(BUSY);
  await turns.take('b');
  await expect(turns.take('c')).rejects.toMatchObject(BUSY);
  // Given back twice it is given back once.
  first();
  first();
  await turns.take('c');
  await expect(turns.take('c')).rejects.toMatchObject(BUSY);
});

test('who was refused for the others holds none of its own', async () => {
  const turns = createExportTurns({ all: { ...ALL, inside: 1 }, own: 1 });
  const other = await turns.take('a');
  await expect(turns.take('b')).rejects.toMatchObject(BUSY);
  other();
  await expect(turns.take('b')).resolves.toBeTypeOf('function');
});
