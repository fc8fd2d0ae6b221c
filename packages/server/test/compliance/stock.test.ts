/** Stocks by lot of the food pack: what records bring in and take out, and what is told where that cannot be. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeAnew } from '../../src/modules/compliance/index.ts';
import type { EventJson } from '../documents.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

const GTIN = 'https://id.gs1.org/01/06901234567892';
const FLOUR = 'https://id.gs1.org/01/06901234567908';

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['food'] });
});
afterAll(() => own.close());

type Amount = readonly [epcClass: string, quantity?: number, uom?: string];

function listOf(amounts: readonly Amount[]) {
  return amounts.map(([epcClass, quantity, uom]) => ({
    ...{ epcClass },
    ...(quantity === undefined ? {} : { quantity }),
    ...(uom === undefined ? {} : { uom }),
  }));
}

/** 2026, noon in China. */
function event(bizStep: string, day: string, ...amounts: readonly Amount[]): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep, eventTimeZoneOffset: '+08:00' },
    ...{ eventTime: `2026-${day}T12:00:00+08:00`, quantityList: listOf(amounts) },
  };
}

function made(day: string, from: readonly Amount[], to: readonly Amount[]): EventJson {
  const { quantityList: _, action: __, ...rest } = event('commissioning', day);
  return { ...rest, type: 'TransformationEvent', inputQuantityList: listOf(from), outputQuantityList: listOf(to) };
}

async function record(...events: readonly EventJson[]): Promise<void> {
  expect((await own.capture([...events])).status).toBe(202);
  await own.settle();
}

interface Told {
  readonly account: string;
  readonly state: string;
}

const BALANCE = '/v1/compliance/balances/food/stock';

/** The account of a lot, by the end of its code. */
async function accountOf(lot: string, query = ''): Promise<unknown> {
  const { accounts } = await own.ask(`${BALANCE}?perPage=500${query}`);
  const found = accounts.filter(({ account }: Told) => account.endsWith(lot));
  expect(found.length, lot).toBeLessThanOrEqual(1);
  return found[0];
}

test('what came in, what it became and what went out leave a stock, also between two days', async () => {
  await record(
    event('receiving', '03-01', [`${FLOUR}/10/F1`, 2, 'TNE']),
    made('03-02', [[`${FLOUR}/10/F1`, 600, 'KGM']], [[`${GTIN}/10/B1`, 590, 'KGM']]),
    event('shipping', '03-05', [`${GTIN}/10/B1`, 200, 'KGM']),
    event('destroying', '03-06', [`${GTIN}/10/B1`, 90_000, 'GRM']),
  );
  expect(await accountOf('/F1')).toMatchObject({
    ...{ opening: 0, in: 2000, out: 600, loss: 0, closing: 1400, uom: 'KGM', lot: 'F1', state: 'held', records: 2 },
  });
  expect(await accountOf('/B1')).toMatchObject({ in: 590, out: 200, loss: 90, closing: 300, state: 'held' });
  expect(await accountOf('/B1', '&from=2026-03-06')).toMatchObject({ opening: 390, in: 0, loss: 90, closing: 300 });
  expect(await accountOf('/B1', '&until=2026-03-05')).toMatchObject({ loss: 0, closing: 390, lastDay: '2026-03-05' });
  const { movements } = await own.ask(`${BALANCE}/movements?account=${encodeURIComponent(`${GTIN}/10/B1`)}`);
  expect(movements).toMatchObject([
    { effect: 'in', amount: 590, stage: 'processing', stageName: { zh: '生产加工' } },
    { effect: 'out', amount: 200 },
    { effect: 'loss', amount: 90 },
  ]);
});

test('more out than in is told with what to do, from the day on which it was; a receipt that is recorded later mends it', async () => {
  await record(event('shipping', '03-10', [`${GTIN}/10/S1`, 50, 'KGM']));
  expect(await accountOf('/S1')).toMatchObject({
    ...{ state: 'short', closing: -50, short: { day: '2026-03-10', amount: 50 } },
    finding: {
      message: { zh: expect.stringContaining('2026-03-10') },
      wayOut: { zh: expect.stringContaining('补登') },
    },
  });
  await record(event('receiving', '03-12', [`${GTIN}/10/S1`, 80, 'KGM']));
  // It went out before it came.
  expect(await accountOf('/S1')).toMatchObject({ state: 'short', closing: 30 });
  await record(event('receiving', '03-09', [`${GTIN}/10/S1`, 50, 'KGM']));
  expect(await accountOf('/S1')).toMatchObject({ state: 'held', closing: 80 });
});

test('within the tolerance nothing is told, and on one day the order does not matter', async () => {
  await record(event('shipping', '03-11', [`${GTIN}/10/T1`, 100.9, 'KGM']), {
    ...event('receiving', '03-11', [`${GTIN}/10/T1`, 100, 'KGM']),
    eventTime: '2026-03-11T18:00:00+08:00',
  });
  expect(await accountOf('/T1')).toMatchObject({ state: 'even' });
});

test('a record that is declared in error counts no more', async () => {
  const wrong = {
    ...event('receiving', '03-15', [`${GTIN}/10/E1`, 7, 'KGM']),
    eventID: 'urn:uuid:6f1e77a5-9df5-4b3e-8a52-2f8d0c3f1d01',
  };
  await record(wrong);
  expect(await accountOf('/E1')).toMatchObject({ closing: 7 });
  await record({
    ...wrong,
    errorDeclaration: { declarationTime: '2026-03-16T12:00:00+08:00', reason: 'incorrect_data' },
  });
  expect(await accountOf('/E1')).toBeUndefined();
});

