/** Branches of a chain in the console, in a real browser against the real program: one by one, and all by one Excel file. */
import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textsOf, workbook } from '../../../../packages/server/test/account/workbook.ts';
import { MEMBER, type RunningConsole, runConsole } from './console.fixture.ts';
import type { Tab } from './tab.fixture.ts';

const HEAD = ['名称', '统一社会信用代码', '机构类别', '行政区划代码', '负责人姓名', '负责人角色'];

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

const sheetDialog = () => tab.page.getByRole('dialog', { name: '用 Excel 批量添加下属单位' });
const openSheet = () => tab.page.getByRole('button', { name: '用 Excel 批量添加', exact: true }).click();

async function choose(file: Buffer, name = '门店.xlsx'): Promise<void> {
  await tab.dialog().locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: file });
}

/** What a button has the browser keep. */
async function kept(button: string): Promise<{ readonly download: Download; readonly texts: readonly string[] }> {
  const [download] = await Promise.all([tab.page.waitForEvent('download'), tab.press(button)]);
  return { download, texts: textsOf(readFileSync(await download.path())) };
}

const branchNames = async (): Promise<unknown> =>
  Object((await tab.ask('GET', '/v1/branches')).body).branches.map(({ name }: { name: string }) => name);

test('one person is invited into one branch, and joins that branch', async () => {
  const { id } = Object((await tab.ask('POST', '/v1/branches', { name: '福山站', kind: 'enterprise' })).body);
  await tab.open('branches', '下属单位');
  await tab.page.getByRole('button', { name: '邀请成员加入“福山站”' }).click();
  await tab.dialog().getByLabel('受邀人姓名').fill('赵云');
  await tab.choose('角色', '登记员');
  await tab.expectUsable('branch-invite');
  await tab.press('生成邀请链接');
  await tab.dialog().getByText('链接只显示这一次').waitFor();
  await tab.expectUsable('branch-invite-link');
  const url = await tab.dialog().locator('code').innerText();
  await tab.press('完成');
  await tab.dialog().waitFor({ state: 'hidden' });
  const person = { name: '赵云', loginName: 'zhao.yun', password: '八月的石榴树下读书' };
  expect(await joined(url, person)).toMatchObject({ id, role: 'recorder' });
});

/** The organisation that a new person is in once it has taken the invitation. */
async function joined(url: string, person: typeof MEMBER): Promise<unknown> {
  const theirs = await at.tab();
  const token = url.trim().split('#')[1] ?? '';
  expect((await theirs.ask('POST', '/v1/links/invitation', { token, person })).status).toBe(200);
  const { organisation } = Object((await theirs.ask('GET', '/v1/session')).body);
  await theirs.close();
  return organisation;
}

test('the template comes in the language of the person; as it is, there is nothing in it to add', async () => {
  await tab.open('branches', '下属单位');
  await openSheet();
  await tab.dialog().getByText('不超过 1 MB').waitFor();
  await tab.expectUsable('sheet');
  const { download, texts } = await kept('下载模板');
  expect(download.suggestedFilename()).toBe('下属单位模板.xlsx');
  expect(texts).toEqual(HEAD);
  await choose(readFileSync(await download.path()));
  await tab.dialog().getByText('文件中没有填写下属单位').waitFor();
  expect(await tab.dialog().getByRole('button', { name: '添加', exact: true }).count()).toBe(0);
});

test('what is no workbook, and one that is too large, is said in words, dropped or chosen', async () => {
  await choose(Buffer.from('名称\n一号店'), '门店.csv');
  await tab.dialog().getByText('这不是 .xlsx 文件').waitFor();
  await choose(Buffer.alloc(1024 * 1024 + 1));
  await tab.dialog().getByText('文件超过 1 MB').waitFor();
  await choose(Buffer.from('名称'), '门店.XLSX');
  await tab.dialog().getByText('文件不是可读取的 .xlsx 工作簿').waitFor();
  const dropped = await tab.page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['a'], '门店.pdf'));
    return data;
  });
  await tab.dialog().getByText('或把它拖到这里').dispatchEvent('drop', { dataTransfer: dropped });
  await tab.dialog().getByText('这不是 .xlsx 文件').waitFor();
  await tab.expectUsable('sheet-unfit');
});

test('what is wrong is told by cell, and nothing is added', async () => {
  const wrong = ['', '91110000802100433A', '未知', '999999', '李四', '皇帝'];
  await choose(workbook([HEAD, ['福山站'], wrong]));
  const cells = tab.dialog().getByRole('region', { name: '需要更正的单元格' });
  await cells.waitFor();
  await tab.dialog().getByText('有 6 处需要更正').waitFor();
  await tab.dialog().getByText('改好后请再次选择文件').waitFor();
  const told = await cells.getByRole('listitem').allInnerTexts();
  expect(told.map((line) => line.split(/\s/)[0])).toEqual(['A2', 'A3', 'B3', 'C3', 'D3', 'F3']);
  expect(told[0]).toContain('已有同名的下属单位：福山站');
  await tab.expectUsable('sheet-findings');
  await choose(workbook([HEAD, ...Array.from({ length: 250 }, (_, n) => [`店${n}`, '', '未知'])]));
  await tab.dialog().getByText('有 250 处需要更正').waitFor();
  await tab.dialog().getByText('以下是前 200 处').waitFor();
  expect(await cells.getByRole('listitem').count()).toBe(200);
  await tab.page.emulateMedia({ colorScheme: 'dark' });
  await tab.expectUsable('sheet-findings-dark');
  await tab.page.emulateMedia({ colorScheme: 'light' });
  expect(await branchNames()).toEqual(['福山站']);
});

