/** The public window in a real browser, on the demonstration chains, as a person with a phone meets it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Program, run } from './program.ts';
import { closePages, sharedBrowser } from './shared-browser.ts';
import { sharedDemonstration } from './shared-demonstration.ts';

const CAN = '/01/06990020200099/21/F260707-0001';
const RECALLED = '/01/06990020200099/21/F260711-0001';
const PHONE = { viewport: { width: 360, height: 740 } };

let program: Program;
let browser: Browser;

beforeAll(async () => {
  program = await sharedDemonstration();
  browser = await sharedBrowser();
}, 180_000);
afterAll(async () => {
  if (browser !== undefined) await closePages(browser);
});

/** Opens a path and fails on anything the browser complains of. */
async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; status: number; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const response = await page.goto(program.url + path);
  return { page, status: response?.status() ?? 0, complaints };
}

test('a can of formula: what it is, who made it, where it has been, and the chain, on a phone', async () => {
  const { page, status, complaints } = await open(CAN, PHONE);
  expect(status).toBe(200);
  const text = await page.innerText('main');
  for (const said of ['绿源启元婴儿配方乳粉', '绿源乳业婴幼儿配方乳粉厂', 'F260707-0001', '零售', '批号'])
    expect(text).toContain(said);
  expect(await page.locator('ol.flow > li').count()).toBeGreaterThan(1);
  expect(complaints).toEqual([]);
});

test.each([['/'], [CAN], [RECALLED], ['/01/06990020200099/10/F260711'], ['/q/nothing-known'], ['/01/06990020200098']])(
  'nothing is wider than a phone of 360 pixels: %s',
  async (path) => {
    for (const language of ['zh', 'en']) {
      const { page } = await open(`${path}?lang=${language}`, PHONE);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      // A page without glyphs is never too wide.
      expect((await page.locator('h1').first().boundingBox())?.width).toBeGreaterThan(0);
    }
  },
);

test('a recalled can says so first, in words, with the notice and what to do, and praises nothing', async () => {
  const { page } = await open(RECALLED, PHONE);
  const text = await page.innerText('main');
  expect(text).toMatch(/^[\s\S]{0,40}召回/);
  for (const said of ['基粉检出克罗诺杆菌属', '针对批次', '现在怎么办', '停止食用', '保留实物', '退回', '12315'])
    expect(text).toContain(said);
  expect(text).not.toContain('未发现异常');
  expect(await page.locator('.verdict-normal').count()).toBe(0);
  const isGreen = await page.evaluate(
    () =>
      [...document.querySelectorAll('main *')].filter((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return [color, backgroundColor].some((value) => value === 'rgb(11, 107, 87)' || value === 'rgb(223, 241, 235)');
      }).length,
  );
  expect(isGreen).toBe(0);
});

