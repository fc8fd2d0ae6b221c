/** A unit with more events than are read from the store, or held with their facts, at a time. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

/** Three packs of rows, and more facts than a chain holds. */
const EVENTS = 10_500;
const EVENTS_PER_DOCUMENT = 2_000;

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test('every event of a unit is told, in order, with what it says', { timeout: 120_000 }, async () => {
  const unit = 'https://id.gs1.org/01/10614141073464/21/MANY';
  const places = Array.from({ length: EVENTS }, (_, n) => `https://example.org/gate/${n}`);
  // Not in the order of their times.
  const events = places.map((id, n) =>
    objectEvent({
      epcList: [unit],
      eventTime: new Date(Date.UTC(2026, 0, 1) + ((n * 7_919) % EVENTS) * 1_000).toISOString(),
      readPoint: { id },
    }),
  );
  for (let from = 0; from < EVENTS; from += EVENTS_PER_DOCUMENT)
    await server.client.capture(documentOf(events.slice(from, from + EVENTS_PER_DOCUMENT)));
  const answer = await server.client.trace({ codes: [unit], direction: 'downstream' });
  expect(answer.completeness).toMatchObject({ complete: true, limits: [] });
  const told = answer.events.map(({ eventTime, readPoint }) => [eventTime, readPoint]);
  const recorded = events.map(({ eventTime }, n) => [String(eventTime), places[n]]);
  expect(told).toEqual(recorded.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
});
