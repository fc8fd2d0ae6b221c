/** Whom a page names to call: wherever the records honestly give somebody, and nobody where they do not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const FACTORY = 'https://id.gs1.org/414/0614141000012';
const OFFICE = 'https://id.gs1.org/417/0614141000036';
const SHOP = 'https://id.gs1.org/414/0614141000029';

const element = (id: string, attributes: Record<string, string>) => ({
  id,
  attributes: Object.entries(attributes).map(([name, attribute]) => ({
    id: `urn:epcglobal:cbv:mda#${name}`,
    attribute,
  })),
});
const vocabulary = (type: string, ...vocabularyElementList: unknown[]) => ({
  type: `urn:epcglobal:epcis:vtype:${type}`,
  vocabularyElementList,
});

/** Captures events on goods of one product, with the names of the parties, and what its master data say beside. */
async function capture(
  gtin: string,
  events: readonly EventJson[],
  product: Record<string, string> = {},
): Promise<void> {
  const vocabularyList = [
    vocabulary('EPCClass', element(`https://id.gs1.org/01/${gtin}`, { descriptionShort: '乳粉', ...product })),
    vocabulary(
      'BusinessLocation',
      element(FACTORY, { name: '乳粉厂', telephone: '010-5550 0100' }),
      element(SHOP, { name: '母婴店' }),
    ),
    vocabulary('SourceDest', element(OFFICE, { name: '乳业公司', telephone: '400-555-0199' })),
  ];
  await server.client.capture(documentOf(events, { epcisHeader: { epcisMasterData: { vocabularyList } } }));
}

async function ask(path: string) {
  return (await fetch(server.url + path, { headers: { accept: 'application/json' } })).json();
}

const lotOf = (gtin: string) => `https://id.gs1.org/01/${gtin}/10/L1`;
const canOf = (gtin: string) => `https://id.gs1.org/01/${gtin}/21/C1`;

/** A can of lot L1, which only what is recorded of the can says. */
const made = (gtin: string) =>
  objectEvent({
    action: 'ADD',
    bizStep: 'commissioning',
    epcList: [canOf(gtin)],
    bizLocation: { id: FACTORY },
    ilmd: { 'cbvmda:lotNumber': 'L1' },
  });
const recall = (gtin: string, more: EventJson = {}) =>
  objectEvent({
    eventTime: '2026-03-01T00:00:00Z',
    epcList: undefined,
    quantityList: [{ epcClass: lotOf(gtin) }],
    bizStep: 'holding',
    disposition: 'recalled',
    ...more,
  });
const MAKER = { as: 'maker', name: { zh: '乳粉厂', en: '乳粉厂' }, telephone: '010-5550 0100' };

test('of a lot that only its cans tell the making of, the maker is who made the cans', async () => {
  await capture('10614141000019', [made('10614141000019'), recall('10614141000019')]);
  const page = await ask('/01/10614141000019/10/L1');
  expect(page).toMatchObject({ verdict: 'recalled', maker: { code: FACTORY } });
  expect(page.contacts).toEqual([MAKER]);
});

test("who gave the notice comes first, and is the notice's issuer", async () => {
  const by = { sourceList: [{ type: 'possessing_party', source: OFFICE }] };
  await capture('10614141000026', [made('10614141000026'), recall('10614141000026', by)]);
  for (const path of ['/01/10614141000026/10/L1', '/01/10614141000026/21/C1']) {
    const page = await ask(path);
    expect(page.contacts).toEqual([
      { as: 'issuer', name: { zh: '乳业公司', en: '乳业公司' }, telephone: '400-555-0199' },
      MAKER,
    ]);
    expect(page.notices[0].issuer.zh).toBe('乳业公司');
  }
});

test('one firm that made and recalls the goods is named once', async () => {
  const at = { bizLocation: { id: FACTORY } };
  await capture('10614141000033', [made('10614141000033'), recall('10614141000033', at)]);
  expect((await ask('/01/10614141000033/10/L1')).contacts).toEqual([MAKER]);
});

test('of a product, the maker of its recalled item; of one without trouble nobody', async () => {
  const item = { epcList: [canOf('10614141000040')], quantityList: undefined };
  await capture('10614141000040', [made('10614141000040'), recall('10614141000040', item)]);
  const page = await ask('/01/10614141000040');
  expect(page.verdict).toBe('part-affected');
  expect(page.contacts).toEqual([MAKER]);
  await capture('10614141000057', [made('10614141000057')]);
  expect((await ask('/01/10614141000057/21/C1')).contacts).toEqual([]);
});

test("where no record tells the making, the maker that the product's master data name", async () => {
  const data = { manufacturerOfTradeItemPartyName: '代工乳业' };
  await capture('10614141000064', [recall('10614141000064')], data);
  const page = await ask('/01/10614141000064/10/L1');
  expect(page.contacts).toEqual([{ as: 'product', name: { zh: '代工乳业', en: '代工乳业' } }]);
});

test('a shop that once had the goods is not called their maker', async () => {
  const seen = objectEvent({ epcList: [canOf('10614141000071')], bizLocation: { id: SHOP } });
  await capture('10614141000071', [
    seen,
    recall('10614141000071', { epcList: [canOf('10614141000071')], quantityList: undefined }),
  ]);
  const page = await ask('/01/10614141000071/21/C1');
  expect(page.verdict).toBe('recalled');
  expect(page.maker).toBeUndefined();
  expect(page.contacts).toEqual([]);
});
