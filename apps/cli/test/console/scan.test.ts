/** Codes read by camera and from photos, in a Chromium whose camera plays a film. On Linux it has no reader of its own, so ours reads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../launch-browser.ts';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { imageOf, type Shown, writeFilm } from './fake-camera.fixture.ts';
import { done } from './parties.fixture.ts';
import { type Tab, tabOf, watchedPage } from './tab.fixture.ts';

const UNIT: Shown = { bcid: 'gs1datamatrix', text: '(01)06901234567892(10)F1(21)S7' };
/** As it is read: the lot, which has no length of its own, ends with FNC1. */
const UNIT_READ = ']d2010690123456789210F1\u001d21S7';
const PRODUCT: Shown = { bcid: 'ean13', text: '6901234567892' };
const CARTON: Shown = { bcid: 'gs1-128', text: '(10)C-3(01)16901234567899' };
/** The lot on a bar code of its own, beside the article's number. */
const LOT_BESIDE: Shown = { bcid: 'gs1-128', text: '(10)F-9' };
const LINK: Shown = { bcid: 'qrcode', text: 'https://id.gs1.org/01/06901234567892/21/Q9' };

const folder = mkdtempSync(join(tmpdir(), 'suyuan-scan-'));
let browser: Browser;
let refusing: Browser;
let at: RunningConsole;
let tab: Tab;
/** Whose camera was refused. */
let refused: Tab;
const asked: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  const film = join(folder, 'camera.y4m');
  writeFilm(film, [UNIT, PRODUCT, CARTON]);
  const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
  // Without a window there is nobody to ask: one browser always allows, the other never.
  browser = await launchBrowser([...camera, '--use-fake-ui-for-media-stream']);
  refusing = await launchBrowser([...camera, '--use-fake-ui-for-media-stream=deny']);
  at = await runConsole({}, undefined, browser);
  const first = await at.firstStart();
  await done(first, 'PATCH', '/v1/organisation', { categories: ['food'] });
  const storageState = await first.page.context().storageState();
  tab = await at.tab({ storageState });
  refused = tabOf(await watchedPage(refusing, complaints, { storageState }), at.program.url);
  tab.page.on('request', (request) => asked.push(request.url()));
}, 180_000);
afterAll(async () => {
  await at?.close();
  await browser?.close();
  await refusing?.close();
  rmSync(folder, { recursive: true });
});

const dialog = (page: Page) => page.getByRole('dialog');
const isReader = (url: string): boolean => url.endsWith('.wasm');
const rows = (page: Page) =>
  page.locator('input.unit-code').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));

async function receipt({ page }: Tab): Promise<void> {
  await page.goto(`${at.program.url}/console/record/new/food/receipt`);
  await page.getByRole('heading', { level: 1, name: '进货查验' }).waitFor();
}

/** A photo of labels that hang side by side. */
async function photoOf(symbols: readonly Shown[]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const images = await Promise.all(symbols.map(imageOf));
  const page = await browser.newPage({ viewport: { width: 1_000, height: 600 } });
  const shown = images.map((png) => `<img style="margin:60px" src="data:image/png;base64,${png.toString('base64')}">`);
  await page.setContent(`<body style="background:#fff">${shown.join('')}</body>`);
  const buffer = await page.screenshot({ type: 'jpeg', quality: 85 });
  await page.context().close();
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
}

test('of a sheet, one code after another becomes a row; one that comes back counts once and says so', async () => {
  const { page } = tab;
  await receipt(tab);
  await tab.expectUsable('scan-buttons');
  expect(asked.filter(isReader)).toEqual([]);
  await page.getByRole('button', { name: '扫码：哪些货物或设备' }).click();
  await dialog(page).getByText('已扫 3 个').waitFor();
  expect(new Set(await rows(page))).toEqual(new Set([UNIT_READ, '6901234567892', ']C110C-3\u001d0116901234567899']));
  await dialog(page).getByText('已经扫过，不重复计').waitFor();
  await tab.expectUsable('scan-many');
  expect(await dialog(page).getByText('已扫 3 个').count()).toBe(1);
  await tab.press('完成');
  await dialog(page).waitFor({ state: 'hidden' });
  expect(await rows(page)).toHaveLength(3);
  expect(asked.filter(isReader)).toHaveLength(1);
});

