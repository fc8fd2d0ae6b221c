/** How an organisation is managed in the console, in a real browser against the real program: at a desk and on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBER, OWNER, type RunningConsole, runConsole } from './console.fixture.ts';
import type { Tab } from './tab.fixture.ts';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

const secretShown = async (): Promise<string> => (await tab.dialog().locator('code').first().innerText()).trim();
const statusWith = async (secret: string): Promise<number> =>
  (await fetch(`${at.program.url}/epcis/events?perPage=1`, { headers: { authorization: `Bearer ${secret}` } })).status;

test('the organisation: what is changed is kept, and the header says it', async () => {
  await tab.open('organisation', '单位信息');
  await tab.page.getByText('青山果园（烟台）有限公司').nth(1).waitFor();
  await tab.expectUsable('organisation');
  await tab.page.getByRole('button', { name: '修改' }).click();
  await tab.page.getByLabel('名称').fill('青山果园合作社');
  await tab.page.getByLabel('所在地区').fill('37061');
  await tab.page.getByRole('button', { name: '保存' }).click();
  await tab.page.getByText('行政区划代码是 2 位、4 位或 6 位数字').waitFor();
  await tab.expectUsable('organisation-form');
  await tab.page.getByLabel('所在地区').fill('370612');
  await tab.page.getByRole('radio', { name: /自愿/ }).check();
  await tab.page.getByRole('button', { name: '保存' }).click();
  await tab.page.locator('dd').filter({ hasText: '370612' }).waitFor();
  await tab.page.locator('.app-head').getByText('青山果园合作社').waitFor();
  expect((await tab.ask('GET', '/v1/organisation')).body).toMatchObject({ name: '青山果园合作社', region: '370612' });
});

test('where there is one organisation, what concerns others is folded away; a second one unfolds it', async () => {
  await tab.open('', `${OWNER.name}，您好`);
  const menu = tab.page.getByRole('navigation');
  await menu.getByRole('link', { name: '成员' }).waitFor();
  expect(await menu.getByRole('link', { name: '下属单位' }).isVisible()).toBe(false);
  await menu.getByText('与其他单位').click();
  await menu.getByRole('link', { name: '平台运营' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '平台运营' }).waitFor();
  expect(await menu.getByRole('link', { name: '下属单位' }).isVisible()).toBe(true);
  await tab.expectUsable('menu-unfolded');
  await tab.open('organisation', '单位信息');
  expect(await menu.getByRole('link', { name: '下属单位' }).isVisible()).toBe(false);
  const another = { name: '莱阳冷链', kind: 'enterprise', owner: '赵六' };
  expect((await tab.ask('POST', '/v1/operator/organisations', another)).status).toBe(200);
  await tab.open('organisation', '单位信息');
  await menu.getByRole('link', { name: '下属单位' }).waitFor();
});

test('people: one is invited, joins by the link that is shown once, and becomes something else', async () => {
  await tab.open('people', '成员');
  await tab.page.getByRole('button', { name: '邀请成员' }).click();
  await tab.dialog().getByLabel('受邀人姓名').fill(MEMBER.name);
  await tab.expectUsable('people-invite');
  await tab.page.keyboard.press('Enter');
  await tab.dialog().getByText('链接只显示这一次').waitFor();
  const url = await secretShown();
  await tab.expectUsable('people-link');
  await tab.page.keyboard.press('Escape');
  expect(await tab.dialog().isVisible()).toBe(true);
  await tab.dialog().getByRole('button', { name: '完成' }).click();
  await tab.page.getByRole('button', { name: `收回对${MEMBER.name}的邀请` }).waitFor();
  await tab.expectUsable('people-invited');

  const theirs = await at.tab();
  const token = url.split('#')[1] ?? '';
  expect((await theirs.ask('POST', '/v1/links/invitation', { token, person: MEMBER })).status).toBe(200);

  await tab.open('people', '成员');
  await tab.row(MEMBER.loginName).waitFor();
  await tab.page.getByText('没有待接受的邀请。').waitFor();
  await tab.page.getByRole('button', { name: `操作：${MEMBER.name}` }).click();
  await tab.page.getByRole('menuitem', { name: '更改角色' }).click();
  await tab.dialog().getByRole('combobox').click();
  await tab.page
    .getByRole('option', { name: /放行员/ })
    .or(tab.page.locator('.option', { hasText: '放行员' }))
    .last()
    .click();
  await tab.expectUsable('people-role');
  await tab.dialog().getByRole('button', { name: '保存' }).click();
  await tab.row(MEMBER.loginName).filter({ hasText: '放行员' }).waitFor();
  expect((await theirs.ask('GET', '/v1/session')).body).toMatchObject({ organisation: { role: 'releaser' } });
  await tab.expectUsable('people');

  // Those without the right see neither the entries nor the page.
  await theirs.page.goto(`${at.program.url}/console/people`);
  await theirs.page.getByText('您的角色不能查看此页').waitFor();
  expect(await theirs.page.getByRole('navigation').innerText()).not.toMatch(/成员|密钥|角色|操作记录/);
  await theirs.close();
});

test('people: a search, a link for a new password, and the last owner stays', async () => {
  await tab.open('people', '成员');
  await tab.page
    .getByRole('searchbox')
    .or(tab.page.getByPlaceholder('按姓名、登录名或角色查找'))
    .first()
    .fill('li.mei');
  await tab.row(OWNER.loginName).waitFor({ state: 'hidden' });
  await tab.page.getByRole('button', { name: `操作：${MEMBER.name}` }).click();
  await tab.page.getByRole('menuitem', { name: '重置密码' }).click();
  await tab.dialog().getByText('1 小时内有效').waitFor();
  await tab.dialog().getByRole('button', { name: '生成链接' }).click();
  await tab.dialog().getByText('新密码链接').waitFor();
  expect(await secretShown()).toMatch(/\/console\/start#[\w-]{43}$/);
  await tab.dialog().getByRole('button', { name: '完成' }).click();

  await tab.open('people', '成员');
  await tab.page.getByRole('button', { name: `操作：${OWNER.name}` }).click();
  await tab.page.getByRole('menuitem', { name: '移出单位' }).click();
  await tab.dialog().getByText('以前登记的记录').waitFor();
  await tab.dialog().getByRole('button', { name: '移出单位' }).click();
  await tab.dialog().getByText('至少须有一位所有者').waitFor();
  await tab.expectUsable('people-end');
  await tab.dialog().getByRole('button', { name: '取消' }).click();
  await tab.dialog().waitFor({ state: 'hidden' });
});

test('roles: one of the organisation’s own is made, changed and removed', async () => {
  await tab.open('roles', '角色');
  await tab.page.getByRole('button', { name: '新建角色' }).click();
  await tab.dialog().getByLabel('名称').fill('仓库');
  await tab.dialog().getByRole('checkbox', { name: /^登记/ }).check();
  await tab.expectUsable('roles-form');
  await tab.dialog().getByRole('button', { name: '保存' }).click();
  await tab.row('仓库').filter({ hasText: '登记' }).waitFor();
  await tab.expectUsable('roles');
  await tab.page.getByRole('button', { name: '修改角色“仓库”' }).click();
  await tab.dialog().getByRole('checkbox', { name: /^登记/ }).uncheck();
  await tab.dialog().getByRole('button', { name: '保存' }).click();
  await expect.poll(() => tab.row('仓库').innerText()).not.toContain('登记');
  await tab.page.getByRole('button', { name: '删除角色“仓库”' }).click();
  await tab.dialog().getByRole('button', { name: '删除' }).click();
  await tab.row('仓库').waitFor({ state: 'hidden' });
});

test('keys: one is made and used, replaced with both good for a while, and taken back', async () => {
  await tab.open('keys', '密钥');
  await tab.page.getByText('还没有密钥').waitFor();
  await tab.page.getByRole('button', { name: '新建密钥' }).click();
  await tab.dialog().getByLabel('用途').fill('仓库扫码枪');
  await tab.dialog().getByRole('radio', { name: '90 天' }).check();
  await tab.expectUsable('keys-form');
  await tab.dialog().getByRole('button', { name: '创建' }).click();
  await tab.dialog().getByText('密钥只显示这一次').waitFor();
  const first = await secretShown();
  expect(await statusWith(first)).toBe(200);
  expect(await tab.dialog().innerText()).toContain(
    `curl -H "Authorization: Bearer ${first}" "${at.program.url}/epcis/events`,
  );
  await tab.expectUsable('keys-secret');
  await tab.dialog().getByRole('button', { name: '完成' }).click();
  await tab.row(first.slice(-4)).filter({ hasText: '有效' }).waitFor();

  await tab.page.getByRole('button', { name: '更换密钥“仓库扫码枪”' }).click();
  await tab.dialog().getByRole('radio', { name: '1 天', exact: true }).check();
  await tab.expectUsable('keys-rotate');
  await tab.dialog().getByRole('button', { name: '更换' }).click();
  await tab.dialog().getByText('密钥只显示这一次').waitFor();
  const second = await secretShown();
  expect([await statusWith(first), await statusWith(second)]).toEqual([200, 200]);
  await tab.dialog().getByRole('button', { name: '完成' }).click();
  await tab.row(first.slice(-4)).filter({ hasText: '即将停用' }).waitFor();

  await tab.row(second.slice(-4)).getByRole('button', { name: '收回密钥“仓库扫码枪”' }).click();
  await tab.dialog().getByText('立即不能再登记或查询').waitFor();
  await tab.dialog().getByRole('button', { name: '收回' }).click();
  await tab.row(second.slice(-4)).filter({ hasText: '已收回' }).waitFor();
  expect(await statusWith(second)).toBe(401);
  expect(await tab.page.content()).not.toContain(second);
  await tab.expectUsable('keys');
});

test('what happened: the newest first, by what it is about, in words, and as a file', async () => {
  await tab.open('audit', '操作记录');
  for (const said of ['收回了密钥', '更换了密钥', '创建了密钥', '更改了成员的角色', '成员加入', '修改了单位信息'])
    await tab.row(said).first().waitFor();
  // The sequencer's own pace: what is not in the log yet says so, and is when it is asked again.
  await expect
    .poll(async () => {
      await tab.open('audit', '操作记录');
      return tab.page.getByText('写入中').count();
    })
    .toBe(0);
  const changed = tab.row('更改了成员的角色');
  await changed.getByText('详情').click();
  expect(await changed.innerText()).toMatch(/对象\s*李梅[\s\S]*此前\s*登记员[\s\S]*角色\s*放行员/);
  expect(await changed.innerText()).toContain('127.0.0.1');
  await tab.expectUsable('audit');
  await tab.page.getByRole('combobox', { name: '类别' }).click();
  await tab.page.locator('.ant-select-item-option', { hasText: '密钥' }).click();
  await tab.row('更改了成员的角色').waitFor({ state: 'hidden' });
  expect(await tab.page.getByRole('row').count()).toBe(4);
  const [file] = await Promise.all([
    tab.page.waitForEvent('download'),
    tab.page.getByRole('button', { name: /^导出“/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^操作记录 \d{4}-\d\d-\d\d\.csv$/);
  await tab.page.getByLabel('起始日期').fill('2999-01-01');
  await tab.page.getByText('没有符合条件的操作记录。').waitFor();
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await tab.open('organisation', '单位信息');
  await tab.page.getByRole('button', { name: 'English' }).click();
  for (const [path, title] of [
    ['organisation', 'Organisation'],
    ['people', 'People'],
    ['roles', 'Roles'],
    ['keys', 'Keys'],
    ['audit', 'What happened'],
  ] as const) {
    await tab.open(path, title);
    const given = /青山果园合作社|水果|王建国|李梅|仓库扫码枪|仓库/g;
    expect((await tab.page.innerText('main')).replace(given, '')).not.toMatch(/\p{Script=Han}/u);
    await tab.expectUsable(`${path}-en`);
  }
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
