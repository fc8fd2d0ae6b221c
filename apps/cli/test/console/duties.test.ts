/** What is due, in the console: a firm that maintains lifts sees what is overdue, what soon is, and by which records. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { dayIn, documentOf, liftOf, maintained, registered } from './lifts.fixture.ts';
import { done } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

/** Until a page or list has followed. */
const SOON = { timeout: 10_000 };
const MAINTENANCE = '至少每 15 日维护保养一次';

let at: RunningConsole;
let firm: Tab;
let secret: string;
let recorded = 0;

beforeAll(async () => {
  at = await runConsole();
  firm = await at.firstStart();
  await done(firm, 'PATCH', '/v1/organisation', { categories: ['special-equipment'] });
  secret = String(Object(await done(firm, 'POST', '/v1/keys', { label: '维保记录', role: 'capture' })).secret);
}, 180_000);
afterAll(() => at?.close());

/** Until all is judged. */
async function capture(events: Parameters<typeof documentOf>[0]): Promise<void> {
  const answer = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: documentOf(events),
  });
  expect(answer.status).toBe(202);
  recorded += events.length;
  await vi.waitFor(
    async () => {
      const { packs, waiting } = Object(await done(firm, 'GET', '/v1/compliance'));
      expect([packs[0]?.records, waiting]).toEqual([recorded, 0]);
    },
    { timeout: 30_000 },
  );
}

const overview = () => firm.page.getByRole('region', { name: '到期事项' });
const today = () => firm.page.getByRole('region', { name: '今天要做的' });
const listOf = (state: string) => firm.page.getByRole('table', { name: state, exact: true });

test('on the day when nothing is to be done, the first page says so', async () => {
  await firm.open('', '王建国，您好');
  await today().getByText('都做完了，今天没有要做的事。').waitFor();
  await firm.expectUsable('today-none');
});

test('where nothing is due within days the page says so, and alarms nobody', async () => {
  await capture([registered(1, 1)]);
  await firm.open('compliance', '合规');
  await overview().getByText('没有逾期的事项，7 天内也没有到期的。').waitFor();
  expect(await overview().getByRole('table').count()).toBe(0);
  expect(await overview().locator('.ant-tag').count()).toBe(0);
  await firm.expectUsable('duties-none');
});

test('what is overdue comes first, then what is due within seven days, each with how many', async () => {
  await capture([registered(2, 17), registered(3, 12), registered(4, 25), maintained(4, 18), maintained(4, 1)]);
  await firm.open('compliance', '合规');
  await overview().getByRole('row').nth(2).waitFor();
  const rows = await overview().getByRole('row').allInnerTexts();
  expect(rows[1]).toContain(MAINTENANCE);
  expect(rows[1]).toMatch(/逾期 1 件\s*7 天内到期 1 件/);
  expect(rows[2]).toContain('使用单位至少每月自行检查一次');
  expect(rows[2]).toMatch(/7 天内到期 1 件/);
  expect(rows).toHaveLength(3);
  await overview().getByText('7 天内到期 2 件').waitFor();
  // Above all that is found.
  const [first] = await firm.page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(first).toBe('到期事项');
  await firm.expectUsable('duties-overview');
});

test('the first page tells what is late, then what is soon, each with one way to do it', async () => {
  const { page } = firm;
  await firm.open('', '王建国，您好');
  await today().getByRole('listitem').nth(1).waitFor();
  const [late = '', soon = ''] = await today().getByRole('listitem').allInnerTexts();
  expect(late).toMatch(/^已逾期/);
  expect(late).toContain(`${MAINTENANCE}：1 项`);
  expect(soon).toMatch(/^快到期/);
  await firm.expectUsable('today');
  await today()
    .getByRole('link', { name: `去登记：${MAINTENANCE}` })
    .click();
  await page.getByRole('heading', { level: 1, name: '到期事项' }).waitFor();
  await listOf('逾期').getByRole('row').nth(1).waitFor();
  await firm.open('compliance', '合规');
});

