import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { openSigningKey } from '../src/modules/identity/index.ts';
import { createSequencer, type Sequencer } from '../src/modules/integrity/index.ts';
import { systemClock } from '../src/platform/clock/index.ts';
import type { Access, Queryable } from '../src/platform/db/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const [A, B, C] = ['A', 'B', 'C'].map((serial) => `https://id.gs1.org/01/10614141073464/21/SNAP-${serial}`);

/** The store, where something else is captured after the first statement that looks up events of units. */
function interrupted(access: Access, interrupt: () => Promise<void>): Access {
  let isDone = false;
  const wrap = <Wrapped extends Queryable>(inner: Wrapped): Wrapped => ({
    ...inner,
    async query(text: string, values?: readonly unknown[]) {
      const answer = await inner.query(text, values);
      if (!isDone && text.includes('events.touch')) {
        isDone = true;
        await interrupt();
      }
      return answer;
    },
  });
  return {
    ...access,
    read: (who, run, options) => access.read(who, (tx) => run(wrap(tx)), options),
  };
}

let server: TestServer;
let sequencer: Sequencer;
let app: FastifyInstance;
let interruptions = 0;

beforeAll(async () => {
  server = await testServer();
  const log = createLog('silent');
  const access = interrupted(server.database.access, async () => {
    interruptions += 1;
    await server.client.capture(documentOf([seen, turned('2026-06-03T00:00:00Z', B, C)]));
  });
  sequencer = createSequencer(server.database.ctx);
  const pages = { renderPage: () => '', PAGE_HEADERS: {}, assetsDir: import.meta.dirname };
  app = createApp({
    access,
    clock: systemClock,
    log,
    sequencer,
    spoolFolder: server.spoolFolder,
    ...{ keyring: server.keyring, signingKey: openSigningKey('none') },
    pages,
  });
});
afterAll(async () => {
  await app.close();
  await sequencer.close();
  await server.close();
});

const seen = objectEvent({ epcList: [A], eventTime: '2026-06-02T00:00:00Z' });
const turned = (eventTime: string, from: unknown, into: unknown) =>
  objectEvent({
    eventTime,
    type: 'TransformationEvent',
    action: undefined,
    epcList: undefined,
    bizStep: 'creating_class_instance',
    inputEPCList: [from],
    outputEPCList: [into],
  });

test('a document that is captured while a trace reads is in its answer whole or not at all', async () => {
  await server.client.capture(documentOf([turned('2026-06-01T00:00:00Z', A, B)]));
  const ask = async () => {
    const url = `/v1/trace?direction=downstream&code=${encodeURIComponent(String(A))}`;
    const response = await app.inject({ url, headers: { authorization: `Bearer ${server.key}` } });
    const { events, units } = response.json();
    return { events: events.length, units: units.length };
  };
  // The first statement has read the events of A without the one of the document; B's come after it.
  const during = await ask();
  expect(interruptions).toBe(1);
  expect(during).toEqual({ events: 1, units: 2 });
  expect(await ask()).toEqual({ events: 3, units: 3 });
});
