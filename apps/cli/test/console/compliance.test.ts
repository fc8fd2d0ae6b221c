/** Compliance in the console: a cooperative captures records with faults, sees what is wrong, and reads its ledgers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { textsOf } from '../../../../packages/server/test/account/workbook.ts';
import { MEMBER, type RunningConsole, runConsole } from './console.fixture.ts';
import { documentOf, harvest, lotOf, sale, spraying } from './cooperative.fixture.ts';
import { done, joined } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const EDIBLE_AGRI = join(import.meta.dirname, '../../../../packages/profiles/src/edible-agri/pack.json');
const SOLD = 'urn:uuid:00000000-0000-4000-8000-0000000000a1';
const LOT = lotOf('B1');
/** Until a page or list has followed. */
const SOON = { timeout: 10_000 };

let at: RunningConsole;
let farm: Tab;
let secret: string;

beforeAll(async () => {
  at = await runConsole();
  farm = await at.firstStart();
  secret = String(Object(await done(farm, 'POST', '/v1/keys', { label: '农事记录', role: 'capture' })).secret);
}, 180_000);
afterAll(() => at?.close());

async function capture(events: Parameters<typeof documentOf>[0]): Promise<number> {
  const answer = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: documentOf(events),
  });
  return answer.status;
}

const rulesOf = async (): Promise<readonly { rule: string; findings: number }[]> =>
  Object(await done(farm, 'GET', '/v1/compliance')).packs[0]?.rules ?? [];

/** Until these many are found of the rule. */
async function found(rule: string, count: number): Promise<void> {
  await vi.waitFor(
    async () => expect((await rulesOf()).find((each) => each.rule === rule)?.findings ?? 0).toBe(count),
    { timeout: 30_000 },
  );
}

const back = (tab: Tab) => tab.page.getByRole('link', { name: '返回合规' }).click();

test('where no pack applies the page says what there is, and leads to where one says what one deals in', async () => {
  const { page } = farm;
  await page.goto(`${at.program.url}/console/`);
  await page.getByRole('navigation').getByRole('link', { name: '合规', exact: true }).click();
  await page.getByText(/现有的规则包：食用农产品、食品、特种设备/).waitFor();
  await farm.expectUsable('compliance-none');
  await page.getByRole('link', { name: '填写经营品类' }).click();
  await page.getByRole('button', { name: '修改' }).click();
  // The name typed in full is the category, as is one that is chosen.
  await page.getByRole('combobox', { name: '经营品类' }).fill('食用农产品');
  await farm.expectUsable('compliance-category');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').first().waitFor();
  expect(await done(farm, 'GET', '/v1/organisation')).toMatchObject({ categories: ['水果', 'edible-agri'] });
  await page.locator('dd', { hasText: '食用农产品' }).waitFor();
  await farm.open('compliance', '合规');
  await page.getByText(/本单位经营：食用农产品。还没有登记过/).waitFor();
  await farm.expectUsable('compliance-no-records');
});

test('what is in order is told to be, with how many records, and how many were entered late', async () => {
  expect(await capture([spraying('F1', '06-01T07:00')])).toBe(202);
  const records = async () => Object(await done(farm, 'GET', '/v1/compliance')).packs[0]?.records;
  await vi.waitFor(async () => expect(await records()).toBe(1), { timeout: 30_000 });
  await farm.open('compliance', '合规');
  await farm.page.getByText('没有发现问题').waitFor();
  await farm.page.getByText('1 条，事情发生满一天以后才登记').waitFor();
  await farm.expectUsable('compliance-nothing');
});

test('faults are told by rule, the worst first, with how many', async () => {
  const bare = sale('B9', '06-20T08:00', { 'agri:buyerContact': undefined, 'agri:origin': undefined });
  expect(await capture([harvest('F2', 'B1', '06-03T06:00'), sale('B1', '06-05T08:00', { eventID: SOLD }), bare])).toBe(
    202,
  );
  // Late: only now is it known that the sale was within the interval.
  expect(await capture([spraying('F2', '06-01T07:00')])).toBe(202);
  await found('sale-within-interval', 1);
  await found('harvest-within-interval', 1);
  await farm.open('compliance', '合规');
  await farm.page.getByText('法规禁止 1 处').waitFor();
  await farm.page.getByText(/^不合要求 \d+ 处$/).waitFor();
  const rows = await farm.page.getByRole('table', { name: '按规则汇总' }).getByRole('row').allInnerTexts();
  const grades = rows.slice(1).map((row) => /法规禁止|不合要求|无法判断/.exec(row)?.[0]);
  expect(grades[0]).toBe('法规禁止');
  expect(grades).toEqual([...grades].sort((a, b) => GRAVITY.indexOf(a ?? '') - GRAVITY.indexOf(b ?? '')));
  await farm.expectUsable('compliance');
});

