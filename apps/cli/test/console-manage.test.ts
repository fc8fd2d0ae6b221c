/** How an organisation is managed in the console, in a real browser against the real program: at a desk and on a phone. */
import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { makeDataDir, type Program, removeDataDir, startProgram } from './program.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const OWNER = { name: '王建国', loginName: 'wang.jianguo', password: '四月的麦田与风筝' };
const MEMBER = { name: '李梅', loginName: 'li.mei', password: '七月的葡萄架下乘凉' };
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
    person: OWNER,
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
  const context = await browser.newContext({
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    viewport: DESK,
    acceptDownloads: true,
  });
  // Before any policy of the page holds.
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

async function open(path: string, title: string): Promise<void> {
  await page.goto(`${program.url}/console/${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.waitForLoadState('networkidle');
}

const dialog = () => page.getByRole('dialog');
const row = (text: string) => page.getByRole('row').filter({ hasText: text });

/** Fails on what a person would miss, at both widths: pale text, a field without a name, a page wider than its window. */
async function expectUsable(name: string): Promise<void> {
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    // What fades in is pale until it is there; what turns for ever is none of that.
    const moving = () =>
      document
        .getAnimations()
        .filter((found) => found.playState === 'running' && found.effect?.getComputedTiming().endTime !== Infinity)
        .length;
    await expect.poll(() => page.evaluate(moving)).toBe(0);
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-${viewport.width}.png`, fullPage: true });
    const violations = await page.evaluate(async () => {
      const found = await globalThis.axe.run(document, { resultTypes: ['violations'] });
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
      );
    });
    expect(violations, `${name} ${viewport.width}`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${name} ${viewport.width}`).toBeLessThanOrEqual(0);
  }
}

const secretShown = async (): Promise<string> => (await dialog().locator('code').first().innerText()).trim();
const statusWith = async (secret: string): Promise<number> =>
  (await fetch(`${program.url}/epcis/events?perPage=1`, { headers: { authorization: `Bearer ${secret}` } })).status;

test('the organisation: what is changed is kept, and the header says it', async () => {
  await open('organisation', '单位信息');
  await page.getByText('青山果园（烟台）有限公司').nth(1).waitFor();
  await expectUsable('organisation');
  await page.getByRole('button', { name: '修改' }).click();
  await page.getByLabel('名称').fill('青山果园合作社');
  await page.getByLabel('所在地区').fill('37061');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('行政区划代码是 2 位、4 位或 6 位数字').waitFor();
  await expectUsable('organisation-form');
  await page.getByLabel('所在地区').fill('370612');
  await page.getByRole('radio', { name: /自愿/ }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.locator('dd').filter({ hasText: '370612' }).waitFor();
  await page.locator('.app-head').getByText('青山果园合作社').waitFor();
  expect((await ask(page, 'GET', '/v1/organisation')).body).toMatchObject({ name: '青山果园合作社', region: '370612' });
});

test('people: one is invited, joins by the link that is shown once, and becomes something else', async () => {
  await open('people', '成员');
  await page.getByRole('button', { name: '邀请成员' }).click();
  await dialog().getByLabel('受邀人姓名').fill(MEMBER.name);
  await expectUsable('people-invite');
  await page.keyboard.press('Enter');
  await dialog().getByText('链接只显示这一次').waitFor();
  const url = await secretShown();
  await expectUsable('people-link');
  await page.keyboard.press('Escape');
  expect(await dialog().isVisible()).toBe(true);
  await dialog().getByRole('button', { name: '完成' }).click();
  await page.getByRole('button', { name: `收回对${MEMBER.name}的邀请` }).waitFor();
  await expectUsable('people-invited');

  const theirs = await newPage();
  await theirs.goto(`${program.url}/console/sign-in`);
  const token = url.split('#')[1] ?? '';
  expect((await ask(theirs, 'POST', '/v1/links/invitation', { token, person: MEMBER })).status).toBe(200);

  await open('people', '成员');
  await row(MEMBER.loginName).waitFor();
  await page.getByText('没有待接受的邀请。').waitFor();
  await page.getByRole('button', { name: `操作：${MEMBER.name}` }).click();
  await page.getByRole('menuitem', { name: '更改角色' }).click();
  await dialog().getByRole('combobox').click();
  await page
    .getByRole('option', { name: /放行员/ })
    .or(page.locator('.option', { hasText: '放行员' }))
    .last()
    .click();
  await expectUsable('people-role');
  await dialog().getByRole('button', { name: '保存' }).click();
  await row(MEMBER.loginName).filter({ hasText: '放行员' }).waitFor();
  expect((await ask(theirs, 'GET', '/v1/session')).body).toMatchObject({ organisation: { role: 'releaser' } });
  await expectUsable('people');

  // Those without the right see neither the entries nor the page.
  await theirs.goto(`${program.url}/console/people`);
  await theirs.getByText('您的角色不能查看此页').waitFor();
  expect(await theirs.getByRole('navigation').innerText()).not.toMatch(/成员|密钥|角色|操作记录/);
  await theirs.close();
});

test('people: a search, a link for a new password, and the last owner stays', async () => {
  await open('people', '成员');
  await page.getByRole('searchbox').or(page.getByPlaceholder('按姓名、登录名或角色查找')).first().fill('li.mei');
  await row(OWNER.loginName).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: `操作：${MEMBER.name}` }).click();
  await page.getByRole('menuitem', { name: '重置密码' }).click();
  await dialog().getByText('1 小时内有效').waitFor();
  await dialog().getByRole('button', { name: '生成链接' }).click();
  await dialog().getByText('新密码链接').waitFor();
  expect(await secretShown()).toMatch(/\/console\/start#[\w-]{43}$/);
  await dialog().getByRole('button', { name: '完成' }).click();

  await open('people', '成员');
  await page.getByRole('button', { name: `操作：${OWNER.name}` }).click();
  await page.getByRole('menuitem', { name: '移出单位' }).click();
  await dialog().getByText('以前登记的记录').waitFor();
  await dialog().getByRole('button', { name: '移出单位' }).click();
  await dialog().getByText('至少须有一位所有者').waitFor();
  await expectUsable('people-end');
  await dialog().getByRole('button', { name: '取消' }).click();
  await dialog().waitFor({ state: 'hidden' });
});

test('roles: one of the organisation’s own is made, changed and removed', async () => {
  await open('roles', '角色');
  await page.getByRole('button', { name: '新建角色' }).click();
  await dialog().getByLabel('名称').fill('仓库');
  await dialog().getByRole('checkbox', { name: /^登记/ }).check();
  await expectUsable('roles-form');
  await dialog().getByRole('button', { name: '保存' }).click();
  await row('仓库').filter({ hasText: '登记' }).waitFor();
  await expectUsable('roles');
  await page.getByRole('button', { name: '修改角色“仓库”' }).click();
  await dialog().getByRole('checkbox', { name: /^登记/ }).uncheck();
  await dialog().getByRole('button', { name: '保存' }).click();
  await expect.poll(() => row('仓库').innerText()).not.toContain('登记');
  await page.getByRole('button', { name: '删除角色“仓库”' }).click();
  await dialog().getByRole('button', { name: '删除' }).click();
  await row('仓库').waitFor({ state: 'hidden' });
});

test('keys: one is made and used, replaced with both good for a while, and taken back', async () => {
  await open('keys', '密钥');
  await page.getByText('还没有密钥').waitFor();
  await page.getByRole('button', { name: '新建密钥' }).click();
  await dialog().getByLabel('用途').fill('仓库扫码枪');
  await dialog().getByRole('radio', { name: '90 天' }).check();
  await expectUsable('keys-form');
  await dialog().getByRole('button', { name: '创建' }).click();
  await dialog().getByText('密钥只显示这一次').waitFor();
  const first = await secretShown();
  expect(await statusWith(first)).toBe(200);
  expect(await dialog().innerText()).toContain(`curl -H "Authorization: Bearer ${first}" "${program.url}/epcis/events`);
  await expectUsable('keys-secret');
  await dialog().getByRole('button', { name: '完成' }).click();
  await row(first.slice(-4)).filter({ hasText: '有效' }).waitFor();

  await page.getByRole('button', { name: '更换密钥“仓库扫码枪”' }).click();
  await dialog().getByRole('radio', { name: '1 天', exact: true }).check();
  await expectUsable('keys-rotate');
  await dialog().getByRole('button', { name: '更换' }).click();
  await dialog().getByText('密钥只显示这一次').waitFor();
  const second = await secretShown();
  expect([await statusWith(first), await statusWith(second)]).toEqual([200, 200]);
  await dialog().getByRole('button', { name: '完成' }).click();
  await row(first.slice(-4)).filter({ hasText: '即将停用' }).waitFor();

  await row(second.slice(-4)).getByRole('button', { name: '收回密钥“仓库扫码枪”' }).click();
  await dialog().getByText('立即不能再登记或查询').waitFor();
  await dialog().getByRole('button', { name: '收回' }).click();
  await row(second.slice(-4)).filter({ hasText: '已收回' }).waitFor();
  expect(await statusWith(second)).toBe(401);
  expect(await page.content()).not.toContain(second);
  await expectUsable('keys');
});

