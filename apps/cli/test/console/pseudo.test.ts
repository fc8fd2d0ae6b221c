/** The pages of the console in a language that nobody speaks: nothing is said that is not among the texts, and longer ones fit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_ELEMENTS, EVENT_ELEMENTS, LEVEL_TEXTS, MASTER_ELEMENTS } from '@suyuan/api/disclosure';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import { gatherTold, namelessOf, outsideOf, sayPseudo, textsOf, unfitOf } from './pseudo.fixture.ts';
import { documentOf, lotOf, madeOf, PRODUCT, stepOf } from './stock.fixture.ts';
import { DESK, PHONE, type Tab, tabOf, watchedPage } from './tab.fixture.ts';

const SHOTS = process.env.SUYUAN_SHOTS;
const SHEET = '0b0b4b3e-0000-4000-8000-000000000022';
const ORDER = '0b0b4b3e-0000-4000-8000-000000000024';
const DRILL = '0b0b4b3e-0000-4000-8000-000000000023';
/** Some fifty pages, each at two widths. */
const ALL_PAGES = { timeout: 420_000 };

const ROUTES = readFileSync(join(import.meta.dirname, '../../../console/src/routes.tsx'), 'utf8');
/** What help says stands in the guides, in both languages; that it fits is another test's. */
const PATHS = ['', ...[...ROUTES.matchAll(/path: '([^'*]+)'/g)].map(([, path = '']) => path)].filter(
  (path) => !path.startsWith('help'),
);
const isOfOne = (path: string): boolean => path.includes(':');
/** What the organisation here has none of: labels with numbers, a file of records, a filing that was handed in, one to watch over. */
const WITHOUT = ['labels/:id', 'record/import/:id', 'compliance/filed/:id', 'supervision/:id'];
/** Forms that ask for all sorts of things, beside the first that is met. */
const FORMS = ['food/receipt', 'food/processing', 'edible-agri/certificate-producer', 'edible-agri/input-use'];

/** Said in both languages by others than the console's texts. */
const ELSEWHERE = new Set<string>([
  ...[EVENT_ELEMENTS, MASTER_ELEMENTS, DATA_ELEMENTS, LEVEL_TEXTS].flatMap((named) =>
    Object.values(named).map(({ name }) => name.en),
  ),
  // The names that packs go by.
  ...['food', 'edible-agri', 'special-equipment'],
]);
const PLAIN = [
  /^\P{L}*$/u,
  /^[A-Z][a-z]{2} \d{1,2}, \d{4}(, \d\d:\d\d(:\d\d)?)?$/,
  // An amount of a record as it was sent, with the code of its unit.
  /^https:\S+ × [\d.]+[A-Z]{3}$/,
  // Commands to be copied, files, codes with the name of their standard.
  /^(SUYUAN_\w+=|suyuan )/,
  /^suyuan-[\w-]+\.\w+$/,
  /^(GTIN|GLN) \d+$/,
  // What was entered, with its code.
  /^Bread flour \d{14}$/,
  /^([\d,.]+ |.* )?kg$/,
];

let at: RunningConsole;
let tab: Tab;
let placesFound: () => number;
let told: () => Promise<ReadonlySet<string>>;
const links = new Set<string>();

beforeAll(async () => {
  at = await runConsole();
  const first = await at.firstStart();
  await recordSome(first);
  const storageState = await first.page.context().storageState();
  tab = await pseudoTab({ storageState });
}, 180_000);
afterAll(() => at?.close());

async function pseudoTab(more: object): Promise<Tab> {
  const page = await watchedPage(at.browser, [], { ...more, locale: 'en-GB' });
  placesFound = await sayPseudo(page.context());
  told = gatherTold(page);
  return tabOf(page, at.program.url);
}

