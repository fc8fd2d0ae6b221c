/** Lists of the console as files: whole, however little of them is shown, and as a spreadsheet keeps them. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import type { Tab } from './tab.fixture.ts';

/** More than one page of any list. */
const MANY = 230;
const LONG = '12345678901234567890';
const LIFT = 'urn:example:lift:1';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
  const products = Array.from({ length: MANY }, (_, no) => ({
    ...{ kind: 'product', code: `urn:example:product:${String(no).padStart(3, '0')}` },
    attributes: { name: no === 7 ? '=HYPERLINK("http://example.com","苹果")' : `红富士苹果 ${no} 号` },
  }));
  const lift = { kind: 'equipment', code: LIFT, attributes: { name: '客梯' } };
  const entries = [...products, { ...lift, identifiers: [{ scheme: 'maker-number', value: LONG }] }];
  for (let from = 0; from < entries.length; from += 100) {
    await done(tab, 'POST', '/v1/registry/entries', entries.slice(from, from + 100));
  }
}, 180_000);
afterAll(() => at?.close());

/** The lines of the file that the button of this list gives, and its name. */
async function fileOf(list: string): Promise<{ readonly name: string; readonly lines: readonly string[] }> {
  const [download] = await Promise.all([
    tab.page.waitForEvent('download'),
    tab.page.getByRole('button', { name: `导出“${list}”` }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  return { name: download.suggestedFilename(), lines: text.slice(1).trimEnd().split('\r\n') };
}

test('all pages of master data are in the file, in Chinese, and no cell is a formula', async () => {
  await tab.open('master-data', '主数据');
  expect(await tab.page.getByRole('row').count()).toBeLessThan(MANY);
  const { name, lines } = await fileOf('主数据列表');
  expect(name).toMatch(/^主数据列表 \d{4}-\d\d-\d\d\.csv$/);
  expect(lines).toHaveLength(1 + MANY + 1);
  expect(lines[0]).toBe('"名称","类别","编码","最近登记"');
  expect(lines.find((line) => line.includes('苹果 8 号'))).toMatch(
    /^"红富士苹果 8 号","产品","urn:example:product:008","\d{4}-\d\d-\d\dT[\d:.]+Z"$/,
  );
  expect(lines.some((line) => line.startsWith(`"'=HYPERLINK(""http://example.com"",""苹果"")","产品"`))).toBe(true);
  await tab.page.getByText(`已导出 ${MANY + 1} 行`).waitFor();
  await tab.expectUsable('list-exported');
});

test('what is looked for is what the file holds', async () => {
  await tab.page.getByPlaceholder(/^名称、编码或编号/).fill('苹果 11');
  await tab.row('红富士苹果 1 号').waitFor({ state: 'hidden' });
  await tab.row('红富士苹果 110 号').waitFor();
  const { lines } = await fileOf('主数据列表');
  expect(lines.slice(1).map((line) => /苹果 (\d+) 号/.exec(line)?.[1])).toEqual([
    '11',
    ...Array.from({ length: 10 }, (_, no) => `11${no}`),
  ]);
});

test('a code of twenty digits keeps them all in a spreadsheet', async () => {
  await tab.page.goto(`${at.program.url}/console/master-data`);
  await tab.page.getByPlaceholder(/^名称、编码或编号/).fill(LIFT);
  await tab.page.getByRole('link', { name: '客梯' }).first().click();
  await tab.page.getByRole('heading', { level: 1, name: '客梯' }).waitFor();
  const { lines } = await fileOf('编号');
  expect(lines[1]).toMatch(new RegExp(`^"出厂编号","=""${LONG}""","\\d{4}-[^"]+","[^"]+"$`));
});

test('a list says what is drawn, and nothing of what one may do there', async () => {
  await done(tab, 'POST', '/v1/sites', { name: '一号果园', kind: 'farm', address: '烟台市莱山区 1 号' });
  await tab.open('people', '成员');
  const people = await fileOf('成员');
  expect(people.lines[0]).toBe('"姓名","角色","登录名","两步验证","最近使用"');
  expect(people.lines[1]).toMatch(/^"王建国/);
  await tab.open('sites', '场所与许可');
  const sites = await fileOf('场所');
  expect(sites.lines.slice(1)).toEqual([expect.stringContaining('"一号果园"')]);
  expect(sites.lines.join('')).not.toContain('关闭');
});

test('a file that is being made is stopped, and none is kept', async () => {
  await tab.open('master-data', '主数据');
  const button = tab.page.getByRole('button', { name: '导出“主数据列表”' });
  await tab.page.route('**/v1/registry/entries?*after=*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await route.continue();
  });
  let kept = 0;
  tab.page.on('download', () => (kept += 1));
  await button.click();
  await tab.page.getByText(/正在导出，已取得 \d+ 行/).waitFor();
  await tab.expectUsable('list-exporting');
  await tab.page.getByRole('button', { name: '停止' }).click();
  await tab.page.getByText('已停止，没有保存文件').waitFor();
  await button.waitFor();
  expect(kept).toBe(0);
});

test('nothing was complained of', () => expect(at.complaints).toEqual([]));
