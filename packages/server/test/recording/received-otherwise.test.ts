/** Goods that came otherwise than they were sent: both sides see how, and one click of the sender puts its record right. */
import type { DisputeBody } from '@suyuan/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firm, type Firms, firmsOf } from '../account/firms.ts';
import { documentOf, type EventJson, objectEvent } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';

const MILL = 'cn-uscc:91110000802100433B';
const SHOP = 'cn-uscc:91330100799655058B';
const FLOUR = 'https://id.gs1.org/01/06901234567892';
const PALLET = 'https://id.gs1.org/00/069012345000000018';
const CARTONS = ['1', '2', '3'].map((serial) => `${FLOUR}/21/${serial}`);

let server: TestServer;
let firms: Firms;
let mill: Firm;
let shop: Firm;
beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date('2026-11-20T08:00:00+08:00') } });
  firms = await firmsOf(server);
  mill = await firms.firm('青山面粉厂', { code: MILL, categories: ['food'] });
  shop = await firms.firm('城南食品店', { code: SHOP, categories: ['food'] });
});
afterAll(() => server.close());

async function record({ page }: Firm, event: EventJson): Promise<void> {
  const { status, body } = await page.ask('POST', '/epcis/capture', JSON.parse(documentOf([event])));
  expect([status, body.code]).toEqual([202, undefined]);
}
const shipping = (eventID: string, more: EventJson): EventJson =>
  objectEvent({
    ...{ eventID, eventTime: '2026-11-18T08:00:00+08:00', eventTimeZoneOffset: '+08:00', bizStep: 'shipping' },
    ...{ epcList: undefined, sourceList: [{ type: 'owning_party', source: MILL }] },
    ...{ destinationList: [{ type: 'owning_party', destination: SHOP }], ...more },
  });
const lot = (number: string, quantity: number): EventJson => ({
  epcClass: `${FLOUR}/10/${number}`,
  quantity,
  uom: 'KGM',
});
const unit = (code: string, quantity?: string): object =>
  quantity === undefined ? { code } : { code, quantity, uom: 'KGM' };

/** As the page of a receipt sends it; answers with what differs. */
async function receive(notice: string, units: readonly object[], tell?: string): Promise<unknown> {
  const id = crypto.randomUUID();
  const values = {
    foodKind: 'other',
    supplierName: '青山面粉厂',
    supplierAddress: '青山',
    supplierPhone: '010-1234567',
  };
  const sheet = {
    ...{ pack: 'food', stage: 'receipt', name: '收货' },
    content: { at: '2026-11-20T07:00:00+08:00', units, from: MILL, notice, values },
  };
  const { pack, stage, content } = sheet;
  const checked = await shop.page.ask('POST', '/v1/sheets/check', { pack, stage, content });
  expect(checked.body.faults).toEqual([]);
  const saved = await shop.page.ask('PUT', `/v1/sheets/${id}`, { ...sheet, version: 0 });
  const sent = await shop.page.ask('POST', `/v1/sheets/${id}/submission`, {
    version: saved.body.version,
    ...(tell === undefined ? {} : { tell }),
  });
  expect(sent.body.state).toBe('recorded');
  return checked.body.differences;
}

const waiting = async (): Promise<number> => (await shop.page.ask('GET', '/v1/arrivals')).body.arrivals.length;
const disputes = async ({ page }: Firm, about: string): Promise<readonly DisputeBody[]> =>
  (await page.ask('GET', `/v1/disputes?about=${about}`)).body.disputes;
const toDo = async (): Promise<number> =>
  (await mill.page.ask('GET', '/v1/today')).body.tasks.find(({ kind }: { kind: string }) => kind === 'dispute')
    ?.count ?? 0;
const sentNow = async (code: string): Promise<readonly unknown[]> => {
  const { body } = await mill.page.ask('GET', `/v1/trace?code=${encodeURIComponent(code)}`);
  return body.events.filter(
    ({ bizStep, declaredInError }: { bizStep?: string; declaredInError?: boolean }) =>
      /shipping/.test(bizStep ?? '') && !declaredInError,
  );
};

