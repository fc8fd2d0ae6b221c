/** What others have sent: told to whom it was sent, until that is recorded as received; to nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firm, type Firms, firmsOf } from '../account/firms.ts';
import { documentOf, type EventJson, objectEvent } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';

const MILL = 'cn-uscc:91110000802100433B';
const SHOP = 'cn-uscc:91330100799655058B';
const STORE = 'https://id.gs1.org/414/6901234500004';
const FLOUR = 'https://id.gs1.org/01/06901234567892';

let server: TestServer;
let firms: Firms;
let mill: Firm;
let shop: Firm;
beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date('2026-11-20T08:00:00+08:00') } });
  firms = await firmsOf(server);
  mill = await firms.firm('青山面粉厂', { code: MILL, categories: ['food'] });
  shop = await firms.firm('城南食品店', { code: SHOP, categories: ['food'] });
  await mill.page.ask('POST', '/v1/registry/entries', [
    { kind: 'product', code: FLOUR, attributes: { name: '富强粉' }, identifiers: [], parts: [] },
  ]);
});
afterAll(() => server.close());

async function record({ page }: Firm, bizStep: string, day: string, lot: string, more: EventJson = {}): Promise<void> {
  const event = objectEvent({
    ...{ eventTime: `2026-11-${day}T08:00:00+08:00`, eventTimeZoneOffset: '+08:00', bizStep, epcList: undefined },
    ...{ quantityList: [{ epcClass: `${FLOUR}/10/${lot}`, quantity: 40, uom: 'KGM' }], ...more },
  });
  const { status, body } = await page.ask('POST', '/epcis/capture', JSON.parse(documentOf([event])));
  expect([status, body.code]).toEqual([202, undefined]);
}
const to = (destination: string): EventJson => ({
  sourceList: [{ type: 'owning_party', source: MILL }],
  destinationList: [{ type: 'owning_party', destination }],
});
const arrivals = async ({ page }: Firm): Promise<readonly { units: readonly { code: string }[] }[]> =>
  (await page.ask('GET', '/v1/arrivals')).body.arrivals;
const lots = async (firm: Firm): Promise<string[]> =>
  (await arrivals(firm)).map(({ units }) => units.map(({ code }) => code.slice(code.lastIndexOf('/') + 1)).join());
const today = async ({ page }: Firm): Promise<number> =>
  (await page.ask('GET', '/v1/today')).body.tasks.find(({ kind }: { kind: string }) => kind === 'arrival')?.count ?? 0;

test('what was sent is told to whom it was sent, with who, what and how much, and the steps that take it in', async () => {
  expect((await shop.page.ask('GET', '/v1/arrivals')).body).toMatchObject({
    since: '2026-08-22',
    arrivals: [],
    more: 0,
  });
  const own = 'urn:suyuan:element:';
  await record(mill, 'shipping', '18', 'A1', {
    ...to(SHOP),
    ...{ [`${own}specification`]: '25 kg', [`${own}itemExpirationDate`]: '2027-11-18', [`${own}buyerName`]: '城南' },
  });
  const { body } = await shop.page.ask('GET', '/v1/arrivals');
  expect(body.arrivals).toMatchObject([
    {
      ...{ at: '2026-11-18T00:00:00.000Z', from: MILL, fromName: '青山面粉厂', count: 1 },
      units: [{ code: `${FLOUR}/10/A1`, name: { zh: '富强粉' }, quantity: '40', uom: 'KGM' }],
      values: { specification: '25 kg', expiryDate: '2027-11-18', supplierName: '青山面粉厂' },
    },
  ]);
  expect(body.arrivals[0].values).not.toHaveProperty('buyerName');
  expect(body.stages).toContainEqual(expect.objectContaining({ pack: 'food', stage: 'receipt' }));
  expect(await today(shop)).toBe(1);
  expect(await lots(mill)).toEqual([]);
  expect(await lots(await firms.firm('路人', { categories: ['food'] }))).toEqual([]);
});

test('what is received, in whatever order that is recorded, is told no more; a second delivery of the lot is', async () => {
  await record(mill, 'shipping', '19', 'A1', to(SHOP));
  expect(await lots(shop)).toEqual(['A1', 'A1']);
  await record(shop, 'receiving', '19', 'A1');
  expect(await lots(shop)).toEqual(['A1']);
  await record(shop, 'receiving', '20', 'A1');
  expect(await lots(shop)).toEqual([]);
  expect(await today(shop)).toBe(0);
  await record(shop, 'receiving', '20', 'B1');
  await record(mill, 'shipping', '20', 'B1', to(SHOP));
  expect(await lots(shop)).toEqual([]);
});

test('to one of its sites is to the organisation; what it declares received in error is to be received again', async () => {
  const site = { name: '城南总店', kind: 'shop', code: STORE };
  expect((await shop.page.ask('POST', '/v1/sites', site)).status).toBe(200);
  await record(mill, 'shipping', '18', 'C1', to(STORE));
  expect(await lots(shop)).toEqual(['C1']);
  const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000e1';
  await record(shop, 'receiving', '19', 'C1', { eventID });
  expect(await lots(shop)).toEqual([]);
  const errorDeclaration = { declarationTime: '2026-11-20T00:00:00Z', reason: 'incorrect_data' };
  await record(shop, 'receiving', '19', 'C1', { eventID, errorDeclaration });
  expect(await lots(shop)).toEqual(['C1']);
});

test('what was taken back, was sent long ago or to somebody else, and what was not sent at all, is not to be received', async () => {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000e2';
  await record(mill, 'shipping', '18', 'D1', { ...to(SHOP), eventID });
  await record(mill, 'shipping', '18', 'D1', {
    ...{
      ...to(SHOP),
      eventID,
      errorDeclaration: { declarationTime: '2026-11-20T00:00:00Z', reason: 'incorrect_data' },
    },
  });
  await record(mill, 'shipping', '18', 'D2', { ...to(SHOP), eventTime: '2026-08-01T08:00:00+08:00' });
  await record(mill, 'shipping', '18', 'D3', to('cn-uscc:91100000100003962T'));
  await record(mill, 'storing', '18', 'D4', to(SHOP));
  expect(await lots(shop)).toEqual(['C1']);
});

test('whoever may not look at records is refused', async () => {
  const answer = await fetch(`${server.url}/v1/arrivals`);
  expect(answer.status).toBe(401);
});

test('what one says never came, or is not one’s own, is to be received no more; taken back, it is again', async () => {
  await record(mill, 'shipping', '19', 'D1', to(SHOP));
  const { body } = await shop.page.ask('GET', '/v1/arrivals');
  const { eventID, units } = body.arrivals[0];
  const dispute = { eventID, code: units[0].code, subject: 'received', words: '当天没有车来' };
  const made = await shop.page.ask('POST', '/v1/disputes', dispute);
  expect(made.status).toBe(200);
  expect([await lots(shop), await today(shop)]).toEqual([['C1'], 1]);
  expect((await shop.page.ask('DELETE', `/v1/disputes/${made.body.id}`)).status).toBe(204);
  expect([await lots(shop), await today(shop)]).toEqual([['D1', 'C1'], 2]);
});
