/** How often a code was looked up, as a person sees it who opens the page: in a browser that is no program's. */
import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, expectUsable, PHONE, watchedPage } from './console/tab.fixture.ts';
import type { Program } from './program.ts';
import { closePages, sharedBrowser } from './shared-browser.ts';
import { sharedDemonstration } from './shared-demonstration.ts';

const CAN = '/01/06990020200099/21/F260707-0001';
const OTHER_CAN = '/01/06990020200099/21/F260707-0002';
const LOT = '/01/06990020200099/10/F260707';
const PRODUCT = '/01/06990020200099';

let program: Program;
let browser: Browser;

beforeAll(async () => {
  program = await sharedDemonstration();
  browser = await sharedBrowser();
}, 180_000);
afterAll(async () => {
  if (browser !== undefined) await closePages(browser);
});

const complaints: string[] = [];

/** A phone that nobody drives, as far as the page can tell. */
async function phone({ isDriven = false, javaScriptEnabled = true } = {}): Promise<Page> {
  const page = await watchedPage(browser, complaints, { viewport: PHONE, colorScheme: 'light', javaScriptEnabled });
  if (!isDriven) {
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false }));
  }
  return page;
}

async function countOn(page: Page, path: string): Promise<string> {
  await page.goto(program.url + path, { waitUntil: 'networkidle' });
  return page.locator('.scans .count').innerText();
}

const tell = (path: string) =>
  fetch(`${program.url}/v1/scans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: `https://id.gs1.org${path}`, browser: randomBytes(16).toString('base64url') }),
  });

test('who opens the page is told how often it was opened, once a phone and day, without anything moving', async () => {
  const [mine, yours] = [await phone(), await phone()];
  expect(await countOn(mine, CAN)).toBe('第一次有人查询此码');
  expect(await countOn(yours, CAN)).toMatch(/^此码第 2 次被查询，首次 \d{4}-\d\d-\d\d \d\d:\d\d$/);
  expect(await countOn(mine, `${CAN}?lang=en`)).toMatch(/^Look-up no\. 2, the first on \d{4}-/);
  expect(await countOn(mine, CAN)).toContain('第 2 次');
  const next = yours.locator('section[aria-labelledby="product"]');
  const before = (await next.boundingBox())?.y;
  await yours.locator('.scans .count').evaluate((line) => {
    line.textContent = '';
  });
  expect((await next.boundingBox())?.y).toBe(before);
  expect(complaints).toEqual([]);
});

test('a program that drives a browser is not counted, nor is a page that nobody sees; a kind of product has no count', async () => {
  const robot = await phone({ isDriven: true });
  await robot.goto(program.url + OTHER_CAN, { waitUntil: 'networkidle' });
  const mine = await phone();
  await mine.addInitScript(() =>
    Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'hidden', configurable: true }),
  );
  expect(await countOn(mine, OTHER_CAN)).toBe('');
  expect(await countOn(await phone(), OTHER_CAN)).toBe('第一次有人查询此码');
  await mine.goto(program.url + PRODUCT);
  expect(await mine.locator('.scans').count()).toBe(0);
});

test('without script the page says nothing of it', async () => {
  const page = await phone({ isDriven: true, javaScriptEnabled: false });
  await page.goto(program.url + CAN);
  expect(await page.locator('.scans').isVisible()).toBe(false);
  expect(await page.innerText('main')).not.toContain('被复制');
});

test('a can that many phones looked up on several days may be a copy, and its lot may not', {
  timeout: 120_000,
}, async () => {
  for (const path of [CAN, LOT]) for (let i = 0; i < 30; i += 1) await tell(path);
  const page = await phone();
  await countOn(page, CAN);
  expect(await page.locator('.copied').isVisible()).toBe(false);
  // Days do not pass in a test: the server's answer says what three of them bring.
  await page.route('**/v1/scans', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), isDoubtful: true } });
  });
  for (const lang of ['zh', 'en']) {
    await countOn(page, `${CAN}?lang=${lang}`);
    expect(await page.locator('.copied').isVisible()).toBe(true);
    for (const said of ['0512-00000101', '12315']) expect(await page.locator('.copied').innerText()).toContain(said);
    expect(await page.locator('.verdict-normal').count()).toBe(1);
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      await expectUsable(page, `copied-${lang}`);
    }
    await countOn(page, `${LOT}?lang=${lang}`);
    expect(await page.locator('.copied').count()).toBe(0);
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      await expectUsable(page, `counted-lot-${lang}`);
    }
  }
});
