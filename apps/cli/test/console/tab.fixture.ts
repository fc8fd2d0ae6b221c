/** A tab of a real browser at the console, and what a person would miss in it. */
import axeCore from 'axe-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { quietOf } from './quiet.fixture.ts';

declare global {
  /** In the page. */
  var axe: typeof axeCore;
}

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

/** Where pictures of the pages are kept for whoever wants to look at them. */
const SHOTS = process.env.SUYUAN_SHOTS;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Tab {
  readonly page: Page;
  /** As the page itself asks, with its session. */
  ask(method: string, path: string, body?: object): Promise<Answer>;
  /** A page below `/console/`, until this heading stands there and nothing is asked any more. */
  open(path: string, title: string): Promise<void>;
  /** Until nothing is asked any more. */
  quiet(): Promise<void>;
  dialog(): Locator;
  /** The rows of tables that hold this text. */
  row(text: string): Locator;
  /** A button of the dialog that is open. */
  press(name: string): Promise<void>;
  /** From a list of the dialog that is open. */
  choose(label: string, option: string): Promise<void>;
  /** {@link expectUsable} on a phone and at a desk, with a picture of each. */
  expectUsable(name: string): Promise<void>;
  close(): Promise<void>;
}

/** A page in a browser of its own: Chinese, at a desk, without motion unless said otherwise. What it complains of is added. */
export async function watchedPage(
  browser: Browser,
  complaints: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale: 'zh-CN', reducedMotion: 'reduce', viewport: DESK },
    // It would fetch every file of the console for each browser of each test.
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    // A refusal of the server is told here as well, and is expected; so is that tests go without a service worker.
    const isExpected = /Failed to load resource|Service Worker registration blocked/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}

/** Fails on what a person would miss as wide as it is: pale text, a field without a name, a page wider than its window. */
export async function expectUsable(page: Page, name: string): Promise<void> {
  // What fades in is pale until it is there; what turns for ever is none of that.
  const moving = async () => {
    // What was answered a moment ago begins to move in the frame after the next.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return document
      .getAnimations()
      .filter((found) => found.playState === 'running' && found.effect?.getComputedTiming().endTime !== Infinity)
      .length;
  };
  await expect.poll(() => page.evaluate(moving)).toBe(0);
  const said = `${name} ${page.viewportSize()?.width}`;
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${said.replace(' ', '-')}.png`, fullPage: true });
  // Only where it is asked: each page that is opened would read its half a megabyte.
  if (await page.evaluate(() => globalThis.axe === undefined)) await page.evaluate(axeCore.source);
  const violations = await page.evaluate(async () => {
    const found = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  });
  expect(violations, said).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), said).toBeLessThanOrEqual(0);
}

export function tabOf(page: Page, url: string): Tab {
  const dialog = (): Locator => page.getByRole('dialog');
  const quiet = quietOf(page);
  return {
    page,
    quiet,
    dialog,
    row: (text) => page.getByRole('row').filter({ hasText: text }),
    press: (name) => dialog().getByRole('button', { name, exact: true }).click(),
    close: () => page.context().close(),
    ask: (method, path, body) => ask(page, method, path, body),
    async open(path, title) {
      await page.goto(`${url}/console/${path}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await quiet();
    },
    async choose(label, option) {
      await dialog().getByRole('combobox', { name: label }).click();
      await page.locator('.ant-select-item-option', { hasText: option }).first().click();
    },
    async expectUsable(name) {
      for (const viewport of [PHONE, DESK]) {
        await page.setViewportSize(viewport);
        await expectUsable(page, name);
      }
    },
  };
}

function ask(page: Page, method: string, path: string, body?: object): Promise<Answer> {
  return page.evaluate(
    async ([how, where, sent]) => {
      const answer = await fetch(where, {
        method: how,
        ...(sent === '' ? {} : { headers: { 'content-type': 'application/json' }, body: sent }),
      });
      return { status: answer.status, body: await answer.json().catch(() => null) };
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  );
}