async function recordSome(first: Tab): Promise<void> {
  await done(first, 'PATCH', '/v1/organisation', { categories: ['food', 'edible-agri'], region: '370612' });
  await done(first, 'POST', '/v1/registry/entries', [
    { kind: 'product', code: PRODUCT, attributes: { name: '高筋小麦粉', nameEn: 'Bread flour' } },
    { kind: 'party', code: 'https://id.gs1.org/417/0614141000012', attributes: { name: '城南食品店' } },
  ]);
  await done(first, 'POST', '/v1/sites', { name: '一号车间', kind: 'factory', address: '滨海路 1 号' });
  const content = { at: '2026-11-27T08:00:00+08:00', units: [{ code: lotOf('W2') }], values: {} };
  await done(first, 'PUT', `/v1/sheets/${SHEET}`, {
    ...{ pack: 'food', stage: 'receipt', name: '小麦', version: 0 },
    content,
  });
  const { secret } = Object(await done(first, 'POST', '/v1/keys', { label: '车间', role: 'capture' }));
  const answer = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: documentOf([
      stepOf('receiving', '03-01', ['W1', 1000]),
      madeOf('03-02', ['W1', 500], ['B1', 400]),
      stepOf('shipping', '03-03', ['B1', 250]),
      { ...stepOf('destroying', '03-04', ['B1', 30]), action: 'DELETE' },
    ]),
  });
  expect(answer.status).toBe(202);
  const events = async () =>
    Object((await first.ask('GET', `/v1/trace?code=${encodeURIComponent(lotOf('B1'))}`)).body).events;
  await vi.waitFor(async () => expect(await events()).toHaveLength(4), { timeout: 30_000 });
  await done(first, 'POST', '/v1/drills', { id: DRILL, code: lotOf('B1') });
  await done(first, 'POST', '/v1/spaces', { name: '奶业联盟', purpose: '共用检验结果' });
  await done(first, 'PUT', `/v1/orders/${ORDER}`, {
    ...{ number: 'SO-1', buyer: 'https://id.gs1.org/417/0614141000012', version: 0, wantedOn: '2026-12-01' },
    lines: [{ product: `https://id.gs1.org/01/0${PRODUCT}`, quantity: '5', uom: 'KGM' }],
  });
}

/** What a person would miss on the page at this address, below `/console/`, and in the dialog that its first button opens. */
async function faultsOf(path: string): Promise<readonly string[]> {
  const { page } = tab;
  await page.setViewportSize(DESK);
  await goTo(`${at.program.url}/console/${path}`);
  await tab.quiet();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await tab.quiet();
  for (const href of await page.locator('a[href^="/console/"]').evaluateAll(addressesOf)) links.add(href);
  const faults = [...(await faultsShown(path))];
  const open = page.locator('.page-head button');
  if ((await open.count()) === 0) return faults;
  await open.first().click();
  await tab.quiet();
  return [...faults, ...((await tab.dialog().count()) === 0 ? [] : await faultsShown(`${path} (dialog)`))];
}

/**
 * As by a link: a page that is opened anew loads all scripts, two thirds of the time here. What begins a sheet is opened, as one
 * would show what another has begun.
 */
async function goTo(address: string): Promise<void> {
  const { page } = tab;
  if (!page.url().includes('/console/') || address.includes('/record/new/')) await page.goto(address);
  else
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
}

const addressesOf = (all: Element[]): string[] => all.map((each) => each.getAttribute('href') ?? '');

/** Of what is shown, at a desk and on a phone. */
async function faultsShown(where: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const viewport of [DESK, PHONE]) {
    await tab.page.setViewportSize(viewport);
    await tab.quiet();
    const [texts, known] = [await textsOf(tab.page), await told()];
    const isSaid = (part: string) => PLAIN.some((form) => form.test(part)) || known.has(part) || ELSEWHERE.has(part);
    const isAllSaid = (rest: string) => isSaid(rest) || rest.split('·').every((part) => isSaid(part.trim()));
    const outside = texts.map(outsideOf).filter((rest) => !isAllSaid(rest));
    const found = [...outside.map((rest) => `outside: ${rest}`), ...(await namelessOf(tab.page))];
    for (const fault of [...found, ...(await unfitOf(tab.page))]) faults.push(`${where} ${viewport.width}: ${fault}`);
    const name = `pseudo-${where.replaceAll(/[^\w-]+/g, '_')}-${viewport.width}`.slice(0, 90);
    if (SHOTS !== undefined) await tab.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  }
  return faults;
}

async function faultsOfAll(paths: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const path of paths) faults.push(...(await faultsOf(path)));
  return faults;
}

test('on pages of the menu nothing is outside of the texts, and texts that are longer fit', ALL_PAGES, async () => {
  const faults = await faultsOfAll(PATHS.filter((path) => !isOfOne(path)));
  expect(placesFound(), 'places in the scripts where texts are filled').toBe(1);
  expect(faults).toEqual([]);
});

test('so it is on pages of one thing, and in the forms of records', ALL_PAGES, async () => {
  links.add(`/console/record/${SHEET}`);
  links.add(`/console/orders/${ORDER}/change`);
  const reached = [...links].map((href) => href.replace('/console/', ''));
  const ofOne = PATHS.filter((path) => isOfOne(path) && !WITHOUT.includes(path)).map((path) => {
    const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/?]+')}(\\?.*)?$`);
    const found = reached.find((href) => pattern.test(href) && !PATHS.includes(href));
    expect(found, `no page leads to ${path}`).toBeDefined();
    return found ?? '';
  });
  expect(await faultsOfAll([...ofOne, ...FORMS.map((form) => `record/new/${form}`)])).toEqual([]);
});

test('so it is before one is signed in', ALL_PAGES, async () => {
  tab = await pseudoTab({});
  expect(await faultsOfAll(['sign-in', 'start'])).toEqual([]);
});
