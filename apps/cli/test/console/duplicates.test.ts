/** Duplicates of master data in the console: groups are settled, and what was merged is parted again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OWNER, type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const KEPT = 'https://id.gs1.org/417/6901234000023';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

const party = (code: string, name: string, more: object = {}) => ({
  kind: 'party',
  code,
  attributes: { name, ...more },
});
const group = (name: string) => tab.page.getByRole('region', { name });
const gone = { state: 'hidden', timeout: 10_000 } as const;

test('where nothing looks alike the page says so, and the list does not speak of it', async () => {
  await done(tab, 'POST', '/v1/registry/entries', [party('urn:example:farm:1', '一号牧场')]);
  await tab.open('master-data', '主数据');
  await tab.row('一号牧场').waitFor();
  expect(await tab.page.innerText('main')).not.toContain('重复');
  await tab.open('master-data/duplicates', '重复的主数据');
  await tab.page.getByText('没有看起来重复的主数据。').waitFor();
  await tab.expectUsable('duplicates-none');
});

test('the list leads to groups side by side, the one of which most is said chosen, and what differs stands out', async () => {
  await done(tab, 'POST', '/v1/registry/entries', [
    party('urn:example:supplier:1', '城北乳业有限责任公司'),
    party(KEPT, '城北乳业有限公司', { city: '烟台', streetAddressOne: '长江路 1 号' }),
    ...['a', 'b', 'c'].map((each) => ({
      kind: 'equipment',
      code: `urn:example:store:${each}`,
      attributes: { name: '冷库', model: `LK-${each}` },
    })),
  ]);
  await tab.open('master-data', '主数据');
  await tab.page.getByText('有 2 组主数据看起来重复。').waitFor();
  await tab.expectUsable('duplicates-notice');
  await tab.page.getByRole('link', { name: '查看重复的主数据' }).click();
  const milk = group('单位：名称相同');
  await milk.getByRole('article').filter({ hasText: '烟台' }).getByRole('radio', { checked: true }).waitFor();
  expect(await milk.getByRole('article').filter({ hasText: '烟台' }).innerText()).toContain('登记的内容最多');
  await tab.expectUsable('duplicates');
});

test('merged, the other is told below the one that is kept; the message undoes it', async () => {
  const milk = group('单位：名称相同');
  await tab.page.setViewportSize(DESK);
  await milk.getByRole('button', { name: /^合并/ }).click();
  await tab.page.getByText('已合并到“城北乳业有限公司”').waitFor();
  await milk.waitFor(gone);
  await tab.expectUsable('duplicates-merged');
  await tab.page.getByRole('button', { name: '撤销', exact: true }).click();
  await tab.page.getByText('已撤销合并').waitFor();
  await milk.waitFor();
  // By keyboard: the other one is chosen, then the first again.
  await milk.getByRole('radio', { checked: true }).focus();
  await tab.page.keyboard.press('ArrowDown');
  const [first] = await milk.getByRole('radio', { checked: true }).all();
  await first?.press('ArrowDown');
  await milk.getByRole('article').filter({ hasText: '烟台' }).getByRole('radio', { checked: true }).waitFor();
  await milk.getByRole('button', { name: /^合并/ }).press('Enter');
  await milk.waitFor(gone);
  await tab.page.getByRole('link', { name: '返回主数据' }).click();
  await tab.row('城北乳业有限公司').getByText('又名：城北乳业有限责任公司').waitFor();
  expect(await tab.row('urn:example:supplier:1').count()).toBe(0);
  await tab.expectUsable('duplicates-list');
});

test('of three some are one; what is not the same is proposed no more', async () => {
  await tab.open('master-data/duplicates?kind=equipment', '重复的主数据');
  const stores = group('设备：名称相同');
  await stores.getByRole('article').filter({ hasText: 'LK-c' }).getByRole('checkbox').uncheck();
  await stores.getByRole('button', { name: /^合并/ }).click();
  await expect.poll(() => stores.getByRole('article').count(), { timeout: 10_000 }).toBe(2);
  await tab.expectUsable('duplicates-three');
  await stores.getByRole('button', { name: /^不是同一个/ }).click();
  await tab.page.getByText('这一类没有看起来重复的主数据。').waitFor();
});

test('what is not the same is told with who and when, and asked about again', async () => {
  const told = tab.page.getByText('标为“不是同一个”的主数据（1 对）');
  await told.click();
  const pair = tab.page.getByRole('table', { name: '标为“不是同一个”的主数据' });
  await pair.getByText('urn:example:store:c').waitFor();
  await pair.getByText(OWNER.name).waitFor();
  await tab.expectUsable('duplicates-differences');
  await tab.page.getByRole('button', { name: /^重新核对/ }).click();
  await tab.page.getByText('已恢复，看起来重复时再列出').waitFor();
  await group('设备：名称相同').waitFor();
  await told.waitFor(gone);
  await group('设备：名称相同')
    .getByRole('button', { name: /^不是同一个/ })
    .click();
  await told.waitFor();
});

test('the page of an entry tells what was merged into it, each with the way back; an old address leads to it', async () => {
  await tab.open(`master-data/${encodeURIComponent('urn:example:supplier:1')}`, '城北乳业有限公司');
  await tab.page.getByText('“城北乳业有限责任公司”已合并到这一项。').waitFor();
  await tab.expectUsable('duplicates-entry');
  await tab.page.getByRole('button', { name: '撤销合并：城北乳业有限责任公司' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '城北乳业有限责任公司' }).waitFor();
  expect(await tab.page.getByText('合并到这一项的主数据').count()).toBe(0);
  expect(await tab.page.getByRole('table', { name: '登记历史' }).innerText()).toContain('合并到');
});

test('in English nothing is left in Chinese but what was entered', async () => {
  await done(tab, 'POST', '/v1/registry/merges', { keep: KEPT, merge: ['urn:example:supplier:1'] });
  await done(tab, 'POST', '/v1/registry/entries', [party('urn:example:farm:2', '一号牧场')]);
  await tab.page.getByRole('button', { name: 'English' }).click();
  await tab.open('master-data/duplicates', 'Duplicates');
  await group('Party: same name').getByText('Most is said of it').waitFor();
  await tab.page.getByText('Said not to be the same (pairs: 1)').click();
  await tab.expectUsable('duplicates-en');
  const left = (await tab.page.innerText('main')).replaceAll(/一号牧场|冷库|王建国/g, '');
  expect(left.match(/[\p{Script=Han}，。：（）]/gu)).toBeNull();
  await tab.open(`master-data/${encodeURIComponent(KEPT)}`, '城北乳业有限公司');
  await tab.page.getByRole('heading', { name: 'Entries merged into this one' }).waitFor();
  await tab.expectUsable('duplicates-entry-en');
});
