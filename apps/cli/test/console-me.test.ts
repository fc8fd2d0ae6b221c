/** A person's own account and the change of organisation in the console, in a real browser against the real program. */
import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { deviceCode } from './device-code.ts';
import { launchBrowser } from './launch-browser.ts';
import { makeDataDir, type Program, removeDataDir, startProgram } from './program.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const LOGIN_NAME = 'wang.jianguo';
const PASSWORD = '四月的麦田与风筝';
const NEXT_PASSWORD = '十月的稻穗弯下了腰';
/** Where pictures of the pages are kept for whoever wants to look at them. */
const SHOTS = process.env.SUYUAN_SHOTS;

let dataDir: string;
let program: Program;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  dataDir = makeDataDir();
  program = await startProgram(dataDir);
  browser = await launchBrowser();
  const token = await vi.waitFor(() => {
    const [, printed] = /\/console\/start#([\w-]{43})/.exec(program.wrote()) ?? [];
    if (printed === undefined) throw new Error('no link was printed');
    return printed;
  });
  page = await newPage();
  await page.goto(`${program.url}/console/sign-in`);
  const started = await ask(page, 'POST', '/v1/links/first-start', {
    token,
    person: { name: '王建国', loginName: LOGIN_NAME, password: PASSWORD },
    organisation: { name: '青山果园（烟台）有限公司', categories: ['水果'] },
  });
  expect(started.status).toBe(200);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.end('SIGTERM');
  removeDataDir(dataDir);
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', viewport: DESK });
  await context.addInitScript({ content: axeCore.source });
  const opened = await context.newPage();
  opened.on('console', (message) => {
    // A refusal of the server is told here as well, and is expected.
    if (['error', 'warning'].includes(message.type()) && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text());
  });
  opened.on('pageerror', (error) => complaints.push(error.message));
  return opened;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** As the page itself asks, with its session. */
