/** The picture of a trace in the console: what came of what, box by box, as a picture and as a list. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import { documentOf, lotOf, PRODUCT, stepOf } from './stock.fixture.ts';
import { DESK, PHONE, type Tab } from './tab.fixture.ts';

const place = (gln: string) => `https://id.gs1.org/414/${gln}`;
const [MILL, SHOP] = [place('0614141000036'), place('0614141000012')];
const PATH = `trace?${new URLSearchParams({ code: lotOf('B1') })}`;

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
  await done(tab, 'POST', '/v1/registry/entries', [
    { kind: 'product', code: PRODUCT, attributes: { name: '高筋小麦粉', nameEn: 'Bread flour' } },
    { kind: 'site', code: MILL, attributes: { name: '城北面粉厂', nameEn: 'North Mill' } },
    { kind: 'site', code: SHOP, attributes: { name: '城南食品店', nameEn: 'South Shop' } },
  ]);
  await capture();
}, 180_000);
afterAll(() => at?.close());

/** Two lots of wheat, of which flour is made that a shop gets and that is recalled there. */
async function capture(): Promise<void> {
  const { secret } = Object(await done(tab, 'POST', '/v1/keys', { label: '车间', role: 'capture' }));
  const inputs = stepOf('', '03-02', ['W1', 500], ['W2', 200]).quantityList;
  const { status } = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: documentOf([
      { ...stepOf('storing', '03-01', ['W1', 1000], ['W2', 400]), bizLocation: { id: MILL } },
      {
        ...{ type: 'TransformationEvent', bizStep: 'commissioning', bizLocation: { id: MILL } },
        ...{ eventTime: '2026-03-02T12:00:00+08:00', eventTimeZoneOffset: '+08:00', inputQuantityList: inputs },
        outputQuantityList: [{ epcClass: lotOf('B1'), quantity: 600, uom: 'KGM' }],
      },
      { ...stepOf('storing', '03-04', ['B1', 600]), bizLocation: { id: SHOP } },
      { ...stepOf('holding', '03-05', ['B1', 600]), bizLocation: { id: SHOP }, disposition: 'recalled' },
    ]),
  });
  expect(status).toBe(202);
  await vi.waitFor(
    async () => {
      const trace = await tab.ask('GET', `/v1/trace?code=${encodeURIComponent(lotOf('B1'))}`);
      expect(Object(trace.body).events?.length).toBe(4);
    },
    { timeout: 30_000 },
  );
}

const region = () => tab.page.getByRole('region', { name: '追溯图', exact: true });
const boxes = () => region().locator('.picture-box');
/** What each box is called, in their order. */
async function boxLabels(): Promise<readonly string[]> {
  await boxes().first().waitFor();
  return boxes().locator('title').allTextContents();
}
/** The same of the list. */
async function listed(): Promise<readonly string[]> {
  await region().locator('.picture-list > li').first().waitFor();
  return region()
    .getByRole('button', { name: /^(查看|收起)记录：/ })
    .evaluateAll((found) => found.map((button) => button.getAttribute('aria-label')?.replace(/^.*?：/, '') ?? ''));
}

const [WHEAT, MADE, SHOP_IN, RECALLED] = [
  '城北面粉厂，高筋小麦粉，2026-03-01，2 个编码，1 步',
  '城北面粉厂，高筋小麦粉，2026-03-02，3 个编码，1 步，查询的货物',
  '城南食品店，高筋小麦粉，2026-03-04，1 个编码，1 步，查询的货物',
  '城南食品店，高筋小麦粉，2026-03-05，1 个编码，1 步，查询的货物，已召回',
];

test('what came of what stands from left to right, what is wrong is said in words', async () => {
  await tab.open(PATH, '追溯');
  await expect.poll(boxLabels).toEqual([WHEAT, MADE, SHOP_IN, RECALLED]);
  const lefts = await Promise.all((await boxes().all()).map(async (box) => (await box.boundingBox())?.x ?? 0));
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
  expect(new Set(lefts).size).toBe(4);
  expect(await boxes().nth(3).locator('.picture-mark').innerHTML()).toMatch(/<path[\s\S]+已召回/);
  await tab.expectUsable('picture');
});

test('a box tells its records, leads to the trace of each code, and is taken apart; the address keeps that', async () => {
  const { page } = tab;
  await page.setViewportSize(DESK);
  await boxes().nth(1).click();
  const chosen = page.getByRole('region', { name: '城北面粉厂' });
  await chosen.getByText('赋码 1 次').waitFor();
  expect(await chosen.getByRole('link', { name: `追溯这个：${lotOf('W1')}` }).getAttribute('href')).toContain(
    encodeURIComponent(lotOf('W1')),
  );
  await chosen.getByRole('button', { name: /^展开/ }).click();
  const apart = ['W1', 'W2', 'B1'].map(
    (lot) => `${lot}，城北面粉厂，高筋小麦粉，2026-03-02，1 步${lot === 'B1' ? '，查询的货物' : ''}`,
  );
  await expect
    .poll(async () => (await boxLabels()).toSorted())
    .toEqual([WHEAT, ...apart, SHOP_IN, RECALLED].toSorted());
  expect(await region().locator('.picture-label').allTextContents()).toEqual(
    expect.arrayContaining(['500 千克', '200 千克']),
  );
  await tab.expectUsable('picture-apart');
  const labels = await boxLabels();
  const address = page.url();
  await tab.open('organisation', '单位信息');
  await page.goto(address);
  await expect.poll(boxLabels).toEqual(labels);
});

