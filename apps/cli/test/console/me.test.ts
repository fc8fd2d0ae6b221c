/** A person's own account and the change of organisation in the console, in a real browser against the real program. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { earlierCode } from '../device-code.ts';
import { OWNER, type RunningConsole, runConsole } from './console.fixture.ts';
import { PHONE, type Tab, tabOf } from './tab.fixture.ts';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

const NEXT_PASSWORD = '十月的稻穗弯下了腰';

async function signIn(on: Page, name: string, password: string): Promise<void> {
  await on.getByLabel('登录名').fill(name);
  await on.getByLabel('密码', { exact: true }).fill(password);
  await on.getByRole('button', { name: '登录', exact: true }).click();
}

const inDialog = (name: string) => tab.dialog().getByRole('button', { name, exact: true });

test('one comes to the own account by the menu, and changes name, login names and password there', async () => {
  await tab.page.goto(`${at.program.url}/console`);
  await tab.page.getByText('建议启用两步验证').waitFor();
  await tab.expectUsable('home-advice');
  await tab.page.getByRole('button', { name: '王建国的账号' }).click();
  await tab.page.getByRole('menuitem', { name: '我的账号' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
  await tab.page.getByRole('row').filter({ hasText: '本机' }).waitFor();
  await tab.expectUsable('me');

  await tab.page.getByRole('button', { name: '修改姓名' }).click();
  await tab.dialog().getByLabel('姓名').fill('王建业');
  await inDialog('保存').click();
  await tab.page.getByRole('button', { name: '王建业的账号' }).waitFor();

  await tab.page.getByRole('button', { name: '添加登录名' }).click();
  await tab.dialog().getByLabel('登录名').fill('13800138000');
  await tab.expectUsable('me-login-name');
  await inDialog('添加').click();
  await tab.page.getByText('+8613800138000').waitFor();
  await tab.page.getByRole('button', { name: `移除登录名“${OWNER.loginName}”` }).click();
  await inDialog('移除').click();
  await expect.poll(() => tab.page.getByRole('button', { name: /^移除登录名/ }).count()).toBe(0);

  await tab.page.getByRole('button', { name: '修改密码' }).click();
  await tab.dialog().getByLabel('当前密码').fill('错误的密码');
  await tab.dialog().getByLabel('新密码').fill(NEXT_PASSWORD);
  await inDialog('修改密码').click();
  await tab.dialog().getByText('登录名或密码不正确').waitFor();
  await tab.dialog().getByLabel('当前密码').fill(OWNER.password);
  await inDialog('修改密码').click();
  await tab.dialog().waitFor({ state: 'detached' });
  const elsewhere = await at.tab();
  await signIn(elsewhere.page, '13800138000', NEXT_PASSWORD);
  await elsewhere.page.getByRole('heading', { name: '王建业，您好' }).waitFor();
  expect((await elsewhere.ask('DELETE', '/v1/session')).status).toBe(204);
  await elsewhere.close();
});

test('a session that is ended here leads to the sign-in page there', async () => {
  const there = await at.tab();
  await signIn(there.page, '13800138000', NEXT_PASSWORD);
  await there.page.getByRole('heading', { name: '王建业，您好' }).waitFor();
  await tab.page.reload();
  const rows = tab.page.getByRole('table', { name: '登录中的设备' }).getByRole('row');
  await expect.poll(() => rows.count()).toBe(3);
  expect(await rows.filter({ hasText: '本机' }).count()).toBe(1);
  expect(await rows.filter({ hasText: 'Linux 上的 Chrome' }).count()).toBe(2);
  await tab.page.getByRole('button', { name: /^结束“/ }).click();
  await inDialog('结束').click();
  await expect.poll(() => rows.count()).toBe(2);
  await there.page.getByRole('link', { name: '单位信息' }).click();
  await there.page.waitForURL('**/console/sign-in?return=*');
  await signIn(there.page, '13800138000', NEXT_PASSWORD);
  await there.page.getByRole('heading', { level: 1, name: '单位信息' }).waitFor();

  await tab.page.reload();
  await tab.page.getByRole('button', { name: '结束其他所有登录' }).click();
  await inDialog('结束其他所有登录').click();
  await expect.poll(() => rows.count()).toBe(2);
  await there.page.reload();
  await there.page.waitForURL('**/console/sign-in?return=*');
  await there.close();
});

