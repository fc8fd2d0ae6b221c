/** Codes that an organisation's own events name, and that nothing is known of. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** A fresh organisation. */
let organisations = 0;
const organisation = (): Promise<string> => {
  organisations += 1;
  return createKey(server.database.db, { role: 'capture', org: `urn:example:org:${organisations}` });
};

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into
async function ask(key: string, path: string, init: RequestInit = {}): Promise<any> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...init.headers };
  const response = await fetch(server.url + path, { ...init, headers });
  return response.json();
}

const capture = async (key: string, ...events: readonly EventJson[]): Promise<void> => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/ld+json' };
  const sent = { method: 'POST', body: documentOf(events), headers };
  expect((await fetch(`${server.url}/epcis/capture`, sent)).status).toBe(202);
};
const say = (key: string, ...entries: readonly unknown[]): Promise<unknown> =>
  ask(key, '/v1/registry/entries', { method: 'POST', body: JSON.stringify(entries) });
const unknown = (key: string, query = '') => ask(key, `/v1/registry/unknown?${query}`);
const codesOf = async (key: string, query = ''): Promise<string[]> =>
  (await unknown(key, query)).codes.map(({ code }: { code: string }) => code);

const MILK = 'https://id.gs1.org/01/06901234500011';
const YOGHURT = 'https://id.gs1.org/01/06901234500028';
const DAIRY = 'https://id.gs1.org/414/6901234000016';
const SHOP = 'https://id.gs1.org/417/6901234000023';

/** A shipment of lots of milk at a time of its own. */
const shipment = (day: number, more: EventJson = {}): EventJson =>
  objectEvent({
    eventTime: `2026-05-${String(day).padStart(2, '0')}T08:00:00.000Z`,
    epcList: [`${MILK}/21/S${day}`, `${MILK}/10/L1/21/T${day}`],
    ...more,
  });

test('products, parties and sites of own events are told, by the newest event that names each', async () => {
  const key = await organisation();
  await capture(
    key,
    shipment(3, {
      readPoint: { id: 'urn:epc:id:sgln:6901234.00001.0' },
      destinationList: [{ type: 'owning_party', destination: 'urn:epc:id:pgln:6901234.00002' }],
    }),
    shipment(2),
    // There is no master data of a position, nor of a pallet.
    objectEvent({ eventTime: '2026-05-04T08:00:00Z', epcList: ['urn:epc:id:sscc:6901234.0000000001'] }),
    objectEvent({
      ...{ eventTime: '2026-05-01T08:00:00Z', epcList: undefined, readPoint: { id: 'geo:39.9,116.4' } },
      quantityList: [{ epcClass: 'urn:epc:class:lgtin:6901234.050002.L7', quantity: 3 }],
    }),
  );
  const at = '2026-05-03T08:00:00.000Z';
  const { codes, lookedAt, next } = await unknown(key);
  expect({ lookedAt, next }).toEqual({ lookedAt: { events: 4, all: true }, next: undefined });
  expect(codes).toHaveLength(4);
  expect(codes.slice(0, 3)).toEqual(
    expect.arrayContaining([
      { code: MILK, kind: 'product', events: 2, newestAt: at },
      { code: DAIRY, kind: 'site', events: 1, newestAt: at },
      { code: SHOP, kind: 'party', events: 1, newestAt: at },
    ]),
  );
  expect(codes[3]).toEqual({ code: YOGHURT, kind: 'product', events: 1, newestAt: '2026-05-01T08:00:00.000Z' });
  expect(await codesOf(key, 'kind=site')).toEqual([DAIRY]);
  expect(await codesOf(key, 'kind=product')).toEqual([MILK, YOGHURT]);
});

test('what the organisation says of a code, or another says openly, is known', async () => {
  const [key, other] = [await organisation(), await organisation()];
  await capture(key, shipment(1, { readPoint: { id: DAIRY }, bizLocation: { id: 'urn:example:cellar' } }));
  await say(key, { kind: 'product', code: MILK, attributes: { name: '纯牛奶' } });
  expect((await codesOf(key)).sort()).toEqual([DAIRY, 'urn:example:cellar']);
  await say(other, { kind: 'site', code: DAIRY, attributes: { name: '收奶站' } });
  expect(await codesOf(key)).toEqual(['urn:example:cellar']);
  // A document may say something of a thing and not its name.
  const cellar = {
    id: 'urn:example:cellar',
    attributes: [{ id: 'urn:epcglobal:cbv:mda:city', attribute: '呼和浩特' }],
  };
  const vocabularyList = [{ type: 'urn:epcglobal:epcis:vtype:BusinessLocation', vocabularyElementList: [cellar] }];
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/ld+json' };
  const body = documentOf([], { epcisHeader: { epcisMasterData: { vocabularyList } } });
  await fetch(`${server.url}/epcis/capture`, { method: 'POST', body, headers });
  expect(await codesOf(key)).toEqual([]);
});

test('events of others name nothing here, nor those that are declared in error', async () => {
  const [key, other] = [await organisation(), await organisation()];
  await capture(other, shipment(1));
  const wrong = shipment(2, { eventID: `urn:uuid:${crypto.randomUUID()}`, bizLocation: { id: 'urn:example:wrong' } });
  await capture(key, wrong);
  expect(await codesOf(key, 'kind=site')).toEqual(['urn:example:wrong']);
  await capture(key, { ...wrong, errorDeclaration: { declarationTime: '2026-05-03T08:00:00Z' } });
  expect(await unknown(key)).toEqual({ codes: [], lookedAt: { events: 2, all: true } });
});

test('pages lead through all of them, each once', async () => {
  const key = await organisation();
  const events = Array.from({ length: 7 }, (_, n) =>
    // Some at one time.
    objectEvent({
      eventTime: `2026-05-0${1 + Math.floor(n / 3)}T08:00:00Z`,
      bizLocation: { id: `urn:example:room:${n}` },
    }),
  );
  await capture(key, ...events);
  const pages: string[][] = [];
  for (let query = 'kind=site&limit=2'; ; ) {
    const { codes, next } = await unknown(key, query);
    pages.push(codes.map(({ code }: { code: string }) => code));
    if (next === undefined) break;
    query = `kind=site&limit=2&after=${next}`;
  }
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 2, 1]);
  expect(pages[0]?.[0]).toBe('urn:example:room:6');
  expect(pages.flat().sort()).toEqual(events.map((_, n) => `urn:example:room:${n}`));
  expect((await unknown(key, 'after=urn:example:room:6')).code).toBe('query.parameter');
});

test('the last 2,000 events are looked at, and it is told that there are more', async () => {
  const key = await organisation();
  const first = objectEvent({ bizLocation: { id: 'urn:example:first' } });
  // Recorded later, though it happened before.
  const late = objectEvent({ eventTime: '2020-01-01T00:00:00Z', bizLocation: { id: 'urn:example:late' } });
  await capture(key, first, ...Array.from({ length: 1_999 }, () => objectEvent()), late);
  const { lookedAt } = await unknown(key);
  expect(lookedAt).toEqual({ events: 2_000, all: false });
  expect(await codesOf(key, 'kind=site')).toEqual(['urn:example:late']);
});
