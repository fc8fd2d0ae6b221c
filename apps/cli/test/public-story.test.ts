/** The public pages of the demonstration as a worried person reads them: every kind, both languages, phone and desk, light and dark. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, expectUsable, PHONE, watchedPage } from './console/tab.fixture.ts';
import type { Program } from './program.ts';
import { CAN, LIFT, LOT, PAGES, PALLET, RECALLED } from './public-pages.fixture.ts';
import { closePages, sharedBrowser } from './shared-browser.ts';
import { sharedDemonstration } from './shared-demonstration.ts';

/** For whoever opens the page on a slow line; its story is the longest of the demonstration. */
const HTML_MAX = 60_000;

let program: Program;
let browser: Browser;

beforeAll(async () => {
  program = await sharedDemonstration();
  browser = await sharedBrowser();
}, 180_000);
afterAll(async () => {
  if (browser !== undefined) await closePages(browser);
});

/** The README's, taken anew by `SUYUAN_GUIDE_PICTURES=1 npx vitest run apps/cli/test/public-story.test.ts`. */
async function readmePicture(page: Page, name: string): Promise<void> {
  if (process.env.SUYUAN_GUIDE_PICTURES === undefined) return;
  // As a person sees it, whose visit is counted.
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false }));
  await page.reload();
  await page.locator('.scans > .count', { hasText: /./ }).waitFor();
  await page.screenshot({ path: join(import.meta.dirname, '../../../docs/images', `${name}.png`) });
}

async function open(path: string, options: Parameters<typeof watchedPage>[2] = {}): Promise<Page> {
  const complaints: string[] = [];
  const page = await watchedPage(browser, complaints, { viewport: PHONE, ...options });
  await page.goto(program.url + path);
  expect(complaints).toEqual([]);
  return page;
}

/** What stands on an English page in Chinese and does not say that it is Chinese. */
function unmarkedChinese(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const { parentElement, textContent } = node;
      if (
        parentElement?.closest('[lang|="zh"], script, style, code') === null &&
        /\p{Script=Han}/u.test(textContent ?? '')
      )
        found.push(textContent ?? '');
    }
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [alt]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [...found, ...named.filter((name) => /\p{Script=Han}/u.test(name))];
  });
}

/** By night nothing changes but the colours. */
const SEEN = [
  ['light', PHONE],
  ['light', DESK],
  ['dark', PHONE],
] as const;

test.each(PAGES)(
  '%s can be read by everybody, on a phone and at a desk, by day and by night',
  async (name, path) => {
    for (const lang of ['zh', 'en']) {
      const page = await open(`${path}?lang=${lang}`, { colorScheme: 'light' });
      for (const [colorScheme, viewport] of SEEN) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        await expectUsable(page, `${name}-${lang}-${colorScheme}`);
      }
      if (lang === 'en') expect(await unmarkedChinese(page)).toEqual([]);
      await page.context().close();
    }
  },
  60_000,
);

test('the story of a good can is told in seven stages, each with its day, its place and the records behind it', async () => {
  const page = await open(CAN, { javaScriptEnabled: false });
  const story = page.locator('section[aria-labelledby="timeline"]');
  expect(await story.locator('h3').allInnerTexts()).toEqual([
    '原料',
    '加工：生鲜乳（混合）',
    '加工：婴幼儿配方乳粉基粉',
    '生产',
    '检验',
    '运输和仓储',
    '零售',
  ]);
  const text = await story.innerText();
  for (const said of ['东港牧场5号', '北岭第一奶站', '经江临母婴用品配送中心，到北岭母婴店1号', '记录的结论是合格'])
    expect(text).toContain(said);
  // The whey was made on 5 April by the clock of the world and on the 6th by that of its maker.
  expect(text).toContain('2026年4月6日');
  expect(text).not.toContain('包装或运输单元');
  const [first] = await story.locator('details').all();
  expect(await first?.locator('li').first().isVisible()).toBe(false);
  await first?.locator('summary').click();
  expect(await first?.locator('li', { hasText: '北岭牧场1号' }).first().isVisible()).toBe(true);
});

test('the tests of a good can are told with who did them, and where their reports are', async () => {
  const text = await (await open(CAN)).locator('section[aria-labelledby="papers"]').innerText();
  for (const said of ['未检出', '江临食品检验所', 'SJ-F260707', '就是生产者自己', '在出具的单位，可凭编号索取'])
    expect(text).toContain(said);
});

test('a good can has its brand and content below its name, and the numbers that stand on its package', async () => {
  for (const [lang, below, numbers] of [
    ['zh', '绿源启元 · 800 克', ['产品注册号', '国食注字YP20269901', '食品生产许可证', 'SC12932059999995']],
    ['en', 'Lvyuan Qiyuan · 800 g', ['Product registration', 'Food production licence', 'SC12932059999995']],
  ] as const) {
    const page = await open(`${CAN}?lang=${lang}`);
    expect(await page.innerText('.product-more')).toBe(below);
    const text = await page.innerText('section[aria-labelledby="registrations"]');
    for (const said of numbers) expect(text).toContain(said);
  }
});

test('three lots recalled for one reason on one day are one notice, with its three lots', async () => {
  const page = await open('/01/06990020200099');
  expect(await page.locator('.verdict .notice').count()).toBe(1);
  expect(await page.locator('.verdict .units a').allInnerTexts()).toEqual(['F260711', 'F260712', 'F260713']);
});