test('a branch is found and acted for, which the header says; and one goes back', async () => {
  const made = await tab.ask('POST', '/v1/branches', { name: '青山果园莱阳分店' });
  expect(made.status).toBe(200);
  await tab.page.goto(`${at.program.url}/console/me`);
  await tab.page.getByRole('button', { name: '切换单位' }).click();
  await tab
    .dialog()
    .getByRole('button', { name: /青山果园莱阳分店/ })
    .waitFor();
  await tab.expectUsable('places');
  await tab.dialog().getByRole('searchbox', { name: '按名称或编码查找' }).fill('没有这样的单位');
  await tab.dialog().getByText('没有找到单位').waitFor();
  await tab.dialog().getByRole('searchbox', { name: '按名称或编码查找' }).fill('莱阳');
  const branch = tab.dialog().getByRole('button', { name: /青山果园莱阳分店/ });
  await branch.filter({ hasText: '下属单位' }).filter({ hasText: '由青山果园（烟台）有限公司代表' }).click();
  await tab.page.waitForURL('**/console');
  const header = tab.page.getByRole('banner');
  await header.getByText('代表', { exact: true }).waitFor();
  await header.getByText('青山果园莱阳分店').waitFor();
  await tab.page.getByRole('main').getByText('青山果园莱阳分店').waitFor();
  await tab.page.setViewportSize(PHONE);
  await header.getByText('代表', { exact: true }).waitFor();
  await tab.expectUsable('branch');

  await tab.page.getByRole('button', { name: '切换单位' }).click();
  await tab
    .dialog()
    .getByRole('button', { name: /青山果园（烟台）有限公司.*本单位/ })
    .click();
  await header.getByText('代表', { exact: true }).waitFor({ state: 'detached' });
  await tab.page.getByRole('main').getByText('青山果园（烟台）有限公司').waitFor();
});

test('another tab that went to a branch takes this one along once it is looked at', async () => {
  await tab.page.goto(`${at.program.url}/console/organisation`);
  await tab.page.getByRole('main').getByText('青山果园（烟台）有限公司').waitFor();
  const { body } = await tab.ask('GET', '/v1/places?q=莱阳');
  const [{ id, via }] = Object(body).places;
  const other = await tab.page.context().newPage();
  await other.goto(`${at.program.url}/console`);
  const went = await tabOf(other, at.program.url).ask('POST', '/v1/session/organisation', { id, via: via.id });
  expect(went.status).toBe(200);
  await other.close();
  await tab.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await tab.page.getByRole('main').getByText('青山果园莱阳分店').waitFor();
  await tab.page.getByRole('banner').getByText('代表', { exact: true }).waitFor();
  expect((await tab.ask('POST', '/v1/session/organisation', { id: via.id })).status).toBe(200);
});

test('a second step is set up on the own page; without many recovery codes the home page warns', async () => {
  await tab.page.goto(`${at.program.url}/console/me`);
  await tab.page.getByRole('button', { name: '启用两步验证' }).click();
  await tab
    .dialog()
    .getByRole('img', { name: /二维码/ })
    .waitFor();
  await tab.expectUsable('me-factor');
  await tab
    .dialog()
    .getByLabel(/6 位数字/)
    .fill('12345');
  await inDialog('确认').click();
  await tab.dialog().getByText('验证码是 6 位数字').waitFor();
  const secret = (await tab.dialog().locator('.factor code').innerText()).replace(/\s/g, '');
  await tab
    .dialog()
    .getByLabel(/6 位数字/)
    .fill(await earlierCode(secret));
  await inDialog('确认').click();
  await tab.dialog().getByText('请保存恢复码').waitFor();
  const first = await tab.dialog().locator('.recovery-codes code').allInnerTexts();
  await keepCodes();
  await tab.page.getByText('还剩 10 个').waitFor();

  await tab.page.getByRole('button', { name: '换一组恢复码' }).click();
  await inDialog('生成新的恢复码').click();
  await tab.dialog().getByText('请保存恢复码').waitFor();
  await tab.expectUsable('me-codes');
  const codes = await tab.dialog().locator('.recovery-codes code').allInnerTexts();
  expect(codes.filter((code) => first.includes(code))).toEqual([]);
  await keepCodes();
  for (const code of codes.slice(0, 8)) {
    expect((await tab.ask('POST', '/v1/session/proof', { password: NEXT_PASSWORD, code })).status).toBe(200);
  }
  await tab.page.goto(`${at.program.url}/console`);
  await tab.page.getByText('恢复码只剩 2 个').waitFor();
  await tab.expectUsable('home-few-codes');
  await tab.page.getByRole('link', { name: '前往更换' }).click();
  await tab.page.getByText('还剩 2 个').waitFor();
  await tab.expectUsable('me-with-factor');
  await tab.page.getByRole('button', { name: '停用两步验证' }).click();
  await inDialog('停用两步验证').click();
  await tab.page.getByText('未启用').waitFor();
});

