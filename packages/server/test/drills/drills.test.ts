/** A drill of a firm's lot: whence it came, where it went, what is left and how it adds up; kept, printed, told to nobody else. */
import { randomUUID } from 'node:crypto';
import type { Drill, DrillBalance } from '@suyuan/api/drills';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pagesOf } from '../../../labels/src/paper/pdf-text.fixture.ts';
import { type Firm, type Firms, firmsOf } from '../account/firms.ts';
import { documentOf, type EventJson } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';

const FARM = 'cn-uscc:91110000802100433B';
const MILL = 'cn-uscc:91330100799655058B';
const [SHOP, SCHOOL] = ['https://id.gs1.org/417/0614141000012', 'https://id.gs1.org/417/0614141000029'];
const WHEAT = 'https://id.gs1.org/01/06901234500004/10';
const FLOUR = 'https://id.gs1.org/01/06901234567892/10';
const PALLET = 'https://id.gs1.org/00/069012345000000014';

let server: TestServer;
let firms: Firms;
let farm: Firm;
let mill: Firm;
beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date('2026-11-20T08:00:00+08:00') } });
  firms = await firmsOf(server);
  farm = await firms.firm('北山农场', { code: FARM });
  mill = await firms.firm('青山面粉厂', { code: MILL });
  await mill.page.ask('POST', '/v1/registry/entries', [
    { kind: 'product', code: '06901234567892', attributes: { name: '富强粉', nameEn: 'Strong flour' } },
    { kind: 'party', code: SHOP, attributes: { name: '城南食品店' } },
  ]);
  await record(farm, step('commissioning', '01', [`${WHEAT}/W1`, 1000], { action: 'ADD' }));
  await record(farm, step('shipping', '02', [`${WHEAT}/W1`, 1000], between(FARM, MILL)));
  await record(mill, step('receiving', '03', [`${WHEAT}/W1`, 1000], between(FARM, MILL)));
  await record(mill, made('04', [`${WHEAT}/W1`, 500], [`${FLOUR}/F1`, 400]));
  await record(mill, step('shipping', '05', [`${FLOUR}/F1`, 0.15, 'TNE'], between(MILL, SHOP)));
  await record(mill, step('departing', '05', [`${FLOUR}/F1`, 150], between(MILL, SHOP)));
  await record(mill, step('shipping', '06', [`${FLOUR}/F1`, 100], between(MILL, SCHOOL)));
  await record(mill, step('destroying', '07', [`${FLOUR}/F1`, 30], { action: 'DELETE', disposition: 'destroyed' }));
});
afterAll(() => server.close());

type Amount = readonly [lot: string, quantity?: number, uom?: string];
const listOf = ([epcClass, quantity, uom = 'KGM']: Amount): readonly object[] => [
  { epcClass, ...(quantity === undefined ? {} : { quantity, uom }) },
];
const at = (day: string): EventJson => ({
  eventTime: `2026-11-${day}T08:00:00+08:00`,
  eventTimeZoneOffset: '+08:00',
  eventID: `urn:uuid:${randomUUID()}`,
});
const step = (bizStep: string, day: string, amount: Amount, more: EventJson = {}): EventJson => ({
  ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep, ...at(day), quantityList: listOf(amount) },
  ...more,
});
const made = (day: string, from: Amount, to: Amount): EventJson => ({
  ...{ type: 'TransformationEvent', bizStep: 'commissioning', ...at(day) },
  ...{ inputQuantityList: listOf(from), outputQuantityList: listOf(to) },
});
const between = (source: string, destination: string): EventJson => ({
  sourceList: [{ type: 'owning_party', source }],
  destinationList: [{ type: 'owning_party', destination }],
});

async function record({ page }: Firm, event: EventJson): Promise<void> {
  const { status, body } = await page.ask('POST', '/epcis/capture', JSON.parse(documentOf([event])));
  expect([status, body.code]).toEqual([202, undefined]);
}

async function drill({ page }: Firm, code?: string, id: string = randomUUID()): Promise<Drill> {
  const { status, body } = await page.ask('POST', '/v1/drills', { id, ...(code === undefined ? {} : { code }) });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}
const balanceIn = ({ result }: Drill): DrillBalance | undefined => result.balance[0];

