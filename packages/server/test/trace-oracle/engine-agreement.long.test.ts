/** The engine against the brute-force tracer on thousands of random worlds, twelve questions each. */
import { test } from 'vitest';
import { agreeOnWorlds } from './agree-on-worlds.ts';

const LONG = { timeout: 900_000 };

test('4,000 small worlds', LONG, async () => {
  await agreeOnWorlds({ units: 8, events: 20 }, { from: 10_000, count: 2_500 });
  await agreeOnWorlds({ units: 3, events: 14 }, { from: 20_000, count: 1_500 });
});

test('500 worlds with many units and few events', LONG, async () => {
  await agreeOnWorlds({ units: 40, events: 40 }, { from: 30_000, count: 500 });
});

test('300 worlds of 60 events on ten units', LONG, async () => {
  await agreeOnWorlds({ units: 10, events: 60 }, { from: 40_000, count: 300 });
});

test('20 worlds of 250 events', LONG, async () => {
  await agreeOnWorlds({ units: 40, events: 250 }, { from: 50_000, count: 20 });
});