test('what happened: the newest first, by what it is about, in words, and as a file', async () => {
  await open('audit', '操作记录');
  for (const said of ['收回了密钥', '更换了密钥', '创建了密钥', '更改了成员的角色', '成员加入', '修改了单位信息'])
    await row(said).first().waitFor();
  // The sequencer's own pace: what is not in the log yet says so, and is when it is asked again.
  await expect
    .poll(async () => {
      await open('audit', '操作记录');
      return page.getByText('写入中').count();
    })
    .toBe(0);
  const changed = row('更改了成员的角色');
  await changed.getByText('详情').click();
  expect(await changed.innerText()).toMatch(/对象\s*李梅[\s\S]*此前\s*登记员[\s\S]*角色\s*放行员/);
  expect(await changed.innerText()).toContain('127.0.0.1');
  await expectUsable('audit');
  await page.getByRole('combobox', { name: '类别' }).click();
  await page.locator('.ant-select-item-option', { hasText: '密钥' }).click();
  await row('更改了成员的角色').waitFor({ state: 'hidden' });
  expect(await page.getByRole('row').count()).toBe(4);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出本页（CSV）' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^suyuan-audit-\d{4}-\d\d-\d\d\.csv$/);
  await page.getByLabel('起始日期').fill('2999-01-01');
  await page.getByText('没有符合条件的操作记录。').waitFor();
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await open('organisation', '单位信息');
  await page.getByRole('button', { name: 'English' }).click();
  for (const [path, title] of [
    ['organisation', 'Organisation'],
    ['people', 'People'],
    ['roles', 'Roles'],
    ['keys', 'Keys'],
    ['audit', 'What happened'],
  ] as const) {
    await open(path, title);
    const given = /青山果园合作社|水果|王建国|李梅|仓库扫码枪|仓库/g;
    expect((await page.innerText('main')).replace(given, '')).not.toMatch(/\p{Script=Han}/u);
    await expectUsable(`${path}-en`);
  }
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(complaints).toEqual([]);
});
