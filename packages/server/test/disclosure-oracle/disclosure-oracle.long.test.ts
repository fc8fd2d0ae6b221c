/** 20,000 random chains, viewers and openings. */
import { test } from 'vitest';
import { agreeOnGraphs } from './agree.ts';

test('16,000 small chains and 4,000 with more', { timeout: 3_600_000 }, async () => {
  await agreeOnGraphs({ units: 8, events: 20 }, { from: 100_000, count: 16_000 });
  await agreeOnGraphs({ units: 14, events: 50 }, { from: 200_000, count: 4_000 });
});