test('the list says the same as the picture, and what went where; it is kept in the address too', async () => {
  const { page } = tab;
  const drawn = await boxLabels();
  await region().getByText('列表', { exact: true }).click();
  expect(await listed()).toEqual(drawn);
  const flour = region()
    .locator('.picture-list > li')
    .filter({ has: page.getByRole('heading', { name: 'B1', exact: true }) });
  expect(await flour.innerText()).toMatch(
    /来自 2 格[\s\S]+W1[\s\S]+投入 500 千克[\s\S]+W2[\s\S]+投入 200 千克[\s\S]+去往 1 格/,
  );
  await tab.expectUsable('picture-list');
  await page.reload();
  expect(await listed()).toEqual(drawn);
  await region()
    .getByRole('button', { name: /^收起：B1/ })
    .click();
  await expect.poll(listed).toEqual([WHEAT, MADE, SHOP_IN, RECALLED]);
  await region().getByText('图', { exact: true }).click();
});

test('keys and the wheel move and zoom it; a key chooses a box', async () => {
  const { page } = tab;
  await page.setViewportSize(DESK);
  const left = async () => (await boxes().first().boundingBox())?.x ?? 0;
  const width = async () => (await boxes().first().boundingBox())?.width ?? 0;
  await boxes().first().waitFor();
  await region().locator('.picture').focus();
  const before = await left();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(left).toBe(before + 60);
  const wide = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(wide * 1.2);
  await region().locator('.picture').hover();
  await page.mouse.wheel(0, 400);
  await expect.poll(width).toBeLessThan(wide * 1.2);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '城北面粉厂' }).getByText('仓储 1 次').waitFor();
  await page.getByRole('region', { name: '城北面粉厂' }).getByRole('button', { name: '关闭' }).click();
});

test('it is saved whole as SVG and as PNG, and printed alone', async () => {
  const { page } = tab;
  const save = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    if (process.env.SUYUAN_SHOTS !== undefined)
      await file.saveAs(`${process.env.SUYUAN_SHOTS}/${file.suggestedFilename()}`);
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
  };
  const svg = await save('保存为 SVG');
  expect(svg.name).toBe('追溯图.svg');
  for (const text of ['城北面粉厂', '城南食品店', '已召回', '高筋小麦粉'])
    expect(svg.content.toString()).toContain(text);
  const png = await save('保存为 PNG');
  expect(png.name).toBe('追溯图.png');
  expect(png.content.subarray(1, 4).toString()).toBe('PNG');
  // Width and height stand in its first chunk: twice as fine as on a page.
  expect(png.content.readUInt32BE(16)).toBeGreaterThan(2_000);
  await page.evaluate(() => {
    // What a person does in the dialog of the browser is not to be tested.
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      document.documentElement.dataset.printed = document.documentElement.dataset.print ?? '';
    };
  });
  await page.getByRole('button', { name: '打印或存为 PDF' }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('html').getAttribute('data-printed')).toBe('picture');
  expect(await page.locator('.picture').getAttribute('viewBox')).toMatch(/^-10 -10 /);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
  expect(await page.locator('.picture-box').first().isVisible()).toBe(true);
  if (process.env.SUYUAN_SHOTS !== undefined) await page.screenshot({ path: `${process.env.SUYUAN_SHOTS}/print.png` });
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('where the layout does not come, that is said, and the list stands there', async () => {
  const { page } = tab;
  await page.route('**/layout-worker-*.js', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
  await tab.open(PATH, '追溯');
  await region().getByText('排布用时太长，已停止').waitFor({ timeout: 15_000 });
  expect(await listed()).toEqual([WHEAT, MADE, SHOP_IN, RECALLED]);
  await page.setViewportSize(PHONE);
  await page.unroute('**/layout-worker-*.js');
  await region().getByRole('button', { name: '重试' }).click();
  await expect.poll(boxLabels).toEqual([WHEAT, MADE, SHOP_IN, RECALLED]);
});

test('in the dark and in English it is as readable, and nothing is left in Chinese', async () => {
  const { page } = tab;
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: 'English' }).click();
  await tab.open(PATH, 'Trace');
  const part = page.getByRole('region', { name: 'Picture', exact: true });
  await part.locator('.picture-title', { hasText: 'North Mill' }).first().waitFor();
  await part.locator('.picture-box').last().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'South Shop' }).waitFor();
  expect(await part.innerText()).not.toMatch(/\p{Script=Han}/u);
  await tab.expectUsable('picture-dark-en');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