function ask(from: Page, method: string, path: string, body?: object): Promise<Answer> {
  return from.evaluate(
    async ([how, where, sent]) => {
      const answer = await fetch(where, {
        method: how,
        ...(sent === '' ? {} : { headers: { 'content-type': 'application/json' }, body: sent }),
      });
      return { status: answer.status, body: await answer.json().catch(() => null) };
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  );
}

/** Fails on what a person would miss, at both widths: pale text, a field without a name, a page wider than its window. */
async function expectUsable(shown: Page, name: string): Promise<void> {
  for (const viewport of [PHONE, DESK]) {
    await shown.setViewportSize(viewport);
    const moving = () =>
      document
        .getAnimations()
        .filter((found) => found.playState === 'running' && found.effect?.getComputedTiming().endTime !== Infinity)
        .length;
    await expect.poll(() => shown.evaluate(moving)).toBe(0);
    if (SHOTS !== undefined) await shown.screenshot({ path: `${SHOTS}/${name}-${viewport.width}.png`, fullPage: true });
    const violations = await shown.evaluate(async () => {
      const found = await globalThis.axe.run(document, { resultTypes: ['violations'] });
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
      );
    });
    expect(violations, `${name} ${viewport.width}`).toEqual([]);
    const wide = await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${name} ${viewport.width}`).toBeLessThanOrEqual(0);
  }
  expect(complaints).toEqual([]);
}

async function signIn(on: Page, name: string, password: string): Promise<void> {
  await on.getByLabel('登录名').fill(name);
  await on.getByLabel('密码', { exact: true }).fill(password);
  await on.getByRole('button', { name: '登录', exact: true }).click();
}

const dialog = () => page.getByRole('dialog');
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });

test('one comes to the own account by the menu, and changes name, login names and password there', async () => {
  await page.goto(`${program.url}/console`);
  await page.getByText('建议启用两步验证').waitFor();
  await expectUsable(page, 'home-advice');
  await page.getByRole('button', { name: '王建国的账号' }).click();
  await page.getByRole('menuitem', { name: '我的账号' }).click();
  await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
  await page.getByRole('row').filter({ hasText: '本机' }).waitFor();
  await expectUsable(page, 'me');

  await page.getByRole('button', { name: '修改姓名' }).click();
  await dialog().getByLabel('姓名').fill('王建业');
  await inDialog('保存').click();
  await page.getByRole('button', { name: '王建业的账号' }).waitFor();

  await page.getByRole('button', { name: '添加登录名' }).click();
  await dialog().getByLabel('登录名').fill('13800138000');
  await expectUsable(page, 'me-login-name');
  await inDialog('添加').click();
  await page.getByText('+8613800138000').waitFor();
  await page.getByRole('button', { name: `移除登录名“${LOGIN_NAME}”` }).click();
  await inDialog('移除').click();
  await expect.poll(() => page.getByRole('button', { name: /^移除登录名/ }).count()).toBe(0);

  await page.getByRole('button', { name: '修改密码' }).click();
  await dialog().getByLabel('当前密码').fill('错误的密码');
  await dialog().getByLabel('新密码').fill(NEXT_PASSWORD);
  await inDialog('修改密码').click();
  await dialog().getByText('登录名或密码不正确').waitFor();
  await dialog().getByLabel('当前密码').fill(PASSWORD);
  await inDialog('修改密码').click();
  await dialog().waitFor({ state: 'detached' });
  const elsewhere = await newPage();
  await elsewhere.goto(`${program.url}/console/sign-in`);
  await signIn(elsewhere, '13800138000', NEXT_PASSWORD);
  await elsewhere.getByRole('heading', { name: '王建业，您好' }).waitFor();
  expect((await ask(elsewhere, 'DELETE', '/v1/session')).status).toBe(204);
  await elsewhere.context().close();
});

test('a session that is ended here leads to the sign-in page there', async () => {
  const there = await newPage();
  await there.goto(`${program.url}/console/sign-in`);
  await signIn(there, '13800138000', NEXT_PASSWORD);
  await there.getByRole('heading', { name: '王建业，您好' }).waitFor();
  await page.reload();
  const rows = page.getByRole('table', { name: '登录中的设备' }).getByRole('row');
  await expect.poll(() => rows.count()).toBe(3);
  expect(await rows.filter({ hasText: '本机' }).count()).toBe(1);
  expect(await rows.filter({ hasText: 'Linux 上的 Chrome' }).count()).toBe(2);
  await page.getByRole('button', { name: /^结束“/ }).click();
  await inDialog('结束').click();
  await expect.poll(() => rows.count()).toBe(2);
  await there.getByRole('link', { name: '单位信息' }).click();
  await there.waitForURL('**/console/sign-in?return=*');
  await signIn(there, '13800138000', NEXT_PASSWORD);
  await there.getByRole('heading', { level: 1, name: '单位信息' }).waitFor();

  await page.reload();
  await page.getByRole('button', { name: '结束其他所有登录' }).click();
  await inDialog('结束其他所有登录').click();
  await expect.poll(() => rows.count()).toBe(2);
  await there.reload();
  await there.waitForURL('**/console/sign-in?return=*');
  await there.context().close();
});

test('a branch is found and acted for, which the header says; and one goes back', async () => {
  const made = await ask(page, 'POST', '/v1/branches', { name: '青山果园莱阳分店' });
  expect(made.status).toBe(200);
  await page.goto(`${program.url}/console/me`);
  await page.getByRole('button', { name: '切换单位' }).click();
  await dialog()
    .getByRole('button', { name: /青山果园莱阳分店/ })
    .waitFor();
  await expectUsable(page, 'places');
  await dialog().getByRole('searchbox', { name: '按名称或编码查找' }).fill('没有这样的单位');
  await dialog().getByText('没有找到单位').waitFor();
  await dialog().getByRole('searchbox', { name: '按名称或编码查找' }).fill('莱阳');
  const branch = dialog().getByRole('button', { name: /青山果园莱阳分店/ });
  await branch.filter({ hasText: '下属单位' }).filter({ hasText: '由青山果园（烟台）有限公司代表' }).click();
  await page.waitForURL('**/console');
  const header = page.getByRole('banner');
  await header.getByText('代表', { exact: true }).waitFor();
  await header.getByText('青山果园莱阳分店').waitFor();
  await page.getByRole('main').getByText('青山果园莱阳分店').waitFor();
  await page.setViewportSize(PHONE);
  await header.getByText('代表', { exact: true }).waitFor();
  await expectUsable(page, 'branch');

  await page.getByRole('button', { name: '切换单位' }).click();
  await dialog()
    .getByRole('button', { name: /青山果园（烟台）有限公司.*本单位/ })
    .click();
  await header.getByText('代表', { exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('main').getByText('青山果园（烟台）有限公司').waitFor();
});

test('another tab that went to a branch takes this one along once it is looked at', async () => {
  await page.goto(`${program.url}/console/organisation`);
  await page.getByRole('main').getByText('青山果园（烟台）有限公司').waitFor();
  const { body } = await ask(page, 'GET', '/v1/places?q=莱阳');
  const [{ id, via }] = Object(body).places;
  const other = await page.context().newPage();
  await other.goto(`${program.url}/console`);
  expect((await ask(other, 'POST', '/v1/session/organisation', { id, via: via.id })).status).toBe(200);
  await other.close();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByRole('main').getByText('青山果园莱阳分店').waitFor();
  await page.getByRole('banner').getByText('代表', { exact: true }).waitFor();
  expect((await ask(page, 'POST', '/v1/session/organisation', { id: via.id })).status).toBe(200);
});

test('a second step is set up on the own page; without many recovery codes the home page warns', async () => {
  await page.goto(`${program.url}/console/me`);
  await page.getByRole('button', { name: '启用两步验证' }).click();
  await dialog()
    .getByRole('img', { name: /二维码/ })
    .waitFor();
  await expectUsable(page, 'me-factor');
  await dialog()
    .getByLabel(/6 位数字/)
    .fill('12345');
  await inDialog('确认').click();
  await dialog().getByText('验证码是 6 位数字').waitFor();
  const secret = (await dialog().locator('.factor code').innerText()).replace(/\s/g, '');
  await dialog()
    .getByLabel(/6 位数字/)
    .fill(deviceCode(secret, -1));
  await inDialog('确认').click();
  await dialog().getByText('请保存恢复码').waitFor();
  const first = await dialog().locator('.recovery-codes code').allInnerTexts();
  await keepCodes();
  await page.getByText('还剩 10 个').waitFor();

  await page.getByRole('button', { name: '换一组恢复码' }).click();
  await inDialog('生成新的恢复码').click();
  await dialog().getByText('请保存恢复码').waitFor();
  await expectUsable(page, 'me-codes');
  const codes = await dialog().locator('.recovery-codes code').allInnerTexts();
  expect(codes.filter((code) => first.includes(code))).toEqual([]);
  await keepCodes();
  for (const code of codes.slice(0, 8)) {
    expect((await ask(page, 'POST', '/v1/session/proof', { password: NEXT_PASSWORD, code })).status).toBe(200);
  }
  await page.goto(`${program.url}/console`);
  await page.getByText('恢复码只剩 2 个').waitFor();
  await expectUsable(page, 'home-few-codes');
  await page.getByRole('link', { name: '前往更换' }).click();
  await page.getByText('还剩 2 个').waitFor();
  await expectUsable(page, 'me-with-factor');
  await page.getByRole('button', { name: '停用两步验证' }).click();
  await inDialog('停用两步验证').click();
  await page.getByText('未启用').waitFor();
});

async function keepCodes(): Promise<void> {
  await dialog().getByLabel('我已保存好恢复码').check();
  await inDialog('完成').click();
  await dialog().waitFor({ state: 'detached' });
}

test('who else signs people in has a button; that it cannot be reached, and why one came back, is said in words', async () => {
  const provider = { name: '山东省统一身份认证', issuer: 'https://login.invalid', clientId: 'suyuan' };
  expect((await ask(page, 'POST', '/v1/operator/providers', provider)).status).toBe(200);
  await page.goto(`${program.url}/console/me`);
  await page.getByRole('button', { name: '关联山东省统一身份认证' }).waitFor();
  await expectUsable(page, 'me-provider');
  const stranger = await newPage();
  await stranger.goto(`${program.url}/console/sign-in#error=oidc.unknown`);
  await stranger.getByText('此账号尚未与平台上的任何人关联').waitFor();
  await stranger.getByRole('button', { name: '用山东省统一身份认证登录' }).waitFor();
  expect(new URL(stranger.url()).hash).toBe('');
  await expectUsable(stranger, 'sign-in-provider');
  await stranger.reload();
  await stranger.getByRole('button', { name: '用山东省统一身份认证登录' }).click();
  await stranger.locator('.providers').getByRole('alert').waitFor();
  expect(await stranger.getByText('此账号尚未与平台上的任何人关联').count()).toBe(0);

  const made = await ask(page, 'POST', '/v1/invitations', { name: '李梅', role: 'recorder' });
  await stranger.goto(String(Object(made.body).url));
  await stranger.getByRole('button', { name: '用山东省统一身份认证加入' }).waitFor();
  expect(await stranger.getByLabel('姓名').inputValue()).toBe('李梅');
  await expectUsable(stranger, 'invitation');
  await stranger.context().close();
});