test('the server reads every identifier of what was scanned', async () => {
  const parsed = async (code: string): Promise<unknown> =>
    done(tab, 'GET', `/v1/codes/parse?${new URLSearchParams({ code })}`);
  const codes = await rows(tab.page);
  const answers = await Promise.all(codes.map(parsed));
  expect(answers.map((answer) => Object(answer).canonical)).toEqual(
    expect.arrayContaining([
      'https://id.gs1.org/01/06901234567892/10/F1/21/S7',
      'https://id.gs1.org/01/16901234567899/10/C-3',
    ]),
  );
  await tab.page.locator('#name').fill('扫进来的面粉');
  await tab.page.getByText('已保存').waitFor();
  const { sheets } = Object(await done(tab, 'GET', '/v1/sheets?state=open'));
  const saved = Object(await done(tab, 'GET', `/v1/sheets/${sheets[0].id}`));
  expect(saved.content.units.map(({ code }: { code: string }) => code)).toEqual(codes);
  await tab.page.getByRole('button', { name: '核对' }).click();
  await tab.page.getByText(/有 \d+ 处不合要求/).waitFor();
  expect(await tab.page.getByText(/编码有误/).count()).toBe(0);
});

test('of one field the first code is put in, and the dialog ends', async () => {
  const { page } = tab;
  await tab.open('trace', '追溯');
  await page.getByRole('button', { name: '扫码：编码' }).click();
  // The dialog may be over before anybody looks.
  await expect.poll(() => page.locator('#code').inputValue()).toMatch(/^(\]d201|69|\]C110)/);
  await dialog(page).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '追溯', exact: true }).click();
  await page.waitForURL(/code=/);
});

test('without a permission it says what to do, and a photo is read in its place', async () => {
  const { page } = refused;
  await receipt(refused);
  await page.getByRole('button', { name: '扫码：哪些货物或设备' }).click();
  await dialog(page).getByText('没有使用摄像头的权限').waitFor();
  await refused.expectUsable('scan-refused');
  const photo = dialog(page).locator('input[type=file]');
  await photo.setInputFiles(await photoOf([UNIT, LINK]));
  await dialog(page).getByText('已扫 2 个').waitFor();
  expect(new Set(await rows(page))).toEqual(new Set([UNIT_READ, LINK.text]));
  await photo.setInputFiles(await photoOf([LINK]));
  await dialog(page).getByText(`${LINK.text} 已经扫过，不重复计`).waitFor();
  await photo.setInputFiles(await photoOf([]));
  await dialog(page).getByText('照片里没有认出码').waitFor();
  await photo.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await dialog(page).getByText('打不开这个文件').waitFor();
  await refused.expectUsable('scan-photo');
  expect(await rows(page)).toHaveLength(2);
});

test('of one field, a photo with several codes asks which is meant', async () => {
  const { page } = refused;
  await receipt(refused);
  await page.getByRole('button', { name: '扫码：在哪里' }).click();
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles(await photoOf([UNIT, LINK]));
  await dialog(page).getByText('看到几个码，请选一个').waitFor();
  await refused.expectUsable('scan-choices');
  await refused.press(LINK.text);
  await dialog(page).waitFor({ state: 'hidden' });
  expect(await page.getByRole('combobox', { name: '在哪里' }).inputValue()).toBe(LINK.text);
});

test('number and lot on two bar codes of one item become one code, by photo and by scanner', async () => {
  const { page } = refused;
  const type = async (code: string): Promise<void> => {
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  };
  await receipt(refused);
  await page.getByRole('button', { name: '扫码：哪些货物或设备' }).click();
  const photo = dialog(page).locator('input[type=file]');
  await photo.setInputFiles(await photoOf([PRODUCT, LOT_BESIDE]));
  await dialog(page).getByText('已扫 1 个').waitFor();
  await dialog(page).getByText('已并入上一个码，同一件货').waitFor();
  await refused.press('完成');
  expect(await rows(page)).toEqual(['(01)06901234567892(10)F-9']);
  await page.getByRole('button', { name: '加一行' }).click();
  await page.locator('input.unit-code').nth(1).click();
  // A scanner without a mark of what it read, and in a hurry.
  await type('6901234567892');
  await type('10F-10');
  await page.getByText('两个条码属于同一件货，已合成一个').waitFor();
  await refused.expectUsable('scan-joined');
  await type('6901234567892');
  await type('10F-9');
  await page.getByText('已经在上面，不重复计').waitFor();
  expect((await rows(page)).filter((code) => code !== '')).toEqual([
    '(01)06901234567892(10)F-9',
    '(01)06901234567892(10)F-10',
  ]);
});

test('nothing is asked of others, the content policy refused nothing, and nothing broke', () => {
  const others = asked.filter((url) => /^https?:/.test(url) && !url.startsWith(at.program.url));
  expect(others).toEqual([]);
  expect([...at.complaints, ...complaints]).toEqual([]);
});
