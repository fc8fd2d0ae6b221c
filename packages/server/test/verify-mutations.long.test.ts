/** The changes of `verify-mutations.test.ts`, many more: what can be listed is hit, and every column of every table. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FilledStore, filledStore } from './verify-mutations/filled-store.ts';
import { ONLY_OUTSIDE } from './verify-mutations/only-outside.ts';
import { readTables } from './verify-mutations/store-rows.ts';
import { tryMutations } from './verify-mutations/try-mutations.ts';

const COUNT = 20_000;

let store: FilledStore;
beforeAll(async () => {
  store = await filledStore();
});
afterAll(() => store.close());

test('each of 20,000 changes is found, or listed; and nothing is listed in vain', { timeout: 3_600_000 }, async () => {
  const { missed, listed, reached, ...counts } = await tryMutations(store, { seed: 7, count: COUNT });
  process.stdout.write(`${JSON.stringify({ ...counts, listed: Object.fromEntries(listed) }, null, 2)}\n`);
  expect(missed).toEqual([]);
  expect([...listed.keys()].sort()).toEqual(ONLY_OUTSIDE.map(({ what }) => what).sort());
  await store.inside(async (tx) => {
    for (const { name, columns } of await readTables(tx)) {
      for (const column of columns) expect(reached.has(`${name}.${column.name}`), `${name}.${column.name}`).toBe(true);
    }
  });
});
