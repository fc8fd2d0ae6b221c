/** The provinces of a trace in the console: as tiles, as a list, and what went from one to another. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAN, canOnItsWay } from './can.fixture.ts';
import type { Party } from './can-parties.fixture.ts';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { DESK, PHONE, type Tab } from './tab.fixture.ts';

const PATH = `trace?${new URLSearchParams({ code: CAN, view: 'regions' })}`;

let at: RunningConsole;
let tabs: Readonly<Record<Party, Tab>>;

beforeAll(async () => {
  at = await runConsole();
  tabs = await canOnItsWay(at);
}, 180_000);
afterAll(() => at?.close());

const part = ({ page }: Tab) => page.locator('.picture-section');
/** Cells of a table, row by row. */
const rowsOf = async (tab: Tab, name: string) =>
  (await part(tab).getByRole('table', { name }).locator('tbody tr:not(.below)').allInnerTexts()).map((row) =>
    row.split(/\s+/).filter(Boolean).join(' '),
  );

test('on a phone there are all provinces; those where the goods were are buttons that say what was there', async () => {
  const { maker } = tabs;
  await maker.page.setViewportSize(PHONE);
  await maker.open(PATH, '追溯');
  const tiles = part(maker).getByRole('group', { name: '各省方格，2 个省份有记录' });
  await tiles.waitFor();
  expect(await tiles.locator('.region-tile').count()).toBe(34);
  expect(await tiles.getByRole('button').locator('title').allTextContents()).toEqual([
    '黑龙江省，1 处，2 步，2026-03-01 至 2026-03-02',
    '山东省，3 处，4 步，2026-03-03 至 2026-03-06',
  ]);
  expect((await tiles.locator('.region-tile', { hasText: '台湾省，没有记录' }).boundingBox())?.width).toBeGreaterThan(
    24,
  );
  expect(await tiles.getByRole('button', { name: /^山东省/ }).innerHTML()).toMatch(/鲁[\s\S]*4/);
  await maker.expectUsable('regions');
});

test('the list says the same, and below it what went where', async () => {
  const { maker } = tabs;
  await maker.page.setViewportSize(DESK);
  expect(await rowsOf(maker, '各省记录')).toEqual([
    '黑龙江省 1 2 2026-03-01 2026-03-02 查看',
    '山东省 3 4 2026-03-03 2026-03-06 查看',
  ]);
  expect(await rowsOf(maker, '货物去向')).toEqual(['黑龙江省 → 山东省 1']);
});

test('a key opens a province with its places and steps, and the address keeps that', async () => {
  const { maker } = tabs;
  const { page } = maker;
  await part(maker)
    .getByRole('button', { name: /^山东省/ })
    .focus();
  await page.keyboard.press('Enter');
  const shandong = part(maker).getByRole('region', { name: '山东省' });
  await shandong.getByText('惠安济南仓库：1 步').waitFor();
  await shandong.getByText('山东省济南市平阴县 · 门店：2 步').waitFor();
  expect(await shandong.locator('.trace-step').count()).toBe(4);
  await maker.expectUsable('regions-open');
  await page.reload();
  await shandong.getByText('惠安济南仓库：1 步').waitFor();
  await part(maker).getByRole('button', { name: '收起：山东省' }).click();
  await shandong.waitFor({ state: 'detached' });
  await part(maker).getByText('图', { exact: true }).click();
  await part(maker).locator('.picture-box').first().waitFor();
  await part(maker).getByText('地区', { exact: true }).click();
  expect(new URL(page.url()).searchParams.get('view')).toBe('regions');
});

test('it is saved as SVG and as PNG with what its colours mean, and printed alone', async () => {
  const { page } = tabs.maker;
  const save = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    if (process.env.SUYUAN_SHOTS !== undefined)
      await file.saveAs(`${process.env.SUYUAN_SHOTS}/${file.suggestedFilename()}`);
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
  };
  const svg = await save('保存为 SVG');
  expect(svg.name).toBe('追溯地区.svg');
  for (const text of ['山东省，3 处，4 步', '颜色表示步骤数', '50 及以上'])
    expect(svg.content.toString()).toContain(text);
  const png = await save('保存为 PNG');
  expect(png.content.subarray(1, 4).toString()).toBe('PNG');
  expect(png.content.readUInt32BE(16)).toBeGreaterThan(1_000);
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset.printed = document.documentElement.dataset.print ?? '';
    };
  });
  await page.getByRole('button', { name: '打印或存为 PDF' }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('html').getAttribute('data-printed')).toBe('picture');
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
  expect(await page.locator('.region-tiles').isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
});

test('in the dark and in English it is as readable', async () => {
  const { shop } = tabs;
  await shop.page.emulateMedia({ colorScheme: 'dark' });
  await shop.page.setViewportSize(DESK);
  await shop.page.getByRole('button', { name: 'English' }).click();
  await shop.open(PATH, 'Trace');
  await part(shop)
    .getByRole('button', { name: /^Shandong, / })
    .waitFor();
  expect(await part(shop).innerText()).not.toMatch(/\p{Script=Han}/u);
  await shop.expectUsable('regions-dark-en');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
