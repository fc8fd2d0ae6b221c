/** The public pages in a language that nobody speaks: nothing is said that is neither among the texts nor told by the server, and longer texts fit. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageModel, SharePage } from '@suyuan/api/public-page';
import { type BuiltPages, ensureBuilt } from '@suyuan/public';
import { serve } from '@suyuan/server';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FILLS, lengthened, namelessOf, outsideOf, textsOf, tidied, unfitOf } from './console/pseudo.fixture.ts';
import { DESK, PHONE, watchedPage } from './console/tab.fixture.ts';
import { makeStartedDataDir, removeDataDir } from './program.ts';
import { PAGES } from './public-pages.fixture.ts';
import { closePages, sharedBrowser } from './shared-browser.ts';
import { sharedDemonstration } from './shared-demonstration.ts';

const SHOTS = process.env.SUYUAN_SHOTS;
const MORE: readonly (readonly [name: string, path: string])[] = [
  ['standards', '/standards'],
  ['pack', '/standards/food'],
  ['pack-of-lifts', '/standards/special-equipment'],
  ['person', '/q/440524188001010014'],
  ['error', '/no/such/page'],
  ['share', '/shared-with-you'],
];
const SHARE: SharePage = {
  ...{ kind: 'share', lang: 'en', isOneEvent: false, cut: 3, isPart: true },
  sharedBy: { name: 'Green Dairy' },
  until: Date.UTC(2026, 0, 9),
  askedAt: Date.UTC(2026, 0, 2),
  goods: [{ code: '(01)06901234567892(21)A', name: { zh: '奶粉', en: 'Milk powder' } }],
  steps: [
    { time: Date.UTC(2026, 0, 1), step: { zh: '发货', en: 'Shipping' }, isHidden: false, isVerified: false },
    { isHidden: true, isVerified: true, disputed: true },
    { isHidden: true, isVerified: false, declaredInError: true },
  ],
};

const HAN = /\p{Script=Han}/u;
const PLAIN = [
  /^\P{L}*$/u,
  // Days and clocks.
  /^(\P{L}|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|UTC)\b)*$/u,
  // Addresses for programs.
  /^\/v1\/[\w/?=-]+$/,
  // Codes as they are printed.
  /^(\(\d{2,4}\)[\w-]+)+$/,
  // Languages are called what those who speak them call them.
  /^(中文|English)$/,
];

const told = new Set<string>();
const folder = mkdtempSync(join(tmpdir(), 'suyuan-pseudo-'));
let dataDir: string;
let server: Awaited<ReturnType<typeof serve>>;
let pages: BuiltPages;
let page: Page;

beforeAll(async () => {
  dataDir = makeStartedDataDir();
  pages = await pseudoPages();
  server = await serve({ port: 0, host: '127.0.0.1', dataDir, logLevel: 'error' }, async () => pages);
  page = await watchedPage(await sharedBrowser(), [], { locale: 'en-GB' });
  await page.route('**/shared-with-you*', (route) => draw(route, SHARE));
  const { url } = await sharedDemonstration();
  await page.route(/\/(00|01|q)\//, (route) => drawOf(route, url));
}, 240_000);
afterAll(async () => {
  await closePages(await sharedBrowser());
  await server?.close();
  removeDataDir(dataDir);
  rmSync(folder, { recursive: true });
});

function draw(route: Route, model: PageModel): Promise<void> {
  return route.fulfill({ body: pages.renderPage(model), contentType: 'text/html; charset=utf-8' });
}

/** What the demonstration knows of a code, drawn here: its data are what a page says. */
async function drawOf(route: Route, demonstration: string): Promise<void> {
  const { pathname, search } = new URL(route.request().url());
  const answer = await fetch(demonstration + pathname + search, { headers: { accept: 'application/json' } });
  const { completeness: _, ...said } = await answer.json();
  await draw(route, { kind: answer.ok ? 'code' : 'unknown', lang: 'en', ...said });
}

/** As they are built, save that each text is between marks and longer; what they are given to say is gathered. */
async function pseudoPages(): Promise<BuiltPages> {
  const built = await ensureBuilt();
  const parts = readFileSync(join(built.assetsDir, '../../server/render.js'), 'utf8').split(FILLS);
  expect(parts, 'places where texts are filled').toHaveLength(2);
  const file = join(folder, 'render.mjs');
  writeFileSync(file, parts.join(`.replace(/^[^]*$/,${lengthened})${FILLS}`));
  const { renderPage }: Pick<BuiltPages, 'renderPage'> = await import(pathToFileURL(file).href);
  return {
    ...built,
    renderPage(model) {
      gather(model);
      return renderPage(model);
    },
  };
}

/** Codes that people see. Any other bare word, like `recalled`, is the contract's and not for people. */
const SEEN_CODES: ReadonlySet<string> = new Set(['code', 'given']);

function gather(value: unknown, under = ''): void {
  if (typeof value === 'string') {
    if (SEEN_CODES.has(under) || !/^[a-z][a-z-]*$/.test(value)) told.add(tidied(value));
  } else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) gather(each, name);
}

/** Of what is Chinese in it, an English page makes an element of its own. */
function isTold(text: string): boolean {
  return told.has(text) || [...told].some((each) => HAN.test(each) && each.includes(text));
}

/** Also of several that stand beside each other, the longest first. */
function isAllTold(text: string): boolean {
  if (isTold(text) || isPlain(text)) return true;
  const within = [...told].filter((each) => each !== '' && text.includes(each)).sort((a, b) => b.length - a.length);
  const rest = within.reduce((left, each) => left.replaceAll(each, ' '), text).trim();
  return isPlain(rest);
}

const isPlain = (text: string): boolean => PLAIN.some((form) => form.test(text));

test.each([...PAGES, ...MORE])(
  'on the page of %s nothing is outside of the texts, and texts that are longer fit',
  async (name, path) => {
    await page.setViewportSize(PHONE);
    await page.goto(`${server.url}${path}?lang=en`);
    const outside = (await textsOf(page)).map(outsideOf).filter((rest) => !isAllTold(rest));
    const faults = [...outside.map((rest) => `outside: ${rest}`), ...(await namelessOf(page))];
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      faults.push(...(await unfitOf(page)).map((fault) => `${viewport.width}: ${fault}`));
      if (SHOTS !== undefined)
        await page.screenshot({ path: `${SHOTS}/pseudo-${name}-${viewport.width}.png`, fullPage: true });
    }
    expect(faults).toEqual([]);
  },
);
