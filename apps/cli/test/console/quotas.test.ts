/** Quotas in the console: a firm enters what it is allotted, sees how much of it its records use, and withdraws it. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done, joined } from './parties.fixture.ts';
import { documentOf, PRODUCT, packOfQuota, stepOf } from './stock.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const PAGE = 'compliance/quotas';
const BASIS = '自然资发〔2026〕1号';

let at: RunningConsole;
let firm: Tab;
let secret: string;

beforeAll(async () => {
  at = await runConsole();
  firm = await at.firstStart();
  await done(firm, 'PATCH', '/v1/organisation', { categories: ['ores'] });
  await done(firm, 'POST', '/v1/registry/entries', [
    { kind: 'product', code: PRODUCT, attributes: { name: '混合稀土精矿', nameEn: 'Rare earth concentrate' } },
  ]);
  secret = String(Object(await done(firm, 'POST', '/v1/keys', { label: '磅房', role: 'capture' })).secret);
}, 180_000);
afterAll(() => at?.close());

/** Of the product, in kilograms; until it is judged. */
async function sold(day: string, quantity: number | undefined): Promise<void> {
  const step =
    quantity === undefined ? stepOf('retail_selling', day, ['S1']) : stepOf('retail_selling', day, ['S1', quantity]);
  const before = await judged();
  const { status } = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: documentOf([step]),
  });
  expect(status).toBe(202);
  await vi.waitFor(async () => expect(await judged()).toBe(before + 1), { timeout: 30_000 });
}

async function judged(): Promise<number> {
  return Object(await done(firm, 'GET', '/v1/compliance')).packs[0]?.records ?? 0;
}

const main = (): Promise<string> => firm.page.innerText('main');
/** The line of a quota, without what stands below it. */
const line = (text: string) => firm.page.locator('.quotas tbody tr:not(.below)').filter({ hasText: text });
const below = (text: string) => line(text).locator('xpath=following-sibling::tr[1][@class="below"]');
const alert = () => firm.dialog().getByRole('alert');

async function fill(fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await firm.dialog().getByLabel(label).fill(value);
}

const openForm = (): Promise<void> => firm.page.getByRole('button', { name: '录入额度' }).click();

test('where no pack has accounts of quotas, compliance does not lead to them', async () => {
  await firm.open('compliance', '合规');
  expect(await main()).not.toContain('额度');
  await firm.open(PAGE, '额度');
  await firm.page.getByText('还没有录入额度。').waitFor();
  expect(await firm.page.getByRole('button', { name: '录入额度' }).count()).toBe(0);
});

test('once a pack has one, compliance leads to the page of quotas, also before anything is recorded', async () => {
  await done(firm, 'POST', '/v1/operator/packs', packOfQuota());
  await firm.open('compliance', '合规');
  await firm.page.getByText('还没有计入账目的记录。').waitFor();
  await firm.expectUsable('quotas-overview-empty');
  await sold('02-01', 1100);
  await firm.open('compliance', '合规');
  const way = firm.page.getByRole('link', { name: '额度', exact: true });
  await way.waitFor();
  await firm.expectUsable('quotas-overview');
  await way.click();
  await firm.page.getByText('还没有录入额度。').waitFor();
  await firm.expectUsable('quotas-none');
});

test('what the form misses is said at its fields, and what the server refuses above them', async () => {
  await openForm();
  await firm.press('录入额度');
  for (const words of ['请填开始日期', '请填结束日期', '请填数字，例如 1200 或 12.5', '请填文号'])
    await firm.dialog().getByText(words).first().waitFor();
  await firm.expectUsable('quotas-form-missing');
  // One digit is wrong.
  await fill({
    产品: '6901234567893',
    开始日期: '2026-12-31',
    结束日期: '2026-01-01',
    批准数量: '一吨半',
    文号: BASIS,
  });
  await firm.press('录入额度');
  await firm.dialog().getByText('请填数字').waitFor();
  await fill({ 批准数量: '1.5' });
  await firm.press('录入额度');
  await alert().getByText('结束日期早于开始日期').waitFor();
  await fill({ 开始日期: '2026-01-01', 结束日期: '2026-12-31' });
  await firm.press('录入额度');
  await alert().getByText('6901234567893 不是产品编码').waitFor();
  await firm.expectUsable('quotas-form-refused');
});

