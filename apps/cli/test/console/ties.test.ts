/** Organisations and each other in the console, in a real browser against the real program: at a desk and on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

test('sites and licences: added, and each licence says how it stands', async () => {
  await tab.open('sites', '场所与许可');
  await tab.page.getByRole('button', { name: '添加场所' }).click();
  await tab.dialog().getByLabel('名称').fill('莱山冷库');
  await tab.choose('类型', '仓库');
  await tab.dialog().getByLabel('地址').fill('莱山区滨海路 1 号');
  await tab.expectUsable('sites-form');
  await tab.press('保存');
  await tab.row('莱山冷库').filter({ hasText: '使用中' }).waitFor();

  await tab.page.getByRole('button', { name: '添加许可' }).click();
  // The list draws what is near alone: the last is looked for.
  await tab.dialog().getByRole('combobox', { name: '种类' }).fill('其他');
  await tab.page.locator('.ant-select-item-option', { hasText: /^其他$/ }).click();
  await tab.dialog().getByLabel('编号').fill('冷链-2020-17');
  await tab.dialog().getByLabel('有效期至').fill('2021-01-01');
  await tab.choose('场所', '莱山冷库');
  await tab.expectUsable('licence-form');
  await tab.press('保存');
  await tab.row('冷链-2020-17').filter({ hasText: '已过期' }).filter({ hasText: '莱山冷库' }).waitFor();
  await tab.row('冷链-2020-17').filter({ hasText: '未核验' }).waitFor();
  await tab.expectUsable('sites');
  expect((await tab.ask('GET', '/v1/licences')).body).toMatchObject({
    licences: [{ number: '冷链-2020-17', validUntil: '2021-01-01', verified: null }],
  });
});

test('branches: one is added, and it is acted for', async () => {
  const own = (await tab.ask('GET', '/v1/organisation')).body;
  await tab.open('branches', '下属单位');
  await tab.page.getByText('没有找到下属单位').waitFor();
  await tab.page.getByRole('button', { name: '添加下属单位' }).click();
  await tab.dialog().getByLabel('名称').fill('青山果园福山站');
  await tab.expectUsable('branch-form');
  await tab.press('保存');
  await tab.row('青山果园福山站').waitFor();
  await tab.expectUsable('branches');
  await tab.page.getByRole('searchbox').fill('没有这样的');
  await tab.row('青山果园福山站').waitFor({ state: 'hidden' });
  await tab.page.getByRole('searchbox').fill('福山');
  await tab.page.getByRole('button', { name: '代表它工作：青山果园福山站' }).click();
  await tab.page.locator('.app-head').getByText('青山果园福山站').waitFor();
  expect(new URL(tab.page.url()).pathname).toMatch(/^\/console\/?$/);
  expect((await tab.ask('GET', '/v1/session')).body).toMatchObject({ organisation: { name: '青山果园福山站' } });
  const { id } = Object(own);
  expect((await tab.ask('POST', '/v1/session/organisation', { id })).status).toBe(200);
});

test('mandates: one is given to a branch by its ID, and ended', async () => {
  const { branches } = Object((await tab.ask('GET', '/v1/branches')).body);
  await tab.open('mandates', '委托代办');
  await tab.page.getByRole('button', { name: '委托一个单位' }).click();
  await tab.dialog().getByLabel('受托单位').fill(branches[0].id);
  await tab.dialog().getByRole('checkbox', { name: /^登记/ }).check();
  await tab.expectUsable('mandate-form');
  await tab.press('委托');
  await tab.row('青山果园福山站').filter({ hasText: '查看记录 · 登记' }).waitFor();
  await tab.expectUsable('mandates');
  await tab.page.getByRole('button', { name: '终止与“青山果园福山站”的委托' }).click();
  await tab.press('终止');
  await tab.row('青山果园福山站').waitFor({ state: 'hidden' });
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await tab.open('sites', '场所与许可');
  await tab.page.setViewportSize(DESK);
  await tab.page.getByRole('button', { name: 'English' }).click();
  for (const [path, title] of [
    ['sites', 'Sites and licences'],
    ['branches', 'Branches'],
    ['mandates', 'Mandates'],
  ] as const) {
    await tab.open(path, title);
    const given = /青山果园（烟台）有限公司|青山果园福山站|莱山冷库|冷链-2020-17|莱山区滨海路 1 号|王建国|李梅/g;
    expect((await tab.page.innerText('main')).replace(given, '')).not.toMatch(/\p{Script=Han}/u);
    await tab.expectUsable(`${path}-en`);
  }
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
