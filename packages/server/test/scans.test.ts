/** How often a code was looked up: counted where people look, added up by all programs on one database. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dropOldScans } from '../src/modules/scans/keep-tidy.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let nowMs = Date.parse('2026-06-10T02:03:04Z');
const clock = { now: () => new Date(nowMs) };
const DAY_MS = 24 * 60 * 60 * 1000;
const LIFT = 'cn-elevator:301234';

let server: TestServer;
/** Another program on the same database. */
let other: TestServer;
beforeAll(async () => {
  server = await testServer({ clock });
  other = await testServer({ clock, beside: server });
});
afterAll(async () => {
  await other.close();
  await server.close();
});

let used = 0;
async function recorded(code?: string): Promise<string> {
  used += 1;
  const own = code ?? `https://id.gs1.org/01/06901234567892/10/S${used}/21/C`;
  await server.client.capture(documentOf([objectEvent({ action: 'ADD', bizStep: 'commissioning', epcList: [own] })]));
  return own;
}

const token = (): string => randomBytes(16).toString('base64url');

async function tell(code: string, browser?: string, { url } = server) {
  const headers = { 'content-type': 'application/json', 'accept-language': 'zh' };
  const answer = await fetch(`${url}/v1/scans`, { method: 'POST', headers, body: JSON.stringify({ code, browser }) });
  return { status: answer.status, body: await answer.json() };
}

const countOf = async (code: string, of = server): Promise<number> => (await tell(code, undefined, of)).body.count;

async function rows(): Promise<number> {
  const { rows: found } = await server.database.db.query<{ count: number }>(
    'select count(*)::int as count from scans.scan',
  );
  return found[0]?.count ?? 0;
}

/** Looked up by so many browsers on each of so many days, the last of which is today. */
async function lookedUp(code: string, days: number, browsers: number): Promise<void> {
  nowMs -= (days - 1) * DAY_MS;
  for (let day = 0; day < days; day += 1) {
    for (let i = 0; i < browsers; i += 1) await tell(code, token());
    if (day < days - 1) nowMs += DAY_MS;
  }
}

test('who looks first is told so, then each look-up counts, and the first time stays', async () => {
  const code = await recorded();
  const browser = token();
  expect(await tell(code)).toEqual({ status: 200, body: { count: 0 } });
  expect((await tell(code, browser)).body).toEqual({ count: 1, firstTime: '2026-06-10T02:03:00.000Z' });
  nowMs += DAY_MS;
  expect((await tell(code, browser)).body).toEqual({ count: 2, firstTime: '2026-06-10T02:03:00.000Z' });
  // Who only asks is not counted, nor is whoever asks as a program does.
  await fetch(server.url + new URL(code).pathname, { headers: { accept: 'application/json' } });
  expect(await countOf(code)).toBe(2);
});

test('another spelling of the code is the same code', async () => {
  const code = await recorded();
  await tell(code, token());
  const { pathname } = new URL(code);
  expect((await tell(`http://example.com${pathname}`, token())).body.count).toBe(2);
});

test('two programs on one database add up', async () => {
  const code = await recorded();
  await Promise.all(Array.from({ length: 40 }, (_, i) => tell(code, token(), i % 2 === 0 ? server : other)));
  await expect.poll(() => countOf(code), { timeout: 10_000 }).toBe(40);
  await expect.poll(() => countOf(code, other), { timeout: 10_000 }).toBe(40);
});

test('what was counted is written when the program ends', async () => {
  const third = await testServer({ clock, beside: server });
  const code = await recorded();
  await tell(code, token(), third);
  await third.close();
  expect(await countOf(code)).toBe(1);
});

test('a write that fails is made up for', async () => {
  const code = await recorded();
  const failing = vi.spyOn(server.database.access, 'write').mockRejectedValueOnce(new Error('no room on disk'));
  await tell(code, token());
  await expect.poll(() => failing.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(0);
  failing.mockRestore();
  await tell(code, token());
  await expect.poll(() => countOf(code, other), { timeout: 10_000 }).toBe(2);
});

test('nothing is stored of what nothing is held of, of a kind of goods, of a party, or of a person', async () => {
  await recorded();
  await new Promise((done) => setTimeout(done, 1_500));
  const before = await rows();
  const asked = [
    ...['https://id.gs1.org/01/06901234567892/21/NOTHING', 'https://id.gs1.org/01/06901234567892', 'x', '  '],
    ...['11010519491231002X', "'; drop table scans.scan; --", '/01/1'],
  ];
  for (const code of asked)
    expect([code, await tell(code, token())]).toEqual([code, { status: 200, body: { count: 0 } }]);
  await new Promise((done) => setTimeout(done, 1_500));
  expect(await rows()).toBe(before);
});

test.each([
  ['no token of ours', { code: 'x', browser: 'x' }],
  ['a token that is longer', { code: 'x', browser: 'x'.repeat(23) }],
  ['a token that is a list', { code: 'x', browser: ['x'.repeat(22), 'y'.repeat(22)] }],
  ['no code', { browser: 'x'.repeat(22) }],
  ['a code that is too long', { code: 'x'.repeat(2_001) }],
])('%s is refused', async (_, body) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/v1/scans`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(400);
});

test('a form of another site counts nothing', async () => {
  const body = new URLSearchParams({ code: await recorded(), browser: token() });
  expect((await fetch(`${server.url}/v1/scans`, { method: 'POST', body })).status).toBe(415);
});

test('an item that many looked up on several days is doubtful, its lot is not, nor is a lift', async () => {
  const item = await recorded();
  const lot = item.replace('/21/C', '');
  await server.client.capture(documentOf([objectEvent({ epcList: undefined, quantityList: [{ epcClass: lot }] })]));
  const lift = await recorded(LIFT);
  for (const code of [item, lot, lift]) await lookedUp(code, 3, 12);
  expect((await tell(item)).body).toMatchObject({ count: 36, isDoubtful: true });
  for (const code of [lot, lift]) {
    const { body } = await tell(code);
    expect([code, body.count, body.isDoubtful]).toEqual([code, 36, undefined]);
  }
  const bought = await recorded();
  await lookedUp(bought, 4, 2);
  expect((await tell(bought)).body).not.toHaveProperty('isDoubtful');
});

test('the page, its data and its ETag stay the same, and are not made again', async () => {
  const code = await recorded();
  const { pathname } = new URL(code);
  const ask = async () => {
    const answer = await fetch(server.url + pathname, { headers: { accept: 'text/html' } });
    return [answer.headers.get('etag'), await answer.text()];
  };
  const before = await ask();
  await tell(code, token());
  const reads = vi.spyOn(server.database.access, 'read');
  await tell(code, token());
  expect(await ask()).toEqual(before);
  expect(reads.mock.calls.filter(([{ as }]) => as === 'chain')).toEqual([]);
  reads.mockRestore();
});

test('a count is kept for three years after the last look-up', async () => {
  const code = await recorded();
  await tell(code, token());
  await expect.poll(() => countOf(code, other), { timeout: 10_000 }).toBe(1);
  const yearsOn = (years: number) => ({
    ...server.database.ctx,
    clock: { now: () => new Date(nowMs + years * 366 * DAY_MS) },
  });
  await dropOldScans(yearsOn(2));
  expect(await countOf(code, other)).toBe(1);
  await dropOldScans(yearsOn(3));
  await expect.poll(() => countOf(code, other), { timeout: 10_000 }).toBe(0);
});
