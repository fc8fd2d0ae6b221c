/** Mock recalls in the console: a lot at random or named, what was found of it, the report, and those before. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import { documentOf, lotOf, madeOf, PRODUCT, stepOf } from './stock.fixture.ts';
import type { Tab } from './tab.fixture.ts';

const [FARM, SHOP] = ['https://id.gs1.org/417/0614141000036', 'https://id.gs1.org/417/0614141000012'];

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
  await done(tab, 'PATCH', '/v1/organisation', { categories: ['food'] });
  await done(tab, 'POST', '/v1/registry/entries', [
    { kind: 'product', code: PRODUCT, attributes: { name: '高筋小麦粉', nameEn: 'Bread flour' } },
    { kind: 'party', code: SHOP, attributes: { name: '城南食品店', nameEn: 'South Shop' } },
  ]);
}, 180_000);
afterAll(() => at?.close());

async function capture(...events: Parameters<typeof documentOf>[0]): Promise<void> {
  const { secret } = Object(await done(tab, 'POST', '/v1/keys', { label: '车间', role: 'capture' }));
  const { status } = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: documentOf(events),
  });
  expect(status).toBe(202);
}

/** 400 kg made of 500 of 1,000 that were bought; 250 sold, 30 destroyed, 120 left. */
function recordLot(): Promise<void> {
  return capture(
    { ...stepOf('receiving', '03-01', ['W1', 1000]), sourceList: [{ type: 'owning_party', source: FARM }] },
    madeOf('03-02', ['W1', 500], ['B1', 400]),
    {
      ...stepOf('shipping', '03-03', ['B1', 250]),
      destinationList: [{ type: 'owning_party', destination: SHOP }],
    },
    { ...stepOf('destroying', '03-04', ['B1', 30]), action: 'DELETE' },
  );
}

const main = (): Promise<string> => tab.page.innerText('main');
/** The part of the page with this heading. */
const part = (name: string) => tab.page.getByRole('region', { name, exact: true });
const held = async (): Promise<number> => Object(await done(tab, 'GET', '/v1/drills')).drills.length;

test('where nothing was recorded that could be picked, that is said, and none was held', async () => {
  await tab.open('drill', '模拟召回');
  await tab.page.getByText('还没有做过模拟召回').waitFor();
  await tab.page.getByRole('button', { name: '随机抽一个批次' }).click();
  await tab.page.getByRole('alert').getByText('一年内没有登记过可抽取的批次').waitFor();
  await tab.expectUsable('drill-nothing');
  expect(await held()).toBe(0);
});

test('one press picks a lot, and a second press at once picks no second; what was found is told in words and amounts', async () => {
  await recordLot();
  await vi.waitFor(
    async () => {
      const trace = await tab.ask('GET', `/v1/trace?code=${encodeURIComponent(lotOf('B1'))}`);
      expect(Object(trace.body).events?.length).toBe(4);
    },
    { timeout: 30_000 },
  );
  await tab.page.getByRole('navigation').getByRole('link', { name: '模拟召回' }).click();
  const random = tab.page.getByRole('button', { name: '随机抽一个批次' });
  const { promise: told, resolve: go } = Promise.withResolvers<void>();
  await tab.page.route('**/v1/drills', async (route) => {
    if (route.request().method() === 'POST') await told;
    await route.continue();
  });
  await random.dblclick();
  await tab.page.getByRole('status').getByText('正在追溯来源和去向').waitFor();
  go();
  await tab.page.getByRole('heading', { level: 1, name: '高筋小麦粉' }).waitFor();
  expect(await held()).toBe(1);
  await part('结果').getByRole('alert').getByText('数量平衡，在 95–105% 之内').waitFor();
  expect(await part('受影响数量（按客户）').locator('tbody').innerText()).toMatch(
    /城南食品店[\s\S]+\/10\/B1[\s\S]+250 千克[\s\S]+本单位/,
  );
  expect(await part('来源').locator('tbody').innerText()).toMatch(
    /\/10\/W1[\s\S]+0614141000036[\s\S]+500 千克[\s\S]+1,000 千克/,
  );
  const balance = part('数量平衡');
  expect(await balance.innerText()).toContain('120 千克（账面，未盘点）');
  expect((await balance.locator('tbody td').allInnerTexts()).map((cell) => cell.trim())).toEqual([
    '千克',
    '400',
    '0',
    '250',
    '0',
    '30',
    '120',
    '0',
    '100%',
    '平衡',
  ]);
  expect(await part('用时').innerText()).toMatch(/合计\s+[\d.]+ 秒，在通常要求的 4 小时之内/);
  expect(await part('当时的日志').innerText()).toMatch(
    /[0-9a-f]{64}[\s\S]+4 条已写入，0 条尚未写入[\s\S]+不证明记录属实/,
  );
  await tab.expectUsable('drill-held');
});

