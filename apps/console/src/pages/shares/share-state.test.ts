import { expect, test } from 'vitest';
import { shareState } from './share-state.ts';

const UNTIL = '2026-03-08T08:00:00Z';
const END = Date.parse(UNTIL);

test.each([
  ['open', null, END - 1],
  ['over', null, END],
  ['revoked', '2026-03-02T08:00:00Z', END - 1],
  ['revoked', '2026-03-02T08:00:00Z', END + 1],
] as const)('a link is %s where it was ended at %s', (state, endedAt, now) => {
  expect(shareState({ until: UNTIL, endedAt }, now)).toBe(state);
});
