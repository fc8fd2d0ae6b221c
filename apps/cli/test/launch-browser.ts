/** A real Chromium for tests: one named by CHROMIUM_PATH, or the one that came through npm with the libraries it needs. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { packedChromium } from './packed-chromium.ts';

/** @param more arguments of the program, for what only some tests want */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  const browser = await (named !== undefined && existsSync(named)
    ? chromium.launch({ executablePath: named, args: ['--no-sandbox', ...more] })
    : launchPacked(more));
  await refuseTextless(browser);
  return browser;
}

async function launchPacked(more: readonly string[]): Promise<Browser> {
  const { executablePath, env } = await packedChromium();
  // Its own arguments are for Lambda: one process for all, and no web security.
  const args = ['--no-sandbox', '--disable-gpu', '--headless=shell', '--font-render-hinting=none', ...more];
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}

/** In a browser without fonts every page is narrow and empty, and passes what asks for that. */
async function refuseTextless(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await page.setContent('<span>suyuan</span>');
  const { width, height } = (await page.locator('span').boundingBox()) ?? { width: 0, height: 0 };
  await page.close();
  if (width > 0 && height > 0) return;
  await browser.close();
  throw new Error('this Chromium draws no text: it finds no font');
}
