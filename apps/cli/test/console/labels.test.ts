/** Labels in the console: a certificate of what was recorded, and numbered labels from the printer to the goods. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import type { Tab } from './tab.fixture.ts';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
  await done(tab, 'PATCH', '/v1/organisation', { categories: ['food', 'edible-agri'] });
  await done(tab, 'POST', '/v1/registry/entries', [
    {
      ...{ kind: 'product', code: 'https://id.gs1.org/01/06901234567892', identifiers: [], parts: [] },
      attributes: { name: '红富士苹果' },
    },
  ]);
}, 180_000);
afterAll(() => at?.close());

async function downloaded(button: string): Promise<string> {
  const [file] = await Promise.all([
    tab.page.waitForEvent('download'),
    tab.page.getByRole('button', { name: button }).click(),
  ]);
  return (await readFile(await file.path())).toString('latin1');
}
const choose = async (label: string, option: string): Promise<void> => {
  await tab.page.getByRole('combobox', { name: label }).click();
  await tab.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
};

test('of a certificate that was recorded the form is filled in: it is looked at and printed', async () => {
  const id = '0b0b4b3e-0000-4000-8000-000000000001';
  const sheet = {
    ...{ pack: 'edible-agri', stage: 'certificate-producer', name: '苹果合格证', version: 0 },
    content: {
      at: '2026-11-27T08:00:00+08:00',
      units: [{ code: 'https://id.gs1.org/01/06901234567892/10/A1', quantity: '500', uom: 'KGM' }],
      values: {
        ...{ certificateForm: '1', productName: '红富士苹果', origin: '山东省烟台市栖霞市', responsible: '青山果园' },
        ...{ certificateDate: '2026-11-27', commitmentBasis: 'self-test' },
        commitments: ['no-banned-substances', 'residues-within-limits'],
      },
    },
  };
  await done(tab, 'PUT', `/v1/sheets/${id}`, sheet);
  await done(tab, 'POST', `/v1/sheets/${id}/submission`, { version: 1 });
  await tab.open(`record/${id}`, '苹果合格证');
  await tab.page.getByRole('link', { name: /^打印承诺达标合格证（样式一/ }).click();
  await tab.page.getByRole('heading', { level: 1, name: '标签' }).waitFor();
  await tab.page.getByText('还缺：联系方式').waitFor();
  expect(await tab.page.getByLabel('数量（重量）').inputValue()).toBe('500 千克');
  await tab.page.getByLabel('联系方式').fill('0535-1234567');
  await tab.page.getByRole('img', { name: /打印出来的样子/ }).waitFor();
  await tab.expectUsable('labels-certificate');
  expect(await downloaded('下载 PDF 打印')).toMatch(/^%PDF-/);
});

test('numbers are given to a product; what the printer did not print is printed from there', async () => {
  await tab.open('labels', '标签');
  await tab.page.getByText('还没有生成过编号').waitFor();
  await choose('产品', '红富士苹果');
  expect(await tab.page.getByLabel('产品名称').inputValue()).toBe('红富士苹果');
  await tab.page.getByLabel('批次', { exact: true }).fill('A20261127');
  await tab.page.getByLabel('日期').fill('2026-11-27');
  await tab.page.getByRole('img', { name: /打印出来的样子/ }).waitFor();
  await tab.page.getByLabel('张数').fill('20');
  await tab.expectUsable('labels');
  await tab.page.getByRole('button', { name: '生成编号' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '红富士苹果' }).waitFor();
  await tab.page.locator('#print-last').fill('8');
  expect(await downloaded('下载打印文件')).toMatch(/^%PDF-/);
  await tab.page.locator('dd', { hasText: '第 1 至 8 张' }).waitFor();
  expect(await tab.page.locator('#print-first').inputValue()).toBe('9');
  await tab.page.getByRole('radio', { name: 'ZPL（标签打印机）' }).check();
  expect((await downloaded('下载打印文件')).split('^XA')).toHaveLength(13);
  await tab.page.locator('dd', { hasText: '第 1 至 20 张' }).first().waitFor();
  await tab.page.getByText('其中有已经输出过的标签').waitFor();
});

test('labels are on goods of a lot, once, or spoilt; then whoever scans one is led to the lot', async () => {
  await tab.page.locator('#bind-last').fill('18');
  await tab.page.getByRole('button', { name: '登记', exact: true }).click();
  await tab.row('A20261127').getByText('第 1 至 18 张').waitFor();
  expect(await tab.page.locator('#bind-first').inputValue()).toBe('19');
  await tab.page.getByRole('radio', { name: '损坏作废' }).check();
  await tab.page.getByRole('button', { name: '登记', exact: true }).click();
  await tab.row('作废').getByText('第 19 至 20 张').waitFor();
  await tab.expectUsable('labels-run');
  const [run] = Object(await done(tab, 'GET', '/v1/labels/runs')).runs;
  const trace = Object(await done(tab, 'GET', `/v1/trace?code=${encodeURIComponent(run.firstCode)}`));
  expect(trace.events).toMatchObject([{ bizStep: 'https://ref.gs1.org/cbv/BizStep-commissioning' }]);
  await tab.open('labels', '标签');
  expect(await tab.row('红富士苹果').locator('td').allTextContents()).toEqual(
    expect.arrayContaining(['20', '20', '20']),
  );
});

test('a layout whose codes are given out one by one is filled in, and printed as a label a code', async () => {
  await tab.open('labels?layout=pesticide-80x60', '标签');
  const codes = ['10706111001123456789012345678901', '10706111001123456789012345678902'];
  const typed = {
    ...{ 农药名称: '吡虫啉', 有效成分及含量: '吡虫啉 10%', 剂型: '可湿性粉剂', 农药登记证号: 'PD20070612' },
    ...{ 净含量: '20 克', 生产日期: '2026-11-28', 产品批号: 'N1', 质量保证期: '2 年', 登记证持有人: '青山农化' },
    ...{ 联系方式: '0536-1234567', '单元识别代码（32 位）': codes.join('\n') },
  };
  for (const [name, value] of Object.entries(typed)) await tab.page.getByLabel(name, { exact: true }).fill(value);
  expect(await tab.page.getByLabel('追溯网址').inputValue()).toMatch(/^https?:\/\/.*\/q\/$/);
  await tab.page.getByText('单元识别代码的前 7 位与农药登记证号不符').waitFor();
  await tab.page.getByLabel('农药登记证号').fill('PD20070611');
  await tab.page.getByRole('img', { name: /打印出来的样子/ }).waitFor();
  await tab.page.getByText('每个码一张，共 2 张').waitFor();
  await tab.page.getByText('依据：农业部公告第2579号').first().waitFor();
  await tab.expectUsable('labels-of-codes');
  const typedCodes = tab.page.getByLabel('单元识别代码（32 位）');
  await typedCodes.fill([...codes, '107'].join('\n'));
  await tab.page.getByRole('button', { name: '下载 PDF 打印' }).click();
  await tab.page.getByText('第 3 个编码不能打印：107').waitFor();
  await typedCodes.fill(codes.join('\n'));
  expect(await downloaded('下载 PDF 打印')).toMatch(/\/Count 2\b/);
});

test('in English nothing is left in Chinese but what was entered', async () => {
  await tab.open('labels', '标签');
  await tab.page.getByRole('button', { name: 'English' }).click();
  await tab.page.getByRole('heading', { level: 1, name: 'Labels' }).waitFor();
  await tab.expectUsable('labels-en');
  const words = (await tab.page.locator('main').innerText()).replaceAll('红富士苹果', '');
  expect(words).not.toMatch(/[\u4e00-\u9fff]/);
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
