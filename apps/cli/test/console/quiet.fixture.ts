/** When a page has asked all that it asks, and was answered: told by its own requests, so that no time has to pass without any. */
import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';

/** Resolves when nothing is asked any more: neither at once, nor by what is drawn of the answers. */
export type Quiet = () => Promise<void>;

export function quietOf(page: Page): Quiet {
  const waiting = new Set<Request>();
  let asked = 0;
  page.on('request', (request) => {
    // What an earlier document asked is nobody's any more.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) waiting.clear();
    waiting.add(request);
    asked += 1;
  });
  page.on('requestfinished', (request) => void waiting.delete(request));
  page.on('requestfailed', (request) => void waiting.delete(request));
  return async () => {
    let before: number;
    do {
      before = asked;
      await expect.poll(() => waiting.size, { interval: 10 }).toBe(0);
      await page.evaluate(drawnTwice);
    } while (asked > before);
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'hidden' });
  };
}

/** In the page: what it was told has been drawn, and what that asks for has been asked. */
function drawnTwice(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
}
