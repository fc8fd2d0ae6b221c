/** A picture of a product: chosen in the console from a photo, made small there, and seen by whoever scans. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OWNER, type RunningConsole, runConsole } from './console.fixture.ts';
import { done, record } from './parties.fixture.ts';
import { DESK, expectUsable, PHONE, type Tab, watchedPage } from './tab.fixture.ts';

const PRODUCT = 'https://id.gs1.org/01/06901234500011';
const CAN = `${PRODUCT}/21/SN-1`;
const PAGE = `master-data/${encodeURIComponent(PRODUCT)}`;
const KEPT = `/v1/registry/entries/${encodeURIComponent(PRODUCT)}/picture`;
/** As a phone writes them into its photos. */
const PLACE = 'Exif 31.2304 N 121.4737 E 2026:06:10';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
  const attributes = { name: '纯牛奶', nameEn: 'Pure milk' };
  await done(tab, 'POST', '/v1/registry/entries', [{ kind: 'product', code: PRODUCT, attributes }]);
  await record(at, tab, { epc: CAN, action: 'ADD', bizStep: 'commissioning' });
}, 180_000);
afterAll(() => at?.close());

/** A photo of 1,600 by 1,200 with noise, which nothing makes small but fewer pixels, and with where and when it was taken. */
async function photo(): Promise<Buffer> {
  const base64 = await tab.page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 });
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    const pixels = pen.createImageData(1600, 1200);
    for (let i = 0; i < pixels.data.length; i += 1) pixels.data[i] = i % 4 === 3 ? 255 : (i * 7919) % 251;
    pen.putImageData(pixels, 0, 0);
    pen.fillStyle = '#2f7d5b';
    pen.fillRect(500, 150, 600, 900);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  const drawn = Buffer.from(base64, 'base64');
  const said = Buffer.from(PLACE, 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, said.length + 2]);
  return Buffer.concat([drawn.subarray(0, 2), head, said, drawn.subarray(2)]);
}

const choose = (file: { name: string; mimeType: string; buffer: Buffer }, by = tab) =>
  by.dialog().locator('input[type=file]').setInputFiles(file);

const pictureOn = async (path: string) =>
  (await (await fetch(at.program.url + path, { headers: { accept: 'application/json' } })).json()).product?.picture;

test('a product without a picture says so; what is no picture is not taken', async () => {
  await tab.open(PAGE, '纯牛奶');
  await tab.page.getByText('还没有图片').waitFor();
  await tab.expectUsable('picture-none');
  await tab.page.getByRole('button', { name: '上传图片' }).click();
  await tab.press('采用');
  await tab.dialog().getByText('请选择图片').waitFor();
  await choose({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await tab.dialog().getByText('这个文件打不开').waitFor();
  expect(await tab.dialog().getByRole('img', { name: '扫码的人看到的图片' }).count()).toBe(0);
});

test('a photo is seen small before it comes into use; place and time stay where they are', async () => {
  const large = await photo();
  expect(large.length).toBeGreaterThan(100_000);
  await choose({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: large });
  await tab.dialog().getByRole('img', { name: '扫码的人看到的图片' }).waitFor();
  await tab.dialog().getByText('320 × 240 像素').waitFor();
  await tab.expectUsable('picture-preview');
  await tab.press('采用');
  await tab.dialog().waitFor({ state: 'hidden' });
  await tab.page.getByRole('img', { name: '纯牛奶的图片' }).waitFor();
  await tab.expectUsable('picture-kept');
  const { picture } = Object(await done(tab, 'GET', KEPT));
  expect(picture).toMatchObject({ type: 'image/webp', width: 320, height: 240 });
  const kept = Buffer.from(await (await fetch(at.program.url + picture.href)).arrayBuffer());
  expect(kept.length).toBeLessThanOrEqual(40_000);
  expect([large.includes('121.4737'), kept.includes('121.4737'), kept.includes('Exif')]).toEqual([true, false, false]);
});

test.each([
  { lang: 'zh', viewport: PHONE, alt: '纯牛奶' },
  { lang: 'en', viewport: PHONE, alt: 'Pure milk' },
  { lang: 'zh', viewport: DESK, alt: '纯牛奶' },
  { lang: 'en', viewport: DESK, alt: 'Pure milk' },
])('whoever scans sees it, in $lang at $viewport.width pixels, and nothing moves when it comes', async (seen) => {
  const { lang, viewport, alt } = seen;
  const complaints: string[] = [];
  const page = await watchedPage(at.browser, complaints, { viewport });
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/pictures/*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${at.program.url}${new URL(CAN).pathname}?lang=${lang}`, { waitUntil: 'domcontentloaded' });
  const picture = page.getByRole('img', { name: alt, exact: true });
  await picture.scrollIntoViewIfNeeded();
  const room = () => page.locator('section[aria-labelledby="product"]').evaluate((card) => card.clientHeight);
  const before = await room();
  letThrough();
  await expect.poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(320);
  expect(await room()).toBe(before);
  expect(await picture.evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])).toEqual([144, 108]);
  await expectUsable(page, `picture-page-${lang}`);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('in English too it is replaced and removed, and then no page has one', async () => {
  const english = await at.tab({ locale: 'en', viewport: DESK });
  await done(english, 'POST', '/v1/session', { name: OWNER.loginName, password: OWNER.password });
  await english.open(PAGE, 'Pure milk');
  const before = await pictureOn(new URL(CAN).pathname);
  await english.page.getByRole('button', { name: 'Replace the picture' }).click();
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await choose({ name: 'dot.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') }, english);
  await english.dialog().getByText('1 × 1 pixels').waitFor();
  await english.expectUsable('picture-preview-en');
  await english.press('Use it');
  await english.dialog().waitFor({ state: 'hidden' });
  await expect.poll(() => pictureOn(new URL(CAN).pathname)).toMatchObject({ width: 1, height: 1 });
  expect((await fetch(at.program.url + before.href)).status).toBe(404);
  await english.expectUsable('picture-kept-en');
  await english.page.getByRole('button', { name: 'Remove the picture of the product' }).click();
  await english.press('Remove');
  await english.page.getByText('There is no picture yet').waitFor();
  expect(await pictureOn(new URL(CAN).pathname)).toBeUndefined();
  const page = await (
    await fetch(`${at.program.url}${new URL(CAN).pathname}`, { headers: { accept: 'text/html' } })
  ).text();
  expect(page).not.toMatch(/pictures|product-head/);
  expect(at.complaints).toEqual([]);
});
