/** Coming back from a provider in a real browser: what it sends with a navigation that another site began is its own affair. */
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ProviderServer, providerServer } from '../../../packages/server/test/account/provider-server.ts';
import { closePages, sharedBrowser } from './shared-browser.ts';

let at: ProviderServer;
let id: string;
let browser: Browser;

beforeAll(async () => {
  at = await providerServer({ console: { assetsDir: import.meta.dirname, worker: '', indexHtml: () => CONSOLE } });
  id = await at.provide();
  browser = await sharedBrowser();
}, 180_000);
afterAll(async () => {
  if (browser !== undefined) await closePages(browser);
  await at?.close();
});

const CONSOLE = '<!doctype html><meta charset="utf-8"><title>console</title>';
/** Another site than the server's, whose address is a number. */
const THERE = 'http://provider.example/';

/** A browser that stands at the provider, about to be sent back. */
async function standsThere(page: Page): Promise<void> {
  await page.goto(`${at.server.url}/console/sign-in`);
  const url = await page.evaluate(async (path) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(path, { method: 'POST', headers, body: '{"returnTo":"/console/records?q=a&b=c"}' });
    return String((await answer.json()).url);
  }, `/v1/session/providers/${id}`);
  const back = at.fake.signIn(url).href.replaceAll('&', '&amp;');
  await page.route(THERE, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><a href="${back}">back</a>` }),
  );
  await page.goto(THERE);
}

test('whoever comes back is signed in from the first request of the console on', async () => {
  at.fake.behaviour.claims = { sub: 'owner-1' };
  const linked = await at.depart(at.owner, `/v1/me/subjects/${id}`);
  await at.owner.ask('GET', linked);
  const page = await browser.newPage();
  await standsThere(page);
  const asked: Request[] = [];
  page.on('request', (request) => void asked.push(request));
  await page.click('a');
  await page.waitForURL('**/console/records?q=a&b=c');
  const first = asked.find((request) => request.url().includes('/console/records'));
  expect((await first?.allHeaders())?.cookie).toContain('suyuan-session=');
  const session = await page.evaluate(async () => (await fetch('/v1/session')).json());
  expect(session).toMatchObject({ stage: 'full' });
  // What the browser holds no script reads, and nothing of the way is left in the address.
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.close();
});

test('whoever is unknown comes to the sign-in page, with the reason', async () => {
  at.fake.behaviour.claims = { sub: 'nobody' };
  const page = await browser.newPage();
  await standsThere(page);
  await page.click('a');
  await page.waitForURL('**/console/sign-in#error=oidc.unknown');
  expect(await page.evaluate(async () => (await fetch('/v1/session')).status)).toBe(401);
  await page.close();
});
