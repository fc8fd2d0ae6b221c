/** A regulator in the console: what it may watch over, each look told, a licence verified, a jurisdiction given on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

let at: RunningConsole;
let operator: Tab;
let province: Tab;
let city: Tab;
let inside: Tab;

beforeAll(async () => {
  at = await runConsole();
  operator = await at.firstStart();
  province = await ownerOf({ name: '山东省监管局', kind: 'regulator', region: '37' }, 'sheng');
  city = await ownerOf({ name: '烟台市监管局', kind: 'regulator', region: '3706' }, 'shi');
  inside = await ownerOf({ name: '莱山食品厂', kind: 'enterprise', region: '370613', categories: ['food'] }, 'chang');
  await ownerOf({ name: '杭州食品厂', kind: 'enterprise', region: '330102', categories: ['food'] }, 'hang');
  const licence = { scheme: 'other', number: 'SC-2026-17', scope: '糕点', validUntil: '2031-01-01' };
  expect((await inside.ask('POST', '/v1/licences', licence)).status).toBe(200);
  const site = { name: '莱山一车间', kind: 'factory', address: '莱山区滨海路 1 号' };
  expect((await inside.ask('POST', '/v1/sites', site)).status).toBe(200);
}, 180_000);
afterAll(() => at?.close());

/** An organisation that the operator makes, and its owner in a browser of its own. */
async function ownerOf(organisation: object, loginName: string): Promise<Tab> {
  const made = await operator.ask('POST', '/v1/operator/organisations', { ...organisation, owner: '赵六' });
  const token = String(Object(made.body).url).split('#')[1];
  const tab = await at.tab();
  const person = { name: '赵六', loginName, password: '九月的海风吹过渔港' };
  expect((await tab.ask('POST', '/v1/links/invitation', { token, person })).status).toBe(200);
  return tab;
}

test('the operator gives a regulator a jurisdiction', async () => {
  await operator.open('operator', '平台运营');
  await operator.page.getByText('还没有向其他监管部门授出辖区').waitFor();
  await operator.page.getByRole('button', { name: '授予辖区：山东省监管局' }).click();
  await operator.press('授予');
  await operator.dialog().getByText('请选择所有地区').waitFor();
  await operator.dialog().getByRole('combobox', { name: '地区' }).fill('37');
  await operator.page.locator('.ant-select-item-option', { hasText: /^37$/ }).click();
  await operator.choose('品类', '食品');
  await operator.expectUsable('operator-jurisdiction');
  await operator.press('授予');
  await operator.row('山东省监管局').filter({ hasText: '37' }).filter({ hasText: '食品' }).waitFor();
  await operator.expectUsable('operator');
  // Nobody else is offered one.
  expect(await operator.page.getByRole('button', { name: '授予辖区：莱山食品厂' }).count()).toBe(0);
});

test('a regulator sees those of its jurisdiction alone', async () => {
  await province.page.goto(`${at.program.url}/console/`);
  await province.page.getByRole('link', { name: '监管辖区' }).click();
  await province.row('莱山食品厂').waitFor();
  expect(await province.row('杭州食品厂').count()).toBe(0);
  await province.row('37').filter({ hasText: '食品' }).first().waitFor();
  await province.expectUsable('supervision');
  await province.page.getByPlaceholder('按名称或编码查找').fill('没有这样的');
  await province.page.getByText('没有找到单位').waitFor();
});

test('a look shows licences and sites, and is told; a licence is verified', async () => {
  await province.open('supervision', '监管辖区');
  await province.page.getByRole('button', { name: '查看“莱山食品厂”' }).click();
  await province.page.getByRole('heading', { level: 1, name: '莱山食品厂' }).waitFor();
  await province.page.getByText('这次查看已告知该单位').waitFor();
  await province.row('莱山一车间').waitFor();
  await province.page.getByRole('button', { name: '核验许可“SC-2026-17”' }).click();
  await province.choose('如何核验的', '查询了发证机关的登记');
  await province.dialog().getByLabel('备注').fill('与登记一致');
  await province.expectUsable('verify');
  await province.press('核验');
  await province.row('SC-2026-17').filter({ hasText: '与登记一致' }).waitFor();
  await province.expectUsable('supervised');
  expect((await inside.ask('GET', '/v1/licences')).body).toMatchObject({
    licences: [{ verified: { organisation: '山东省监管局', what: '查询了发证机关的登记 · 与登记一致' } }],
  });
  // What was written onto the page asked for no second look.
  const { occurrences } = Object((await inside.ask('GET', '/v1/occurrences')).body);
  const kinds = occurrences.map(({ kind }: { kind: string }) => kind);
  expect(kinds.filter((kind: string) => kind === 'organisation.viewed')).toHaveLength(1);
  await inside.open('audit', '操作记录');
  await inside.row('监管部门查看了单位信息').waitFor();
  await inside.row('监管部门核验了许可').waitFor();
});

test('a regulator gives one below it a smaller region, and takes it back', async () => {
  const { id } = Object((await city.ask('GET', '/v1/organisation')).body);
  await province.open('supervision', '监管辖区');
  const give = async (region: string): Promise<void> => {
    await province.dialog().getByRole('combobox', { name: '地区' }).fill(region);
    await province.page.locator('.ant-select-item-option', { hasText: region }).first().click();
  };
  await province.page.getByRole('button', { name: '授予下级' }).click();
  await province.dialog().getByLabel('监管部门的单位 ID').fill(id);
  await give('3301');
  await province.choose('品类', '食品');
  await province.press('授予');
  await province.dialog().getByText('自身范围之内').waitFor();
  await province.expectUsable('give-below');
  await give('3706');
  await province.press('授予');
  await province.row('烟台市监管局').filter({ hasText: '3706' }).waitFor();
  await city.open('supervision', '监管辖区');
  await city.row('莱山食品厂').waitFor();
  await province.page.getByRole('button', { name: /^收回“烟台市监管局”/ }).click();
  await province.press('收回');
  await province.page.getByText('还没有向其他监管部门授出辖区').waitFor();
  await city.open('supervision', '监管辖区');
  await city.page.getByText('还没有辖区').waitFor();
  await city.page.getByText('没有找到单位').waitFor();
  expect(await city.row('莱山食品厂').count()).toBe(0);
});

test('who is no regulator has no entry, and is told whose page it is', async () => {
  await inside.page.goto(`${at.program.url}/console/supervision`);
  await inside.page.getByText('此页只对监管部门开放').waitFor();
  expect(await inside.page.getByRole('navigation').innerText()).not.toContain('监管辖区');
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await province.page.setViewportSize(DESK);
  await province.page.getByRole('button', { name: 'English' }).click();
  await province.open('supervision', 'Supervision');
  await province.row('Food').first().waitFor();
  const given = /莱山食品厂|山东省监管局/g;
  expect((await province.page.innerText('main')).replace(given, '')).not.toMatch(/\p{Script=Han}/u);
});

test('nothing that a page complained of', () => {
  expect(at.complaints).toEqual([]);
});
