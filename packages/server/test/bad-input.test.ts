/** What a server meets in the open: each gets a clear 4xx with the pointer to the fault, and the server goes on. */
import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** After every fault the server stores a sound document, and only that. */
afterEach(async () => {
  await server.client.capture(documentOf([objectEvent()]));
});

async function count(): Promise<number> {
  const { rows } = await server.database.db.query<{ n: number }>('select count(*)::int as n from events.event');
  return rows[0]?.n ?? -1;
}

function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${server.key}`;
  return fetch(`${server.url}/epcis/capture`, {
    method: 'POST',
    body,
    headers: { authorization, 'content-type': 'application/json', 'accept-language': 'en', ...headers },
  });
}

/** A sound document with one good event before the text at hand. */
const around = (event: string): string => documentOf([objectEvent(), '@']).replace('"@"', () => event);
const text = (more: string): string => JSON.stringify(objectEvent()).replace('{', () => `{${more},`);
const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
const withEpcs = (length: number): string => {
  const epcs = Array.from({ length }, (_, i) => `"https://id.gs1.org/01/10614141073464/21/${i}"`).join(',');
  return `{"type":"ObjectEvent","eventTime":"2026-01-01T00:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE","epcList":[${epcs}]}`;
};

test.each([
  ['truncated JSON', around('{}').slice(0, -20), 'json.truncated', /^/],
  ['nothing', '', 'json.truncated', /^/],
  [
    'nesting a million deep',
    around(`{"type":"ObjectEvent","ex:a":${deep}}`),
    'json.depth',
    /^\/epcisBody\/eventList\/1\/ex:a/,
  ],
  ['a duplicate key', around(text('"action":"ADD"')), 'json.duplicate-key', /^\/epcisBody\/eventList\/1\/action$/],
  [
    'a duplicate key in the header',
    documentOf([objectEvent()]).replace('{', '{"type":"EPCISDocument",'),
    'json.duplicate-key',
    /^\/type$/,
  ],
  [
    'a __proto__ key',
    around(text('"__proto__":{"a":1}')),
    'json.forbidden-key',
    /^\/epcisBody\/eventList\/1\/__proto__$/,
  ],
  ['an escaped __proto__ key', around(text('"\\u005f_proto__":{"a":1}')), 'json.forbidden-key', /__proto__$/],
  ['NUL', around(text('"ex:a":"x\\u0000y"')), 'json.nul', /^\/epcisBody\/eventList\/1\/ex:a$/],
  ['a lone surrogate', around(text('"ex:a":"\\ud800"')), 'json.lone-surrogate', /^\/epcisBody\/eventList\/1\/ex:a$/],
  [
    'the year 10⁹',
    around(JSON.stringify(objectEvent({ eventTime: '1000000000-01-01T00:00:00Z' }))),
    'event.time-range',
    /^\/epcisBody\/eventList\/1\/eventTime$/,
  ],
  [
    'a day that does not exist',
    around(JSON.stringify(objectEvent({ eventTime: '2026-02-30T00:00:00Z' }))),
    'event.time-calendar',
    /eventTime$/,
  ],
  ['an event with 100,001 EPCs', around(withEpcs(100_001)), 'event.too-many-epcs', /^\/epcisBody\/eventList\/1/],
  ['an event with a million EPCs', around(withEpcs(1_000_000)), 'json.too-large', /^\/epcisBody\/eventList\/1$/],
  [
    'an unknown event type',
    around(JSON.stringify(objectEvent({ type: 'ObjektEvent' }))),
    'event.type-unknown',
    /^\/epcisBody\/eventList\/1\/type$/,
  ],
  [
    'an ADD without parentID',
    around(
      JSON.stringify(
        objectEvent({
          type: 'AggregationEvent',
          action: 'ADD',
          epcList: undefined,
          childEPCs: ['urn:epc:id:sgtin:0614141.107346.1'],
        }),
      ),
    ),
    'event.parent-required',
    /^\/epcisBody\/eventList\/1/,
  ],
  ['an event that is a number', around('17'), 'event.value-type', /^\/epcisBody\/eventList\/1$/],
  ['an event list that is none', documentOf([]).replace('[]', '{}'), 'document.value-type', /^\/epcisBody\/eventList$/],
  ['a list as the document', '[]', 'document.value-type', /^$/],
])('%s', async (_name, body, rule, pointer) => {
  const before = await count();
  const response = await post(body);
  expect(response.status).toBe(400);
  const problem = await response.json();
  const finding = problem.errors.find((each: { rule: string }) => each.rule === rule) ?? problem.errors[0];
  expect(finding).toMatchObject({
    rule,
    pointer: expect.stringMatching(pointer),
    message: { en: expect.any(String), zh: expect.stringMatching(/[一-鿿]/) },
  });
  expect(await count()).toBe(before);
});

test('an event with 100,000 EPCs is captured', { timeout: 60_000 }, async () => {
  expect((await post(around(withEpcs(100_000)))).status).toBe(202);
});

test('an event alone is bounded as one in a document is', async () => {
  const response = await fetch(`${server.url}/epcis/events`, {
    method: 'POST',
    body: withEpcs(1_000_000),
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
  });
  expect(response.status).toBe(413);
});

test('bytes that are no UTF-8', async () => {
  const body = new Uint8Array([...new TextEncoder().encode('{"type":"'), 0xff, 0xfe, 0x22, 0x7d]);
  const response = await post(body);
  expect(response.status).toBe(400);
  expect((await response.json()).errors[0].rule).toBe('json.utf8');
});

test.each([['text/plain'], ['image/svg+xml'], ['multipart/form-data; boundary=x'], ['application/octet-stream']])(
  'the content type %s',
  async (type) => {
    const response = await post(documentOf([objectEvent()]), { 'content-type': type });
    expect(response.status).toBe(415);
    expect((await response.json()).type).toBe('epcisException:UnsupportedMediaType');
  },
);

test('a packed body is unpacked; one that is not what it says, or in another packing, is refused', async () => {
  const { brotliCompressSync, deflateSync, gzipSync } = await import('node:zlib');
  for (const [encoding, pack] of [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const) {
    const body = new Uint8Array(pack(documentOf([objectEvent()])));
    expect((await post(body, { 'content-encoding': encoding })).status).toBe(202);
    expect((await post(body.subarray(0, 60), { 'content-encoding': encoding })).status).toBeOneOf([400, 415]);
    expect((await post(documentOf([objectEvent()]), { 'content-encoding': encoding })).status).toBe(415);
  }
  expect((await post(documentOf([objectEvent()]), { 'content-encoding': 'zstd' })).status).toBe(415);
});

test('a bomb of whitespace is read to its bound and no further', { timeout: 120_000 }, async () => {
  const { gzipSync } = await import('node:zlib');
  const body = new Uint8Array(gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20)));
  const response = await post(body, { 'content-encoding': 'gzip' });
  expect(response.status).toBe(400);
  expect((await response.json()).errors[0].rule).toMatch(/^json\.(too-large|truncated)$/);
});

test('what can never be stored is a fault of the asker, not of the server', async () => {
  const headers = { authorization: `Bearer ${server.key}`, 'accept-language': 'en' };
  for (const path of [
    '/epcis/events/%00',
    '/epcis/events?MATCH_epc=%00',
    '/v1/trace?code=%00',
    '/q/%00',
    '/q/%E0%A4%A',
    '/epcis/events/%E0%A4%A',
    '/v1/trace?code=x&direction=sideways',
  ]) {
    const { status } = await fetch(server.url + path, { headers });
    expect([path, status < 500]).toEqual([path, true]);
  }
});

test('an answer in XML alone cannot be given yet', async () => {
  const headers = { authorization: `Bearer ${server.key}`, accept: 'application/xml' };
  expect((await fetch(`${server.url}/epcis/events`, { headers })).status).toBe(406);
});

test('a body announced with a gigabyte is refused before it is sent', async () => {
  const status = await new Promise((done, fail) => {
    const call = request(`${server.url}/epcis/capture`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${server.key}`,
        'content-type': 'application/json',
        'content-length': String(2 ** 30),
      },
    });
    call.on('response', (response) => {
      done(response.statusCode);
      call.destroy();
    });
    call.on('error', fail);
    call.write('{');
  });
  expect(status).toBe(413);
});

