/** The canaries over more than 20,000 calls: every request of every route in every odd way. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Owner } from './canaries.ts';
import { type Target, targetOf } from './requests.ts';
import { strangersOf } from './strangers.ts';
import { type Tenants, tenants } from './tenants.ts';

let shared: Tenants;
let targets: Readonly<Record<Owner, Target>>;
beforeAll(async () => {
  shared = await tenants();
  targets = { A: await targetOf(shared, 'A'), B: await targetOf(shared, 'B') };
});
afterAll(() => shared.close());

test('strangers are told nothing of another over 20,000 calls', async () => {
  const count = await strangersOf(shared, targets).askEverything({ odd: 'all' });
  expect(count).toBeGreaterThan(20_000);
}, 3_600_000);
