/** Master data in the console: an organisation describes its things, finds them by what they are or were called, and brings many by a file. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBER, type RunningConsole, runConsole } from './console.fixture.ts';
import { done, joined } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const LIFT = 'urn:example:lift:1';
const lift = (maker: string, more: object = {}) => ({
  kind: 'equipment',
  code: LIFT,
  attributes: { name: '客梯', model: 'GPS-III', ...more },
  identifiers: [
    { scheme: 'cn-elevator', value: '310042' },
    { scheme: 'maker-number', value: maker },
  ],
});
/** Until a list has followed. */
const SOON = { timeout: 10_000 };

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

const say = (...entries: readonly object[]) => done(tab, 'POST', '/v1/registry/entries', [...entries]);
const seek = (what: string) => tab.page.getByPlaceholder(/^名称、编码或编号/).fill(what);

test('where nothing is said yet the page says what it is for', async () => {
  await tab.page.goto(`${at.program.url}/console/`);
  await tab.page.getByRole('navigation').getByRole('link', { name: '主数据', exact: true }).click();
  await tab.page.getByText('还没有主数据').waitFor();
  await tab.expectUsable('master-none');
});

test('the list tells name, kind, code in words and since when, of each kind or of one', async () => {
  await say(lift('NX-1'), { kind: 'product', code: '6901234500011', attributes: { name: '纯牛奶' } });
  await say(lift('NX-2', { city: '烟台' }));
  await tab.open('master-data', '主数据');
  const row = await tab.row('纯牛奶').innerText();
  expect(row).toMatch(/产品/);
  expect(row).toMatch(/GTIN 6901234500011/);
  expect(row).toMatch(/\d{4}年\d+月\d+日/);
  await tab.expectUsable('master-list');
  await tab.page.getByRole('combobox', { name: '类别' }).click();
  await tab.page.locator('.ant-select-item-option', { hasText: '设备' }).click();
  await tab.row('纯牛奶').waitFor({ state: 'hidden' });
  await tab.row('客梯').waitFor();
  expect(new URL(tab.page.url()).searchParams.get('kind')).toBe('equipment');
});

test('a thing is found by a number that it had, which says until when; what is looked for stays on the way back', async () => {
  await seek('nx-1');
  const found = tab.page.getByRole('table', { name: '按编号查到' }).getByRole('row', { name: '客梯' });
  expect(await found.innerText()).toMatch(/出厂编号 NX-1\s+自 .+ 至 \d{4}年/);
  await tab.expectUsable('master-found-before');
  await seek('NX-2');
  await tab.page.getByRole('table', { name: '主数据列表' }).getByRole('link', { name: '客梯' }).waitFor();
  expect(await tab.page.getByText('按编号查到').count()).toBe(0);
  await seek('没有的');
  await tab.page.getByText('没有这样的主数据。').waitFor();
  await seek('NX-2');
  await tab.page.getByRole('link', { name: '客梯' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '客梯' }).waitFor();
  await tab.page.goBack();
  await tab.page.getByRole('link', { name: '客梯' }).waitFor();
  expect(await tab.page.getByPlaceholder(/^名称、编码或编号/).inputValue()).toBe('NX-2');
});

test('a thing has its attributes, its numbers of now and before, and what changed when', async () => {
  await tab.page.getByRole('link', { name: '客梯' }).click();
  await tab.page.locator('dd', { hasText: 'GPS-III' }).waitFor();
  const number = (name: RegExp) => tab.page.getByRole('row', { name }).innerText();
  expect(await number(/^出厂编号 NX-2/)).toMatch(/现用/);
  expect(await number(/^出厂编号 NX-1/)).not.toMatch(/现用/);
  expect(await number(/^电梯应急识别码 310042/)).toMatch(/现用/);
  const versions = await tab.page.getByRole('table', { name: '登记历史' }).getByRole('row').allInnerTexts();
  expect(versions[1]).toMatch(/更改/);
  expect(versions[1]).toMatch(/城市：烟台/);
  expect(versions[1]).toMatch(/出厂编号：由“NX-1”改为“NX-2”/);
  expect(versions[1]).not.toMatch(/310042/);
  expect(versions[2]).toMatch(/首次登记/);
  // Whoever came by a link sees the page from its first line.
  expect(await tab.page.evaluate(() => scrollY)).toBe(0);
  await tab.expectUsable('master-entry');
});

