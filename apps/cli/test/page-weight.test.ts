/** What the page of a good can weighs over the line, opened first on a phone that has Chinese letters. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Program } from './program.ts';
import { closePages, sharedBrowser } from './shared-browser.ts';
import { sharedDemonstration } from './shared-demonstration.ts';

const CAN = '/01/06990020200099/21/F260707-0001';
const BYTES_MAX = 40_000;

let program: Program;
beforeAll(async () => {
  program = await sharedDemonstration();
}, 180_000);
afterAll(async () => {
  await closePages(await sharedBrowser());
});

test.each(['zh-CN', 'en'])('the whole page is under 40 kB over the line, in %s', async (locale) => {
  const context = await (await sharedBrowser()).newContext({ locale, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const addresses = new Map<string, string>();
  const weights: { readonly address: string; readonly bytes: number }[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weights.push({ address: addresses.get(requestId) ?? '', bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  await page.goto(program.url + CAN, { waitUntil: 'networkidle' });
  // A device that has Chinese letters never asks for these.
  const counted = weights.filter(({ address }) => !/\.woff2$|\/fonts-/.test(address));
  console.log(counted.map(({ address, bytes }) => `${bytes} ${new URL(address).pathname}`).join('\n'));
  expect(counted.length).toBeGreaterThanOrEqual(3);
  // What the can looks like is of it too.
  expect(counted.filter(({ address }) => address.includes('/pictures/'))).toHaveLength(1);
  expect(counted.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(BYTES_MAX);
  expect(await page.innerText('main')).toContain('F260707-0001');
  await context.close();
});

test('who comes again is sent the headers of the page alone', async () => {
  const ask = (headers: Record<string, string>) =>
    fetch(program.url + CAN, { headers: { accept: 'text/html', ...headers } });
  const first = await ask({});
  const again = await ask({ 'if-none-match': first.headers.get('etag') ?? '' });
  expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
});