test('what was added by somebody else since the look is told by cell as well', async () => {
  await choose(workbook([HEAD, ['莱山站']]));
  await tab.dialog().getByText('将新增 1 个下属单位，不生成邀请').waitFor();
  await tab.ask('POST', '/v1/branches', { name: '莱山站', kind: 'enterprise' });
  await tab.press('添加');
  await tab.dialog().getByText('已有同名的下属单位：莱山站').waitFor();
  await tab.press('取消');
  await tab.dialog().waitFor({ state: 'hidden' });
});

test('a file in which all is right becomes branches at once, and its links lead into them', async () => {
  await openSheet();
  await choose(workbook([HEAD, ['一号店', '', '', '370612', MEMBER.name, '登记员'], ['二号店'], ['三号店']]));
  await tab.dialog().getByText('将新增 3 个下属单位，生成 1 份邀请').waitFor();
  await tab.expectUsable('sheet-clean');
  await tab.press('添加');
  await sheetDialog().waitFor({ state: 'hidden' });
  const done = tab.page.getByRole('dialog', { name: '已新增 3 个下属单位' });
  await done.getByText('邀请链接只提供这一次').waitFor();
  await tab.expectUsable('sheet-links');
  await done.getByRole('button', { name: '完成' }).click();
  const asked = tab.page.getByRole('dialog', { name: '邀请链接还没有下载' });
  await asked.waitFor();
  await tab.expectUsable('sheet-links-leave');
  await asked.getByRole('button', { name: '取消' }).click();
  await asked.waitFor({ state: 'hidden' });
  await tab.page.emulateMedia({ colorScheme: 'dark' });
  await tab.expectUsable('sheet-links-dark');
  await tab.page.emulateMedia({ colorScheme: 'light' });

  const { download, texts } = await kept('下载邀请链接（1 份）');
  expect(download.suggestedFilename()).toBe('邀请链接.xlsx');
  expect(texts).toEqual(expect.arrayContaining(['一号店', MEMBER.name]));
  await tab.press('完成');
  await tab.dialog().waitFor({ state: 'hidden' });
  await tab.row('三号店').waitFor();
  await tab.expectUsable('branches-by-sheet');
  const url = texts.find((text) => text.startsWith('http')) ?? '';
  expect(await joined(url, MEMBER)).toMatchObject({ name: '一号店', role: 'recorder' });
});

test('the links may be left behind, once that was asked; without links nothing is', async () => {
  await openSheet();
  await choose(workbook([HEAD, ['四号店', '', '', '', '王五', '查看者']]));
  await tab.press('添加');
  await tab.press('完成');
  await tab.page.getByRole('button', { name: '不下载，直接关闭' }).click();
  await tab.dialog().waitFor({ state: 'hidden' });
  await openSheet();
  await choose(workbook([HEAD, ['五号店']]));
  await tab.press('添加');
  await tab.page.getByRole('dialog', { name: '已新增 1 个下属单位' }).getByText('没有生成邀请').waitFor();
  await tab.press('完成');
  await tab.dialog().waitFor({ state: 'hidden' });
  expect(await branchNames()).toEqual(expect.arrayContaining(['四号店', '五号店']));
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await tab.page.getByRole('button', { name: 'English' }).click();
  await tab.page.getByRole('button', { name: 'Add many by Excel' }).click();
  const { download, texts } = await kept('Download the template');
  expect(download.suggestedFilename()).toBe('branches-template.xlsx');
  expect(texts[0]).toBe('Name');
  await choose(
    workbook([
      ['Name', 'Kind', 'Person in charge', 'Role of the person'],
      ['Shop', '?', 'Li Si', 'Recorder'],
    ]),
    'a.xlsx',
  );
  await tab.dialog().getByText('There is no kind ?').waitFor();
  expect(await tab.dialog().innerText()).not.toMatch(/\p{Script=Han}/u);
  await tab.expectUsable('sheet-findings-en');
  await choose(
    workbook([
      ['Name', 'Person in charge', 'Role of the person'],
      ['Shop', 'Li Si', 'Recorder'],
    ]),
    'a.xlsx',
  );
  await tab.press('Add them');
  await tab.dialog().getByText('given this once').waitFor();
  expect(await tab.dialog().innerText()).not.toMatch(/\p{Script=Han}/u);
  await tab.expectUsable('sheet-links-en');
  expect((await kept('Download the invitations (1)')).download.suggestedFilename()).toBe('invitations.xlsx');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