test('a lot is followed to its supplier and to each customer, with amounts of one unit, each hand-over once', async () => {
  const { result, code } = await drill(mill, `${FLOUR}/F1`);
  expect(code).toBe(`${FLOUR}/F1`);
  expect(result.product).toMatchObject({ name: { zh: '富强粉', en: 'Strong flour' } });
  expect(result.inputs).toMatchObject([
    {
      ...{ code: `${WHEAT}/W1`, from: [{ code: FARM }], unknown: 0 },
      ...{ used: [{ amount: 500, uom: 'KGM' }], received: [{ amount: 1000, uom: 'KGM' }] },
    },
  ]);
  expect(result.customers).toEqual([
    {
      ...{
        party: { code: SHOP, name: { zh: '城南食品店', en: '城南食品店' } },
        name: { zh: '富强粉', en: 'Strong flour' },
      },
      ...{ code: `${FLOUR}/F1`, amounts: [{ amount: 150, uom: 'KGM' }], unknown: 0, isDirect: true, isRetail: false },
      lastAt: '2026-11-05T00:00:00.000Z',
    },
    expect.objectContaining({ party: { code: SCHOOL }, amounts: [{ amount: 100, uom: 'KGM' }] }),
  ]);
});

test('the balance by the books holds, and says that nobody has counted', async () => {
  const { result, said } = await drill(mill, `${FLOUR}/F1`);
  expect(result.balance).toEqual([
    {
      ...{ uom: 'KGM', made: 400, received: 0, shipped: 250, used: 0, gone: 30 },
      ...{ stock: 120, isCounted: false, unaccounted: 0, percent: 100, outcome: 'holds' },
    },
  ]);
  expect(result.outcome).toBe('holds');
  expect(said.map(({ zh }) => zh).join('\n')).toContain(
    '进 400 千克 = 出 280 千克 + 存 120 千克（账面，未盘点）+ 差 0 千克',
  );
});

test('a count that is short by more than the tolerance is off, by how much is told; one within it holds', async () => {
  await record(mill, step('stock_taking', '08', [`${FLOUR}/F1`, 95]));
  const off = await drill(mill, `${FLOUR}/F1`);
  expect(balanceIn(off)).toMatchObject({ stock: 95, isCounted: true, unaccounted: 25, percent: 93.75, outcome: 'off' });
  expect([off.outcome, off.said[0]?.zh]).toEqual(['off', expect.stringContaining('数量不平衡')]);
  await record(mill, step('stock_taking', '09', [`${FLOUR}/F1`, 110]));
  expect(balanceIn(await drill(mill, `${FLOUR}/F1`))).toMatchObject({ stock: 110, percent: 97.5, outcome: 'holds' });
  await record(mill, step('shipping', '10', [`${FLOUR}/F1`, 10], between(MILL, SCHOOL)));
  expect(balanceIn(await drill(mill, `${FLOUR}/F1`))).toMatchObject({ stock: 100, shipped: 260, percent: 97.5 });
});

test('more sent than was made is off; a record without an amount leaves it open', async () => {
  await record(mill, made('04', [`${WHEAT}/W1`, 50], [`${FLOUR}/F2`, 40]));
  await record(mill, step('shipping', '05', [`${FLOUR}/F2`, 60], between(MILL, SHOP)));
  expect(balanceIn(await drill(mill, `${FLOUR}/F2`))).toMatchObject({ unaccounted: -20, percent: 150, outcome: 'off' });
  await record(mill, step('shipping', '06', [`${FLOUR}/F2`], between(MILL, SHOP)));
  const { outcome, result } = await drill(mill, `${FLOUR}/F2`);
  expect([outcome, result.unknown]).toEqual(['untold', 1]);
  expect(result.breaks).toContainEqual(expect.objectContaining({ kind: 'amount-unknown', count: 1 }));
});

test('a drill of an input reaches the customers of what was made of it', async () => {
  const { result } = await drill(mill, `${WHEAT}/W1`);
  expect(result.customers.filter(({ isDirect }) => isDirect)).toContainEqual(
    expect.objectContaining({ code: `${FLOUR}/F1`, party: expect.objectContaining({ code: SHOP }) }),
  );
  expect(result.balance[0]).toMatchObject({ received: 1000, used: 550 });
  expect(result.inputs).toMatchObject([{ code: `${WHEAT}/W1`, from: [{ code: FARM }], used: [] }]);
});

test('what is sent on a pallet is counted by what lay on it', async () => {
  await record(mill, made('04', [`${WHEAT}/W1`, 50], [`${FLOUR}/F3`, 40]));
  await record(mill, {
    ...{ type: 'AggregationEvent', action: 'ADD', bizStep: 'packing', ...at('05'), parentID: PALLET },
    childQuantityList: listOf([`${FLOUR}/F3`, 40]),
  });
  await record(mill, {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', ...at('06'), epcList: [PALLET] },
    ...between(MILL, SHOP),
  });
  const { result } = await drill(mill, `${FLOUR}/F3`);
  expect(result.customers).toMatchObject([{ party: { code: SHOP }, amounts: [{ amount: 40, uom: 'KGM' }] }]);
  expect(result.balance[0]).toMatchObject({ shipped: 40, stock: 0, percent: 100 });
});

