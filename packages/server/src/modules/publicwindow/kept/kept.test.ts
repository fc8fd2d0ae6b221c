/** How much is kept, and how much is made at once. The database is one in which nothing happens. */
import { expect, test } from 'vitest';
import type { Ctx } from '../../../platform/ctx.ts';
import { createGate } from '../../../platform/http/gate.ts';
import { createKept, type KeptDeps } from './kept.ts';

const clock = { now: () => new Date('2026-06-10T00:00:00Z') };

function kept(limits: KeptDeps['limits'], inside = 4) {
  let asked = 0;
  const tx = {
    async query() {
      asked += 1;
      return { rows: [{ state: 'same', last: 0 }], rowCount: 1 };
    },
  };
  const read = async (run: (tx: unknown) => Promise<unknown>): Promise<unknown> => run(tx);
  const program = { clock, read } as unknown as Ctx;
  const gate = createGate({ inside, waiting: 2, waitMs: 1_000 });
  const made: string[] = [];
  let most = 0;
  let now = 0;
  const all = createKept<string>({ program, packs: async () => [], clock, gate, ...(limits && { limits }) });
  return {
    made,
    statements: () => asked,
    most: () => most,
    get: (key: string, bytes = 1, left = new AbortController().signal) =>
      all.get(key, {
        async make() {
          made.push(key);
          now += 1;
          most = Math.max(most, now);
          await new Promise((done) => setTimeout(done, 5));
          now -= 1;
          return { value: key, keys: new Set<string>(), untilMs: Number.POSITIVE_INFINITY };
        },
        bytesOf: () => bytes,
        left,
      }),
  };
}

test('beyond the count, what was asked for longest ago goes first', async () => {
  const { get, made } = kept({ COUNT_MAX: 2, BYTES_MAX: 1_000 });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('beyond the bytes too; one that is too large beside the others is not kept', async () => {
  const { get, made } = kept({ COUNT_MAX: 1_000, BYTES_MAX: 800 });
  for (let i = 0; i < 9; i += 1) await get(`${i}`, 100);
  await get('8', 100);
  await get('0', 100);
  await get('large', 101);
  await get('large', 101);
  expect(made).toEqual([...'0123456780', 'large', 'large']);
});

test('so many are made at once, so many wait, and the next is told to come again', async () => {
  const { get, most } = kept(undefined, 2);
  const answers = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((key) => get(key)));
  expect(answers.map(({ status }) => status)).toEqual([...Array(4).fill('fulfilled'), 'rejected']);
  expect(answers[4]).toMatchObject({ reason: { code: 'server.busy' } });
  expect(most()).toBe(2);
});

test('for whoever left nothing is made; whoever asks for the same meanwhile gets it', async () => {
  const { get, made } = kept(undefined, 1);
  const busy = get('busy');
  const leaving = new AbortController();
  const left = get('a', 1, leaving.signal);
  leaving.abort();
  await expect(left).rejects.toMatchObject({ code: 'request.timeout' });
  await busy;
  expect(made).toEqual(['busy']);
  const alone = new AbortController();
  const [again, beside] = [get('b', 1, alone.signal), get('b')];
  await new Promise((done) => setTimeout(done, 1));
  alone.abort();
  expect(await Promise.all([again, beside])).toEqual(['b', 'b']);
});

test('the database is asked once a second, however many ask for what is kept', async () => {
  const { get, statements } = kept(undefined);
  await get('a');
  const once = statements();
  for (let i = 0; i < 100; i += 1) await get('a');
  expect(statements()).toBe(once);
});