test('what cannot be loaded is said, with a way to try again', async () => {
  await tab.page.route('**/v1/registry/entries?*', (route) => route.abort());
  await tab.page.getByRole('link', { name: '返回主数据' }).click();
  await seek('牛');
  await tab.page.getByText('连不上服务器').waitFor(SOON);
  await tab.expectUsable('master-failed');
  await tab.page.unrouteAll();
  await tab.page.getByRole('button', { name: '重新载入' }).click();
  await tab.row('纯牛奶').waitFor();
});

async function choose(rows: readonly string[], name = '产品.csv'): Promise<void> {
  const buffer = Buffer.from(rows.join('\n'));
  await tab.dialog().locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
}

const shown = async (code: string) =>
  (await tab.ask('GET', `/v1/registry/entries/${encodeURIComponent(code)}`)).status === 200;

test('the template of a kind is given; what is no such file is said', async () => {
  await tab.page.getByRole('button', { name: '导入 CSV' }).click();
  await tab.choose('类别', '场所');
  const [download] = await Promise.all([tab.page.waitForEvent('download'), tab.press('下载模板')]);
  expect(download.suggestedFilename()).toBe('场所.csv');
  // With the mark by which Excel knows the encoding.
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/^\uFEFF编码,名称,英文名称,城市,地址/);
  expect(await tab.dialog().getByRole('button', { name: '导入', exact: true }).isDisabled()).toBe(true);
  await tab.choose('类别', '产品');
  await choose(['x'], '产品.xlsx');
  await tab.dialog().getByText('这不是 .csv 文件').waitFor();
  await tab.expectUsable('master-file');
});

test('of a file with faults each line is named with the reason, and nothing of it is stored', async () => {
  await choose(['编码,名称,净含量', '6901234500028,酸奶,100 g', '6901234500029,奶酪,', '6901234500035,,']);
  await tab.press('导入');
  await tab.dialog().getByText('主数据有 2 处需要更正，未保存任何内容').waitFor();
  const told = await tab.dialog().getByRole('region', { name: '需要更正的地方' }).getByRole('listitem').allInnerTexts();
  expect(told).toEqual([
    expect.stringMatching(/^第 3 行 A 列：.*6901234500029/s),
    expect.stringMatching(/^第 4 行 B 列：缺少名称/),
  ]);
  await tab.expectUsable('master-file-refused');
  expect(await shown('6901234500028')).toBe(false);
});

test('a file that is in order is stored whole; the same once more changes nothing', async () => {
  const rows = ['编码,名称,净含量', '6901234500028,酸奶,100 g', '6901234500035,奶酪,'];
  await choose(rows);
  await tab.press('导入');
  await tab.dialog().getByText('新登记或更改 2 项').waitFor();
  expect(await tab.dialog().getByRole('region', { name: '需要更正的地方' }).count()).toBe(0);
  await tab.expectUsable('master-file-done');
  await choose(rows);
  await tab.press('导入');
  await tab.dialog().getByText('与现有内容相同 2 项').waitFor();
  await tab.press('完成');
  await tab.dialog().waitFor({ state: 'hidden' });
  await seek('');
  await tab.row('奶酪').waitFor();
});

const save = () => tab.press('保存');

test('one thing is added by a form, which says what is wrong with it', async () => {
  await tab.page.getByRole('button', { name: '新增' }).click();
  await save();
  await tab.dialog().getByText('请填写名称').waitFor();
  await tab.choose('类别', '设备');
  await tab.dialog().getByLabel('编码', { exact: true }).fill('6901234500029');
  await tab.dialog().getByLabel('名称', { exact: true }).fill('杀菌机');
  await tab.dialog().getByRole('button', { name: '添加编号' }).click();
  await tab.choose('编号 1 的种类', '出厂编号');
  await tab.dialog().getByLabel('编号 1', { exact: true }).fill('SJ-7');
  await save();
  await tab.dialog().getByText('无法识别此编码').waitFor();
  await tab.expectUsable('master-form');
  await tab.dialog().getByLabel('编码', { exact: true }).fill('urn:example:steriliser:7');
  await save();
  await tab.dialog().waitFor({ state: 'hidden' });
  await tab.row('杀菌机').waitFor();
});

test('a product without a bar code has a number of one’s own, under the code of the organisation', async () => {
  await tab.page.getByRole('button', { name: '新增' }).click();
  await tab.dialog().getByLabel('没有商品条码，用自己的编号').check();
  await tab.dialog().getByLabel('自己的编号', { exact: true }).fill('红富士 80');
  await tab.dialog().getByLabel('名称', { exact: true }).fill('岭上红富士');
  await save();
  await tab.dialog().getByText('只用汉字、字母、数字和 - _ /').waitFor();
  await tab.expectUsable('master-own');
  await tab.dialog().getByLabel('自己的编号', { exact: true }).fill('红富士80');
  await save();
  await tab.dialog().waitFor({ state: 'hidden' });
  await tab.row('岭上红富士').getByText('自编产品码 红富士80').waitFor();
  const { organisation } = Object(await done(tab, 'GET', '/v1/session'));
  const code = `own-product:${organisation.id.replaceAll('-', '')}.红富士80`;
  expect(await done(tab, 'GET', `/v1/registry/entries/${encodeURIComponent(code)}`)).toMatchObject({ code });
});

