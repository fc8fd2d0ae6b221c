/** Scanning on the public pages, in a Chromium whose camera plays a film. On Linux it has no reader of its own, as Safari and WeChat, so ours reads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imageOf, type Shown, writeFilm } from './console/fake-camera.fixture.ts';
import { DESK, expectUsable, PHONE, watchedPage } from './console/tab.fixture.ts';
import { launchBrowser } from './launch-browser.ts';
import type { Program } from './program.ts';
import { sharedDemonstration } from './shared-demonstration.ts';

const NAME = '绿源启元婴儿配方乳粉';
const CAN: Shown = { bcid: 'gs1datamatrix', text: '(01)06990020200099(21)F260707-0001' };
/** As it is read: with the mark of GS1 DataMatrix. */
const CAN_READ = ']d2010699002020009921F260707-0001';
const PRODUCT: Shown = { bcid: 'ean13', text: '6990020200099' };
/** Of a host that is not ours. */
const LINK: Shown = { bcid: 'qrcode', text: 'https://id.gs1.org/01/06990020200099/21/F260707-0001' };
const FRONT_BYTES_MAX = 13_000; // 11.3 kB with all that the button needs; what scans comes when it is pressed

const folder = mkdtempSync(join(tmpdir(), 'suyuan-public-scan-'));
const browsers: Browser[] = [];
let allowing: Browser;
let refusing: Browser;
/** Its camera shows no code. */
let blank: Browser;
let program: Program;
const asked: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  program = await sharedDemonstration();
  const film = join(folder, 'camera.y4m');
  writeFilm(film, [CAN]);
  const camera = '--use-fake-device-for-media-stream';
  const launch = async (...more: readonly string[]): Promise<Browser> => {
    const browser = await launchBrowser([camera, ...more]);
    browsers.push(browser);
    return browser;
  };
  allowing = await launch(`--use-file-for-fake-video-capture=${film}`, '--use-fake-ui-for-media-stream');
  refusing = await launch('--use-fake-ui-for-media-stream=deny');
  blank = await launch('--use-fake-ui-for-media-stream');
}, 240_000);
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  rmSync(folder, { recursive: true });
});

async function front(browser: Browser, path = '/', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await watchedPage(browser, complaints, options);
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(program.url + path);
  return page;
}

const scanButton = (page: Page): Locator => page.locator('.button-scan');
const panel = (page: Page): Locator => page.locator('section.scan');
const photoField = (page: Page): Locator => panel(page).locator('input[type=file]');
const isReader = (url: string): boolean => url.endsWith('.wasm');

async function usable(page: Page, name: string): Promise<void> {
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    await expectUsable(page, `public-${name}`);
  }
}

