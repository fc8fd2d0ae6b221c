/** What the law asks to be recorded, read in a real browser without script, on a phone and at a desk. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, expectUsable, PHONE, watchedPage } from './console/tab.fixture.ts';
import { makeStartedDataDir, type Program, removeDataDir, run, startProgram } from './program.ts';
import { closePages, sharedBrowser } from './shared-browser.ts';

const FOOD = join(import.meta.dirname, '../../../packages/profiles/src/food/pack.json');

let dataDir: string;
let program: Program;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  dataDir = makeStartedDataDir();
  program = await startProgram(dataDir);
  browser = await sharedBrowser();
}, 180_000);
afterAll(async () => {
  if (browser !== undefined) await closePages(browser);
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

/** Food, as an operator might carry it on: something added, removed and changed. */
async function addNewerFood(): Promise<string> {
  const pack = JSON.parse(readFileSync(FOOD, 'utf8'));
  const [first, second, ...rules] = pack.rules;
  const file = join(dataDir, 'newer.json');
  const elements = {
    ...pack.elements,
    farmName: {
      name: { zh: '农场名称', en: 'Name of the farm' },
      type: 'text',
      level: 'public',
      at: ['ilmd/farmName'],
    },
  };
  const changed = { ...second, name: { zh: '不得再卖', en: 'Not sold any more' } };
  writeFileSync(file, JSON.stringify({ ...pack, version: '2999.1', elements, rules: [changed, ...rules] }));
  expect(await run(dataDir, 'packs', 'add', file)).toMatchObject({ code: 0 });
  const versions = async (): Promise<string> => (await fetch(`${program.url}/v1/standards/packs/food/versions`)).text();
  await expect.poll(versions, { timeout: 10_000 }).toContain('2999.1');
  return first.name.zh;
}

test('from a pack to an older version of it and to what differs, without script', async () => {
  const { version } = JSON.parse(readFileSync(FOOD, 'utf8'));
  const removed = await addNewerFood();
  const page = await open('/standards/food', false);
  expect(await page.innerText('main')).not.toContain('这不是现行版本');
  const versions = page.getByRole('region', { name: '版本', exact: true });
  expect(await versions.innerText()).toMatch(
    /2999\.1.*现行.*由运营者添加，\d{4}-\d\d-\d\d 起采用.*已被取代.*随程序提供/s,
  );
  await versions.getByRole('link', { name: `版本 ${version}`, exact: true }).click();
  expect(new URL(page.url()).pathname).toBe(`/standards/food/versions/${version}`);
  const notice = page.getByRole('note');
  expect(await notice.innerText()).toContain('这不是现行版本');
  expect(await page.innerText('main')).toContain(removed);

  await notice.getByRole('link', { name: '现行版本与它有何不同' }).click();
  await page.getByRole('heading', { level: 1, name: '食品：版本比较' }).waitFor();
  const text = await page.innerText('main');
  expect(text).toContain(`从版本 ${version} 到版本 2999.1：新增 1 项，删除 1 项，修改 1 项。`);
  const told = async (name: string): Promise<string> => page.getByRole('region', { name, exact: true }).innerText();
  expect(await told('数据元')).toMatch(/新增\s*农场名称/);
  expect(await told('不得发生的情形')).toMatch(new RegExp(`删除\\s*${removed}`));
  expect(await told('不得发生的情形')).toMatch(/修改\s*不得再卖\s*改动：.*名称/);

  // The other way round, by the form.
  await page.getByLabel('从这个版本').selectOption('2999.1');
  await page.getByLabel('到这个版本').selectOption(version);
  await page.getByRole('button', { name: '比较' }).click();
  await expect.poll(() => told('数据元')).toMatch(/删除\s*农场名称/);
  await page.getByRole('link', { name: '版本 2999.1', exact: true }).click();
  expect(new URL(page.url()).pathname).toBe('/standards/food');
});

test('older versions and differences are usable on a phone and at a desk, in both languages', async () => {
  const { version } = JSON.parse(readFileSync(FOOD, 'utf8'));
  for (const [name, path] of [
    ['versions', '/standards/food?'],
    ['older-version', `/standards/food/versions/${version}?`],
    ['differences', `/standards/food/differences?version=2999.1&before=${version}&`],
  ] as const) {
    for (const lang of ['zh', 'en']) {
      const page = await open(`${path}lang=${lang}`);
      expect(gzipSync(await page.content()).length).toBeLessThan(40 * 1024);
      if (lang === 'en' && name === 'differences') expect(await page.innerText('main')).not.toMatch(/[\u4e00-\u9fff]/);
      for (const viewport of [PHONE, DESK]) {
        await page.setViewportSize(viewport);
        await expectUsable(page, `${name}-${lang}`);
      }
    }
  }
  expect(complaints).toEqual([]);
}, 60_000);