test('what is there already is not written over by adding it', async () => {
  await tab.page.getByRole('button', { name: '新增' }).click();
  await tab.dialog().getByLabel('编码', { exact: true }).fill('(01)06901234500011');
  await tab.dialog().getByLabel('名称', { exact: true }).fill('别的牛奶');
  await save();
  await tab.dialog().getByText('此编码已登记为“纯牛奶”').waitFor();
  await tab.press('取消');
});

test('one thing is changed: what is written over stays among the versions, what has no field stays as it is', async () => {
  await say({ ...lift('NX-2', { city: '烟台', colours: ['白', '灰'] }), parts: ['urn:example:motor:1'] });
  await tab.page.getByRole('link', { name: '客梯' }).click();
  await tab.page.getByRole('button', { name: '修改' }).click();
  await tab.dialog().getByLabel('编号 2', { exact: true }).fill('NX-3');
  await tab.dialog().getByLabel('城市').fill('');
  await tab.expectUsable('master-change');
  await save();
  await tab.dialog().waitFor({ state: 'hidden' });
  await tab.page.getByRole('row', { name: /^出厂编号 NX-3 .*现用/ }).waitFor();
  const { attributes, parts, versions } = Object(
    await done(tab, 'GET', `/v1/registry/entries/${encodeURIComponent(LIFT)}`),
  );
  expect(attributes).toEqual({ name: '客梯', model: 'GPS-III', colours: ['白', '灰'] });
  expect(parts).toEqual(['urn:example:motor:1']);
  expect(versions).toHaveLength(4);
  await tab.page.getByText('城市：不再登记“烟台”').waitFor();
  await tab.page.getByRole('link', { name: '返回主数据' }).click();
});

test('whoever may only look sees the things, and no buttons', async () => {
  const clerk = await joined(
    at,
    await done(tab, 'POST', '/v1/invitations', { name: MEMBER.name, role: 'viewer' }),
    MEMBER,
  );
  await clerk.open('master-data', '主数据');
  await clerk.page.getByRole('link', { name: '客梯' }).waitFor();
  expect(await clerk.page.getByRole('button', { name: /导入|新增/ }).count()).toBe(0);
  await clerk.page.getByRole('link', { name: '客梯' }).click();
  await clerk.page.getByRole('heading', { level: 1, name: '客梯' }).waitFor();
  expect(await clerk.page.getByRole('button', { name: '修改' }).count()).toBe(0);
  await clerk.close();
});

test('in English nothing is left in Chinese but what was said', async () => {
  await tab.page.setViewportSize(DESK);
  await tab.page.getByRole('button', { name: 'English' }).click();
  await tab.page.getByRole('heading', { level: 1, name: 'Master data' }).waitFor();
  await tab.row('纯牛奶').waitFor();
  await tab.expectUsable('master-list-en');
  await tab.page.getByRole('button', { name: 'Import CSV' }).click();
  await choose(['Code,Name', '6901234500029,Cheese'], 'a.csv');
  await tab.press('Import');
  await tab.dialog().getByText('Row 2, column A').waitFor();
  expect(await tab.dialog().innerText()).not.toMatch(/\p{Script=Han}/u);
  await tab.expectUsable('master-file-refused-en');
  await tab.press('Cancel');
  await tab.page.getByRole('button', { name: 'Add', exact: true }).click();
  await tab.dialog().getByRole('button', { name: 'Add a number' }).click();
  await tab.press('Save');
  await tab.dialog().getByText('Enter the number').waitFor();
  expect(await tab.dialog().innerText()).not.toMatch(/\p{Script=Han}/u);
  await tab.expectUsable('master-form-en');
  await tab.press('Cancel');
  await tab.open(`master-data/${encodeURIComponent(LIFT)}`, '客梯');
  await tab.row('NX-1').first().waitFor();
  await tab.expectUsable('master-entry-en');
  expect((await tab.page.innerText('main')).replaceAll(/客梯|烟台|白|灰/gu, '')).not.toMatch(/\p{Script=Han}/u);
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
