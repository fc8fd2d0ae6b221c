/** The engine over the real store, events captured over HTTP, against the brute-force tracer on random worlds. */
import { afterAll, beforeAll, test } from 'vitest';
import { STORE_TABLES } from './store-tables.ts';
import { type TestServer, testServer } from './test-server.ts';
import { checkAgreement, type Engine } from './trace-oracle/oracle-agreement.ts';
import type { RawEvent } from './trace-oracle/raw-event.ts';
import { generateWorld } from './trace-oracle/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const EVENTS_PER_DOCUMENT = 7;

let loaded: readonly RawEvent[] | undefined;

/** Empties the store and captures the world's log, some events a document, in the log's order. */
async function load(events: readonly RawEvent[]): Promise<void> {
  await server.database.db.query(`truncate ${STORE_TABLES}`);
  for (let from = 0; from < events.length; from += EVENTS_PER_DOCUMENT) {
    await server.client.capture(
      JSON.stringify({
        '@context': [
          'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
          { cbvmda: 'urn:epcglobal:cbv:mda:' },
        ],
        type: 'EPCISDocument',
        schemaVersion: '2.0',
        creationDate: '2026-01-01T00:00:00Z',
        epcisBody: { eventList: events.slice(from, from + EVENTS_PER_DOCUMENT) },
      }),
    );
  }
  loaded = events;
}

const askServer: Engine = async (events, { start, direction, at }) => {
  if (loaded !== events) await load(events);
  return server.client.trace({ codes: start, direction, ...(at === undefined ? {} : { at }) });
};

/** Worlds may list one thing twice in one list, which no valid document does; those are left to the engine's own test. */
function isValid(events: readonly RawEvent[]): boolean {
  return events.every((event) =>
    Object.values(event).every((list: unknown) => {
      if (!Array.isArray(list)) return true;
      return new Set(list.map((entry) => JSON.stringify(entry))).size === list.length;
    }),
  );
}

async function agree(size: { units: number; events: number }, from: number, count: number): Promise<void> {
  for (let seed = from, agreed = 0; agreed < count; seed += 1) {
    if (!isValid(generateWorld(seed, size).events)) continue;
    await checkAgreement(seed, size, askServer);
    agreed += 1;
  }
}

test('the server agrees with brute force on 40 worlds of all event types', { timeout: 180_000 }, async () => {
  await agree({ units: 8, events: 20 }, 5001, 30);
  await agree({ units: 14, events: 50 }, 6001, 10);
});
