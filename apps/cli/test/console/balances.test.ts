/** Stocks in the console: a firm sees of which lots more went out than came in, why, and which records say so. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { textsOf } from '../../../../packages/server/test/account/workbook.ts';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import { documentOf, lotOf, madeOf, PRODUCT, packOfWhole, stepOf } from './stock.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const SHIPPED = 'urn:uuid:00000000-0000-4000-8000-0000000000b1';
const BOOK = 'compliance/balances/food/stock';
/** Until a page or list has followed. */
const SOON = { timeout: 10_000 };

let at: RunningConsole;
let firm: Tab;
let secret: string;

beforeAll(async () => {
  at = await runConsole();
  firm = await at.firstStart();
  await done(firm, 'PATCH', '/v1/organisation', { categories: ['food'] });
  await done(firm, 'POST', '/v1/registry/entries', [
    { kind: 'product', code: PRODUCT, attributes: { name: '高筋小麦粉', nameEn: 'Bread flour' } },
  ]);
  secret = String(Object(await done(firm, 'POST', '/v1/keys', { label: '车间', role: 'capture' })).secret);
}, 180_000);
afterAll(() => at?.close());

async function capture(...events: Parameters<typeof documentOf>[0]): Promise<void> {
  const { status } = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: documentOf(events),
  });
  expect(status).toBe(202);
}

/** Until so many accounts are in this state; those of each pack are judged on their own. */
async function counted(state: string, accounts: number, of = 'food'): Promise<void> {
  await vi.waitFor(
    async () => {
      const { balances } = Object(await done(firm, 'GET', '/v1/compliance/balances'));
      const book = balances.find(({ pack }: { pack: string }) => pack === of);
      const states: readonly { state: string; accounts: number }[] = book?.states ?? [];
      expect(states.find((each) => each.state === state)?.accounts).toBe(accounts);
    },
    { timeout: 30_000 },
  );
}

/** The line of an account, without what stands below it. */
const line = (lot: string) =>
  firm.page.locator('.accounts > table > tbody > tr:not(.below)').filter({ hasText: lotOf(lot) });
const lines = () => firm.page.locator('.accounts > table > tbody > tr:not(.below)');
/** What stands below it. */
const below = (lot: string) => line(lot).locator('xpath=following-sibling::tr[1][@class="below"]');
const main = (): Promise<string> => firm.page.innerText('main');
const shown = (name: string): string => new URL(firm.page.url()).searchParams.get(name) ?? '';

async function show(states: string): Promise<void> {
  await firm.page.getByRole('combobox', { name: '状态' }).click();
  await firm.page.locator('.ant-select-item-option', { hasText: states }).click();
}

test('where nothing of an account is recorded, compliance says nothing of stocks', async () => {
  await capture(stepOf('storing', '02-01', ['A0', 5]));
  await vi.waitFor(async () => expect(Object(await done(firm, 'GET', '/v1/compliance')).packs[0]?.records).toBe(1), {
    timeout: 30_000,
  });
  await firm.open('compliance', '合规');
  await firm.page.getByText('已核对的记录').waitFor();
  expect(await main()).not.toContain('库存与平衡');
});

test('compliance tells how many lots need attention and how many are in stock, and leads to them', async () => {
  await capture(
    stepOf('receiving', '03-01', ['F1', 12, 'TNE']),
    stepOf('destroying', '03-03', ['B1', 95.5]),
    madeOf('03-02', ['F1', 10_500], ['B1', 10_395.5]),
    { ...stepOf('shipping', '03-05', ['B2', 1250]), eventID: SHIPPED },
    stepOf('receiving', '03-06', ['C1', 100]),
    stepOf('stock_taking', '03-07', ['C1', 90]),
    stepOf('receiving', '03-08', ['D1', 30]),
    stepOf('shipping', '03-09', ['D1', 30]),
  );
  // The page follows what is judged while it is open.
  await firm.open('compliance', '合规');
  const row = firm.row('批次库存');
  await row.getByText('需要处理 2 个').waitFor();
  await row.getByText('有结存 2 个').waitFor();
  expect(await row.innerText()).toMatch(/批次库存（食品）\s+需要处理 2 个\s+有结存 2 个/);
  await firm.expectUsable('balances-overview');
  await row.getByRole('link', { name: '有结存 2 个' }).click();
  await line('F1').waitFor();
  expect(await lines().count()).toBe(2);
  await firm.page.getByRole('link', { name: '返回合规' }).click();
  await row.getByRole('link', { name: '批次库存' }).click();
  await line('B2').waitFor();
  expect(shown('show')).toBe('attention');
});

