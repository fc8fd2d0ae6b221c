/** Filings in the console: a cooperative hands in its certificates, notes what was answered, and sees what has changed since. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { textsOf } from '../../../../packages/server/test/account/workbook.ts';
import { MEMBER, type RunningConsole, runConsole } from './console.fixture.ts';
import { certificate, documentOf } from './cooperative.fixture.ts';
import { done, joined } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const KIND = 'edible-agri/certificate-upload';
const NAME = '承诺达标合格证信息上传';
const idOf = (n: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${n}`;
/** Until a page or list has followed. */
const SOON = { timeout: 10_000 };

let at: RunningConsole;
let farm: Tab;
let secret: string;

beforeAll(async () => {
  at = await runConsole();
  farm = await at.firstStart();
  await done(farm, 'PATCH', '/v1/organisation', { categories: ['edible-agri'] });
  secret = String(Object(await done(farm, 'POST', '/v1/keys', { label: '农事记录', role: 'capture' })).secret);
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

/** Until the server says this of the kind. */
async function counted(expected: object): Promise<void> {
  await vi.waitFor(
    async () => {
      const { filings } = Object(await done(farm, 'GET', '/v1/compliance/filings'));
      const kind = filings.find(({ filing }: { filing: string }) => KIND.endsWith(filing));
      expect(kind).toMatchObject(expected);
    },
    { timeout: 30_000 },
  );
}

const main = (): Promise<string> => farm.page.innerText('main');
const button = (name: string) => farm.page.getByRole('button', { name, exact: true });

test('what waits is told on the page of compliance, with the way to it', async () => {
  await capture(
    certificate('06-10', ['B1', 'B2'], { eventID: idOf(1) }),
    certificate('06-11', ['B3'], { eventID: idOf(2) }),
    certificate('06-20', ['B4'], { eventID: idOf(3) }),
  );
  await counted({ waiting: 3 });
  const { page } = farm;
  await farm.open('compliance', '合规');
  const section = page.getByRole('region', { name: '报送' });
  await section.getByText('待报送 3 条').waitFor();
  await section.getByRole('link', { name: '查看全部报送' }).click();
  await page.getByRole('heading', { level: 1, name: '报送' }).waitFor();
  const told = await farm.row(NAME).innerText();
  expect(told).toContain('国家农产品质量安全追溯管理信息平台');
  expect(told).toMatch(/最早一条：2026年6月10日/);
  expect(told).toContain('未能查证');
  expect(await farm.row('食品召回报告').innerText()).toContain('没有要办的');
  await farm.expectUsable('filings');
  await farm.row(NAME).getByRole('link').click();
  await page.getByText('还没有生成过。').waitFor();
  await farm.expectUsable('filings-kind-first');
});

test('a filing is made of the days that are asked for, and its file is downloaded', async () => {
  const { page } = farm;
  await button('生成报送').click();
  await farm.dialog().getByLabel('从哪一天').fill('2026-06-12');
  await farm.dialog().getByLabel('到哪一天').fill('2026-06-11');
  await farm.press('生成');
  await farm.dialog().getByText('结束日期早于开始日期').waitFor();
  await farm.expectUsable('filings-make');
  await farm.dialog().getByLabel('从哪一天').fill('');
  await farm.press('生成');
  await page.getByText('第 3 行').waitFor();
  expect(await main()).toMatch(/未登记回执/);
  expect(await farm.row('第 1 行').innerText()).toMatch(/一致/);
  await page.getByText(`返回${NAME}`).waitFor();
  await farm.expectUsable('filings-filed');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载文件' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^suyuan-edible-agri-certificate-upload-[0-9a-f]{8}\.xlsx$/);
  expect(textsOf(readFileSync(await download.path())).join('\n')).toContain('绿野合作社');
});

test('what was not sent is taken back, after a question, and waits again', async () => {
  const { page } = farm;
  await page.getByRole('link', { name: `返回${NAME}` }).click();
  await page.getByText('待报送 1 条').waitFor();
  await button('生成报送').click();
  await farm.press('生成');
  await page.getByText('第 1 行').waitFor();
  await button('撤回').click();
  await farm.dialog().getByText('已经上传的，请不要撤回').waitFor();
  await farm.press('撤回');
  await page.getByRole('heading', { name: '已生成的报送' }).waitFor();
  await page.getByText('待报送 1 条').waitFor();
  await vi.waitFor(async () => expect(await farm.row('未登记回执').count()).toBe(1), SOON);
});

test('what is known since, or was declared in error, is told line by line, then and now', async () => {
  const named = { kind: 'product', code: 'https://id.gs1.org/01/06901234567892', attributes: { name: '小白菜' } };
  await done(farm, 'POST', '/v1/registry/entries', [named]);
  const errorDeclaration = { declarationTime: '2026-06-12T00:00:00Z' };
  await capture(certificate('06-11', ['B3'], { eventID: idOf(2), errorDeclaration }));
  await counted({ withdrawn: 1 });
  const [{ id }] = Object(await done(farm, 'GET', `/v1/compliance/filings/${KIND}`)).filings;
  await vi.waitFor(
    async () =>
      expect(Object(await done(farm, 'GET', `/v1/compliance/filed/${id}`)).lines).toMatchObject([
        { state: 'changed' },
        { state: 'changed' },
        { state: 'withdrawn' },
      ]),
    { timeout: 30_000 },
  );
  const { page } = farm;
  await farm.open(`compliance/filings/${KIND}`, NAME);
  await page.getByText('已报送的记录中，有 1 条后来声明有误，须告知接收方').waitFor();
  await farm.expectUsable('filings-kind');
  await farm.row('未登记回执').getByRole('link').first().click();
  await farm.row('第 3 行').getByText('已撤销').waitFor();
  expect(await farm.row('第 1 行').innerText()).toMatch(/报送时：空\s+现为：小白菜/);
  expect(await farm.row('第 2 行').innerText()).toMatch(/有变/);
  await farm.expectUsable('filings-changed');
});

test('a receipt is noted once, with the records that were refused: they wait again', async () => {
  const { page } = farm;
  await button('登记回执').click();
  await farm.dialog().getByLabel('回执编号').fill('回执 2026-001');
  await farm.dialog().getByRole('button', { name: '添加被退回的记录' }).click();
  await farm.press('登记');
  await farm.dialog().getByText('请填写退回原因').waitFor();
  await farm.choose('被退回的记录（1）', '第 1 至 2 行');
  await page.keyboard.press('Escape');
  await farm.dialog().getByLabel('退回原因（1）').fill('产地应写到村');
  await farm.expectUsable('filings-receipt');
  // What one reason has is not to be chosen for another.
  await farm.dialog().getByRole('button', { name: '添加被退回的记录' }).click();
  await farm.dialog().getByRole('combobox', { name: '被退回的记录（2）' }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().waitFor();
  expect(await page.locator('.ant-select-dropdown:visible .ant-select-item-option').allInnerTexts()).toEqual([
    expect.stringMatching(/^第 3 行/),
  ]);
  await page.keyboard.press('Escape');
  await farm.dialog().getByRole('button', { name: '去掉第 2 组' }).click();
  await farm.press('登记');
  await page.getByText('编号：回执 2026-001').waitFor();
  await vi.waitFor(async () => expect(await farm.row('产地应写到村').count()).toBe(2), SOON);
  expect(await button('登记回执').count()).toBe(0);
  expect(await button('撤回').count()).toBe(0);
  await farm.expectUsable('filings-answered');
  await page.getByRole('link', { name: `返回${NAME}` }).click();
  await page.getByText('待报送 2 条').waitFor();
  expect(await farm.row('已登记回执').innerText()).toMatch(/退回 2 行/);
});

test('whoever may only look sees all of it, and no button that would be refused', async () => {
  const invited = await done(farm, 'POST', '/v1/invitations', { name: MEMBER.name, role: 'viewer' });
  const clerk = await joined(at, invited, MEMBER);
  await clerk.open(`compliance/filings/${KIND}`, NAME);
  await clerk.row('已登记回执').waitFor();
  expect(await clerk.page.getByRole('button', { name: '生成报送' }).count()).toBe(0);
  await clerk.close();
});

test('in English nothing is left in Chinese but names and what was recorded or answered', async () => {
  const { page } = farm;
  await page.setViewportSize(DESK);
  await button('English').click();
  await farm.open('compliance/filings', 'Filings');
  await farm.row('Upload of certificates').waitFor();
  await farm.expectUsable('filings-en');
  expect((await main()).replaceAll(/2021 年|国家市场监督管理总局令第 122 号/g, '')).not.toMatch(/\p{Script=Han}/u);
  await farm.row('Upload of certificates').getByRole('link').click();
  await farm.row('Receipt noted').waitFor();
  expect((await main()).replaceAll(/2021 年|回执 2026-001|王建国/g, '')).not.toMatch(/\p{Script=Han}/u);
  await farm.row('Receipt noted').getByRole('link').first().click();
  await farm.row('Line 1').waitFor();
  expect(await farm.row('Line 3').innerText()).toMatch(/Withdrawn/);
  await farm.expectUsable('filings-filed-en');
});

test('what is no filing, or cannot be loaded, is said', async () => {
  const { page } = farm;
  await farm.open('compliance/filings/edible-agri/none', 'Filings');
  await page.getByText('There is no such filing').waitFor();
  await page.route('**/v1/compliance/filings', (route) => route.fulfill({ status: 500, json: {} }));
  await page.goto(`${at.program.url}/console/compliance/filings`);
  await page.getByRole('main').getByRole('alert').waitFor(SOON);
  await page.unrouteAll();
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
