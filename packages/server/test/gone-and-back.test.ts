/** A thing that was destroyed, disposed of or stolen and is asked for again is no ordinary thing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

let number = 0;

/** What the page of a thing says once these events, an hour apart, are captured. */
async function verdictAfter(...events: readonly EventJson[]): Promise<unknown> {
  number += 1;
  const path = `/01/10614141073464/21/GONE${number}`;
  const timed = events.map((event, hour) =>
    objectEvent({ eventTime: `2026-07-01T0${hour}:00:00Z`, epcList: [`https://id.gs1.org${path}`], ...event }),
  );
  await server.client.capture(documentOf(timed));
  const response = await fetch(server.url + path, { headers: { accept: 'application/json' } });
  return (await response.json()).verdict;
}

const made = { action: 'ADD', bizStep: 'commissioning', disposition: 'active' };

test('one that was made and moved is normal', async () => {
  expect(await verdictAfter(made, { bizStep: 'storing', disposition: 'in_progress' })).toBe('normal');
});

test.each(['destroyed', 'disposed', 'stolen'])(
  'one that was %s is gone, also when it is seen again',
  async (disposition) => {
    expect(await verdictAfter(made, { disposition })).toBe('gone');
    expect(await verdictAfter(made, { disposition }, { bizStep: 'storing', disposition: undefined })).toBe('gone');
  },
);

test('one that was stolen and found again is normal once that is unset, and not before', async () => {
  expect(await verdictAfter(made, { disposition: 'stolen' }, { disposition: 'active' })).toBe('gone');
  const found = { disposition: 'active', persistentDisposition: { unset: ['stolen'] } };
  expect(await verdictAfter(made, { disposition: 'stolen' }, found)).toBe('normal');
});

test('one whose destruction was declared an error is normal', async () => {
  const gone = {
    eventID: 'urn:uuid:00000000-0000-4000-8000-00000000dead',
    eventTime: '2026-07-01T01:00:00Z',
    bizStep: 'destroying',
    disposition: 'destroyed',
  };
  const declared = { ...gone, errorDeclaration: { declarationTime: '2026-07-02T00:00:00Z', reason: 'did_not_occur' } };
  expect(await verdictAfter(made, gone, declared)).toBe('normal');
});

test('a recall outweighs it', async () => {
  expect(await verdictAfter(made, { disposition: 'recalled' }, { disposition: 'destroyed' })).toBe('recalled');
});