async function keepCodes(): Promise<void> {
  await tab.dialog().getByLabel('我已保存好恢复码').check();
  await inDialog('完成').click();
  await tab.dialog().waitFor({ state: 'detached' });
}

test('who else signs people in has a button; that it cannot be reached, and why one came back, is said in words', async () => {
  const provider = { name: '山东省统一身份认证', issuer: 'https://login.invalid', clientId: 'suyuan' };
  expect((await tab.ask('POST', '/v1/operator/providers', provider)).status).toBe(200);
  await tab.page.goto(`${at.program.url}/console/me`);
  await tab.page.getByRole('button', { name: '关联山东省统一身份认证' }).waitFor();
  await tab.expectUsable('me-provider');
  const stranger = await at.tab();
  await stranger.page.goto('about:blank');
  await stranger.page.goto(`${at.program.url}/console/sign-in#error=oidc.unknown`);
  await stranger.page.getByText('此账号尚未与平台上的任何人关联').waitFor();
  await stranger.page.getByRole('button', { name: '用山东省统一身份认证登录' }).waitFor();
  expect(new URL(stranger.page.url()).hash).toBe('');
  await stranger.expectUsable('sign-in-provider');
  await stranger.page.reload();
  await stranger.page.getByRole('button', { name: '用山东省统一身份认证登录' }).click();
  await stranger.page.locator('.providers').getByRole('alert').waitFor();
  expect(await stranger.page.getByText('此账号尚未与平台上的任何人关联').count()).toBe(0);

  const made = await tab.ask('POST', '/v1/invitations', { name: '李梅', role: 'recorder' });
  await stranger.page.goto(String(Object(made.body).url));
  await stranger.page.getByRole('button', { name: '用山东省统一身份认证加入' }).waitFor();
  expect(await stranger.page.getByLabel('姓名').inputValue()).toBe('李梅');
  await stranger.expectUsable('invitation');
  await stranger.close();
});

test('too many tries are counted down, and the button stays', async () => {
  const stranger = await at.tab();
  const button = stranger.page.getByRole('button', { name: '登录', exact: true });
  for (let tries = 0; tries < 5; tries++) {
    const answered = stranger.page.waitForResponse('**/v1/session');
    await signIn(stranger.page, 'zhang.san', `错误的密码${tries}`);
    expect((await answered).status()).toBe(401);
    await stranger.page.getByText('登录名或密码不正确').waitFor();
  }
  await signIn(stranger.page, 'zhang.san', '错误的密码');
  await stranger.page.getByText(/请等待 0:\d\d 后再试/).waitFor();
  await stranger.expectUsable('blocked');
  const told = await stranger.page.getByText(/请等待/).innerText();
  await expect.poll(() => stranger.page.getByText(/请等待/).innerText()).not.toBe(told);
  expect(await button.isEnabled()).toBe(true);
  await stranger.close();
});

test('a server that is away is said, in place of a form that leads nowhere', async () => {
  const stranger = await at.tab();
  await stranger.page.route('**/v1/session', (route) => route.abort());
  await stranger.page.reload();
  await stranger.page.getByText('连不上服务器').waitFor();
  expect(await stranger.page.getByLabel('登录名').count()).toBe(0);
  await stranger.expectUsable('sign-in-away');
  await stranger.page.unroute('**/v1/session');
  await stranger.page.getByRole('button', { name: '重试' }).click();
  await stranger.page.getByLabel('登录名').waitFor();
  await stranger.close();
});