test('too many tries are counted down, and the button stays', async () => {
  const stranger = await newPage();
  await stranger.goto(`${program.url}/console/sign-in`);
  const button = stranger.getByRole('button', { name: '登录', exact: true });
  for (let tries = 0; tries < 5; tries++) {
    const answered = stranger.waitForResponse('**/v1/session');
    await signIn(stranger, 'zhang.san', `错误的密码${tries}`);
    expect((await answered).status()).toBe(401);
    await stranger.getByText('登录名或密码不正确').waitFor();
  }
  await signIn(stranger, 'zhang.san', '错误的密码');
  await stranger.getByText(/请等待 0:\d\d 后再试/).waitFor();
  await expectUsable(stranger, 'blocked');
  const told = await stranger.getByText(/请等待/).innerText();
  await expect.poll(() => stranger.getByText(/请等待/).innerText()).not.toBe(told);
  expect(await button.isEnabled()).toBe(true);
  await stranger.context().close();
});

test('a server that is away is said, in place of a form that leads nowhere', async () => {
  const stranger = await newPage();
  await stranger.route('**/v1/session', (route) => route.abort());
  await stranger.goto(`${program.url}/console/sign-in`);
  await stranger.getByText('连不上服务器').waitFor();
  expect(await stranger.getByLabel('登录名').count()).toBe(0);
  await expectUsable(stranger, 'sign-in-away');
  await stranger.unroute('**/v1/session');
  await stranger.getByRole('button', { name: '重试' }).click();
  await stranger.getByLabel('登录名').waitFor();
  await stranger.context().close();
});