/** The code's page stands there, with what was asked in its address. */
async function expectAsked(page: Page, code: string): Promise<void> {
  await page.waitForURL(/\/q\//);
  expect(decodeURIComponent(new URL(page.url()).pathname.slice('/q/'.length))).toBe(code);
  await page.getByText(NAME).first().waitFor();
}

/** A photo of labels side by side, as wide as phones make them. */
async function photoOf(symbols: readonly Shown[]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const images = await Promise.all(symbols.map(imageOf));
  const page = await blank.newPage({ viewport: { width: 1_000, height: 900 }, deviceScaleFactor: 4 });
  const shown = images.map((png) => `<img style="margin:60px" src="data:image/png;base64,${png.toString('base64')}">`);
  await page.setContent(`<body style="background:#fff">${shown.join('')}</body>`);
  const buffer = await page.screenshot({ type: 'jpeg', quality: 85 });
  await page.context().close();
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
}

test('the front page is light, and loads nothing of what scans', async () => {
  const page = await watchedPage(blank, complaints);
  const session = await page.context().newCDPSession(page);
  const sizes = new Map<string, string>();
  let bytes = 0;
  session.on('Network.requestWillBeSent', ({ requestId, request }) => sizes.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    // Letters, which a phone has.
    if (!/\.woff2$|\/fonts-/.test(sizes.get(requestId) ?? '')) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await page.goto(program.url, { waitUntil: 'networkidle' });
  await scanButton(page).waitFor();
  console.log(`front page: ${bytes} bytes over the line`);
  expect(bytes).toBeGreaterThan(3_000);
  expect(bytes).toBeLessThan(FRONT_BYTES_MAX);
  expect([...sizes.values()].filter((url) => /scan|worker|wasm/.test(url))).toEqual([]);
});

test('the camera reads a code, and its page is opened, with the mark of GS1 data', async () => {
  const page = await front(allowing);
  await scanButton(page).click();
  await expectAsked(page, CAN_READ);
  await page.goBack();
  await scanButton(page).waitFor();
  expect(await panel(page).count()).toBe(0);
});

test('while the reader is loaded, its coming is shown; the picture stands there already', async () => {
  for (const [path, aim, loading, close] of [
    ['/', '放到画面中间', '正在载入识码程序', '关闭'],
    ['/?lang=en', 'in the middle', 'Loading the code reader', 'Close'],
  ] as const) {
    const page = await front(blank, path);
    let go = (): void => undefined;
    const held = new Promise<void>((done) => {
      go = done;
    });
    await page.context().route(/\.wasm$/, async (route) => {
      await held;
      await route.continue();
    });
    await scanButton(page).click();
    await panel(page).getByText(aim).waitFor();
    await panel(page).locator('video').waitFor();
    await panel(page).getByText(loading).waitFor();
    await panel(page).getByRole('progressbar', { name: loading }).waitFor();
    await usable(page, `scan-loading-${path === '/' ? 'zh' : 'en'}`);
    go();
    await panel(page).getByRole('progressbar').waitFor({ state: 'hidden' });
    await panel(page).getByText(loading).waitFor({ state: 'hidden' });
    await usable(page, `scan-live-${path === '/' ? 'zh' : 'en'}`);
    await panel(page).getByRole('button', { name: close }).click();
    expect(await panel(page).count()).toBe(0);
    expect(await scanButton(page).evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await scanButton(page).getAttribute('aria-expanded')).toBe('false');
  }
});

test('without a permission it says what to do, and a photo is read in its place', async () => {
  for (const [path, refused, none, unreadable] of [
    ['/', '摄像头没有得到允许', '照片里没有认出码', '打不开这个文件'],
    ['/?lang=en', 'The camera was not allowed', 'No code was found', 'This file cannot be opened'],
  ] as const) {
    const page = await front(refusing, path);
    const name = path === '/' ? 'zh' : 'en';
    await scanButton(page).click();
    await panel(page).getByText(refused).waitFor();
    await usable(page, `scan-refused-${name}`);
    await photoField(page).setInputFiles(await photoOf([]));
    await panel(page).getByText(none).waitFor();
    await photoField(page).setInputFiles({
      name: 'photo.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('no picture'),
    });
    await panel(page).getByText(unreadable).waitFor();
    await usable(page, `scan-photo-${name}`);
    await photoField(page).setInputFiles(await photoOf([CAN]));
    await page.waitForURL(/\/q\//);
    expect(await page.getAttribute('html', 'lang')).toBe(name === 'zh' ? 'zh-CN' : 'en');
  }
});

test('a photo with several codes asks which is meant; a link of another host is opened here', async () => {
  for (const [path, choose] of [
    ['/', '看到几个码'],
    ['/?lang=en', 'There are several codes'],
  ] as const) {
    const page = await front(blank, path);
    await scanButton(page).click();
    await photoField(page).setInputFiles(await photoOf([CAN, LINK]));
    await panel(page).getByText(choose).waitFor();
    expect(await panel(page).locator('video').isVisible()).toBe(false);
    // Without the mark, which is no part of what stands on the package.
    await panel(page)
      .getByRole('button', { name: CAN_READ.slice(']d2'.length), exact: true })
      .waitFor();
    await usable(page, `scan-choices-${path === '/' ? 'zh' : 'en'}`);
    await panel(page).getByRole('button', { name: LINK.text }).click();
    await page.waitForURL(/\/q\//);
    expect(page.url().startsWith(`${program.url}/q/`)).toBe(true);
    expect(decodeURIComponent(page.url())).toContain(LINK.text);
  }
});

/** Its lot and serial, in a symbol beside the one with the number of the goods. */
const REST: Shown = { bcid: 'gs1-128', text: '(21)F260707-0001' };
const JOINED = '(01)06990020200099(21)F260707-0001';

test('two bar codes of one item are one code: in one photo, or one after the other', async () => {
  const page = await front(blank);
  await scanButton(page).click();
  await photoField(page).setInputFiles(await photoOf([PRODUCT, REST]));
  await expectAsked(page, JOINED);
  for (const [path, rest] of [
    ['/', '还差商品的条码'],
    ['/?lang=en', 'the number of the goods is missing'],
  ] as const) {
    const other = await front(blank, path);
    await scanButton(other).click();
    await photoField(other).setInputFiles(await photoOf([REST]));
    await panel(other).getByText(rest).waitFor();
    await panel(other).getByRole('button', { name: '21F260707-0001', exact: true }).waitFor();
    await usable(other, `scan-rest-${path === '/' ? 'zh' : 'en'}`);
    await photoField(other).setInputFiles(await photoOf([PRODUCT]));
    await other.waitForURL(/\/q\//);
    expect(decodeURIComponent(new URL(other.url()).pathname)).toBe(`/q/${JOINED}`);
  }
});

test('on the page of a product the other bar code of the item is enough', async () => {
  const page = await front(blank, `/q/${PRODUCT.text}`);
  await page.getByText('印在另一个条码里的').waitFor();
  await scanButton(page).click();
  await photoField(page).setInputFiles(await photoOf([REST]));
  await page.waitForURL(/F260707/);
  await expectAsked(page, JOINED);
});

test('where a browser lets no page use the camera it says why, and a photo is read also on an old phone', async () => {
  const page = await watchedPage(blank, complaints);
  await page.addInitScript(() => Object.defineProperty(globalThis, 'isSecureContext', { value: false }));
  await page.goto(program.url);
  await scanButton(page).click();
  await panel(page).getByText('不是 https 开头').waitFor();
  const old = await watchedPage(blank, complaints);
  await old.addInitScript(() => {
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
    Reflect.deleteProperty(globalThis, 'createImageBitmap');
  });
  await old.goto(program.url);
  await scanButton(old).click();
  await panel(old).getByText('这个浏览器里不能直接用摄像头').waitFor();
  await usable(old, 'scan-unable');
  await photoField(old).setInputFiles(await photoOf([CAN]));
  await expectAsked(old, CAN_READ);
});

test('what is typed is looked up, and what a scanner types also where nobody chose the field', async () => {
  const page = await front(blank);
  await page.getByRole('textbox', { name: '追溯码' }).fill(PRODUCT.text);
  await page.keyboard.press('Enter');
  await expectAsked(page, PRODUCT.text);
  const scanned = await front(blank);
  await scanned.locator('.brand').focus();
  await scanned.keyboard.type('010699002020009910F260707');
  await scanned.keyboard.press('Control+]');
  await scanned.keyboard.type('21F260707-0001');
  await scanned.keyboard.press('Enter');
  await expectAsked(scanned, '010699002020009910F260707\u001d21F260707-0001');
  // A few keys in passing are no code.
  const passing = await front(blank);
  await passing.keyboard.type('abc');
  await passing.keyboard.press('Enter');
  expect(new URL(passing.url()).pathname).toBe('/');
});

test('in the field too a scanner’s mark between two parts stays', async () => {
  const page = await front(blank);
  await page.getByRole('textbox', { name: '追溯码' }).focus();
  await page.keyboard.type('010699002020009910F260707');
  await page.keyboard.press('Control+]');
  await page.keyboard.type('21F260707-0001');
  await page.keyboard.press('Enter');
  await expectAsked(page, '010699002020009910F260707\u001d21F260707-0001');
});

test('where the reader does not load it says so, and loads it when it is tried again', async () => {
  const page = await front(refusing);
  await page.context().route(/\.wasm$/, (route) => route.abort());
  await scanButton(page).click();
  await panel(page).getByText('识码程序没有载入').waitFor();
  await usable(page, 'scan-unloaded');
  await page.context().unroute(/\.wasm$/);
  await panel(page).getByRole('button', { name: '再试一次' }).click();
  await panel(page).getByText('识码程序没有载入').waitFor({ state: 'hidden' });
  await photoField(page).setInputFiles(await photoOf([CAN]));
  await expectAsked(page, CAN_READ);
});

test('where not even the panel loads it says so beside the button, once', async () => {
  const page = await front(blank);
  await page.context().route(/open-scan/, (route) => route.abort());
  await scanButton(page).click();
  await page.getByRole('alert').filter({ hasText: '扫码没有打开' }).waitFor();
  await scanButton(page).click();
  await page.waitForTimeout(200);
  expect(await page.getByRole('alert').count()).toBe(1);
});

test('without script the field works, and no button stands there that does nothing', async () => {
  const page = await front(blank, '/', { javaScriptEnabled: false });
  expect(await scanButton(page).isVisible()).toBe(false);
  await page.fill('input[name="code"]', CAN_READ);
  await page.press('input[name="code"]', 'Enter');
  await expectAsked(page, CAN_READ);
});

test('nothing is asked of others, the content policy refused nothing, and nothing broke', () => {
  expect(asked.some(isReader)).toBe(true);
  expect(asked.filter((url) => /^https?:/.test(url) && !url.startsWith(program.url))).toEqual([]);
  expect(complaints).toEqual([]);
});
