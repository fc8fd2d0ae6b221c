/** An organisation takes back what others have recorded of its goods, as far as that is open to it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { readXlsx } from '../src/modules/identity/ties/branch-sheet/read-xlsx.ts';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const WHEAT = 'https://id.gs1.org/01/06901234500011/10/W1';
const FLOUR = 'https://id.gs1.org/01/06901234500028/10/F1';
const OTHER = 'https://id.gs1.org/01/06901234500035/10/X1';
const WHO = ['farm', 'mill', 'bakery', 'stranger'] as const;
type Who = (typeof WHO)[number];
const codeOf = (who: Who): string => `urn:epc:id:pgln:0614141.0000${WHO.indexOf(who) + 1}`;

let server: TestServer;
const keys = new Map<Who, string>();
beforeAll(async () => {
  server = await testServer();
  for (const who of WHO) keys.set(who, await createKey(server.database.db, { role: 'admin', org: codeOf(who) }));
  const lot = (epcClass: string, quantity: number) => ({
    epcList: undefined,
    quantityList: [{ epcClass, quantity, uom: 'KGM' }],
  });
  await record('farm', 1, { action: 'ADD', bizStep: 'commissioning', ...lot(WHEAT, 900173) });
  await record('farm', 2, { bizStep: 'shipping', ...lot(WHEAT, 901173), ...trade('farm', 'mill') });
  await record('mill', 3, { bizStep: 'receiving', ...lot(WHEAT, 902173), ...trade('farm', 'mill') });
  await record('mill', 4, {
    ...{ type: 'TransformationEvent', action: undefined, epcList: undefined, bizStep: 'commissioning' },
    ...{ inputQuantityList: lot(WHEAT, 902173).quantityList, outputQuantityList: lot(FLOUR, 700).quantityList },
  });
  await record('mill', 5, { bizStep: 'shipping', ...lot(FLOUR, 703), ...trade('mill', 'bakery') });
  await record('bakery', 6, { bizStep: 'receiving', ...lot(FLOUR, 704), ...trade('mill', 'bakery') });
  await record('bakery', 7, {
    bizStep: 'retail_selling',
    ...lot(FLOUR, 705),
    readPoint: { id: 'https://example.org/secret-counter' },
  });
  await record('stranger', 8, { action: 'ADD', bizStep: 'commissioning', ...lot(OTHER, 5) });
});
afterAll(() => server.close());

function trade(from: Who, to: Who): object {
  return {
    sourceList: [{ type: 'possessing_party', source: codeOf(from) }],
    destinationList: [{ type: 'possessing_party', destination: codeOf(to) }],
  };
}

async function record(who: Who, day: number, more: EventJson): Promise<void> {
  const event = objectEvent({
    eventTime: `2026-03-0${day}T08:00:00Z`,
    eventID: `https://example.org/${who}-${day}`,
    ...more,
  });
  await capture(documentOf([event]), { url: server.url, key: keys.get(who) ?? '' });
}

async function capture(body: string, { url, key }: { readonly url: string; readonly key: string }): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}/epcis/capture`, { method: 'POST', body, headers });
  expect([response.status, await response.text()]).toEqual([202, expect.anything()]);
}

const ask = (who: Who, query = '', method = 'GET'): Promise<Response> =>
  fetch(`${server.url}/v1/exports/chains?${query}`, {
    method,
    headers: { authorization: `Bearer ${keys.get(who)}`, 'accept-language': 'en' },
  });

interface Told {
  readonly epcisBody: { readonly eventList: readonly EventJson[] };
  readonly 'urn:suyuan:hidden'?: readonly string[][];
  readonly 'urn:suyuan:recorders': readonly { readonly code?: string }[];
}
const told = async (who: Who, query?: string): Promise<Told> => (await ask(who, query)).json();
const stepsOf = ({ epcisBody: { eventList } }: Told): unknown[] =>
  eventList.map(({ eventID }) => String(eventID).replace(/.*\//, ''));

test('of its goods, of what they were made of and of where they went: what others recorded, in the order of the chain', async () => {
  expect(stepsOf(await told('farm'))).toEqual(['mill-3', 'mill-4', 'mill-5', 'bakery-6', 'bakery-7']);
  expect(stepsOf(await told('mill'))).toEqual(['farm-1', 'farm-2', 'bakery-6', 'bakery-7']);
  expect(stepsOf(await told('bakery'))).toEqual(['farm-1', 'farm-2', 'mill-3', 'mill-4', 'mill-5']);
  expect(stepsOf(await told('stranger'))).toEqual([]);
});

test('partners are told whole, others of the chain step and time; what is not open is named, and is nowhere', async () => {
  const answer = await ask('bakery');
  const text = await answer.text();
  const { epcisBody, ...rest } = JSON.parse(text);
  const [made, shipped, , , sold] = epcisBody.eventList;
  expect(made).toMatchObject({ bizStep: 'commissioning', eventTime: '2026-03-01T08:00:00.000Z' });
  expect(made.quantityList).toEqual([{ epcClass: WHEAT }]);
  expect(shipped).not.toHaveProperty('destinationList');
  expect(sold).toMatchObject({ quantityList: [{ quantity: 703 }], destinationList: [expect.anything()] });
  expect(rest['urn:suyuan:hidden'][1]).toEqual(expect.arrayContaining(['party', 'quantity']));
  expect(rest['urn:suyuan:hidden'][4]).not.toContain('quantity');
  expect(rest['urn:suyuan:recorders'][1]).toEqual({});
  expect(rest['urn:suyuan:recorders'][4].code).toContain('0614141');
  for (const secret of ['900173', '901173', '902173', 'secret-counter']) expect(text).not.toContain(secret);
  expect(await (await ask('farm')).text()).not.toContain('secret-counter');
});

test('parts follow the own records, are counted by what they hold, and each is named by its positions', async () => {
  const first = await ask('mill', 'count=1');
  expect(stepsOf(await first.json())).toEqual(['farm-1', 'farm-2', 'bakery-6', 'bakery-7']);
  expect(first.headers.get('suyuan-export-records')).toBe('4');
  expect(first.headers.get('content-disposition')).toMatch(/"suyuan-[\da-f]{8}-chains-\d{12}-\d{12}\.json"/);
  const next = /<\/v1\/exports\/chains\?([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await ask('mill', next.replace('count=1', 'count=5000'));
  expect(stepsOf(await second.json())).toEqual(['farm-1', 'farm-2', 'bakery-6', 'bakery-7']);
  expect(second.headers.get('link')).toBeNull();
  const head = await ask('mill', 'count=1', 'HEAD');
  expect([head.status, head.headers.get('content-disposition'), head.headers.get('suyuan-export-records')]).toEqual([
    200,
    first.headers.get('content-disposition'),
    null,
  ]);
});

test('by codes: a part of its own, of what anybody may see of them', async () => {
  const code = `code=${encodeURIComponent('(01)06901234500011(10)W1')}`;
  expect(stepsOf(await told('mill', code))).toEqual(['farm-1', 'farm-2', 'bakery-6', 'bakery-7']);
  // Who made what, when and where stands on a label; nothing else is for a stranger.
  expect(stepsOf(await told('stranger', code))).toEqual(['farm-1', 'mill-4']);
});

test('as a table: by whom, and what is not open, in words', async () => {
  const response = await ask('bakery', 'format=xlsx');
  expect(response.headers.get('content-disposition')).toMatch(/\.xlsx"$/);
  const { cells } = await readXlsx(Buffer.from(await response.arrayBuffer()));
  const at = (row: number, heading: string): string | undefined => {
    const column = cells.find((cell) => cell.row === 1 && cell.text === heading)?.column;
    return cells.find((cell) => cell.row === row && cell.column === column)?.text;
  };
  expect([at(3, 'Event ID'), at(3, 'Recorded by'), at(3, 'Quantity')]).toEqual([
    'https://example.org/farm-2',
    undefined,
    undefined,
  ]);
  expect(at(3, 'Not open')).toContain('Quantities');
  expect(at(1, 'Log position')).toBeUndefined();
  expect(at(7, 'Recorded by')).toContain('0614141');
  expect(at(7, 'Quantity')).toBe('703');
});

test('master data goes with it, as far as each stands to whoever said it', async () => {
  const said = (id: string, type: string, attributes: Readonly<Record<string, string>>): object => ({
    type: `urn:epcglobal:epcis:vtype:${type}`,
    vocabularyElementList: [
      {
        id,
        attributes: Object.entries(attributes).map(([name, attribute]) => ({
          id: `urn:epcglobal:cbv:mda#${name}`,
          attribute,
        })),
      },
    ],
  });
  const wheat = said('https://id.gs1.org/01/06901234500011', 'EPCClass', {
    descriptionShort: 'Winter wheat',
    streetAddressOne: 'Field lane 7',
    costPrice: '2.31',
  });
  const epcisHeader = { epcisMasterData: { vocabularyList: [wheat] } };
  const again = objectEvent({ epcList: undefined, quantityList: [{ epcClass: WHEAT }], bizStep: 'inspecting' });
  await capture(documentOf([again], { epcisHeader }), { url: server.url, key: keys.get('farm') ?? '' });
  const header = async (who: Who, query?: string): Promise<unknown> => Object(await told(who, query)).epcisHeader;
  const toldOf = (...names: readonly string[]): object => ({
    epcisMasterData: {
      vocabularyList: [
        {
          type: 'urn:epcglobal:epcis:vtype:EPCClass',
          vocabularyElementList: [
            {
              id: 'https://id.gs1.org/01/06901234500011',
              attributes: names.map((name) => expect.objectContaining({ id: `urn:epcglobal:cbv:mda#${name}` })),
            },
          ],
        },
      ],
    },
  });
  expect(await header('bakery')).toEqual(toldOf('descriptionShort', 'streetAddressOne'));
  expect(await header('stranger', `code=${encodeURIComponent(WHEAT)}`)).toEqual(toldOf('descriptionShort'));
  // What was opened further is there, for whom it was opened.
  const opening = { elements: ['masterOther'], product: 'https://id.gs1.org/01/06901234500011', level: 'chain' };
  const opened = await fetch(`${server.url}/v1/openings`, {
    method: 'POST',
    body: JSON.stringify(opening),
    headers: { authorization: `Bearer ${keys.get('farm')}`, 'content-type': 'application/json' },
  });
  expect(opened.status).toBe(200);
  expect(await header('bakery')).toEqual(toldOf('descriptionShort', 'streetAddressOne', 'costPrice'));
  expect(await header('stranger', `code=${encodeURIComponent(WHEAT)}`)).toEqual(toldOf('descriptionShort'));
});

test('another installation takes it in as it is', async () => {
  const fresh = await testServer();
  try {
    await capture(await (await ask('bakery')).text(), fresh);
    const { document } = await fresh.client.events({ MATCH_anyEPC: FLOUR });
    expect(document.epcisBody.queryResults.resultsBody.eventList.map(({ eventID }) => eventID)).toEqual([
      'https://example.org/mill-4',
      'https://example.org/mill-5',
    ]);
  } finally {
    await fresh.close();
  }
});

test('what is told is noted with the organisation that took it', async () => {
  await (await ask('mill')).text();
  const { rows } = await server.database.db.query<{ body: string }>(
    "select body from identity.occurrence where kind = 'chains.exported' order by block desc limit 1",
  );
  expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({
    detail: { format: 'epcis', firstPosition: 0, lastPosition: expect.any(Number), count: 5 },
  });
});

test.each([
  ['count=0', 400],
  ['count=5001', 400],
  ['from=x', 400],
  ['from=5&until=2', 400],
  ['format=csv', 400],
  ['code=', 400],
  [`code=${'1'.repeat(2_001)}`, 400],
  [Array.from({ length: 101 }, () => 'code=1').join('&'), 400],
  ['code=1&from=1', 400],
  ['code=1&count=1', 400],
])('refuses %.30s', async (query, status) => {
  const response = await ask('mill', query);
  expect([response.status, (await response.json()).code]).toEqual([status, expect.any(String)]);
});