const GRAVITY = ['法规禁止', '不合要求', '无法判断'];

test('of a rule each finding says when, what is wrong, what to do, by which law, how sure that is, and of what', async () => {
  const { page } = farm;
  await page.getByRole('table', { name: '按规则汇总' }).getByRole('row').nth(1).getByRole('link').click();
  const row = farm.row('吡虫啉的间隔期为 7 天');
  await row.waitFor();
  const told = await row.innerText();
  expect(told).toMatch(/法规禁止/);
  expect(told).toMatch(/2026年6月5日/);
  expect(told).toMatch(/怎么办：\S+/);
  expect(told).toMatch(/农产品质量安全法/);
  expect(told).toMatch(/已对照法规全文/);
  expect(told).toMatch(/\d+ 天后登记/);
  expect(new URL(page.url()).searchParams.get('rule')).toBe('sale-within-interval');
  await farm.expectUsable('compliance-findings');
  await row.getByRole('link', { name: `查看记录 ${SOLD}` }).click();
  await page.getByText(SOLD, { exact: true }).waitFor();
  await page.goBack();
  await row.getByRole('link', { name: `追溯 ${LOT}` }).click();
  await page.getByRole('heading', { level: 1, name: '追溯' }).waitFor();
  expect(await page.getByLabel('编码').inputValue()).toBe(LOT);
});

test('findings are looked for by gravity, rule and unit in any spelling; the address keeps it', async () => {
  const { page } = farm;
  await farm.open('compliance/findings', '核对结果');
  const all = await page.getByRole('row').count();
  await page.getByLabel('追溯编码').fill('(01)06901234567892(10)B1');
  await page.getByRole('button', { name: '查找' }).click();
  await vi.waitFor(async () => expect(await page.getByRole('row').count()).toBeLessThan(all), SOON);
  await farm.row('吡虫啉').waitFor();
  expect(new URL(page.url()).searchParams.get('unit')).toBe(LOT);
  const some = await page.getByRole('row').count();
  await page.reload();
  await farm.row('吡虫啉').waitFor();
  expect(await page.getByRole('row').count()).toBe(some);
  await page.getByRole('combobox', { name: '结果' }).click();
  await page.locator('.ant-select-item-option', { hasText: '无法判断' }).click();
  await page.getByText('没有这样的问题。').waitFor();
  expect(new URL(page.url()).searchParams.get('effect')).toBe('unknown');
  await farm.expectUsable('compliance-findings-none');
  await page.goto(`${at.program.url}/console/compliance/findings`);
  await page.getByRole('combobox', { name: '问题' }).click();
  await page.locator('.ant-select-item-option', { hasText: '缺少应登记的内容' }).first().click();
  await vi.waitFor(async () => expect(await page.getByRole('row').count()).toBeLessThan(all), SOON);
  expect(new URL(page.url()).searchParams.get('rule')).toBe('element.missing');
});

/** Both days in one breath: what the first changed is not yet drawn when the second comes. */
const both = (page: Page, day: string): Promise<void> =>
  page.evaluate(async (text) => {
    for (const field of document.querySelectorAll<HTMLInputElement>('.filters input[type=date]')) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, day);

test('a ledger is a table with its columns, from a day until a day, and is downloaded as it is shown', async () => {
  const { page } = farm;
  await farm.open('compliance', '合规');
  await page.getByRole('link', { name: '农药使用记录' }).click();
  await page.getByRole('heading', { level: 1, name: '农药使用记录' }).waitFor();
  await vi.waitFor(async () => expect(await farm.row('吡虫啉').count()).toBe(2), SOON);
  await farm.expectUsable('compliance-ledger');
  await page.setViewportSize(DESK);
  // Wider than the window, it scrolls inside of itself, and the time stays where it is.
  const time = page.getByRole('columnheader', { name: '时间', exact: true });
  const before = await time.boundingBox();
  const scrolled = await page.locator('.wide').evaluate((wide) => {
    wide.scrollLeft = 100;
    return wide.scrollLeft;
  });
  expect(scrolled).toBeGreaterThan(0);
  expect((await time.boundingBox())?.x).toBe(before?.x);
  await page.getByLabel('从').fill('2026-06-02');
  await page.getByText('这段时间没有记录。').waitFor();
  await both(page, '2026-06-01');
  await vi.waitFor(async () => expect(await farm.row('吡虫啉').count()).toBe(2), SOON);
  expect(new URL(page.url()).search).toBe('?from=2026-06-01&until=2026-06-01');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('suyuan-edible-agri-input-use.xlsx');
  expect(download.url()).toContain('language=zh');
  const texts = textsOf(readFileSync(await download.path())).join('\n');
  expect(texts).toContain('吡虫啉');
  await back(farm);
  await page.getByRole('heading', { level: 1, name: '合规' }).waitFor();
});

test('many lines and many findings come page by page', async () => {
  const many = Array.from({ length: 120 }, (_, n) => spraying(`M${n}`, '07-01T07:00', { 'agri:inputDose': undefined }));
  expect(await capture(many)).toBe(202);
  await vi.waitFor(
    async () => expect((await rulesOf()).find(({ rule }) => rule === 'element.missing')?.findings).toBeGreaterThan(119),
    { timeout: 60_000 },
  );
  await farm.open('compliance/findings?rule=element.missing&pack=edible-agri', '核对结果');
  expect(await farm.row('用量').count()).toBe(50);
  await farm.page.getByRole('button', { name: '显示更多' }).click();
  await vi.waitFor(async () => expect(await farm.row('用量').count()).toBe(100), SOON);
  await farm.open('compliance/ledgers/edible-agri/input-use', '农药使用记录');
  await farm.row('吡虫啉').first().waitFor();
  expect(await farm.row('吡虫啉').count()).toBe(100);
  await farm.page.getByRole('button', { name: '显示更多' }).click();
  await vi.waitFor(async () => expect(await farm.row('吡虫啉').count()).toBe(122), SOON);
});

test('while records wait the page says so, and follows until none does', async () => {
  let waiting = 7;
  await farm.page.route('**/v1/compliance', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), waiting } });
  });
  await farm.open('compliance', '合规');
  await farm.page.getByText('本系统中还有 7 条记录等待核对').waitFor();
  await farm.expectUsable('compliance-waiting');
  waiting = 0;
  await farm.page.getByText('还有记录正在核对').waitFor({ state: 'hidden' });
  await farm.page.unrouteAll();
});

