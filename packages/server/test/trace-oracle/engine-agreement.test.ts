/** The engine against the brute-force tracer, on random worlds: 200 here, thousands in the long form. */
import { expect, test } from 'vitest';
import { agreeOnWorlds } from './agree-on-worlds.ts';
import { askEngine } from './engine.ts';
import { checkAgreement } from './oracle-agreement.ts';

test('engine and brute force agree on 160 small worlds', { timeout: 60_000 }, async () => {
  await agreeOnWorlds({ units: 8, events: 20 }, { from: 1, count: 80 });
  await agreeOnWorlds({ units: 4, events: 16 }, { from: 1001, count: 80 });
});

test('engine and brute force agree on 40 middling worlds', { timeout: 60_000 }, async () => {
  await agreeOnWorlds({ units: 14, events: 50 }, { from: 2001, count: 40 });
});

test('an engine that loses one event of a world is found out', async () => {
  const forgetful: typeof askEngine = (events, question) => askEngine(events.slice(1), question);
  await expect(checkAgreement(1, { units: 8, events: 20 }, forgetful)).rejects.toThrow(/differ, seed 1:/);
});
