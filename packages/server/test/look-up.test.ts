/** What the public window asks its database. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWatch } from '../src/modules/publicwindow/kept/watch.ts';
import { lookUp } from '../src/modules/publicwindow/look-up.ts';
import type { Ctx } from '../src/platform/ctx.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const ASKED = {
  language: 'zh',
  nowMs: Date.UTC(2026, 0, 1),
  nameKey: () => Buffer.alloc(32),
  packs: async () => [],
  recordersOf: async () => new Map(),
  watch: createWatch(0),
} as const;
/** The example of GB 11643. */
const PERSON = '440524188001010014';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test.each([PERSON, `身份证号：${PERSON}`, '110101491231002'])(
  'of the number of a person it asks nothing: %s',
  async (given) => {
    const asked: string[] = [];
    const ctx: Pick<Ctx, 'read'> = {
      read(run, options) {
        asked.push(given);
        return database.ctx.read(run, options);
      },
    };
    const found = await lookUp(ctx, given, ASKED);
    expect(found.reading.refusal?.reason).toBe('personal-number');
    expect(asked).toEqual([]);
    await lookUp(ctx, '6951181105327', ASKED);
    expect(asked).toHaveLength(1);
  },
);
