/** One identity has one content: what hashes alike and differs is refused aloud, never taken for a repetition. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareEvent, documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const SERIAL = 'https://id.gs1.org/01/10614141073464/21/';
const ofLot = (lot: string, serial: string): string => `https://id.gs1.org/01/10614141073464/10/${lot}/21/${serial}`;
const eventID = (): string => `urn:uuid:${crypto.randomUUID()}`;

interface Answer {
  readonly status: number;
  readonly body: { readonly errors?: readonly { rule: string; pointer: string; message: { en: string } }[] };
}

async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(server.url + path, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

const single = (event: EventJson): Promise<Answer> => post('/epcis/events', bareEvent(event));
const document = (events: readonly EventJson[], headers = {}): Promise<Answer> =>
  post('/epcis/capture', documentOf(events), headers);

async function eventsOf(epc: string): Promise<number> {
  const found = await server.client.events({ MATCH_anyEPC: epc });
  return found.document.epcisBody.queryResults.resultsBody.eventList.length;
}

describe('two events that hash alike', () => {
  test('one eventID: the second is refused, and the first is what there is', async () => {
    const event = objectEvent({ eventID: eventID(), epcList: [`${SERIAL}A1`] });
    expect((await single(event)).status).toBe(201);
    const second = await single({ ...event, epcList: [ofLot('L1', 'A1')] });
    expect(second.status).toBe(409);
    expect(second.body.errors?.[0]).toMatchObject({ rule: 'event.identity-conflict', pointer: '/eventID' });
    expect([await eventsOf(`${SERIAL}A1`), await eventsOf(ofLot('L1', 'A1'))]).toEqual([1, 0]);
  });

  test('without eventID: the second is refused and told to bring one; with one it is stored', async () => {
    const event = objectEvent({ epcList: [`${SERIAL}A2`] });
    expect((await single(event)).status).toBe(201);
    const other = { ...event, epcList: [ofLot('L1', 'A2')] };
    const second = await single(other);
    expect(second.status).toBe(409);
    expect(second.body.errors?.[0]?.message.en).toContain('give this event an eventID');
    expect((await single({ ...other, eventID: eventID() })).status).toBe(201);
    expect(await eventsOf(ofLot('L1', 'A2'))).toBe(1);
  });

  test.each([
    ['a variant', { epcList: [`${SERIAL}A3`] }, { epcList: ['https://id.gs1.org/01/10614141073464/22/V/21/A3'] }],
    ['a fourth digit', { eventTime: '2026-02-01T00:00:00.999Z' }, { eventTime: '2026-02-01T00:00:00.9992Z' }],
    ['a rounded time', { eventTime: '2026-02-01T00:00:05Z' }, { eventTime: '2026-02-01T00:00:04.9996Z' }],
    ['a structure', { 'ex:a': ['1', '2', '3'] }, { 'ex:a': [['1', '2'], '3'] }],
  ])('%s, in one document: with rollback none is stored, with proceed the first', async (_kind, one, two) => {
    const event = objectEvent({ eventID: eventID() });
    const pair = [
      { ...event, ...one },
      { ...event, ...two },
    ];
    expect((await document(pair)).status).toBe(409);
    expect((await fetchEvent(String(event.eventID))).status).toBe(404);
    expect((await document(pair, { 'GS1-Capture-Error-Behaviour': 'proceed' })).status).toBe(202);
    const kept = await (await fetchEvent(String(event.eventID))).json();
    expect(kept.epcisBody.queryResults.resultsBody.eventList).toMatchObject([one]);
  });

  test('at the same moment from several clients: one of them is taken, whichever', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const event = objectEvent();
      const contents = Array.from({ length: 6 }, (_, i) => ({ ...event, epcList: [ofLot(`L${i}`, `R${turn}`)] }));
      const statuses = (await Promise.all(contents.map(single))).map(({ status }) => status);
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(5);
    }
  });
});

test('the same content in another spelling is one event, captured twice without harm', async () => {
  const event = objectEvent({ epcList: ['urn:epc:id:sgtin:0614141.107346.SAME'], 'ex:note': 'x' });
  expect((await single(event)).status).toBe(201);
  const { 'ex:note': note, ...rest } = event;
  const again = { ...rest, epcList: [`${SERIAL}SAME`], bizStep: 'urn:epcglobal:cbv:bizstep:shipping' };
  expect((await single({ ...again, 'https://example.org/ns/note': note })).status).toBe(201);
  expect(await eventsOf(`${SERIAL}SAME`)).toBe(1);
});

test('an error declaration without eventID marks what it repeats, and nothing that only hashes like it', async () => {
  const event = objectEvent({ epcList: [`${SERIAL}D1`] });
  const [right, wrong] = [eventID(), eventID()];
  expect((await single({ ...event, eventID: wrong })).status).toBe(201);
  expect((await single({ ...event, eventID: right, epcList: [ofLot('L1', 'D1')] })).status).toBe(201);
  expect((await single({ ...event, errorDeclaration: { declarationTime: '2026-03-01T00:00:00Z' } })).status).toBe(201);
  const traced = async (code: string, id: string): Promise<unknown> => {
    const answer = await server.client.trace({ codes: [code] });
    return answer.events.find((each) => each.eventID === id)?.declaredInError;
  };
  expect(await traced(`${SERIAL}D1`, wrong)).toBe(true);
  expect(await traced(ofLot('L1', 'D1'), right)).not.toBe(true);
});

function fetchEvent(id: string): Promise<Response> {
  return fetch(`${server.url}/epcis/events/${encodeURIComponent(id)}`, {
    headers: { authorization: `Bearer ${server.key}` },
  });
}