test('a client that goes away in the middle leaves nothing behind', async () => {
  const before = await count();
  const body = Buffer.from(documentOf(Array.from({ length: 50 }, () => objectEvent())));
  await new Promise<void>((done) => {
    const call = request(`${server.url}/epcis/capture`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${server.key}`,
        'content-type': 'application/json',
        'content-length': String(body.length),
      },
    });
    call.on('error', () => done());
    call.on('close', () => done());
    call.write(body.subarray(0, body.length - 10), () => setTimeout(() => call.destroy(), 50));
  });
  await new Promise((done) => setTimeout(done, 200));
  expect(await count()).toBe(before);
});

test('an address that does not exist, a method that is not taken, an id that is none', async () => {
  const headers = { authorization: `Bearer ${server.key}`, 'accept-language': 'en' };
  expect((await fetch(`${server.url}/epcis/nothing`, { headers })).status).toBe(404);
  expect((await fetch(`${server.url}/epcis/capture/not-an-id`, { headers })).status).toBe(404);
  expect((await fetch(`${server.url}/epcis/events/${encodeURIComponent('urn:uuid:none')}`, { headers })).status).toBe(
    404,
  );
  expect((await fetch(`${server.url}/epcis/events`, { method: 'DELETE', headers })).status).toBe(405);
});

test('no random document brings the server down or is stored in part', async () => {
  const value = fc.anything({ withNullPrototype: false, withObjectString: true, maxDepth: 4 });
  const member = fc.constantFrom(
    'type',
    'action',
    'eventTime',
    'epcList',
    'parentID',
    'childEPCs',
    'bizStep',
    'readPoint',
    'ilmd',
    'errorDeclaration',
    'sensorElementList',
    'quantityList',
    '@context',
    'eventID',
  );
  const event = fc.dictionary(member, value).map((members) => ({ ...objectEvent(), ...members }));
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 4 }), async (events) => {
      const before = await count();
      const response = await post(documentOf(events));
      expect([202, 400, 409]).toContain(response.status);
      if (response.status !== 202) expect(await count()).toBe(before);
    }),
    { numRuns: 150 },
  );
});
