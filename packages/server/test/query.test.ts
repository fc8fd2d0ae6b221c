import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function idsOf(parameters: Record<string, string>): Promise<string[]> {
  const ids: string[] = [];
  let next: string | undefined;
  do {
    const page = await server.client.events({ ...parameters, ...(next === undefined ? {} : { nextPageToken: next }) });
    for (const event of page.document.epcisBody.queryResults.resultsBody.eventList)
      ids.push(String(Object(event).eventID));
    next = page.next;
  } while (next !== undefined);
  return ids;
}

let number = 0;
async function store(more: EventJson): Promise<string> {
  number += 1;
  const eventID = `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  await server.client.capture(documentOf([objectEvent({ eventID, ...more })]));
  return eventID;
}

const UNIT = 'https://id.gs1.org/01/10614141073464/21/';

test('MATCH_epc finds a unit in any spelling, MATCH_anyEPC also where it is parent, input or output', async () => {
  const asObject = await store({ epcList: ['urn:epc:id:sgtin:0614141.107346.M1'] });
  const asChild = await store({
    type: 'AggregationEvent',
    action: 'ADD',
    epcList: undefined,
    parentID: 'urn:epc:id:sscc:0614141.1234567890',
    childEPCs: [`${UNIT}M1`],
  });
  const asOutput = await store({
    type: 'TransformationEvent',
    action: undefined,
    epcList: undefined,
    inputEPCList: [`${UNIT}M0`],
    outputEPCList: [`https://shop.example/a/01/10614141073464/21/M1?17=270101`],
  });
  expect(await idsOf({ MATCH_epc: 'urn:epc:id:sgtin:0614141.107346.M1' })).toEqual([asObject, asChild]);
  expect(await idsOf({ MATCH_anyEPC: `${UNIT}M1` })).toEqual([asObject, asChild, asOutput]);
  expect(await idsOf({ MATCH_anyEPC: `${UNIT}M0|${UNIT}M1` })).toEqual([asObject, asChild, asOutput]);
  expect(await idsOf({ MATCH_epc: 'https://id.gs1.org/00/106141412345678908' })).toEqual([]);
  expect(await idsOf({ MATCH_anyEPC: 'https://id.gs1.org/00/106141412345678908' })).toEqual([asChild]);
});

test('eventType, business step in every spelling, read point and business location', async () => {
  const place = 'urn:epc:id:sgln:0614141.00777.0';
  const one = await store({ bizStep: 'https://ref.gs1.org/cbv/BizStep-packing', readPoint: { id: place } });
  const other = await store({ bizStep: 'urn:epcglobal:cbv:bizstep:packing', bizLocation: { id: place } });
  for (const spelling of [
    'packing',
    'cbv:BizStep-packing',
    'urn:epcglobal:cbv:bizstep:packing',
    'https://ref.gs1.org/cbv/BizStep-packing',
  ]) {
    expect(await idsOf({ EQ_bizStep: spelling })).toEqual([one, other]);
  }
  expect(await idsOf({ EQ_readPoint: 'https://id.gs1.org/414/0614141007776' })).toEqual([one]);
  expect(await idsOf({ EQ_bizLocation: place })).toEqual([other]);
  expect(await idsOf({ EQ_bizStep: 'packing', eventType: 'AggregationEvent' })).toEqual([]);
  expect(await idsOf({ EQ_bizStep: 'packing', eventType: 'AggregationEvent|ObjectEvent' })).toEqual([one, other]);
});

test('event times bound from below inclusive, from above exclusive, whatever the offset', async () => {
  const step = { EQ_bizStep: 'inspecting' };
  const early = await store({ bizStep: 'inspecting', eventTime: '2019-05-01T00:00:00.000Z' });
  const late = await store({ bizStep: 'inspecting', eventTime: '2019-05-01T08:00:00.001+08:00' });
  const old = await store({ bizStep: 'inspecting', eventTime: '1955-05-01T00:00:00Z' });
  expect(await idsOf({ ...step, GE_eventTime: '2019-05-01T08:00:00+08:00' })).toEqual([early, late]);
  expect(await idsOf({ ...step, LT_eventTime: '2019-05-01T00:00:00.001Z' })).toEqual([early, old]);
  expect(await idsOf({ ...step, GE_eventTime: '1950-01-01T00:00:00Z', LT_eventTime: '1960-01-01T00:00:00Z' })).toEqual([
    old,
  ]);
});

