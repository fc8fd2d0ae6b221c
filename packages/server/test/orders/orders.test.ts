/** Orders: kept once, counted by the records of shipping that name them, and nobody else's. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../account/browser.ts';
import { codeOf, type Firm, type Firms, firmsOf } from '../account/firms.ts';
import { documentOf } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';

const MILL = 'cn-uscc:91110000802100433B';
const SHOP = 'cn-uscc:91330100799655058B';
const FLOUR = 'https://id.gs1.org/01/06901234567892';
const BRAN = 'own-product:91110000802100433B.麸皮';
const lot = (number: string): string => `${FLOUR}/10/${number}`;
const NOW = '2026-11-20T08:00:00+08:00';

let server: TestServer;
let firms: Firms;
let mill: Firm;
let shop: Firm;
beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date(NOW) } });
  firms = await firmsOf(server);
  mill = await firms.firm('青山面粉厂', { code: MILL, categories: ['food'] });
  shop = await firms.firm('城南食品店', { code: SHOP, categories: ['food'] });
});
afterAll(() => server.close());

let made = 0;
const given = (more: object = {}) => {
  made += 1;
  const lines = [
    { product: FLOUR, quantity: '100', uom: 'KGM' },
    { product: BRAN, quantity: '5', uom: 'KGM' },
  ];
  return { number: `SO-2026-${made}`, buyer: SHOP, wantedOn: '2026-11-20', lines, version: 0, ...more };
};
const put = (page: Browser, id: string, body: object) => page.ask('PUT', `/v1/orders/${id}`, body);
const read = async (id: string) => (await mill.page.ask('GET', `/v1/orders/${id}`)).body;
async function order(more: object = {}): Promise<string> {
  const id = randomUUID();
  const { status, body } = await put(mill.page, id, given(more));
  expect([status, body.code]).toEqual([200, undefined]);
  return id;
}

const contentOf = (of: string, units: readonly object[]) => ({ at: NOW, units, from: MILL, to: SHOP, order: of });
const sheetOf = (content: object, more: object = {}) => ({ pack: 'food', stage: 'shipment', content, ...more });
const check = async (content: object, more: object = {}) =>
  (await mill.page.ask('POST', '/v1/sheets/check', sheetOf(content, more))).body;
async function ship(of: string, units: readonly object[], page = mill.page): Promise<string> {
  const id = randomUUID();
  await page.ask('PUT', `/v1/sheets/${id}`, sheetOf(contentOf(of, units), { name: '发货', version: 0 }));
  const { status, body } = await page.ask('POST', `/v1/sheets/${id}/submission`, { version: 1 });
  expect([status, body.code]).toEqual([200, undefined]);
  return id;
}
const kg = (code: string, quantity: string) => ({ code, quantity, uom: 'KGM' });

test('an order that is sent twice is one; its number is nobody else’s, and of two who change it one is told', async () => {
  const id = randomUUID();
  const body = given();
  const [first, again] = [await put(mill.page, id, body), await put(mill.page, id, body)];
  expect([first.status, first.body]).toMatchObject([200, { version: 1, state: 'open', lineCount: 2, openCount: 2 }]);
  expect(again.body).toMatchObject({ version: 1 });
  expect(await codeOf(mill.page, 'PUT', `/v1/orders/${randomUUID()}`, body)).toBe('order.number-taken');
  expect((await put(shop.page, randomUUID(), body)).status).toBe(200);
  expect((await put(mill.page, id, { ...body, note: '早上送', version: 1 })).body).toMatchObject({ version: 2 });
  expect(await codeOf(mill.page, 'PUT', `/v1/orders/${id}`, { ...body, note: '下午送', version: 1 })).toBe(
    'order.changed',
  );
  expect(await codeOf(mill.page, 'PUT', `/v1/orders/${id}`, { ...body, number: 'X', version: 2 })).toBe(
    'order.number-kept',
  );
  expect(await codeOf(mill.page, 'PUT', `/v1/orders/${randomUUID()}`, given({ buyer: '城南' }))).toBe('order.code');
  const nothing = given({ lines: [{ product: FLOUR, quantity: '0' }] });
  expect(await codeOf(mill.page, 'PUT', `/v1/orders/${randomUUID()}`, nothing)).toBe('order.quantity');
  const person = given({ note: '找 11010519491231002X' });
  expect(await codeOf(mill.page, 'PUT', `/v1/orders/${randomUUID()}`, person)).toBe('request.personal-number');
});

test('what was shipped is counted by product, in any unit; the record names the order; the rest makes it shipped', async () => {
  const id = await order();
  const units = [kg(lot('A1'), '60'), { code: lot('A2'), quantity: '0.01', uom: 'TNE' }];
  const told = await check(contentOf(id, units));
  expect(told.faults).toEqual([]);
  expect(told.order.lines).toMatchObject([{ shipped: '70', open: '30' }, { open: '5' }]);
  const sheet = await ship(id, units);
  const partly = await read(id);
  expect(partly).toMatchObject({
    state: 'partly',
    openCount: 2,
    lines: [{ shipped: '70', open: '30' }, { shipped: '0' }],
  });
  expect(partly.shipments).toMatchObject([{ eventID: `urn:uuid:${sheet}`, goods: [{ code: lot('A1') }, {}] }]);
  const { body } = await mill.page.ask('GET', `/epcis/events/urn:uuid:${sheet}`);
  const [event] = body.epcisBody?.eventList ?? body.epcisBody?.queryResults?.resultsBody.eventList ?? [body];
  expect(event.bizTransactionList).toEqual([{ type: 'po', bizTransaction: partly.uri }]);
  expect(partly.uri).toBe(`urn:suyuan:91110000802100433B:bt:${partly.number}`);
  await ship(id, [kg(lot('A3'), '30'), kg('own-lot:91110000802100433B.麸皮.B1', '5')]);
  expect(await read(id)).toMatchObject({ state: 'shipped', openCount: 0 });
});

test('more than was ordered, and what was not ordered, is told and not forbidden', async () => {
  const id = await order();
  const other = 'https://id.gs1.org/01/06901234567908/10/C1';
  const units = [kg(lot('D1'), '120'), kg(other, '1'), { code: lot('D2') }];
  const told = await check(contentOf(id, units));
  expect(told.order).toMatchObject({ lines: [{ shipped: '120', open: '0' }, {}], others: [other, lot('D2')] });
  await ship(id, units);
  expect(await read(id)).toMatchObject({ state: 'partly', others: [other, lot('D2')] });
});

test('a line that wants a lot takes that lot and no other', async () => {
  const lines = [
    { product: FLOUR, quantity: '10', uom: 'KGM' },
    { product: FLOUR, quantity: '10', uom: 'KGM', lot: lot('W1') },
  ];
  const id = await order({ lines });
  await ship(id, [kg(lot('W1'), '10')]);
  expect((await read(id)).lines).toMatchObject([{ open: '10' }, { open: '0' }]);
  await ship(id, [kg(lot('W2'), '25')]);
  expect(await read(id)).toMatchObject({ state: 'shipped', lines: [{ shipped: '25' }, { shipped: '10' }] });
});

test('what is declared in error counts no more, and what was sent twice counts once', async () => {
  const id = await order();
  const sheet = await ship(id, [kg(lot('E1'), '100')]);
  await mill.page.ask('POST', `/v1/sheets/${sheet}/submission`, { version: 1 });
  expect((await read(id)).lines[0]).toMatchObject({ shipped: '100' });
  const { event } = await check(contentOf(id, [kg(lot('E1'), '100')]));
  const declared = {
    ...event,
    ...{ '@context': undefined, eventID: `urn:uuid:${sheet}` },
    errorDeclaration: { declarationTime: NOW, reason: 'incorrect_data' },
  };
  const document = { ...JSON.parse(documentOf([declared])) };
  const { status } = await mill.page.ask('POST', '/epcis/capture', document);
  expect(status).toBe(202);
  expect(await read(id)).toMatchObject({ state: 'open', shipments: [] });
});

test('a record of somebody else that names the order counts nothing', async () => {
  const id = await order();
  const { uri } = await read(id);
  const event = (await check(contentOf(id, [kg(lot('F1'), '100')]))).event;
  const foreign = { ...event, '@context': undefined, eventID: `urn:uuid:${randomUUID()}` };
  expect(foreign.bizTransactionList[0].bizTransaction).toBe(uri);
  expect((await shop.page.ask('POST', '/epcis/capture', JSON.parse(documentOf([foreign])))).status).toBe(202);
  expect(await read(id)).toMatchObject({ state: 'open', shipments: [] });
});

test('only shipping names an order, one of one’s own that is open', async () => {
  const id = await order();
  const faultsOf = async (of: string, more: object = {}) =>
    (await check(contentOf(of, [kg(lot('G1'), '1')]), more)).faults.map(({ field }: { field: string }) => field);
  expect(await faultsOf(id)).toEqual([]);
  expect(await faultsOf(id, { stage: 'receipt' })).toEqual(['order']);
  expect(await faultsOf(randomUUID())).toEqual(['order']);
  const theirs = randomUUID();
  await put(shop.page, theirs, given());
  expect(await faultsOf(theirs)).toEqual(['order']);
  expect((await mill.page.ask('GET', `/v1/orders/${theirs}`)).status).toBe(404);
  await mill.page.ask('POST', `/v1/orders/${id}/close`, { reason: '买方不要了' });
  expect(await faultsOf(id)).toEqual(['order']);
  expect(await read(id)).toMatchObject({ state: 'closed', reason: '买方不要了' });
  expect((await mill.page.ask('POST', `/v1/orders/${id}/reopen`)).body).toMatchObject({ state: 'open' });
  expect(await faultsOf(id)).toEqual([]);
});

test('one is withdrawn while nothing was shipped of it, and its number may be given again', async () => {
  const [id, begun] = [await order(), await order()];
  const { number } = await read(id);
  expect(await codeOf(mill.page, 'DELETE', `/v1/orders/${id}`)).toBe(204);
  expect(await codeOf(mill.page, 'DELETE', `/v1/orders/${id}`)).toBe(204);
  expect(await codeOf(mill.page, 'POST', `/v1/orders/${id}/reopen`)).toBe('order.not-open');
  expect((await put(mill.page, randomUUID(), given({ number }))).status).toBe(200);
  await ship(begun, [kg(lot('H1'), '1')]);
  expect(await codeOf(mill.page, 'DELETE', `/v1/orders/${begun}`)).toBe('order.shipped');
});

test('open ones are listed as they are wanted, found by number, buyer and goods; today tells those that are due', async () => {
  const farm = await firms.firm('东坡果园', { code: 'cn-uscc:91350100M000100Y43', categories: ['food'] });
  const days = ['2026-12-09', '2026-11-01', undefined, '2026-11-20'];
  for (const [at, day] of days.entries()) {
    const { status } = await put(farm.page, randomUUID(), given({ number: `F-${at}`, wantedOn: day }));
    expect(status).toBe(200);
  }
  const list = async (search: string): Promise<string[]> =>
    (await farm.page.ask('GET', `/v1/orders?${search}`)).body.orders.map(({ number }: { number: string }) => number);
  expect(await list('state=open')).toEqual(['F-1', 'F-3', 'F-0', 'F-2']);
  expect(await list('q=f-3')).toEqual(['F-3']);
  expect(await list(`q=${SHOP.slice(-8)}&state=open`)).toHaveLength(4);
  expect(await list('q=06901234567892')).toHaveLength(4);
  expect(await list('q=nothing')).toEqual([]);
  expect(await list('state=shipped')).toEqual([]);
  const { tasks } = (await farm.page.ask('GET', '/v1/today')).body;
  expect(tasks).toContainEqual({ kind: 'order', urgency: 'late', count: 1, day: '2026-11-01' });
});

test('a page has fifty, and the next goes on behind it', async () => {
  const many = await firms.firm('西山菜场', { categories: ['food'] });
  for (let at = 0; at < 60; at += 1) await put(many.page, randomUUID(), given());
  const page = async (search: string) => (await many.page.ask('GET', `/v1/orders${search}`)).body;
  for (const state of ['', 'state=open&']) {
    const first = await page(`?${state}`);
    const second = await page(`?${state}cursor=${first.next}`);
    expect([first.orders.length, second.orders.length, second.next]).toEqual([50, 10, undefined]);
    const ids = [...first.orders, ...second.orders].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(60);
  }
});

test('whoever may only look writes none; whoever drafts does, and what waits for a release is not shipped yet', async () => {
  const invited = async (role: string): Promise<Browser> =>
    firms.accept((await mill.page.ask('POST', '/v1/invitations', { name: '钱七', role })).body.url);
  const [drafter, viewer] = [await invited('drafter'), await invited('viewer')];
  const id = randomUUID();
  expect(await codeOf(viewer, 'PUT', `/v1/orders/${id}`, given())).toBe('right.missing');
  expect(await codeOf(drafter, 'PUT', `/v1/orders/${id}`, given())).toBe(200);
  expect(await codeOf(viewer, 'GET', `/v1/orders/${id}`)).toBe(200);
  await ship(id, [kg(lot('I1'), '1')], drafter);
  expect(await read(id)).toMatchObject({ state: 'open' });
});
