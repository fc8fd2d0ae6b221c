/** One Chromium for all test files of a process: each start takes a second of processor time. It ends with the process. */
import type { Browser } from 'playwright-core';
import { launchBrowser } from './launch-browser.ts';

let started: Promise<Browser> | undefined;

/** Without any page: a file sees nothing of what others looked at. */
export async function sharedBrowser(): Promise<Browser> {
  started ??= launchBrowser();
  const browser = await started;
  if (browser.isConnected()) return browser;
  started = launchBrowser();
  return started;
}

/** What a file leaves open ends with it. */
export async function closePages(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}