test('pages follow the log: each event once, in order, also while others are written', async () => {
  const expected: string[] = [];
  for (let i = 0; i < 7; i += 1) expected.push(await store({ bizStep: 'holding' }));
  const first = await server.client.events({ EQ_bizStep: 'holding', perPage: '3' });
  const later = await store({ bizStep: 'holding' });
  const rest = await idsOf({ EQ_bizStep: 'holding', perPage: '3', nextPageToken: first.next ?? '' });
  const head = first.document.epcisBody.queryResults.resultsBody.eventList.map((event) =>
    String(Object(event).eventID),
  );
  expect([...head, ...rest]).toEqual([...expected, later]);
});

test('the link to the next page keeps the query', async () => {
  const response = await fetch(`${server.url}/epcis/epcs/${encodeURIComponent(`${UNIT}M1`)}/events?perPage=1`, {
    headers: { authorization: `Bearer ${server.key}` },
  });
  const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? '';
  expect(next).toContain('perPage=1');
  const page = await (await fetch(server.url + next, { headers: { authorization: `Bearer ${server.key}` } })).json();
  expect(page.epcisBody.queryResults.resultsBody.eventList).toHaveLength(1);
});

test.each([
  ['EQ_colour=red', 'EQ_colour'],
  ['GE_eventTime=yesterday', 'GE_eventTime'],
  ['eventType=BirthEvent', 'eventType'],
  ['perPage=0', 'perPage'],
  ['nextPageToken=abc', 'nextPageToken'],
  ['MATCH_epc=', 'MATCH_epc'],
])('a parameter that cannot be read is refused by its name: %s', async (query, name) => {
  const response = await fetch(`${server.url}/epcis/events?${query}`, {
    headers: { authorization: `Bearer ${server.key}` },
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    type: 'epcisException:QueryParameterException',
    title: expect.stringContaining(name),
  });
});

test('a thousand values of one parameter are read, one more is refused', async () => {
  const headers = { authorization: `Bearer ${server.key}` };
  for (const name of ['MATCH_epc', 'EQ_bizStep']) {
    for (const [count, status] of [
      [1_000, 200],
      [1_001, 400],
    ] as const) {
      const values = Array.from({ length: count }, () => 'a');
      const asked = [values.join('|'), `${values.slice(0, 500).join('|')}&${name}=${values.slice(500).join('|')}`];
      for (const value of asked) {
        const response = await fetch(`${server.url}/epcis/events?${name}=${value}`, { headers });
        expect([name, count, response.status]).toEqual([name, count, status]);
      }
    }
  }
});

test('prefixes of two documents that mean different things stay apart in one answer', async () => {
  const epc = `${UNIT}CTX`;
  for (const [iri, time] of [
    ['https://a.example/', '2026-05-01T00:00:00Z'],
    ['https://b.example/', '2026-05-02T00:00:00Z'],
  ]) {
    const context = ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { own: iri }];
    await server.client.capture(
      documentOf([objectEvent({ epcList: [epc], eventTime: time, 'own:colour': 'red' })], { '@context': context }),
    );
  }
  const { document } = await server.client.events({ MATCH_epc: epc });
  const meaning = (event: unknown): string => {
    const around: unknown[] = Object(event)['@context'] ?? Object(document)['@context'];
    return String(Object(around.find((part) => typeof part === 'object')).own);
  };
  expect(document.epcisBody.queryResults.resultsBody.eventList.map(meaning)).toEqual([
    'https://a.example/',
    'https://b.example/',
  ]);
});

test('a bare text finds what is stored under each thing that it may be', async () => {
  const text = '86901890000654';
  const drug = await store({ epcList: [`cn-drug-standard-code:${text}`] });
  const product = await store({ epcList: [`https://id.gs1.org/01/${text}`] });
  expect(await idsOf({ MATCH_epc: text })).toEqual([drug, product]);
  expect(await idsOf({ MATCH_epc: `cn-drug-standard-code:${text}` })).toEqual([drug]);
  expect(await idsOf({ MATCH_epc: `(01)${text}` })).toEqual([product]);
  const sure = await store({ epcList: ['cn-drug:81234560000000000031'] });
  expect(await idsOf({ MATCH_anyEPC: '81234560000000000031' })).toEqual([sure]);
});

test('what is told beside an event takes no prefix from it', async () => {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-00000000ec0d';
  const names = { suyuan: 'https://suyuan.example/ns/' };
  const event = objectEvent({ eventID, 'suyuan:grade': 'A' });
  await server.client.capture(documentOf([event], { '@context': [names] }));
  const answer = await (
    await fetch(`${server.url}/epcis/events/${eventID}`, { headers: { authorization: `Bearer ${server.key}` } })
  ).json();
  expect(answer['@context']).toEqual([expect.any(String), names]);
  expect(answer['urn:suyuan:recorders']).toEqual([{ id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/) }]);
  expect(answer.epcisBody.queryResults.resultsBody.eventList[0]['suyuan:grade']).toBe('A');
});
