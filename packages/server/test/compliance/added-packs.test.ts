/** Packs that the operator adds at run time: a further category is data alone, from capture to its ledger and the page of the goods; a newer version counts at once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readXlsx } from '../../src/modules/identity/ties/branch-sheet/read-xlsx.ts';
import { codeOf, type Firms, firmsOf } from '../account/firms.ts';
import type { EventJson } from '../documents.ts';
import { cosmetics } from './cosmetics.fixture.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

const PATH = '/v1/operator/packs';

let own: JudgedServer;
let firms: Firms;
beforeAll(async () => {
  own = await judgedServer({ categories: ['cosmetics'] });
  firms = await firmsOf(own.server);
});
afterAll(() => own.close());

function sale(lot: string, more: EventJson = {}): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'retail_selling' },
    ...{ eventTime: '2026-11-20T09:00:00+08:00', eventTimeZoneOffset: '+08:00' },
    quantityList: [{ epcClass: `https://id.gs1.org/01/06901234567892/10/${lot}`, quantity: 3 }],
    ...more,
  };
}
const expiring = (day: string): EventJson => ({
  ilmd: { 'cbvmda:itemExpirationDate': day },
  action: 'ADD',
});

test('what is wrong with a pack is told with its place, and nothing is changed', async () => {
  const faulty = cosmetics('2026.1', {
    requirements: [{ stage: 'sold', element: 'filing', need: 'required', source: 'law', confidence: 'B' }],
  });
  const { status, body } = await firms.operator.ask('POST', PATH, faulty);
  expect([status, body.code]).toEqual([400, 'pack.invalid']);
  expect(body.errors).toMatchObject([{ pointer: '/requirements/0/stage', message: expect.anything() }]);
  expect((await firms.operator.ask('GET', PATH)).body.added).toEqual([]);
  const slow = cosmetics('2026.1', {
    elements: {
      filing: {
        name: { zh: '编号', en: 'No.' },
        type: 'text',
        level: 'public',
        at: ['event/filingNo'],
        pattern: '^(a+)+$',
      },
    },
  });
  expect((await firms.operator.ask('POST', `${PATH}/check`, slow)).body.errors).toContainEqual(
    expect.objectContaining({ pointer: '/elements/filing/pattern' }),
  );
});

test('nobody but the operator sees or adds packs', async () => {
  const firm = await firms.firm('甲化妆品店');
  expect(await codeOf(firm.page, 'GET', PATH)).toBe('right.missing');
  expect(await codeOf(firm.page, 'POST', PATH, cosmetics('2026.1'))).toBe('right.missing');
  expect(await codeOf(firm.page, 'DELETE', `${PATH}/cosmetics/2026.1`)).toBe('right.missing');
});

test('a category that the program does not know is judged once its pack is added: refused, found, and in a ledger', async () => {
  expect((await own.capture([sale('A1')])).status).toBe(202);
  const { status, body } = await firms.operator.ask('POST', PATH, cosmetics('2026.1'));
  expect([status, body]).toMatchObject([200, { id: 'cosmetics', version: '2026.1', differences: [] }]);
  const { findings } = await eventually(
    '/v1/compliance/findings?pack=cosmetics',
    ({ findings: found }) => found.length > 0,
  );
  expect(findings).toMatchObject([
    { rule: 'element.missing', element: 'filing', stageName: { zh: '销售' }, lastDay: '2026-11-25' },
  ]);

  const refused = await own.capture([sale('A2', expiring('2026-11-19'))]);
  expect(refused.body.errors).toMatchObject([
    { rule: 'cosmetics.past-date', clause: expect.stringContaining('国务院令第 727 号') },
  ]);
  const extension = { 'agri:filingNo': '粤G妆网备字2026000001', 'agri:note': '=1+1' };
  expect((await own.capture([sale('A3', { ...expiring('2027-01-31'), ...extension })])).status).toBe(202);
  await own.settle();

  const ledger = await own.ask('/v1/compliance/ledgers/cosmetics/sales');
  expect(ledger.columns.map(({ name }: { name: { zh: string } }) => name.zh)).toEqual([
    '备案编号',
    '批号',
    '数量',
    '销售日期',
    '限用日期',
  ]);
  // Beside a sheet as a shop keeps it by hand.
  expect(ledger.rows.map(({ cells }: { cells: unknown }) => cells).sort()).toEqual([
    ['', 'A1', 3, '2026-11-20', ''],
    ['粤G妆网备字2026000001', 'A3', 3, '2026-11-20', '2027-01-31'],
  ]);
  const response = await fetch(
    `${own.server.url}/v1/compliance/ledgers/cosmetics/sales/xlsx?language=zh&from=2026-11-20&until=2026-11-20`,
    {
      headers: { authorization: `Bearer ${own.server.key}` },
    },
  );
  const { cells } = await readXlsx(Buffer.from(await response.arrayBuffer()));
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()].map((row) => row.map(({ text }) => text));
  expect(rows[0]).toEqual([
    '时间',
    '备案编号',
    '批号',
    '数量',
    '销售日期',
    '限用日期',
    '追溯编码',
    '登记迟于事件（天）',
    '保存至',
    '事件编号',
  ]);
  expect(rows).toHaveLength(3);
  // Whoever scans the label is told what the pack has everybody see, and nothing of what stands beside it.
  const page = await fetch(`${own.server.url}/01/06901234567892/10/A3`, { headers: { accept: 'application/json' } });
  const text = await page.text();
  expect(JSON.parse(text).groups).toMatchObject([
    {
      ...{ id: 'cosmetics/filing', name: { zh: '备案信息' }, basis: { zh: expect.stringContaining('第 727 号') } },
      rows: [
        { label: { en: 'Filing number' }, value: '粤G妆网备字2026000001' },
        { label: { en: 'Lot' }, value: 'A3' },
        { label: { en: 'Use by' }, value: '2027-01-31' },
      ],
    },
  ]);
  expect(text).not.toContain('=1+1');
  const before = await own.ask('/v1/compliance/ledgers/cosmetics/sales?until=2026-11-19');
  expect(before.rows).toEqual([]);
});

test('the published standard is the one that is in use', async () => {
  const { packs } = await own.ask('/v1/standards/packs');
  expect(packs.map(({ id }: { id: string }) => id)).toEqual(['cosmetics', 'edible-agri', 'food', 'special-equipment']);
  expect(await own.ask('/v1/standards/packs/cosmetics')).toMatchObject({ version: '2026.1' });
});

test('a version has to be higher; it tells beforehand what changes, counts for what is recorded already, and is withdrawn again', async () => {
  expect(await codeOf(firms.operator, 'POST', PATH, cosmetics('2026.1'))).toBe('pack.not-newer');
  const lax = cosmetics('2026.10', { requirements: [] });
  const { body: proposed } = await firms.operator.ask('POST', `${PATH}/check`, lax);
  expect(proposed).toMatchObject({
    before: '2026.1',
    differenceCount: 1,
    differences: [{ kind: 'requirements', change: 'removed' }],
  });
  expect(await own.ask('/v1/standards/packs/cosmetics')).toMatchObject({ version: '2026.1' });
  expect(await codeOf(firms.operator, 'POST', PATH, lax)).toBe(200);
  expect(await codeOf(firms.operator, 'POST', PATH, cosmetics('2026.9'))).toBe('pack.not-newer');
  await eventually('/v1/compliance/findings?pack=cosmetics', ({ findings }) => findings.length === 0);
  expect(await codeOf(firms.operator, 'DELETE', `${PATH}/cosmetics/2026.10`)).toBe(204);
  expect(await codeOf(firms.operator, 'DELETE', `${PATH}/cosmetics/2026.10`)).toBe('resource.not-found');
  await eventually('/v1/compliance/findings?pack=cosmetics', ({ findings }) => findings.length === 1);
  const { body } = await firms.operator.ask('GET', PATH);
  expect(body.added).toMatchObject([
    { version: '2026.10', state: 'withdrawn', withdrawnAt: expect.any(String), addedBy: expect.any(String) },
    { version: '2026.1', state: 'in-force', withdrawnAt: null },
  ]);
  expect(body.inUse.find(({ id }: { id: string }) => id === 'cosmetics')).toMatchObject({
    version: '2026.1',
    isAdded: true,
    under: null,
  });
});

test('one that comes with the program is overridden by a higher version of its id', async () => {
  const { version, ...food } = await own.ask('/v1/standards/packs/food');
  expect(await codeOf(firms.operator, 'POST', PATH, { ...food, version })).toBe('pack.not-newer');
  expect(await codeOf(firms.operator, 'POST', PATH, { ...food, version: '2099.1', rules: [] })).toBe(200);
  expect(await own.ask('/v1/standards/packs/food')).toMatchObject({ version: '2099.1', rules: [] });
  const { body } = await firms.operator.ask('GET', PATH);
  const isFood = ({ id }: { id: string }): boolean => id === 'food';
  expect(body.inUse.find(isFood)).toMatchObject({ version: '2099.1', isAdded: true, under: version });
  expect(body.shipped.find(isFood)).toMatchObject({ version, state: 'overridden' });
  expect(body.added.find(isFood)).toMatchObject({ state: 'in-force' });
  const { body: told } = await firms.operator.ask('GET', `${PATH}/food/2099.1/differences`);
  expect(told).toMatchObject({ before: version, differenceCount: food.rules.length });
  const { body: first } = await firms.operator.ask('GET', `${PATH}/food/${version}/differences`);
  expect(first).toMatchObject({ version, differences: [] });
  expect(first.before).toBeUndefined();
  expect(await codeOf(firms.operator, 'DELETE', `${PATH}/food/2099.1`)).toBe(204);
  expect(await codeOf(firms.operator, 'GET', `${PATH}/food/2099.1/differences`)).toBe('resource.not-found');
  expect(await own.ask('/v1/standards/packs/food')).toMatchObject({ version });
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into by tests
async function eventually(path: string, isSo: (body: any) => boolean): Promise<any> {
  await expect.poll(async () => isSo(await own.ask(path))).toBe(true);
  return own.ask(path);
}