test('a quota that is entered says what is used and left of it', async () => {
  await fill({ 产品: PRODUCT });
  await firm.choose('单位', '吨');
  await firm.press('录入额度');
  await line(BASIS).waitFor();
  expect(await line(BASIS).innerText()).toMatch(
    /销售总量指标\s+混合稀土精矿.+2026年1月1日 – 2026年12月31日\s+1,500 千克\s+1,100 千克\s+400 千克\s+额度之内/s,
  );
  expect(await line(BASIS).getByRole('progressbar', { name: '已用 73.3%' }).count()).toBe(1);
  expect(await below(BASIS).count()).toBe(0);
  await firm.expectUsable('quotas-within');
});

test('another of the same account, product and days is refused in the form; one of all products is another', async () => {
  await openForm();
  await fill({ 产品: PRODUCT, 开始日期: '2026-12-01', 结束日期: '2027-01-31', 批准数量: '20', 文号: '另一号' });
  await firm.choose('单位', '千克');
  await firm.press('录入额度');
  await alert().getByText('请先撤销原来的').waitFor();
  await firm.expectUsable('quotas-form-overlaps');
  await fill({ 产品: '' });
  await firm.press('录入额度');
  await line('另一号').waitFor();
  expect(await line('另一号').innerText()).toMatch(/全部产品.+20 千克\s+0 千克\s+20 千克\s+额度之内/s);
});

test('that little is left, and that more was recorded, is told with what to do', async () => {
  await sold('03-01', 300);
  await firm.page.reload();
  await line(BASIS).getByText('将用完').waitFor();
  expect(await below(BASIS).innerText()).toMatch(/只剩 100 千克\s+怎么办：安排好/);
  await sold('03-02', 1234.5);
  await sold('12-02', undefined);
  await firm.page.reload();
  await line(BASIS).getByText('已超出').waitFor();
  expect(await line(BASIS).innerText()).toMatch(/2,634.5 千克\s+−1,134.5 千克/);
  expect(await below(BASIS).innerText()).toMatch(/自 2026-03-02 起超出额度，已超 1,134.5 千克\s+怎么办：停止/);
  expect(await line('另一号').innerText()).toContain('无法算清');
  expect(await below('另一号').innerText()).toMatch(/1 处没有登记数量/);
  await firm.expectUsable('quotas-exceeded');
});

test('whoever may not manage sees quotas, and neither form nor withdrawal', async () => {
  const invited = await done(firm, 'POST', '/v1/invitations', { name: '钱七', role: 'viewer' });
  const looking = await joined(at, invited, { name: '钱七', loginName: 'qian.qi', password: '十月的雁群飞过江面' });
  await looking.open(PAGE, '额度');
  await looking.page.getByText(BASIS).first().waitFor();
  expect(await looking.page.getByRole('button', { name: '录入额度' }).count()).toBe(0);
  expect(await looking.page.getByRole('button', { name: /撤销/ }).count()).toBe(0);
  await looking.close();
});

test('in English nothing is left in Chinese but what was entered', async () => {
  const { page } = firm;
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: 'English' }).click();
  await firm.open(PAGE, 'Quotas');
  await line(BASIS).getByText('Exceeded').waitFor();
  expect(await below(BASIS).innerText()).toMatch(/Exceeded since 2026-03-02, by 1,134.5 kg/);
  expect((await main()).replaceAll(BASIS, '').replaceAll('另一号', '').replaceAll('混合稀土精矿', '')).not.toMatch(
    /\p{Script=Han}/u,
  );
  await page.getByRole('button', { name: 'Enter a quota' }).click();
  expect(await firm.dialog().innerText()).not.toMatch(/\p{Script=Han}/u);
  await firm.expectUsable('quotas-en');
  await firm.press('Cancel');
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: '中文' }).click();
});

test('one that is withdrawn, after it is said what follows, is held against records no more and makes room', async () => {
  await firm.open(PAGE, '额度');
  await line(BASIS)
    .getByRole('button', { name: `撤销额度：销售总量指标，${BASIS}` })
    .click();
  expect(await firm.dialog().innerText()).toContain('撤销后，记录不再与这个额度比较。已有的记录不变');
  await firm.expectUsable('quotas-withdraw');
  await firm.press('撤销');
  await line(BASIS).waitFor({ state: 'detached' });
  expect(await line('另一号').count()).toBe(1);
  await openForm();
  await fill({ 产品: PRODUCT, 开始日期: '2026-01-01', 结束日期: '2026-12-31', 批准数量: '3', 文号: '追加号' });
  await firm.press('录入额度');
  await line('追加号').waitFor();
  expect(await line('追加号').innerText()).toMatch(/3,000 千克\s+2,634.5 千克\s+365.5 千克/);
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
