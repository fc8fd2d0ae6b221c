/** Every place that takes a time, with times that cannot be kept and with the first and the last that can. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareEvent, documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const get = (path: string) =>
  fetch(server.url + path, { headers: { authorization: `Bearer ${server.key}`, 'accept-language': 'en' } });

function post(path: string, body: string) {
  const authorization = `Bearer ${server.key}`;
  const headers = { authorization, 'content-type': 'application/ld+json', 'accept-language': 'en' };
  return fetch(server.url + path, { method: 'POST', body, headers });
}

/** Times beyond those that are kept, by their year or by their offset. */
const BEYOND = [
  '0000-01-01T00:00:00Z',
  '0000-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00+14:00',
  '0001-01-01T00:00:00+00:01',
  '9999-12-31T23:59:59-12:00',
  '9999-12-31T23:59:00-00:01',
  '9999-12-31T23:59:60Z',
  '10000-01-01T00:00:00Z',
  '99999-01-01T00:00:00Z',
  '275760-09-13T00:00:00.001Z',
  '-0001-01-01T00:00:00Z',
  '+02026-01-01T00:00:00Z',
];
/** No times at all. */
const NONE = [
  '2026-02-30T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01',
  'NaN',
  '1767225600',
];

const PLACES: readonly (readonly [pointer: string, members: (time: string) => EventJson])[] = [
  ['/eventTime', (time) => ({ eventTime: time })],
  ['/recordTime', (time) => ({ recordTime: time })],
  ['/errorDeclaration/declarationTime', (time) => ({ errorDeclaration: { declarationTime: time } })],
  ...['time', 'startTime', 'endTime'].map((name): [string, (time: string) => EventJson] => [
    `/sensorElementList/0/sensorMetadata/${name}`,
    (time) => ({ sensorElementList: [{ sensorMetadata: { [name]: time }, sensorReport: [{ type: 'Temperature' }] }] }),
  ]),
  [
    '/sensorElementList/0/sensorReport/0/time',
    (time) => ({ sensorElementList: [{ sensorReport: [{ type: 'Temperature', time }] }] }),
  ],
];

test.each(PLACES)('a time beyond the years 1 to 9999 at %s is told by its place and rule', async (pointer, members) => {
  for (const time of BEYOND) {
    const event = objectEvent(members(time));
    const [document, single] = [
      await post('/epcis/capture', documentOf([event])),
      await post('/epcis/events', bareEvent(event)),
    ];
    expect([time, document.status, single.status]).toEqual([time, 400, 400]);
    const rule = 'event.time-range';
    expect((await document.json()).errors).toMatchObject([{ rule, pointer: `/epcisBody/eventList/0${pointer}` }]);
    expect((await single.json()).errors).toMatchObject([{ rule, pointer }]);
  }
});

test('the creation date of a document too', async () => {
  for (const creationDate of [...BEYOND, ...NONE]) {
    const response = await post('/epcis/capture', documentOf([objectEvent()], { creationDate }));
    expect([creationDate, response.status]).toEqual([creationDate, 400]);
    expect((await response.json()).errors).toMatchObject([{ rule: 'document.time', pointer: '/creationDate' }]);
  }
});

test('in XML the same times are refused at the same places', async () => {
  for (const time of BEYOND) {
    const event = `<ObjectEvent><eventTime>${time}</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset><epcList><epc>urn:x:1</epc></epcList><action>OBSERVE</action></ObjectEvent>`;
    const response = await fetch(`${server.url}/epcis/capture`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/xml' },
      body: `<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-01-01T00:00:00Z"><EPCISBody><EventList>${event}</EventList></EPCISBody></e:EPCISDocument>`,
    });
    expect([time, response.status]).toEqual([time, 400]);
    const found = (await response.json()).errors;
    expect(found).toMatchObject([{ rule: 'event.time-range', pointer: '/epcisBody/eventList/0/eventTime' }]);
  }
});

test('a question about such a time is refused by the parameter', async () => {
  const asked = [
    ...['/epcis/events?GE_eventTime=', '/epcis/events?LT_eventTime=', '/epcis/epcs/urn:x:1/events?GE_eventTime='],
    ...['/v1/trace?code=urn:x:1&at=', '/v1/trace?code=urn:x:1&direction=upstream&at='],
  ];
  for (const path of asked) {
    for (const time of [...BEYOND, ...NONE, 'x'.repeat(5_000), '\0', '']) {
      const response = await get(path + encodeURIComponent(time));
      expect([path, time, response.status]).toEqual([path, time, 400]);
      const name = /(\w+)=$/.exec(path)?.[1];
      expect(await response.json()).toMatchObject({
        code: 'query.parameter',
        title: expect.stringContaining(`${name} `),
      });
    }
  }
});

test('the first and the last instant are kept, found, traced and shown', async () => {
  const epc = 'https://id.gs1.org/01/10614141073464/21/EDGES';
  const edges = [
    '0001-01-01T00:00:00Z',
    '0001-01-01T14:00:00+14:00',
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T09:59:59-14:00',
  ];
  const events = edges.flatMap((time) => [
    // Their offsets keep apart those that are one instant.
    objectEvent({ eventTime: time, eventTimeZoneOffset: time.slice(-6).replace(/^.*Z$/, '+00:00'), epcList: [epc] }),
    ...PLACES.map(([, members]) => objectEvent({ ...members(time), epcList: [`${epc}X`] })),
  ]);
  await server.client.capture(documentOf(events));
  const times = async (query: string) => {
    const { document } = await server.client.events(Object.fromEntries(new URLSearchParams(query)));
    return document.epcisBody.queryResults.resultsBody.eventList.map((event) => Object(event).eventTime);
  };
  const encoded = encodeURIComponent(epc);
  expect(await times(`MATCH_anyEPC=${encoded}`)).toEqual(edges);
  expect(await times(`MATCH_anyEPC=${encoded}&LT_eventTime=0001-01-01T00:00:00.001Z`)).toEqual(edges.slice(0, 2));
  expect(await times(`MATCH_anyEPC=${encoded}&GE_eventTime=9999-12-31T23:59:59.999Z`)).toEqual([edges[2]]);
  const trace = await server.client.trace({ codes: [epc] });
  expect(trace.events.map((event) => event.eventTime)).toEqual([
    '0001-01-01T00:00:00.000Z',
    '0001-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.000Z',
    '9999-12-31T23:59:59.999Z',
  ]);
  for (const at of edges) {
    for (const direction of ['upstream', 'downstream', 'both'] as const) {
      const { events: found } = await server.client.trace({ codes: [epc], direction, at });
      expect([at, direction, found.length > 0]).toEqual([at, direction, true]);
    }
  }
  for (const accept of ['text/html', 'application/json', 'application/linkset+json']) {
    const page = await fetch(`${server.url}/01/10614141073464/21/EDGES`, { headers: { accept } });
    expect([accept, page.status]).toEqual([accept, 200]);
  }
});