test('what is hidden is counted as hidden, and the drill does not call itself whole', async () => {
  const { result, isWhole } = await drill(farm, `${WHEAT}/W1`);
  expect(isWhole).toBe(false);
  expect(result.looked.down.hidden).toBeGreaterThan(0);
  expect(result.breaks).toContainEqual(expect.objectContaining({ kind: 'hidden' }));
  expect(JSON.stringify(result)).not.toContain(SCHOOL);
});

test('a stranger who drills a lot of others learns no amount and no party', async () => {
  const stranger = await firms.firm('路人');
  const { result } = await drill(stranger, `${FLOUR}/F1`);
  const told = JSON.stringify(result);
  for (const secret of [SHOP, SCHOOL, FARM, '城南食品店']) expect(told).not.toContain(secret);
  expect(result.balance).toEqual([]);
  expect(result.customers.flatMap(({ amounts }) => amounts)).toEqual([]);
});

test('sent twice it is run once; it is kept, listed and audited, and nobody else reads it', async () => {
  const id = randomUUID();
  const [first, second] = await Promise.all([drill(mill, `${FLOUR}/F1`, id), drill(mill, `${FLOUR}/F1`, id)]);
  expect(second).toEqual(first);
  const { body } = await mill.page.ask('GET', '/v1/drills?perPage=1');
  expect(body.drills).toMatchObject([{ code: expect.any(String), by: { name: '赵六' } }]);
  expect((await mill.page.ask('GET', `/v1/drills?perPage=1&cursor=${body.next}`)).body.drills).toHaveLength(1);
  expect((await mill.page.ask('GET', `/v1/drills/${id}`)).body).toEqual(first);
  const { occurrences } = (await mill.page.ask('GET', '/v1/occurrences')).body;
  const noted = occurrences.filter((each: { kind: string; about?: string }) => each.about === id);
  expect(noted.map(({ kind }: { kind: string }) => kind)).toEqual(['drill.run']);
  for (const path of [`/v1/drills/${id}`, `/v1/drills/${id}/pdf`])
    expect((await farm.page.ask('GET', path)).body.code).toBe('resource.not-found');
  expect((await farm.page.ask('GET', '/v1/drills')).body.drills.map((each: Drill) => each.id)).not.toContain(id);
});

test('the log position is of the whole log, and every record looked at stands in it in the end', async () => {
  const { result } = await drill(mill, `${FLOUR}/F1`);
  expect(result.log.root).toMatch(/^[0-9a-f]{64}$/);
  expect(result.log.records + result.log.pending).toBeGreaterThanOrEqual(8);
  expect(result.log.pending).toBe(0);
  expect(result.times.totalMs).toBeGreaterThanOrEqual(result.times.upMs);
});

test('without a code one is picked that the firm itself has recorded and sent', async () => {
  const codes = new Set<string>();
  for (let n = 0; n < 12; n += 1) {
    const { code, isPicked } = await drill(mill);
    expect(isPicked).toBe(true);
    codes.add(code);
  }
  for (const code of codes) expect([`${FLOUR}/F1`, `${FLOUR}/F2`]).toContain(code);
  expect(codes.size).toBe(2);
});

test('refused with what to do: a product, what nothing is recorded of, nothing to pick', async () => {
  const ask = async (firm: Firm, code?: string) =>
    (await firm.page.ask('POST', '/v1/drills', { id: randomUUID(), ...(code === undefined ? {} : { code }) })).body
      .code;
  expect(await ask(mill, '06901234567892')).toBe('drill.class');
  expect(await ask(mill, `${FLOUR}/NONE`)).toBe('drill.unknown');
  expect(await ask(await firms.firm('新开的店'))).toBe('drill.nothing');
});

test('printed, it reads as it is told, in the language of whoever asks', async () => {
  const { id, said, result } = await drill(mill, `${FLOUR}/F1`);
  const read = async (language: string): Promise<string> => {
    const answer = await fetch(`${server.url}/v1/drills/${id}/pdf`, {
      headers: { cookie: mill.page.cookie ?? '', 'accept-language': language },
    });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    return pagesOf(new Uint8Array(await answer.arrayBuffer())).join('\n');
  };
  const flat = (text: string): string => text.replaceAll(/\s/g, '');
  const zh = flat(await read('zh-CN'));
  for (const part of ['模拟召回报告', '青山面粉厂', '受影响数量（按客户）', '城南食品店', result.log.root, '第1页，共'])
    expect(zh).toContain(part);
  for (const { zh: sentence } of said) expect(zh).toContain(flat(sentence));
  const en = flat(await read('en'));
  expect(en).toContain(flat('Affected quantity by customer'));
  expect(en).toContain(flat('Page 1 of'));
});
