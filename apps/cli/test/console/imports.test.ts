/** Records from a file in the console: the template, what is wrong cell by cell, the copy that is mended, and what is recorded once. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf, textsOf, workbook } from '../../../../packages/server/test/account/workbook.ts';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import type { Tab } from './tab.fixture.ts';

const GTIN = '06901234567892';
const HEAD = ['购进日期', '货品编码', '批号', '数量', '单位'];
const aRow = (lot: string): readonly string[] => ['2026-10-01', GTIN, lot, '10', '千克'];
const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\r\n');

/** As Excel in China saves a CSV. */
function inGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      codes.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
  return Buffer.from([...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? []))));
}

let at: RunningConsole;
let tab: Tab;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imports-'));
  at = await runConsole();
  tab = await at.firstStart();
  await done(tab, 'PATCH', '/v1/organisation', { categories: ['food'] });
}, 180_000);
afterAll(async () => {
  await at?.close();
  await rm(folder, { recursive: true, force: true });
});

async function downloaded(button: string): Promise<{ readonly name: string; readonly file: Buffer }> {
  const [file] = await Promise.all([
    tab.page.waitForEvent('download'),
    tab.page.getByRole('button', { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), file: await readFile(await file.path()) };
}

/** As a person chooses it: it is on the disk. */
async function sendFile(name: string, content: Buffer): Promise<void> {
  await writeFile(join(folder, name), content);
  await tab.page.locator('input[type=file]').setInputFiles(join(folder, name));
}

const openStep = () => tab.open('record/import?pack=food&stage=receipt', '批量导入');
const words = (text: string | RegExp): Locator => tab.page.getByText(text).first();
const press = (name: string | RegExp) => tab.page.getByRole('button', { name }).click();

test('a step leads to its template; of what is filled in the faulty cells are told, and nothing is recorded', async () => {
  await tab.open('record', '记录');
  await tab.page.getByRole('link', { name: '批量导入' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '批量导入' }).waitFor();
  await words('还没有导入过').waitFor();
  await tab.expectUsable('imports-none');
  await tab.page.getByRole('combobox', { name: '1. 选环节' }).click();
  await tab.page.locator('.ant-select-item-option', { hasText: '进货查验' }).first().click();
  await tab.page.getByRole('button', { name: '下载模板' }).waitFor();
  await tab.page.goto(`${at.program.url}/console/record/new/food/receipt`);
  await tab.page.getByRole('link', { name: '批量导入' }).click();
  await tab.expectUsable('imports-step');
  const template = await downloaded('下载模板');
  expect(template.name).toMatch(/进货.*\.xlsx$/);
  const head = textsOf(template.file).slice(0, 5);
  expect(head).toEqual(['时间*', '货品编码*', '批号', '数量', '单位']);
  const rows = [
    ['2026-10-01 08:30', GTIN, 'A1', '10', '千克'],
    ['01/02/2026', GTIN, 'A2', '10', '千克'],
    ['2026-10-01', GTIN, 'A3', '一箱', '千克'],
  ];
  await sendFile('十月进货.xlsx', workbook([head, ...rows]));
  await words('共 3 行：可登记 1 行，有误 2 行').waitFor();
  expect(await tab.row('A3').locator('td').allTextContents()).toEqual(['A3', '时间', expect.stringContaining('年')]);
  await tab.row('D4').getByText('数量').first().waitFor();
  await tab.expectUsable('imports-checked');
  expect(Object(await done(tab, 'GET', '/v1/imports')).imports).toMatchObject([{ state: 'checked', recorded: 0 }]);
});

test('the good rows are recorded; the others are downloaded with what is wrong, mended, and recorded as well', async () => {
  const copy = await downloaded('下载有问题的行');
  expect(copy.name).toBe('十月进货 - 问题.xlsx');
  expect(textsOf(copy.file)).not.toContain('A1');
  await press('登记 1 行');
  await words('已登记 1 行，有误、没有登记 2 行').waitFor();
  await tab.expectUsable('imports-recorded');
  const mended = [...rowsOf(copy.file)].map((row) =>
    [...row.values()].map(({ value }) => ({ '01/02/2026': '2026-10-01', 一箱: '1' })[value] ?? value),
  );
  await tab.page.getByRole('link', { name: '上传改好的文件' }).click();
  await sendFile('改好.xlsx', workbook(mended));
  await words('共 2 行：可登记 2 行，有误 0 行').waitFor();
  await press('登记 2 行');
  await words('已登记 2 行').waitFor();
  for (const lot of ['A1', 'A2', 'A3']) {
    const code = `https://id.gs1.org/01/${GTIN}/10/${lot}`;
    expect(Object(await done(tab, 'GET', `/v1/trace?${new URLSearchParams({ code })}`)).events, lot).toHaveLength(1);
  }
  await tab.page.getByRole('link', { name: '查看合规问题' }).click();
  await tab.page.waitForURL('**/compliance/findings?pack=food');
});

const GBK = inGbk(csv([HEAD, aRow('G1'), aRow('G2')]));

test('a CSV as Excel in China saves it is read; the same file again opens what became of it', async () => {
  await openStep();
  await sendFile('进货.csv', GBK);
  await words('共 2 行：可登记 2 行，有误 0 行').waitFor();
  await press('登记 2 行');
  await words('已登记 2 行').waitFor();
  await openStep();
  await sendFile('又一次.csv', GBK);
  await words('此文件以前上传过').waitFor();
  await tab.page.getByRole('heading', { level: 1, name: '进货.csv' }).waitFor();
  await tab.expectUsable('imports-before');
  await openStep();
  expect(await tab.row('又一次.csv').count()).toBe(0);
  await tab.row('进货.csv').getByText('已登记').waitFor();
  await tab.expectUsable('imports-list');
});

test('on a line that breaks a part is sent again; after a reload the same file goes on with what is missing', async () => {
  const noted = Array.from({ length: 1_200 }, (_, n) => [...aRow(`B${n}`), 'x'.repeat(1_000)]);
  const file = Buffer.from(csv([[...HEAD, '备注'], ...noted]));
  const parts: string[] = [];
  tab.page.on('requestfinished', (request) => {
    const part = /\/parts\/(\d+)$/.exec(request.url())?.[1];
    if (part !== undefined) parts.push(part);
  });
  await tab.page.route('**/v1/imports/*/parts/2', (route) => route.abort());
  await sendFile('一年进货.csv', file);
  await words('连接中断，正在重试').waitFor();
  await tab.expectUsable('imports-sending');
  await openStep();
  await tab.page.getByRole('link', { name: '一年进货.csv' }).click();
  await words('还有 1 段没有上传完').waitFor();
  await tab.expectUsable('imports-uploading');
  await tab.page.locator('input[type=file]').setInputFiles(join(folder, '一年进货.csv'));
  await words('连接中断，正在重试').waitFor();
  await tab.page.unroute('**/v1/imports/*/parts/2');
  await words('共 1,200 行：可登记 1,200 行，有误 0 行').waitFor();
  expect(parts).toEqual(['1', '2']);
});

test('while rows are recorded one sees how many; what is not wanted is taken away', async () => {
  const id = tab.page.url().split('/').at(-1);
  const whole = Object(await done(tab, 'GET', `/v1/imports/${id}`));
  const one = `**/v1/imports/${id}`;
  await tab.page.route(one, (route) => route.fulfill({ json: { ...whole, state: 'recording', handled: 600 } }));
  await tab.page.reload();
  await words('正在登记：已处理 600 行，共 1,200 行').waitFor();
  await tab.expectUsable('imports-recording');
  await tab.page.unroute(one);
  await words('共 1,200 行').waitFor();
  await press('删除导入：一年进货.csv');
  await tab.press('删除');
  await tab.page.getByRole('heading', { level: 1, name: '批量导入' }).waitFor();
  await tab.quiet();
  expect(await tab.row('一年进货.csv').count()).toBe(0);
});

test('a file that cannot be imported says what to do', async () => {
  await openStep();
  await sendFile('别的.csv', Buffer.from(csv([['甲', '乙']])));
  await words('不能导入，没有登记任何内容').waitFor();
  await words(/下载此环节的模板/).waitFor();
  await tab.expectUsable('imports-failed');
  await openStep();
  await sendFile('空.csv', Buffer.alloc(0));
  await words('文件是空的').waitFor();
});

test('in English nothing is left in Chinese but what was entered', async () => {
  await tab.page.getByRole('button', { name: 'English' }).click();
  await tab.page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await tab.expectUsable('imports-en');
  const entered = /十月进货|改好|进货|别的|王建国/g;
  const said = async () => (await tab.page.locator('main').innerText()).replace(entered, '');
  expect(await said()).not.toMatch(/[\u4e00-\u9fff]/);
  await tab.page.getByRole('link', { name: '十月进货.xlsx' }).click();
  await words('1 row(s) recorded; 2 not recorded, with something wrong').waitFor();
  await tab.expectUsable('imports-recorded-en');
  expect((await said()).replaceAll('一箱', '')).not.toMatch(/[\u4e00-\u9fff]/);
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
