/** The browser that the pages are judged in. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { packedChromium } from './packed-chromium.ts';

const open: Awaited<ReturnType<typeof launchBrowser>>[] = [];
afterAll(async () => {
  for (const browser of open) await browser.close();
});

test('a second launch in one process unpacks nothing again and moves no temporary directory', async () => {
  const before = { temporary: tmpdir(), environment: { ...process.env } };
  open.push(await launchBrowser());
  const { executablePath } = await packedChromium();
  const { ino, mtimeMs } = statSync(executablePath);
  open.push(await launchBrowser());
  expect(statSync(executablePath)).toMatchObject({ ino, mtimeMs });
  expect({ temporary: tmpdir(), environment: { ...process.env } }).toEqual(before);
});

test('text has width, in a font that was unpacked', async () => {
  const { env } = await packedChromium();
  const conf = readFileSync(env.FONTCONFIG_FILE ?? '', 'utf8');
  const [, dir = ''] = /<dir>(.+)<\/dir>/.exec(conf) ?? [];
  expect(readdirSync(dir, { recursive: true }).some((name) => String(name).endsWith('.ttf'))).toBe(true);
  const browser = await launchBrowser();
  open.push(browser);
  const page = await browser.newPage();
  await page.setContent('<span id="i">iiii</span><br><span id="w">wwww</span>');
  const width = async (id: string): Promise<number> => (await page.locator(`#${id}`).boundingBox())?.width ?? 0;
  expect(await width('i')).toBeGreaterThan(0);
  // Boxes in place of glyphs would all be of one width.
  expect(await width('w')).toBeGreaterThan(await width('i'));
});