test('on an English page what was found and what is wrong is told in English', async () => {
  for (const [path, part, said] of [
    [CAN, 'section[aria-labelledby="papers"]', ['Cronobacter, Salmonella', 'Not detected', 'Jianglin Food Laboratory']],
    [RECALLED, '.verdict', ['Cronobacter found in the base powder', 'Class I']],
  ] as const) {
    const text = await (await open(`${path}?lang=en`)).innerText(part);
    for (const each of said) expect(text).toContain(each);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  }
});

test('the chain of a good can is seven boxes at most, the whole of it behind a fold', async () => {
  const page = await open(CAN);
  const boxes = page.locator('ol.flow > li');
  expect(await boxes.count()).toBeLessThanOrEqual(7);
  expect(await boxes.first().innerText()).toMatch(/生鲜乳[\s\S]*24 批[\s\S]*6 处/);
  expect(await boxes.last().innerText()).toContain('北岭母婴店1号');
  expect(await page.locator('section[aria-labelledby="chain"] details').first().getAttribute('open')).toBeNull();
});

test('the first view of a good can has its verdict and what it is, on a phone and at a desk', async () => {
  for (const [name, options] of [
    ['scan-page', { viewport: { width: 1280, height: 940 } }],
    ['scan-page-phone', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }],
  ] as const) {
    const page = await open(CAN, options);
    for (const seen of ['.verdict-normal', 'section[aria-labelledby="product"]']) {
      const { y = 0, height = 0 } = (await page.locator(seen).boundingBox()) ?? {};
      expect([seen, y + height < options.viewport.height]).toEqual([seen, true]);
    }
    await readmePicture(page, name);
  }
});

test('the page of a good can is small, and its fingerprint is not in the way', async () => {
  const html = await (await fetch(program.url + CAN)).text();
  expect(Buffer.byteLength(html)).toBeLessThan(HTML_MAX);
  const page = await open(CAN);
  expect(await page.locator('main').innerText()).not.toMatch(/[0-9a-f]{64}/);
});

test('a lot says who made it, from what, and where it went; a pallet says what is on it', async () => {
  const lot = await (await open(LOT)).locator('section[aria-labelledby="product"]').innerText();
  for (const said of ['绿源乳业婴幼儿配方乳粉厂', '原料', '生鲜乳', '乳糖', '去了哪里', '青川 1 处'])
    expect(lot).toContain(said);
  expect(await (await open(LOT)).innerText('.flow-start')).toContain('96 罐');
  expect(await (await open(`${LOT}?lang=en`)).innerText('.flow-start')).toContain('96 cans');
  expect(await (await open(PALLET)).innerText('.verdict')).toContain('一个托盘：8 箱，48 罐');
});

test('whoever complains has the code and the verdict in the words', async () => {
  const page = await open(LOT);
  const href = (await page.getAttribute('a[href^="mailto:"]', 'href')) ?? '';
  const body = new URLSearchParams(href.slice(href.indexOf('?'))).get('body');
  for (const said of ['F260711', '已被召回']) expect(body).toContain(said);
  expect(await page.innerText('.complaint')).toContain('已被召回');
  expect(await (await open(CAN)).innerText('.complaint')).toContain('(21)F260707-0001');
});

test('a code that is no GS1 one is told as people write it, with the name of its kind', async () => {
  for (const [lang, called] of [
    ['zh', '特种设备代码 311032058202600123'],
    ['en', 'Special equipment device code 311032058202600123'],
  ] as const) {
    const page = await open(`${LIFT}?lang=${lang}`);
    expect(await page.innerText('.verdict-about')).toBe(called);
    expect(await page.innerText('.complaint')).toContain(called);
  }
});

test('of a lift maintenance and inspection are told by name, and of faults and rescues no word', async () => {
  for (const [lang, stages, said] of [
    ['zh', ['开始登记', '检查和保养', '安装', '其他经历'], ['半月维护保养 10 次', '定期检验']],
    [
      'en',
      ['First recorded', 'Checks and upkeep', 'Installation', 'Also recorded'],
      ['Half-monthly maintenance (10 times)', 'Periodic inspection'],
    ],
  ] as const) {
    const page = await open(`${LIFT}?lang=${lang}`);
    const story = page.locator('section[aria-labelledby="timeline"]');
    expect(await story.locator('h3').allInnerTexts()).toEqual(stages);
    for (const words of said) expect(await story.innerText()).toContain(words);
    expect(await page.content()).not.toMatch(/困人|救援到场|故障|月检|Call for rescue|>Rescue<|Fault|monthly check/);
  }
  const json = await (await fetch(program.url + LIFT, { headers: { accept: 'application/json' } })).text();
  expect(json).toContain('半月维护保养');
  expect(json).not.toMatch(/困人|救援到场|故障|月检|rescue-call|trapped/);
});

test('a page that warns praises no test', async () => {
  const page = await open(LOT);
  expect(await page.innerText('section[aria-labelledby="timeline"]')).not.toContain('合格');
});

test('the front page has no example that has no answer', async () => {
  const page = await open('/');
  for (const link of await page.locator('.examples a').all()) {
    const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', program.url));
    expect(answer.status).toBe(200);
  }
  expect(await page.locator('.examples code').count()).toBe(0);
});

test('data say the story as well', async () => {
  const json = await (await fetch(program.url + CAN, { headers: { accept: 'application/json' } })).json();
  expect(json.story.stages[0]).toMatchObject({
    kind: 'origin',
    title: { en: 'Ingredients' },
    timeZoneOffset: '+12:00',
  });
  expect(json.timeline.length).toBe(200);
});
