/** What the law asks to be recorded, read in a real browser without script, on a phone and at a desk. */
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, expectUsable, PHONE, watchedPage } from './console/tab.fixture.ts';
import { launchBrowser } from './launch-browser.ts';
import { makeStartedDataDir, type Program, removeDataDir, startProgram } from './program.ts';

let dataDir: string;
let program: Program;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  dataDir = makeStartedDataDir();
  program = await startProgram(dataDir);
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.end('SIGTERM');
  removeDataDir(dataDir);
});

async function open(path: string, javaScriptEnabled = true): Promise<Page> {
  const page = await watchedPage(browser, complaints, { javaScriptEnabled });
  expect((await page.goto(program.url + path))?.status()).toBe(200);
  return page;
}

test('from the front page to what one stage has to record, without script', async () => {
  const page = await open('/', false);
  await page.getByRole('link', { name: '各类产品依法要记录什么' }).click();
  await page.getByRole('heading', { level: 1, name: '依法要记录什么' }).waitFor();
  await page.getByRole('link', { name: '食品', exact: true }).click();
  await page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '进货查验', exact: true }).click();
  expect(new URL(page.url()).hash).toBe('#receipt');
  const stage = await page.locator('#receipt').innerText();
  for (const said of ['必须记录', '供货者名称', '未记录“生产批号”', '食品安全法', '第五十条', '核对过条文原文'])
    expect(stage).toContain(said);
  const text = await page.innerText('main');
  for (const said of ['不得销售超过保质期的食品', '拒收', '一级召回完成', '10 个工作日', '进货查验记录', '联单的字段'])
    expect(text).toContain(said);
});

test('English has every word, and keeps its language from page to page', async () => {
  const page = await open('/standards?lang=en');
  await page.getByRole('link', { name: 'Special equipment (lifts and gas cylinders)' }).click();
  await page.getByRole('heading', { level: 1, name: 'Special equipment (lifts and gas cylinders)' }).waitFor();
  const text = await page.innerText('main');
  for (const said of ['Must be recorded', 'refused', '30 days', 'What is not in it, and why'])
    expect(text).toContain(said);
  // Numbers of laws are as they were issued.
  const isOfLaw = (line: string): boolean => /^By: |in force from/.test(line);
  expect(text.split('\n').filter((line) => /[\u4e00-\u9fff]/.test(line) && !isOfLaw(line))).toEqual([]);
});

test.each(['/standards', '/standards/food', '/standards/edible-agri', '/standards/special-equipment'])(
  '%s is light, and usable on a phone and at a desk in both languages',
  async (path) => {
    for (const lang of ['zh', 'en']) {
      const page = await open(`${path}?lang=${lang}`);
      // A page must open on a slow village line: 40 kB are five seconds at 64 kbit/s.
      expect(gzipSync(await page.content()).length).toBeLessThan(40 * 1024);
      for (const viewport of [PHONE, DESK]) {
        await page.setViewportSize(viewport);
        await expectUsable(page, `${path.slice(1).replaceAll('/', '-')}-${lang}`);
      }
    }
    expect(complaints).toEqual([]);
  },
  60_000,
);