test('what is wrong is told under each lot, with what to do, and by which law all that is', async () => {
  expect(await lines().count()).toBe(2);
  expect(await line('B2').innerText()).toMatch(/高筋小麦粉.*B2.*千克\s+0\s+0\s+1,250\s+0\s+−1,250\s+—\s+出大于进/s);
  expect(await below('B2').innerText()).toMatch(/最早在 2026-03-05 出大于进，当日多出 1,250 千克\s+怎么办：补登/);
  expect(await line('C1').innerText()).toMatch(/100\s+90\s+2026年3月7日\s+账实不符/);
  expect(await below('C1').innerText()).toMatch(/盘点为 90 千克，账面为 100 千克\s+怎么办：查明差异/);
  expect(await main()).toMatch(/依据：.+食品安全追溯体系.+未能查证，仅供参考.+1%/);
  await firm.expectUsable('balances-attention');
});

test('accounts are looked for by state, days and part of a code; the address keeps it', async () => {
  const { page } = firm;
  await show('全部');
  await line('D1').waitFor();
  expect(await lines().count()).toBe(5);
  expect(await line('B1').innerText()).toMatch(/千克\s+0\s+10,395.5\s+0\s+95.5\s+10,300\s+—\s+有结存/);
  await firm.expectUsable('balances-all');
  await page.getByLabel('从').fill('2026-03-03');
  await vi.waitFor(async () => expect(await line('B1').innerText()).toMatch(/10,395.5\s+0\s+0\s+95.5\s+10,300/), SOON);
  await page.getByLabel('到').fill('2026-03-05');
  await line('C1').waitFor({ state: 'hidden' });
  await page.getByLabel('批号或编码').fill(' /10/B ');
  await page.getByRole('button', { name: '查找' }).click();
  await line('F1').waitFor({ state: 'hidden' });
  await page.reload();
  await line('B1').waitFor();
  expect(await lines().count()).toBe(2);
  expect(['show', 'from', 'until', 'code'].map(shown)).toEqual(['all', '2026-03-03', '2026-03-05', '/10/B']);
  // Of these days alone: it was made the day before.
  await line('B1').getByRole('button', { name: '查看明细' }).click();
  await below('B1').getByRole('cell', { name: '损耗', exact: true }).waitFor();
  expect(await below('B1').locator('tbody tr').count()).toBe(1);
});

test('the workbook has what is looked for, in the words of the page', async () => {
  const { page } = firm;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('suyuan-food-stock.xlsx');
  const texts = textsOf(readFileSync(await download.path()));
  expect(texts).toEqual(expect.arrayContaining(['高筋小麦粉', 'B1', 'B2', '千克', '出大于进']));
  expect(texts).not.toContain('F1');
  expect(texts).not.toContain('C1');
});

test('a line that is opened tells the records behind it, each with the way to it', async () => {
  const { page } = firm;
  await firm.open(`${BOOK}?show=all`, '批次库存');
  await line('B1').getByRole('button', { name: '查看明细' }).click();
  const entries = page.getByRole('table', { name: /^高筋小麦粉 B\d 的明细$/ }).locator('tbody tr');
  await entries.nth(1).waitFor();
  const told = await entries.allInnerTexts();
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/2026年3月2日 12:00\s+生产加工\s+进\s+10,395.5 千克/);
  expect(told[1]).toMatch(/2026年3月3日 12:00\s+销毁\s+损耗\s+95.5 千克/);
  await firm.expectUsable('balances-movements');
  // Another closes it.
  await line('B2').getByRole('button', { name: '查看明细' }).click();
  await vi.waitFor(async () => expect(await entries.allInnerTexts()).toHaveLength(1), SOON);
  await entries.getByRole('link', { name: `查看记录 ${SHIPPED}` }).click();
  await page.getByText(SHIPPED, { exact: true }).waitFor();
});

