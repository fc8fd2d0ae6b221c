/** Lots of whoever has no company prefix: from the product's name over ledger and stock to the page that a buyer sees. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JudgedServer, judgedServer } from './compliance/judged.fixture.ts';
import type { EventJson } from './documents.ts';

/** A household's id here; made up. */
const ISSUER = '0190f3e28a4c7d1e9b5a3c2d1e0f4a6b';
const PEARS = `own-product:${ISSUER}.黄金梨`;
const lot = (number: string): string => `own-lot:${ISSUER}.黄金梨.${number}`;

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['edible-agri', 'food'] });
  const said = await post('/v1/registry/entries', [
    { kind: 'product', code: PEARS, attributes: { descriptionShort: '岭上黄金梨' }, identifiers: [], parts: [] },
  ]);
  expect(said).toMatchObject({ stored: 1 });
});
afterAll(() => own.close());

async function post(path: string, body: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${own.server.key}`, 'content-type': 'application/json' };
  return (await fetch(own.server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}

/** What the public page says of a code, as a program gets it. */
async function shown(code: string): Promise<unknown> {
  const headers = { accept: 'application/json' };
  return (await fetch(`${own.server.url}/q/${encodeURIComponent(code)}`, { headers })).json();
}

function event(bizStep: string, day: string, code: string, more: EventJson = {}): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep, eventTimeZoneOffset: '+08:00' },
    ...{ eventTime: `2026-${day}T12:00:00+08:00`, quantityList: [{ epcClass: code, quantity: 300, uom: 'KGM' }] },
    ...more,
  };
}

test('a sheet takes such a lot with its quantity, in any spelling, and the law finds nothing missing', async () => {
  const typed = `OWN-LOT:${ISSUER.toUpperCase()}.黄金梨．２０２６０９０１`;
  const content = {
    at: '2026-09-01T08:00:00+08:00',
    units: [{ code: typed, quantity: '300', uom: 'KGM' }],
    values: { activity: 'harvest', productName: '黄金梨', productKind: 'fruit' },
  };
  const checked = await post('/v1/sheets/check', { pack: 'edible-agri', stage: 'harvest', content });
  expect(checked).toMatchObject({
    ...{ faults: [], findings: [], stage: 'harvest' },
    event: { quantityList: [{ epcClass: encodeURI(lot('20260901')), quantity: 300, uom: 'KGM' }] },
  });
});

test('in ledgers and stocks it stands under the name of its product and its number', async () => {
  const code = encodeURI(lot('20260901'));
  const { status } = await own.capture([
    event('receiving', '09-02', code),
    event('shipping', '09-03', code, { quantityList: [{ epcClass: code, quantity: 120, uom: 'KGM' }] }),
  ]);
  expect(status).toBe(202);
  await own.settle();
  const { accounts } = await own.ask('/v1/compliance/balances/food/stock');
  expect(accounts).toMatchObject([
    {
      account: lot('20260901'),
      name: { zh: '岭上黄金梨' },
      lot: '20260901',
      in: 300,
      out: 120,
      closing: 180,
      uom: 'KGM',
    },
  ]);
  const { rows } = await own.ask('/v1/compliance/ledgers/food/receipt');
  expect(JSON.stringify(rows)).toContain('20260901');
  expect(JSON.stringify(rows)).toContain('岭上黄金梨');
});

test('whoever holds it in hand sees its product and lot, and that the whole product is recalled', async () => {
  const page = () => shown(lot('20260901'));
  expect(await page()).toMatchObject({ verdict: 'normal', product: { name: { zh: '岭上黄金梨' } } });
  const recall = event('holding', '10-01', encodeURI(PEARS), {
    disposition: 'recalled',
    quantityList: [{ epcClass: encodeURI(PEARS) }],
  });
  expect((await own.capture([recall])).status).toBe(202);
  expect(await page()).toMatchObject({ verdict: 'recalled' });
});

test('of the product the page says that a lot of it is recalled', async () => {
  const bad = encodeURI(`own-lot:${ISSUER}.酥梨.7`);
  await own.capture([
    event('commissioning', '09-01', bad, { action: 'ADD' }),
    event('holding', '10-02', bad, { disposition: 'recalled' }),
  ]);
  expect(await shown(`own-product:${ISSUER}.酥梨`)).toMatchObject({ verdict: 'part-affected' });
});
