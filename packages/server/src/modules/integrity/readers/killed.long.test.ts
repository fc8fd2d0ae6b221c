import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/test-database.ts';
import { compare, killRepeatedly } from './killing.fixture.ts';
import { makeEffects } from './store-effects.fixture.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
  await makeEffects(database.db);
});
afterEach(() => database.close());

test('a reader that is killed fifty times in the midst of its work handles every entry once, in order', async () => {
  const entries = 20_000;
  await killRepeatedly(database, { kills: 50, entries });
  const { inLog, handled } = await compare(database.db);
  expect(handled).toEqual(inLog);
  expect(inLog.flat().length).toBeGreaterThanOrEqual(entries);
}, 1_800_000);