test.each([
  ['/01/06990020200099/10/F260711', 'recalled', '已被召回'],
  ['/01/16990020200096/21/F260711-0009', 'part-affected', '其中有问题产品'],
  ['/00/069900202000000136', 'part-affected', '其中有问题产品'],
  ['/01/06990020200099', 'part-affected', '其中有问题产品'],
  ['/01/06990020100030/10/BP260709', 'failed', '检验不合格'],
  ['/00/069900202000000044', 'normal', '未发现异常'],
])('%s is told %s, in JSON and in words, in both languages', async (path, verdict, words) => {
  const json = await (await fetch(program.url + path, { headers: { accept: 'application/json' } })).json();
  expect(json.verdict).toBe(verdict);
  if (verdict !== 'normal') expect(json.because[0]).toMatchObject({ verdict, notice: expect.any(String) });
  const { page, complaints } = await open(path, PHONE);
  expect(await page.innerText('h1')).toBe(words);
  expect(complaints).toEqual([]);
  const english = await open(`${path}?lang=en`, PHONE);
  expect(await english.page.innerText('h1')).not.toMatch(/\p{Script=Han}/u);
  expect(await english.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test.each([['/01/06990020200099/10/F260711'], ['/01/06990020200099'], ['/00/069900202000000136']])(
  '%s warns, and names the maker to call',
  async (path) => {
    const { page } = await open(path, PHONE);
    expect(await page.innerText('section[aria-labelledby="do"]')).toContain('联系生产者：绿源乳业婴幼儿配方乳粉厂');
  },
);

test('of a product, the recalled lots with their reason; neither a shop that only held cans nor a record that is not there', async () => {
  const { page } = await open('/01/06990020200099', PHONE);
  const text = await page.innerText('main');
  for (const said of ['涉及批次', 'F260711', '基粉检出克罗诺杆菌属', '经历记在每一批、每一件上'])
    expect(text).toContain(said);
  for (const unsaid of ['母婴店', '正在排入日志', '还没有登记']) expect(text).not.toContain(unsaid);
});

test('of a case each can is listed by its number, the product stands there once', async () => {
  const { page } = await open('/01/16990020200096/21/F260711-0009', PHONE);
  expect(await page.locator('.notice .units').innerText()).toMatch(/^F260711-0049\nF260711-0050\n/);
  const cans = page.locator('details.group li', { hasText: 'F260711-0049' }).first();
  expect((await cans.textContent())?.match(/绿源启元婴儿配方乳粉/g)).toHaveLength(1);
  expect(await cans.locator('a').count()).toBe(6);
});

test('English is one click away, and stays', async () => {
  const { page } = await open(CAN);
  await page.click('nav a[hreflang="en"]');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  const text = await page.innerText('main');
  expect(text).toContain('Lvyuan Qiyuan Infant Formula');
  expect(text).toContain('Retail selling');
});

test('the page says the same without script', async () => {
  const { page } = await open(CAN, { ...PHONE, javaScriptEnabled: false });
  const text = await page.innerText('main');
  expect(text).toContain('绿源启元婴儿配方乳粉');
  expect(text).toContain('零售');
});

test('a code is looked up from the home page, also without script', async () => {
  const { page } = await open('/', { javaScriptEnabled: false });
  await page.fill('input[name="code"]', '(01)06990020200099(21)F260707-0001');
  await page.press('input[name="code"]', 'Enter');
  await page.waitForURL(/\/q\//);
  expect(await page.innerText('main')).toContain('绿源启元婴儿配方乳粉');
});

test('an unknown code gets an honest page with status 404; a mistyped one says that its check digit is wrong', async () => {
  const unknown = await open('/q/nothing-known');
  expect(unknown.status).toBe(404);
  expect(await unknown.page.innerText('main')).toMatch(/没有|未/);
  const mistyped = await open('/01/06990020200098');
  expect(mistyped.status).toBe(400);
  expect(await mistyped.page.innerText('main')).toMatch(/校验/);
});

test('what is typed like a person types is understood, and what else it may be is shown', async () => {
  const spaced = await open(`/q/${encodeURIComponent('０６９９０ 0202 00099')}`, PHONE);
  expect(spaced.status).toBe(200);
  expect(await spaced.page.innerText('main')).toContain('绿源启元婴儿配方乳粉');
  const { page, status } = await open('/q/10026039756004175', PHONE);
  expect(status).toBe(404);
  const text = await page.innerText('main');
  for (const said of ['有机码', '也可能是', 'GSIN', '判断依据']) expect(text).toContain(said);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.click('.others a');
  expect(page.url()).toContain('402');
  expect(await page.innerText('main')).toContain('一次装运的编号');
});

test('the number of a person is called that, not a mistyped code, and nothing of it stands on the page', async () => {
  for (const [language, title, said] of [
    ['zh', '这是个人的身份证号码', ['我们不查询它，也不保存它', '产品的码是这样的', '6901234567892']],
    ['en', "This is a person's identity number", ['neither look it up nor keep it', "product's code looks like"]],
  ] as const) {
    const { page, status } = await open(`/q/440524188001010014?lang=${language}`, PHONE);
    expect(status).toBe(400);
    expect(await page.innerText('h1')).toBe(title);
    expect(await page.title()).toContain(title);
    const text = await page.innerText('main');
    for (const words of said) expect(text).toContain(words);
    expect(await page.inputValue('input[name="code"]')).toBe('');
    expect(await page.content()).not.toMatch(/\*\*|440524|抄错|mistyped/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});

test('what somebody wrote into an event is text on the page, never markup', async () => {
  const key = (await run(program.dataDir, 'key', 'create')).stdout.trim();
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const document = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-01-01T00:00:00Z',
    epcisHeader: {
      epcisMasterData: {
        vocabularyList: [
          {
            type: 'urn:epcglobal:epcis:vtype:EPCClass',
            vocabularyElementList: [
              {
                id: 'https://id.gs1.org/01/10614141073464',
                attributes: [{ id: 'urn:epcglobal:cbv:mda#descriptionShort', attribute: hostile }],
              },
            ],
          },
        ],
      },
    },
    epcisBody: {
      eventList: [
        {
          type: 'ObjectEvent',
          eventTime: '2026-01-01T00:00:00Z',
          eventTimeZoneOffset: '+08:00',
          action: 'ADD',
          epcList: ['https://id.gs1.org/01/10614141073464/21/H'],
          bizStep: 'commissioning',
        },
      ],
    },
  };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  expect(
    (await fetch(`${program.url}/epcis/capture`, { method: 'POST', headers, body: JSON.stringify(document) })).status,
  ).toBe(202);
  const { page, complaints } = await open('/01/10614141073464/21/H');
  expect(await page.innerText('main')).toContain(hostile);
  expect(await page.locator('main img[src="x"]').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('of a code with more records than a page looks at, it says so, and claims nothing of the rest', async () => {
  const key = (await run(program.dataDir, 'key', 'create')).stdout.trim();
  const eventList = Array.from({ length: 5_100 }, (_, i) => ({
    type: 'ObjectEvent',
    eventTime: new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString(),
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    epcList: ['https://id.gs1.org/01/10614141073464/21/OFTEN'],
    bizStep: 'shipping',
  }));
  const capture = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-01-01T00:00:00Z',
    epcisBody: { eventList },
  };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify(capture);
  expect((await fetch(`${program.url}/epcis/capture`, { method: 'POST', headers, body })).status).toBe(202);
  const { page } = await open('/01/10614141073464/21/OFTEN', PHONE);
  const text = await page.innerText('main');
  for (const said of ['未能查全', '看过 5,000 条记录', '最近的也可能不在', '看过的记录里没有它的原料或去向'])
    expect(text).toContain(said);
  expect(text).not.toContain('还没有登记它的原料或去向');
  expect(text).not.toContain('未发现异常');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('JSON and a linkset by what the caller accepts; the resolver describes itself', async () => {
  const json = await fetch(program.url + CAN, { headers: { accept: 'application/json' } });
  expect(json.headers.get('content-type')).toContain('application/json');
  expect(await json.json()).toMatchObject({
    verdict: 'normal',
    product: { gtin: '06990020200099' },
    completeness: { complete: true },
  });
  const linkset = await fetch(program.url + CAN, { headers: { accept: 'application/linkset+json' } });
  expect(linkset.headers.get('content-type')).toContain('application/linkset+json');
  expect((await linkset.json()).linkset[0]).toHaveProperty(['https://gs1.org/voc/traceability']);
  expect(await (await fetch(`${program.url}/.well-known/gs1resolver`)).json()).toHaveProperty('supportedPrimaryKeys');
});

test('the script of a page is under 50 kB gzipped', async () => {
  const html = await (await fetch(program.url + CAN)).text();
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(scripts).toHaveLength(1);
  const { gzipSync } = await import('node:zlib');
  const bytes = gzipSync(Buffer.from(await (await fetch(program.url + scripts[0])).arrayBuffer())).length;
  expect(bytes).toBeLessThan(50 * 1024);
});