test('less came, one lot did not, another did: the sender is told, and accepts; its record says what came', async () => {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000f1';
  await record(mill, shipping(eventID, { quantityList: [lot('A1', 40), lot('A2', 10)] }));
  const units = [unit(`${FLOUR}/10/A1`, '38.5'), unit(`${FLOUR}/10/A3`, '5')];
  const differences = [
    {
      code: `${FLOUR}/10/A1`,
      kind: 'less',
      told: { quantity: '40', uom: 'KGM' },
      came: { quantity: '38.5', uom: 'KGM' },
    },
    { code: `${FLOUR}/10/A2`, kind: 'missing', told: { quantity: '10', uom: 'KGM' } },
    { code: `${FLOUR}/10/A3`, kind: 'extra', came: { quantity: '5', uom: 'KGM' } },
  ];
  expect(await receive(eventID, units, '少一袋，批次发错')).toEqual(differences);
  const told = { eventID, subject: 'goods', words: '少一袋，批次发错', differences, acceptedAt: null };
  expect([await disputes(shop, 'mine'), await disputes(mill, 'ours')]).toMatchObject([[told], [told]]);
  expect(await toDo()).toBe(1);

  const [{ id } = { id: '' }] = await disputes(mill, 'ours');
  // By nobody else, and not by whoever disputes.
  for (const { page } of [shop, await firms.firm('路人')])
    expect((await page.ask('POST', `/v1/disputes/${id}/acceptance`)).status).toBe(404);
  const accept = () => mill.page.ask('POST', `/v1/disputes/${id}/acceptance`);
  const answers = await Promise.all([accept(), accept()]);
  expect([...answers, await accept()].map(({ status }) => status)).toEqual([200, 200, 200]);
  for (const list of [await disputes(shop, 'mine'), await disputes(mill, 'ours')])
    expect(list).toMatchObject([{ id, acceptedAt: '2026-11-20T00:00:00.000Z', corrected: `urn:uuid:${id}` }]);
  expect(await toDo()).toBe(0);
  const { body } = await mill.page.ask('GET', `/epcis/events/${encodeURIComponent(`urn:uuid:${id}`)}`);
  expect(body.epcisBody.queryResults.resultsBody.eventList).toMatchObject([
    { bizStep: 'shipping', quantityList: [lot('A1', 38.5), lot('A3', 5)], destinationList: [{ destination: SHOP }] },
  ]);
  expect((await shop.page.ask('DELETE', `/v1/disputes/${id}`)).status).toBe(409);
  // What was corrected is received: nothing of it waits.
  expect(await waiting()).toBe(0);
});

test('nothing was told to whoever does not want to tell; and nothing differs from what is received already', async () => {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000f2';
  await record(mill, shipping(eventID, { quantityList: [lot('B1', 4)] }));
  const units = [unit(`${FLOUR}/10/B1`, '5')];
  expect(await receive(eventID, units)).toMatchObject([{ kind: 'more' }]);
  expect((await disputes(shop, 'mine')).some((each) => each.eventID === eventID)).toBe(false);
  expect(await receive(eventID, units, '多了')).toBeUndefined();
});

test('a pallet that is taken in carton by carton is received, when the last is; what is missing of it is told', async () => {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000f3';
  const packing = {
    ...{ type: 'AggregationEvent', action: 'ADD', bizStep: 'packing', eventTimeZoneOffset: '+08:00' },
    ...{ eventTime: '2026-11-17T08:00:00+08:00', parentID: PALLET, childEPCs: CARTONS },
  };
  await record(mill, packing);
  await record(mill, shipping(eventID, { epcList: [PALLET] }));
  const [first = '', second = '', third = ''] = CARTONS;
  expect(await receive(eventID, [unit(first), unit(third)])).toEqual([{ code: second, kind: 'missing', told: {} }]);
  expect(await waiting()).toBe(1);
  await record(shop, objectEvent({ bizStep: 'receiving', eventTime: '2026-11-20T07:30:00+08:00', epcList: [second] }));
  expect(await waiting()).toBe(0);
});

test('nothing came at all: what was sent is declared in error, and nothing stands instead', async () => {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000f4';
  await record(mill, shipping(eventID, { quantityList: [lot('D1', 4)] }));
  const differences = [{ code: `${FLOUR}/10/D1`, kind: 'missing' }];
  const made = await shop.page.ask('POST', '/v1/disputes', {
    eventID,
    subject: 'goods',
    words: '没有这一批',
    differences,
  });
  expect(made.status).toBe(200);
  const accepted = await mill.page.ask('POST', `/v1/disputes/${made.body.id}/acceptance`);
  expect([accepted.status, accepted.body.corrected]).toEqual([200, undefined]);
  expect(await sentNow(`${FLOUR}/10/D1`)).toEqual([]);
  // Without a proposal there is nothing to take over, and what was taken back is not accepted.
  await record(mill, shipping(`${eventID.slice(0, -1)}5`, { quantityList: [lot('E1', 4)] }));
  const said = { eventID: `${eventID.slice(0, -1)}5`, subject: 'time', words: '晚了一天' };
  const { id } = (await shop.page.ask('POST', '/v1/disputes', said)).body;
  const accept = async () => (await mill.page.ask('POST', `/v1/disputes/${id}/acceptance`)).body.code;
  expect(await accept()).toBe('dispute.by-hand');
  await shop.page.ask('DELETE', `/v1/disputes/${id}`);
  expect(await accept()).toBe('dispute.closed');
});
