/** Whatever is changed in the store behind the program's back is found: drawn at random, and comparison by comparison. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAULT_KINDS } from '../src/modules/events/verify/fault.ts';
import { COMPARED } from './verify-mutations/compared.ts';
import { type FilledStore, filledStore } from './verify-mutations/filled-store.ts';
import { faultsAfter, tryMutations } from './verify-mutations/try-mutations.ts';

let store: FilledStore;
beforeAll(async () => {
  store = await filledStore();
});
afterAll(() => store.close());

test('nothing is said of the store as it was filled', async () => {
  await store.inside(async (tx) => {
    expect(await faultsAfter(tx, async () => undefined)).toEqual([]);
  });
});

// Some 40 ms each, and several times that where others have the cores.
test('each of 500 changes is found, or only a witness outside could show it', { timeout: 600_000 }, async () => {
  const { missed, applied, found, reached } = await tryMutations(store, { seed: 20_260_501, count: 500 });
  expect(missed).toEqual([]);
  expect(applied).toBe(500);
  expect(found).toBeGreaterThan(350);
  expect(reached.size).toBeGreaterThan(50);
});

test('each kind of fault has a change that nothing else finds', () => {
  expect([...new Set(COMPARED.map(({ kind }) => kind))].sort()).toEqual([...FAULT_KINDS].sort());
});

// So a comparison that were left out would let it pass.
test.each(COMPARED)('found by one comparison alone: $kind, $name', async ({ kind, what, change }) => {
  await store.inside(async (tx) => {
    const faults = await faultsAfter(tx, () => tx.query(change));
    expect(faults?.length).toBeGreaterThan(0);
    for (const fault of faults ?? []) expect(fault).toMatchObject({ kind, ...(what === undefined ? {} : { what }) });
  });
});