test('one clock has its list: how late, the last day, of what, by which law, from which record', async () => {
  const { page } = firm;
  await overview().getByRole('link', { name: MAINTENANCE }).click();
  await page.getByRole('heading', { level: 1, name: '到期事项' }).waitFor();
  const late = listOf('逾期').getByRole('row').nth(1);
  await late.waitFor();
  const told = await late.innerText();
  expect(told).toContain('逾期 2 天');
  expect(told).toContain(MAINTENANCE);
  expect(told).toContain(liftOf(2));
  expect(told).toMatch(/特种设备安全监察条例|国务院令/);
  expect(told).toContain('已对照法规全文');
  expect(await late.locator('time').getAttribute('datetime')).toBe(dayIn(-2));
  // In the order in which they are due.
  await listOf('未到期').getByRole('row').nth(3).waitFor();
  const open = await listOf('未到期').getByRole('row').allInnerTexts();
  expect(open.slice(1).map((row) => /\d+ 天后到期/.exec(row)?.[0])).toEqual([
    '3 天后到期',
    '14 天后到期',
    '14 天后到期',
  ]);
  expect(await page.innerText('main')).not.toContain('每月自行检查');
  await firm.expectUsable('duties');
  await late.getByRole('link', { name: /^起算的记录/ }).click();
  await page.getByRole('heading', { level: 1, name: '到期事项' }).waitFor({ state: 'hidden' });
  await page.getByText(liftOf(2)).first().waitFor();
  await page.goBack();
  await late.getByRole('link', { name: `追溯 ${liftOf(2)}` }).waitFor();
});

test('what was done tells by which record, and how late; the address keeps what is looked for', async () => {
  const { page } = firm;
  await page.getByLabel('追溯编码').fill(liftOf(4));
  await page.getByRole('button', { name: '查找' }).click();
  await listOf('逾期').waitFor({ state: 'hidden' });
  await page.getByRole('combobox', { name: '状态' }).click();
  await page.locator('.ant-select-item-option', { hasText: '逾期办结' }).click();
  const row = listOf('逾期办结').getByRole('row').nth(1);
  await row.getByText('逾期 2 天办结').waitFor();
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toEqual({
    ...{ pack: 'special-equipment', clock: 'maintenance', state: 'late', unit: liftOf(4) },
  });
  await page.reload();
  await row.getByText('逾期 2 天办结').waitFor();
  await row.getByRole('link', { name: /^终止的记录/ }).waitFor();
  await firm.expectUsable('duties-late');
  await page.getByRole('combobox', { name: '状态' }).click();
  await page.locator('.ant-select-item-option', { hasText: '全部' }).click();
  await vi.waitFor(async () => expect(await listOf('全部').getByRole('row').count()).toBe(1 + 3), SOON);
  await page.getByRole('combobox', { name: '要办的事' }).click();
  await page.locator('.ant-select-item-option', { hasText: '定期检验' }).click();
  await vi.waitFor(async () => expect(await listOf('全部').getByRole('row').count()).toBe(1 + 1), SOON);
  await firm.row('40 天后到期').waitFor();
});

test('a day that is provisional says so, and what is to be reported says to whom', async () => {
  await firm.page.route('**/v1/compliance/clocks?*state=overdue*', async (route) => {
    const response = await route.fetch();
    const { duties } = await response.json();
    const told = [{ zh: '市场监督管理部门', en: 'the market regulator' }];
    await route.fulfill({
      response,
      json: { duties: duties.map((each: object) => ({ ...each, told, isProvisional: true })) },
    });
  });
  await firm.open('compliance/duties', '到期事项');
  const late = firm.row('逾期 2 天');
  await late.waitFor();
  const row = await late.innerText();
  expect(row).toContain('暂定：那一年的国务院放假通知尚未公布');
  expect(row).toContain('按法规应报告：市场监督管理部门');
  await firm.expectUsable('duties-provisional');
  await firm.page.unrouteAll();
});

test('in English nothing is left in Chinese but the numbers of laws', async () => {
  await firm.page.setViewportSize(DESK);
  await firm.open('compliance', '合规');
  await firm.page.getByRole('button', { name: 'English' }).click();
  await firm.open('compliance', 'Compliance');
  await firm.page.getByText('Overdue: 1').first().waitFor();
  await firm.page.getByText('Due within 7 days: 2').waitFor();
  await firm.expectUsable('duties-overview-en');
  await firm.open('compliance/duties', 'What is due');
  await firm.row('2 days late').waitFor();
  await firm.row('Due in 3 days').waitFor();
  await firm.expectUsable('duties-en');
  const said = await firm.page.innerText('main');
  expect(said.replaceAll(/(主席令|国务院令)第.+?(?= §)/gu, '')).not.toMatch(/\p{Script=Han}/u);
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