test('whoever may only look at records sees it too', async () => {
  const invited = await done(farm, 'POST', '/v1/invitations', { name: MEMBER.name, role: 'viewer' });
  const clerk = await joined(at, invited, MEMBER);
  await clerk.open('compliance', '合规');
  await clerk.page.getByText('法规禁止 1 处').waitFor();
  await clerk.close();
});

test('in English nothing is left in Chinese but what was recorded', async () => {
  await farm.page.setViewportSize(DESK);
  await farm.open('compliance', '合规');
  await farm.page.getByRole('button', { name: 'English' }).click();
  await farm.open('compliance', 'Compliance');
  await farm.page.getByText('Forbidden: 1').waitFor();
  expect(await farm.page.innerText('main')).not.toMatch(/\p{Script=Han}/u);
  await farm.expectUsable('compliance-en');
  await farm.open('compliance/findings', 'What is found');
  await farm.row('What to do').first().waitFor();
  await farm.expectUsable('compliance-findings-en');
  expect((await farm.page.innerText('main')).replaceAll(/吡虫啉|主席令第 \d+ 号/gu, '')).not.toMatch(/\p{Script=Han}/u);
  await farm.open('compliance/ledgers/edible-agri/input-use', '');
  await farm.row('吡虫啉').first().waitFor();
  expect(await farm.page.getByRole('columnheader').allInnerTexts()).not.toContainEqual(
    expect.stringMatching(/\p{Script=Han}/u),
  );
  expect(await farm.page.getByRole('link', { name: 'Download for Excel' }).getAttribute('href')).toContain(
    'language=en',
  );
  await farm.expectUsable('compliance-ledger-en');
});

test('a record that is declared in error is found fault with no more', async () => {
  const errorDeclaration = { declarationTime: '2026-06-06T00:00:00Z', reason: 'incorrect_data' };
  expect(await capture([sale('B1', '06-05T08:00', { eventID: SOLD, errorDeclaration })])).toBe(202);
  await found('sale-within-interval', 0);
  await farm.open('compliance', 'Compliance');
  await farm.page.getByText(/^Not in order: \d+$/).waitFor();
  expect(await farm.page.innerText('main')).not.toContain('Forbidden');
});

test('where a pack gives a time to put it right, findings say the last day, and what is past is marked', async () => {
  const pack = JSON.parse(readFileSync(EDIBLE_AGRI, 'utf8'));
  const within = { amount: 5, unit: 'workday' };
  const requirements = pack.requirements.map((each: object) => ({ ...each, within }));
  await done(farm, 'POST', '/v1/operator/packs', { ...pack, version: '2026.99', requirements });
  await vi.waitFor(
    async () => {
      const { findings } = Object(await done(farm, 'GET', '/v1/compliance/findings?rule=element.missing'));
      expect(findings.every(({ lastDay }: { lastDay?: string }) => lastDay !== undefined)).toBe(true);
    },
    { timeout: 60_000 },
  );
  await farm.open('compliance/findings?rule=element.missing', 'What is found');
  await farm.row('At the latest: Jul 8, 2026').first().waitFor();
  expect(await farm.row('Too late').count()).toBeGreaterThan(0);
  await farm.expectUsable('compliance-findings-until');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