test('units that do not convert and amounts that are not recorded are told, and never taken for a match', async () => {
  await record(
    event('receiving', '03-17', [`${GTIN}/10/U1`, 10, 'KGM']),
    event('shipping', '03-18', [`${GTIN}/10/U1`, 4, 'C62']),
    event('receiving', '03-17', [`${GTIN}/10/U2`]),
    event('shipping', '03-18', [`${GTIN}/10/U2`, 4, 'KGM']),
  );
  const { accounts } = await own.ask(`${BALANCE}?code=/10/U&states=units,unclear,held`);
  expect(accounts.map(({ account, state }: Told) => `${account.slice(-2)} ${state}`)).toEqual([
    ...['U1 units', 'U1 units', 'U2 unclear'],
  ]);
});

test('a pallet that is shipped as one takes its contents along, whenever its packing is recorded', async () => {
  const pallet = 'https://id.gs1.org/00/069012345000000019';
  const carton = 'https://id.gs1.org/00/069012345000000026';
  const pack = (parent: string, more: object): EventJson => ({
    ...{ type: 'AggregationEvent', action: 'ADD', bizStep: 'packing', eventTimeZoneOffset: '+08:00' },
    ...{ eventTime: '2026-03-20T12:00:00+08:00', parentID: parent, ...more },
  });
  const { quantityList: _, ...shipping } = event('shipping', '03-22');
  await record(event('receiving', '03-19', [`${GTIN}/10/P1`, 40]), { ...shipping, epcList: [pallet] });
  expect(await accountOf('/P1')).toMatchObject({ closing: 40 });
  await record(
    pack(carton, { childQuantityList: [{ epcClass: `${GTIN}/10/P1`, quantity: 24 }] }),
    pack(pallet, { childEPCs: [carton], childQuantityList: [{ epcClass: `${GTIN}/10/P1`, quantity: 6 }] }),
  );
  expect(await accountOf('/P1')).toMatchObject({ in: 40, out: 30, closing: 10, state: 'held' });
  expect(await accountOf('069012345000000019')).toBeUndefined();
});

test('what was counted is held against the records of that day', async () => {
  await record(
    event('receiving', '03-24', [`${GTIN}/10/C1`, 100]),
    event('stock_taking', '03-25', [`${GTIN}/10/C1`, 90]),
    event('shipping', '03-26', [`${GTIN}/10/C1`, 60]),
  );
  expect(await accountOf('/C1')).toMatchObject({
    ...{ state: 'differs', closing: 40, counted: { day: '2026-03-25', amount: 90, book: 100 } },
    finding: { message: { en: expect.stringContaining('90') } },
  });
  await record(event('destroying', '03-25', [`${GTIN}/10/C1`, 10]));
  expect(await accountOf('/C1')).toMatchObject({ state: 'held', closing: 30, counted: { amount: 90, book: 90 } });
});

test('single items are of the stock of their product, and are counted once beside a count of them', async () => {
  const item = (serial: number): string => `https://id.gs1.org/01/06901234567915/21/${serial}`;
  const { quantityList: _, ...receiving } = event('receiving', '03-27');
  await record(
    {
      ...receiving,
      epcList: [item(1), item(2), item(3)],
      quantityList: [{ epcClass: 'https://id.gs1.org/01/06901234567915', quantity: 3 }],
    },
    { ...event('retail_selling', '03-28'), quantityList: [], epcList: [item(1)] },
  );
  expect(await accountOf('/01/06901234567915')).toMatchObject({ in: 3, out: 1, closing: 2, uom: 'C62' });
});

test('what is of a pack by its code is of no other: a gas cylinder that a food firm ships is no food', async () => {
  const { quantityList: _, ...shipping } = event('shipping', '03-29');
  await record({ ...shipping, epcList: ['cn-gas-cylinder:YX3205830001863'] });
  const { accounts } = await own.ask(`${BALANCE}?perPage=500&code=YX3205830001863`);
  expect(accounts).toEqual([]);
  const { findings } = await own.ask('/v1/compliance/findings?perPage=500');
  expect(findings.filter(({ unit = '' }: { unit?: string }) => unit.includes('YX32'))).toEqual([]);
});

test('the list says how many accounts are in which state; a page goes on where the one before ended', async () => {
  const { balances } = await own.ask('/v1/compliance/balances');
  expect(balances).toMatchObject([
    { pack: 'food', balance: 'stock', name: { zh: '批次库存' }, by: 'lot', confidence: 'unverified' },
  ]);
  const { accounts: all } = await own.ask(`${BALANCE}?perPage=500`);
  const states = Object.fromEntries(
    balances[0].states.map((each: { state: string; accounts: number }) => [each.state, each.accounts]),
  );
  for (const state of Object.keys(states))
    expect(all.filter((each: Told) => each.state === state).length).toBe(states[state]);
  const paged: unknown[] = [];
  let cursor = '';
  do {
    const { accounts, next } = await own.ask(`${BALANCE}?perPage=2${cursor}`);
    paged.push(...accounts);
    cursor = next === undefined ? '' : `&cursor=${encodeURIComponent(next)}`;
  } while (cursor !== '');
  expect(paged).toEqual(all);
});

test('made anew from the log the accounts are equal', async () => {
  const before = await own.ask(`${BALANCE}?perPage=500`);
  await judgeAnew(own.server.database.ctx);
  await own.settle();
  expect(await own.ask(`${BALANCE}?perPage=500`)).toEqual(before);
});
