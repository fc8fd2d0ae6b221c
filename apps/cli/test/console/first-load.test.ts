/** What the console weighs when it is opened first, and how soon it answers on a processor four times slower. Bytes are held; times are told. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import { type Tab, tabOf, watchedPage } from './tab.fixture.ts';

const BYTES_MAX = 400_000;
const SLOWER = 4;

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  const first = await at.firstStart();
  await done(first, 'PATCH', '/v1/organisation', { categories: ['food'] });
  // Nothing was opened in it before.
  const storageState = await first.page.context().storageState();
  tab = tabOf(await watchedPage(at.browser, [], { storageState }), at.program.url);
}, 180_000);
afterAll(() => at?.close());

/** Bytes over the line, as the browser counts them, while `act` runs on a slow processor. */
async function weighed(page: Page, act: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  const fonts = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    // Of the fallback fonts, which a device that has Chinese letters never asks for.
    if (/\.woff2$|\/fonts-/.test(request.url)) fonts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await act();
  await session.detach();
  return bytes;
}

test('the first page is under 400 kB over the line, and answers', async () => {
  const { page } = tab;
  const since = performance.now();
  let shownMs = 0;
  const bytes = await weighed(page, async () => {
    await page.goto(`${at.program.url}/console/`);
    await page.getByRole('heading', { level: 1, name: /您好/ }).waitFor();
    shownMs = performance.now() - since;
    await tab.quiet();
  });
  console.log(
    `first load: ${bytes} bytes, shown after ${Math.round(shownMs)} ms on a processor ${SLOWER} times slower`,
  );
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(BYTES_MAX);
});

test('typing into the form of a stage: how long a key waits is told', async () => {
  const { page } = tab;
  await page.goto(`${at.program.url}/console/record/new/food/receipt`);
  await page.getByRole('heading', { level: 1, name: '进货查验' }).waitFor();
  await tab.quiet();
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(globalThis, { durations });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    }).observe({ type: 'event' });
  });
  await weighed(page, async () => {
    await page.getByLabel('供货者名称', { exact: true }).pressSequentially('qingshan mills of yantai');
    await page.locator('input.unit-code').first().pressSequentially('(01)06901234567892(10)F1');
    await page.keyboard.press('Enter');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  });
  const durations: readonly number[] = await page.evaluate(() => Object(globalThis).durations);
  console.log(
    `typing: longest wait of ${durations.length} over 104 ms: ${Math.max(0, ...durations)} ms, ${SLOWER} times slower`,
  );
  expect(await page.locator('input.unit-code').count()).toBe(2);
});