test('once the receipt is recorded nothing is said of the lot any more', async () => {
  await capture(stepOf('receiving', '03-04', ['B2', 1250]), stepOf('destroying', '03-07', ['C1', 10]));
  await counted('even', 2);
  await firm.open(BOOK, '批次库存');
  await firm.page.getByText('没有需要处理的。').waitFor();
  await firm.expectUsable('balances-nothing');
});

test('units that do not convert and amounts that are not recorded are told; many lots come page by page', async () => {
  const { page } = firm;
  const many = Array.from({ length: 130 }, (_, n) => [`M${n}`, 10] as const);
  await capture(
    stepOf('receiving', '04-01', ...many),
    stepOf('receiving', '04-02', ['U1', 10]),
    stepOf('shipping', '04-03', ['U1', 4, 'C62']),
    stepOf('receiving', '04-02', ['U2']),
  );
  await counted('units', 2);
  await counted('unclear', 1);
  await page.reload();
  await line('U2').waitFor();
  expect(await line('U1').allInnerTexts()).toEqual([
    expect.stringMatching(/件.+−4.+单位不一/s),
    expect.stringMatching(/千克.+10.+单位不一/s),
  ]);
  expect(await below('U2').innerText()).toMatch(/1 处没有登记数量，无法算清/);
  await line('U2').getByRole('button', { name: '查看明细' }).click();
  await below('U2').getByRole('cell', { name: '没有登记', exact: true }).waitFor();
  await firm.expectUsable('balances-units');
  await show('有结存');
  await vi.waitFor(async () => expect(await lines().count()).toBe(100), SOON);
  await page.getByRole('button', { name: '显示更多' }).click();
  await vi.waitFor(async () => expect(await lines().count()).toBe(133), SOON);
});

test('an account of all that the firm has is one line, with the records of all of it', async () => {
  const { page } = firm;
  await done(firm, 'POST', '/v1/operator/packs', packOfWhole());
  await done(firm, 'PATCH', '/v1/organisation', { categories: ['food', 'ores'] });
  await capture(
    stepOf('retail_selling', '05-01', ['W1', 3, 'C62']),
    stepOf('retail_selling', '05-02', ['W1', 1200, 'C62']),
  );
  await counted('short', 1, 'ores');
  await firm.open('compliance', '合规');
  await firm.row('物料平衡（矿产品）').getByRole('link', { name: '需要处理 1 个' }).click();
  const whole = lines().filter({ hasText: '全单位合计' });
  await whole.waitFor();
  expect(await whole.innerText()).toMatch(/全单位合计\s+件\s+0\s+0\s+1,203\s+0\s+−1,203/);
  expect(await page.getByRole('columnheader', { name: '批号' }).count()).toBe(0);
  expect(await page.getByLabel('批号或编码').count()).toBe(0);
  await whole.getByRole('button', { name: '查看明细 全单位合计' }).click();
  const entries = page.getByRole('table', { name: '全单位合计 的明细' }).locator('tbody tr');
  await vi.waitFor(async () => expect(await entries.allInnerTexts()).toHaveLength(2), SOON);
  await firm.expectUsable('balances-whole');
});

test('a book that there is none of is told as such, with the way back', async () => {
  await firm.open('compliance/balances/food/none', '库存与平衡');
  await firm.page.getByRole('button', { name: '重新载入' }).waitFor();
  expect(await firm.page.getByRole('link', { name: '下载 Excel' }).count()).toBe(0);
  await firm.expectUsable('balances-unknown');
});

test('in English nothing is left in Chinese but what was recorded', async () => {
  const { page } = firm;
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: 'English' }).click();
  await firm.open('compliance', 'Compliance');
  expect(await firm.row('Stock by lot').innerText()).toMatch(/Needs attention: 4\s+In stock: 133/);
  await firm.open(`${BOOK}?show=all&code=/10/U`, 'Stock by lot');
  await line('U2').getByRole('button', { name: 'Show entries' }).click();
  await below('U2').getByRole('cell', { name: 'not recorded', exact: true }).waitFor();
  expect((await main()).replaceAll(/高筋小麦粉|\d+ 年第 \d+ 号公告/gu, '')).not.toMatch(/\p{Script=Han}/u);
  await firm.expectUsable('balances-en');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
