/** What a trace tells a stranger of events that others recorded, set against the public page of the same unit, member by member. */
import type { CodePage } from '@suyuan/api/public-page';
import { termLabel } from '@suyuan/epcis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, SHARED_LOT } from './private-documents.ts';
import { type Tenants, tenants } from './tenants.ts';

let shared: Tenants;
beforeAll(async () => {
  shared = await tenants();
});
afterAll(() => shared.close());

/**
 * Members of the answer that tell of a thing what the page of the unit, as JSON, does not tell of it, in at least one row. A list by its
 * bare name has rows of which the page has no like. Who narrows the trace takes members out of here.
 */
const MORE_OF_THE_SAME: readonly string[] = [
  ...['units', 'units.role', 'units.since', 'units.until', 'units.hops'],
  ...['events', 'events.type', 'events.units[].code', 'events.units[].role'],
  ...['events.disposition', 'events.readPoint', 'events.hidden[]', 'events.verified'],
  ...['links', 'links.eventID', 'links.since'],
];

/** Those whose values stand nowhere on that page, about whatever. */
const NOWHERE_ON_PAGES: readonly string[] = [
  // Containers of what a thing was made from.
  ...['units.code', 'links.from', 'events.units[].code'],
  // In words of their own: kinds and roles, and what follows from codes and links.
  ...['events.type', 'events.units[].role', 'units.role', 'units.product', 'links.kind'],
  // What a notice is and where it was read is told by pages in words; names of what is hidden tell nothing.
  ...['events.disposition', 'events.readPoint', 'events.eventID', 'events.hidden[]', 'links.eventID'],
];

type Pages = Pick<CodePage, 'timeline' | 'chain' | 'because' | 'anomalies'>;
type List = 'units' | 'events' | 'links' | 'custody' | 'anomalies';
type Row = Readonly<Record<string, unknown>>;

/** What the page says of the same thing as a row: the rows of its own that are about it. */
const LIKE: Readonly<Record<List, (page: Pages, row: Row) => readonly object[]>> = {
  units: ({ chain }, { code }) => chain.nodes.filter(({ id }) => id === code),
  events: ({ timeline }, { eventID }) => timeline.filter((each) => each.eventID === eventID),
  // A page draws what is contained towards its container.
  links: ({ chain }, { from, to, kind }) =>
    chain.links.filter((each) => each.kind === kind && new Set([each.from, each.to, from, to]).size === 2),
  custody: ({ timeline }, { eventID }) => timeline.filter((each) => each.eventID === eventID),
  anomalies: ({ because, anomalies }, { kind, code, message }) => [
    ...because.filter(({ says, unit }) => says === kind && unit === code),
    // The page tells times in the words of a person.
    ...anomalies.filter((each) => wordsOf(each.message) === wordsOf(message)).map(() => ({ kind, message })),
  ],
};

const wordsOf = (message: unknown): string =>
  String(message).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d{4}年\d+月\d+日 \d\d:\d\d/g, '<time>');

/** The leaves of a value by the path of their members, items of a list without their number. */
function leavesOf(value: unknown, path = ''): [path: string, leaf: unknown][] {
  if (Array.isArray(value)) return value.flatMap((each) => leavesOf(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, path === '' ? name : `${path}.${name}`));
}

/** Ways in which a page may tell a value: itself, a time as milliseconds, a term by its label. */
function spellings(value: unknown): unknown[] {
  if (typeof value !== 'string') return [value];
  return [value, ...(/^\d{4}-.*Z$/.test(value) ? [Date.parse(value)] : []), termLabel(value).zh];
}

/**
 * Members of a row that neither the question nor anything of the page about the same thing tells; the list alone where there
 * is nothing about it.
 */
function moreOf(list: List, row: Row, { page, asked }: { readonly page: Pages; readonly asked: string }): string[] {
  const like = LIKE[list](page, row);
  if (like.length === 0) return [list];
  const told = new Set([asked, ...leavesOf(like).map(([, leaf]) => leaf)]);
  // A code says itself of which product it is.
  const product = /^.*\/01\/\d{14}/.exec(String(row.code))?.[0];
  if (product !== undefined) told.add(product);
  return leavesOf(row)
    .filter(([, leaf]) => !spellings(leaf).some((each) => told.has(each)))
    .map(([path]) => `${list}.${path}`);
}

/** Members whose values the page does not hold at all. */
function nowhereOf(list: List, row: Row, page: Pages): string[] {
  const told = new Set(leavesOf(page).map(([, leaf]) => leaf));
  return leavesOf(row)
    .filter(([, leaf]) => !spellings(leaf).some((each) => told.has(each)))
    .map(([path]) => `${list}.${path}`);
}

test('a trace tells a stranger just these members more than the public page of the same unit', async () => {
  const [more, nowhere] = [new Set<string>(), new Set<string>()];
  let rows = 0;
  for (const code of [...Object.values(codesOf('A')), SHARED_LOT]) {
    const path = encodeURIComponent(code);
    const headers = { accept: 'application/json' };
    const { status, body } = await shared.ask('anonymous', { path: `/q/${path}`, headers });
    if (status !== 200) continue;
    const page: Pages = JSON.parse(body);
    const trace: Readonly<Record<List, readonly Row[]>> = JSON.parse(
      (await shared.ask('newcomer', { path: `/v1/trace?code=${path}` })).body,
    );
    for (const list of ['units', 'events', 'links', 'custody', 'anomalies'] as const) {
      for (const row of trace[list]) {
        rows += 1;
        for (const member of moreOf(list, row, { page, asked: code })) more.add(member);
        for (const member of nowhereOf(list, row, page)) nowhere.add(member);
      }
    }
  }
  expect(rows).toBeGreaterThan(100);
  expect([...more].sort()).toEqual([...MORE_OF_THE_SAME].sort());
  expect([...nowhere].sort()).toEqual([...NOWHERE_ON_PAGES].sort());
});
