/** How a page lists what a notice concerns: the product once, then what tells its units apart. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const PALLET = 'https://id.gs1.org/00/106141410000000019';
const CASE = 'https://id.gs1.org/00/106141410000000026';
const LOOSE = 'https://id.gs1.org/00/106141410000000033';
const PRODUCT = 'https://id.gs1.org/01/10614141000019';
const can = (serial: string) => `${PRODUCT}/21/${serial}`;
const lot = (number: string) => `${PRODUCT}/10/${number}`;

const made = (number: string, ...serials: string[]) =>
  objectEvent({
    action: 'ADD',
    bizStep: 'commissioning',
    epcList: serials.map(can),
    ilmd: { 'cbvmda:lotNumber': number },
  });
const packed = (parentID: string, ...serials: string[]) =>
  objectEvent({
    type: 'AggregationEvent',
    action: 'ADD',
    epcList: undefined,
    parentID,
    childEPCs: serials.map(can),
    bizStep: 'packing',
  });
const recalled = { eventTime: '2026-03-01T00:00:00Z', bizStep: 'holding', disposition: 'recalled' };

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  const name = { id: 'urn:epcglobal:cbv:mda#descriptionShort', attribute: '乳粉' };
  const vocabularyList = [
    {
      type: 'urn:epcglobal:epcis:vtype:EPCClass',
      vocabularyElementList: [{ id: PRODUCT, attributes: [name] }],
    },
  ];
  const events = [
    made('A', 'A1', 'A2', 'A3', 'A4'),
    made('B', 'B1', 'B2'),
    packed(CASE, 'A1', 'A2'),
    packed(PALLET, 'A3', 'B1'),
    packed(LOOSE, 'A4', 'B2'),
    objectEvent({ ...recalled, epcList: undefined, quantityList: [{ epcClass: lot('A') }, { epcClass: lot('B') }] }),
  ];
  await server.client.capture(documentOf(events, { epcisHeader: { epcisMasterData: { vocabularyList } } }));
});
afterAll(() => server.close());

async function noticesOf(code: string) {
  const path = new URL(code).pathname;
  return (await (await fetch(`${server.url}${path}?lang=zh`, { headers: { accept: 'application/json' } })).json())
    .notices;
}

test('of one lot, which the heading names with its product, each row is a number alone', async () => {
  expect(await noticesOf(CASE)).toMatchObject([{ names: { label: '乳粉', detail: 'A' } }]);
  expect((await noticesOf(CASE))[0].units).toEqual([
    { label: 'A1', href: '/01/10614141000019/21/A1' },
    { label: 'A2', href: '/01/10614141000019/21/A2' },
  ]);
});

test('of several lots, each row says its lot, and no heading names one of them for all', async () => {
  const [notice, ...more] = await noticesOf(PALLET);
  expect(more).toEqual([]);
  expect(notice.names).toBeUndefined();
  expect(notice.units).toEqual([
    { of: '乳粉', label: 'A3', lot: 'A', href: '/01/10614141000019/21/A3' },
    { of: '乳粉', label: 'B1', lot: 'B', href: '/01/10614141000019/21/B1' },
  ]);
});

test('of items that the notice itself names, the product stands above their numbers', async () => {
  const items = objectEvent({ ...recalled, disposition: 'stolen', epcList: [can('A4'), can('B2')] });
  await server.client.capture(documentOf([items]));
  const stolen = (await noticesOf(LOOSE)).find(({ says }: { says: { en: string } }) => says.en === 'Stolen');
  expect(stolen.units.map(({ of, label }: { of: string; label: string }) => [of, label])).toEqual([
    ['乳粉', 'A4'],
    ['乳粉', 'B2'],
  ]);
});
