/** The account pages of the console in a real browser against the real program: nothing is mocked. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deviceCode, earlierCode } from '../device-code.ts';
import { makeDataDir, run } from '../program.ts';
import { OWNER, type RunningConsole, runConsole } from './console.fixture.ts';
import { DESK, expectUsable as expectUsableAs, PHONE, watchedPage } from './tab.fixture.ts';

let at: RunningConsole;
const complaints: string[] = [];

beforeAll(async () => {
  at = await runConsole({}, makeDataDir());
}, 180_000);
afterAll(() => at?.close());

const newPage = (options: BrowserContextOptions): Promise<Page> => watchedPage(at.browser, complaints, options);

async function expectUsable(page: Page, name: string): Promise<void> {
  await expectUsableAs(page, name);
  expect(complaints).toEqual([]);
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('登录名').fill(OWNER.loginName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /王建国/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.waitForURL('**/console/sign-in');
}

let owner: Page;

test('the first start asks three questions and leads to the home page', async () => {
  owner = await newPage({ viewport: PHONE });
  await owner.goto(await at.firstLink());
  await owner.getByRole('heading', { name: '您是谁？' }).waitFor();
  await expectUsable(owner, 'first-start');
  await owner.getByLabel('姓名').fill('王建国');
  await owner.getByLabel('登录名').fill(OWNER.loginName);
  await owner.getByLabel('密码', { exact: true }).fill('青山果园2026');
  await owner.getByLabel('单位名称').fill('青山果园');
  await owner.getByLabel('食用农产品').check();
  await owner.getByRole('button', { name: '开始使用' }).click();
  await owner.getByText('密码不能就是姓名、单位或产品的名称').waitFor();
  await owner.getByLabel('密码', { exact: true }).fill(OWNER.password);
  await owner.getByRole('button', { name: '开始使用' }).click();
  await owner.getByRole('heading', { name: '王建国，您好' }).waitFor();
  expect(await owner.innerText('main')).toContain('青山果园');
  await expectUsable(owner, 'home');
  const told = await owner.request.get(`${at.program.url}/v1/organisation`);
  expect(await told.json()).toMatchObject({ name: '青山果园', categories: ['edible-agri'] });
});

test('a link that was used says what helps', async () => {
  const page = await newPage({ viewport: PHONE });
  await page.goto(await at.firstLink());
  await page.getByText('已经用过的链接不能再用').waitFor();
  await expectUsable(page, 'link-invalid');
  await page.getByRole('link', { name: '前往登录' }).click();
  await page.getByLabel('登录名').waitFor();
});

test('an invitation tells who invites into what; a new person joins in a second browser', async () => {
  const made = await owner.request.post(`${at.program.url}/v1/invitations`, {
    data: { name: '李梅', role: 'recorder' },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  const { url } = await made.json();
  await owner.goto(url);
  await owner.getByRole('button', { name: '以王建国的身份加入' }).waitFor();
  await expectUsable(owner, 'invitation-me');
  const page = await newPage({ viewport: DESK });
  await page.goto(url);
  await page.getByText('王建国邀请您加入“青山果园”，角色是登记员。').waitFor();
  await expectUsable(page, 'invitation');
  expect(await page.getByLabel('姓名').inputValue()).toBe('李梅');
  await page.getByLabel('登录名').fill('li.mei');
  await page.getByLabel('密码', { exact: true }).fill('七月的葡萄架下乘凉');
  await page.getByRole('button', { name: '加入', exact: true }).click();
  await page.getByRole('button', { name: /李梅/ }).waitFor();
  expect(await page.innerText('main')).toContain('登记员');
});

test('a password is set by the link that the operator prints, and signs in from then on', async () => {
  const { stdout } = await run(at.program.dataDir, 'person', 'reset', OWNER.loginName);
  const page = await newPage({ viewport: DESK });
  await page.goto(stdout.trim());
  await page.getByRole('heading', { name: '设置新密码' }).waitFor();
  await expectUsable(page, 'password');
  await page.getByLabel('新密码').fill('十月的稻穗弯下了腰');
  await page.getByRole('button', { name: '设置密码' }).click();
  await page.getByRole('heading', { name: '王建国，您好' }).waitFor();
  await signOut(page);
  await signIn(page, OWNER.password);
  await page.getByText('登录名或密码不正确').waitFor();
  await expectUsable(page, 'sign-in-wrong');
  await signIn(page, '十月的稻穗弯下了腰');
  await page.getByRole('heading', { name: '王建国，您好' }).waitFor();
  owner = page;
});

test('where a second step is asked for it is set up before anything else; then it, and a recovery code, sign in', async () => {
  await owner.request.patch(`${at.program.url}/v1/organisation`, {
    data: { secondFactor: 'all' },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  await signOut(owner);
  await signIn(owner, '十月的稻穗弯下了腰');
  await owner.getByRole('heading', { name: '设置两步验证' }).waitFor();
  await owner.getByRole('img', { name: /二维码/ }).waitFor();
  await expectUsable(owner, 'enrol');
  const secret = (await owner.locator('.factor code').innerText()).replace(/\s/g, '');
  await owner.getByLabel(/6 位数字/).fill(await earlierCode(secret));
  await owner.getByRole('button', { name: '确认' }).click();
  await owner.getByRole('heading', { name: '请保存恢复码' }).waitFor();
  await expectUsable(owner, 'recovery-codes');
  const codes = await owner.locator('.recovery-codes code').allInnerTexts();
  expect(codes).toHaveLength(10);
  const loading = owner.waitForEvent('download');
  await owner.getByRole('button', { name: '下载' }).click();
  expect((await loading).suggestedFilename()).toBe('suyuan-recovery-codes.txt');
  expect(await owner.getByRole('button', { name: '完成' }).isDisabled()).toBe(true);
  await owner.getByLabel('我已保存好恢复码').check();
  await owner.getByRole('button', { name: '完成' }).click();
  await owner.getByRole('heading', { name: '王建国，您好' }).waitFor();

  await signOut(owner);
  await signIn(owner, '十月的稻穗弯下了腰');
  await owner.getByLabel('验证码').fill(deviceCode(secret, 0));
  await expectUsable(owner, 'code');
  await owner.getByRole('button', { name: '验证并登录' }).click();
  await owner.getByRole('heading', { name: '王建国，您好' }).waitFor();

  await signOut(owner);
  await signIn(owner, '十月的稻穗弯下了腰');
  await owner.getByRole('button', { name: /使用恢复码/ }).click();
  await owner.getByLabel('恢复码').fill(codes[0] ?? '');
  await owner.getByRole('button', { name: '验证并登录' }).click();
  await owner.getByRole('heading', { name: '王建国，您好' }).waitFor();
});

test('a second step is taken away by the operator’s link', async () => {
  const { stdout } = await run(at.program.dataDir, 'person', 'reset', OWNER.loginName, '--second-factor');
  const page = await newPage({ viewport: PHONE });
  await page.goto(stdout.trim());
  await page.getByRole('heading', { name: '取消两步验证' }).waitFor();
  await expectUsable(page, 'factor-removed');
  await page.getByRole('button', { name: '确认取消' }).click();
  await page.getByText('两步验证已取消').waitFor();
});