test('the report is a PDF to keep', async () => {
  const [file] = await Promise.all([
    tab.page.waitForEvent('download'),
    tab.page.getByRole('button', { name: '下载报告（PDF）' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^模拟召回-[0-9a-f]{8}\.pdf$/);
  expect((await readFile(await file.path())).toString('latin1')).toMatch(/^%PDF-/);
});

test('a code that stands for a product, or that nothing is recorded of, is refused in words', async () => {
  await tab.page.getByRole('link', { name: '返回模拟召回' }).click();
  const code = tab.page.getByLabel('批次或单件的编码');
  await code.fill(PRODUCT);
  await code.press('Enter');
  await tab.page.getByRole('alert').getByText('模拟召回针对一个批次或单件').waitFor();
  await code.fill(lotOf('X9'));
  await code.press('Enter');
  await tab.page
    .getByRole('alert')
    .getByText(`没有 ${lotOf('X9')} 的记录`)
    .waitFor();
  await code.fill('');
  await code.press('Enter');
  await tab.page.getByText('请输入编码').waitFor();
  await tab.expectUsable('drill-refused');
  expect(await held()).toBe(1);
});

test('from its trace a lot is named; a balance that is off is told first, and the list has both', async () => {
  await capture(stepOf('stock_taking', '03-05', ['B1', 60]));
  await vi.waitFor(async () => {
    const trace = await tab.ask('GET', `/v1/trace?code=${encodeURIComponent(lotOf('B1'))}`);
    expect(Object(trace.body).events?.length).toBe(5);
  });
  await tab.open(`trace?code=${encodeURIComponent(lotOf('B1'))}`, '追溯');
  await tab.page.getByRole('main').getByRole('link', { name: '模拟召回' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '模拟召回' }).waitFor();
  expect(await tab.page.getByLabel('批次或单件的编码').inputValue()).toBe(lotOf('B1'));
  await tab.page.getByLabel('批次或单件的编码').press('Enter');
  await part('结果').getByRole('alert').getByText('数量不平衡').waitFor();
  expect(await part('数量平衡').innerText()).toMatch(/60 千克（盘点）[\s\S]+60\s+60\s+85%\s+不平衡/);
  await tab.page.getByRole('link', { name: '返回模拟召回' }).click();
  const rows = part('做过的模拟召回').locator('tbody tr');
  await vi.waitFor(async () => expect(await rows.count()).toBe(2));
  const [newest = '', oldest = ''] = await rows.allInnerTexts();
  expect(newest).toMatch(/高筋小麦粉[\s\S]+\/10\/B1[\s\S]+指定[\s\S]+秒[\s\S]+不平衡[\s\S]+王建国/);
  expect(oldest).toMatch(/随机抽取[\s\S]+平衡/);
  await tab.expectUsable('drill-list');
  await rows.nth(1).getByRole('link').click();
  await part('结果').getByRole('alert').getByText('数量平衡，在 95–105% 之内').waitFor();
});

test('in English nothing is left in Chinese but what was entered', async () => {
  await tab.page.getByRole('button', { name: 'English' }).click();
  await tab.page.getByRole('heading', { level: 1, name: 'Bread flour' }).waitFor();
  await tab.expectUsable('drill-held-en');
  const words = [await main()];
  await tab.page.getByRole('link', { name: 'Back to mock recalls' }).click();
  await tab.page.getByRole('heading', { level: 1, name: 'Mock recall' }).waitFor();
  await part('Earlier mock recalls').locator('tbody tr').nth(1).waitFor();
  words.push(await main());
  await tab.expectUsable('drill-list-en');
  expect(words.join('\n').replaceAll('王建国', '')).not.toMatch(/\p{Script=Han}/u);
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
