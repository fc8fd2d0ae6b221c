/** Pictures of products: set by whoever may change the product, shown to everybody. */
import { PublicAnswerSchema } from '@suyuan/api/public-page';
import Value from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

/** Has the company prefix of the products here. */
const HOLDER = 'urn:epc:id:pgln:6901234.00001';
const DAY = '2026-06-10T00:00:00.000Z';

let server: TestServer;
const keys = new Map<string, string>();
beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date(DAY) } });
  for (const [who, org, role] of [
    ['holder', HOLDER, 'capture'],
    ['reader', HOLDER, 'query'],
    ['maker', 'urn:epc:id:pgln:0614141.00001', 'capture'],
    ['seller', 'urn:epc:id:pgln:0614141.00002', 'capture'],
    ['stranger', 'urn:epc:id:pgln:0614141.00003', 'capture'],
    ['auditor', HOLDER, 'admin'],
  ] as const)
    keys.set(who, await createKey(server.database.db, { role, org }));
});
afterAll(() => server.close());

/** A PNG of one colour, as far as its header; nobody draws it here. */
function png(width: number, height: number, mark = 0): Buffer {
  const bytes = Buffer.alloc(45, mark);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const enc = encodeURIComponent;

async function ask(who: string | undefined, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${server.url}/v1/registry${path}`, {
    method,
    headers: {
      'accept-language': 'zh',
      ...(who === undefined ? {} : { authorization: `Bearer ${keys.get(who)}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

const pathOf = (code: string): string => `/entries/${enc(code)}/picture`;
const setBy = (who: string | undefined, code: string, bytes: Buffer) =>
  ask(who, 'PUT', pathOf(code), { bytes: bytes.toString('base64') });

async function say(who: string, code: string, name = '奶粉'): Promise<void> {
  const entry = { kind: 'product', code, attributes: { name } };
  expect((await ask(who, 'POST', '/entries', [entry])).status).toBe(200);
}

async function record(who: string, code: string, more: object = {}): Promise<void> {
  const body = documentOf([objectEvent({ epcList: [code], ...more })]);
  const headers = { authorization: `Bearer ${keys.get(who)}`, 'content-type': 'application/json' };
  expect((await fetch(`${server.url}/epcis/capture`, { method: 'POST', headers, body })).status).toBe(202);
}
const made = { action: 'ADD', bizStep: 'commissioning' };

let used = 0;
/** A product of the holder's prefix that nobody has said anything of. */
function aProduct(): { code: string; can: string } {
  used += 1;
  const digits = `0690123400${String(used).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  const code = `https://id.gs1.org/01/${digits}${(10 - (sum % 10)) % 10}`;
  return { code, can: `${code}/10/L/21/C` };
}

async function shownOn(code: string) {
  const answer = await fetch(`${server.url}/q/${enc(code)}`, { headers: { accept: 'application/json' } });
  const page = await answer.json();
  expect(Value.Check(PublicAnswerSchema, page)).toBe(true);
  return page.product?.picture;
}

test('what is set is told to the organisation, and shown on the pages of the product and of each unit at once', async () => {
  const { code, can } = aProduct();
  await say('holder', code);
  await record('holder', can, made);
  expect(await ask('reader', 'GET', pathOf(code))).toEqual({ status: 200, body: { picture: null } });
  expect([await shownOn(code), await shownOn(can)]).toEqual([undefined, undefined]);
  const bytes = png(320, 200);
  const { status, body } = await setBy('holder', code, bytes);
  expect(status).toBe(200);
  expect(body.picture).toEqual({
    ...{ type: 'image/png', width: 320, height: 200, setAt: DAY },
    href: expect.stringMatching(/^\/pictures\/[0-9a-f]{64}$/),
  });
  expect((await ask('reader', 'GET', pathOf(code))).body).toEqual(body);
  const { href } = body.picture;
  expect([await shownOn(code), await shownOn(can)]).toEqual(Array(2).fill({ href, width: 320, height: 200 }));
  // By another spelling of its code as well.
  expect((await ask('reader', 'GET', pathOf(code.slice(-14)))).body).toEqual(body);
});

test('anybody gets the file as it was sent, to keep for good; it is a picture and can do nothing', async () => {
  const { code } = aProduct();
  await say('holder', code);
  const bytes = Buffer.concat([png(8, 8), Buffer.from('<script>alert(1)</script>')]);
  const { href } = (await setBy('holder', code, bytes)).body.picture;
  const answer = await fetch(server.url + href);
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  });
  for (const path of [
    '/pictures/0',
    href.slice(0, -1),
    href.toUpperCase().replace('/PICTURES', '/pictures'),
    `${href}0`,
  ])
    expect((await fetch(server.url + path)).status).toBe(404);
});

test('one takes the place of the other; what is removed is shown no more, and neither was lost unnoted', async () => {
  const { code, can } = aProduct();
  await say('holder', code);
  await record('holder', can, made);
  const first = (await setBy('holder', code, png(10, 10, 1))).body.picture.href;
  const second = (await setBy('holder', code, png(10, 10, 2))).body.picture.href;
  expect((await shownOn(can)).href).toBe(second);
  expect((await fetch(server.url + first)).status).toBe(404);
  expect((await ask('holder', 'DELETE', pathOf(code))).status).toBe(204);
  expect(await shownOn(can)).toBeUndefined();
  expect((await fetch(server.url + second)).status).toBe(404);
  expect((await ask('holder', 'DELETE', pathOf(code))).body.code).toBe('resource.not-found');
  const headers = { authorization: `Bearer ${keys.get('auditor')}` };
  const { occurrences } = await (await fetch(`${server.url}/v1/occurrences?perPage=3`, { headers })).json();
  const digests = [second, second, first].map((href) => href.split('/').at(-1));
  expect(occurrences.map(({ kind, detail }: { kind: string; detail: object }) => [kind, detail])).toEqual(
    ['picture.removed', 'picture.set', 'picture.set'].map((kind, i) => [kind, { code, digest: digests[i] }]),
  );
});

test('who may not change the product sets no picture of it', async () => {
  const { code } = aProduct();
  await say('holder', code);
  const codes = [];
  for (const who of [undefined, 'reader', 'stranger'])
    for (const { body } of [await setBy(who, code, png(9, 9)), await ask(who, 'DELETE', pathOf(code))])
      codes.push(body.code);
  expect(codes).toEqual(['key.missing', 'key.missing', 'key.role', 'key.role', ...Array(2).fill('resource.not-found')]);
  const site = { kind: 'site', code: '6901234567892', attributes: { name: '仓库' } };
  expect((await ask('holder', 'POST', '/entries', [site])).status).toBe(200);
  expect((await setBy('holder', '6901234567892', png(9, 9))).body.code).toBe('picture.product');
});

test.each([
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'picture.unknown'],
  ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture.unknown'],
  ['a PNG that says that it is 60,000 pixels wide', png(60_000, 10), 'picture.sides'],
  ['more than 40 kB', Buffer.concat([png(10, 10), Buffer.alloc(40_000)]), 'picture.large'],
])('refuses %s, in words, and keeps what was there', async (_, bytes, problem) => {
  const { code } = aProduct();
  await say('holder', code);
  const { body: before } = await setBy('holder', code, png(10, 10));
  const { status, body } = await setBy('holder', code, bytes);
  expect([status, body.code]).toEqual([400, problem]);
  expect(body.title).toMatch(/图片/);
  expect((await ask('holder', 'GET', pathOf(code))).body).toEqual(before);
});

test('of several the holder of the code is believed, then the maker, then who recorded it, and a stranger never', async () => {
  const { code, can } = aProduct();
  await record('maker', can, made);
  await record('seller', can, { bizStep: 'retail_selling' });
  const shown: unknown[] = [];
  const hrefs: unknown[] = [undefined];
  for (const [i, who] of ['stranger', 'seller', 'maker', 'holder'].entries()) {
    await say(who, code, who);
    const { href } = (await setBy(who, code, png(20, 20, i))).body.picture;
    if (who !== 'stranger') hrefs.push(href);
    shown.push((await shownOn(can))?.href);
  }
  expect(shown).toEqual(hrefs);
  // The page of the product itself is of nobody's records.
  expect((await shownOn(code)).href).toBe(hrefs.at(-1));
  await ask('holder', 'DELETE', pathOf(code));
  expect([(await shownOn(can)).href, await shownOn(code)]).toEqual([hrefs.at(-2), undefined]);
});

test('a product that was merged has the picture of the one that is kept', async () => {
  const [kept, merged] = [aProduct(), aProduct()];
  for (const { code } of [kept, merged]) await say('holder', code);
  await record('holder', merged.can, made);
  const { href } = (await setBy('holder', kept.code, png(30, 30))).body.picture;
  expect(await shownOn(merged.can)).toBeUndefined();
  expect((await ask('holder', 'POST', '/merges', { keep: kept.code, merge: [merged.code] })).status).toBe(200);
  expect((await shownOn(merged.can)).href).toBe(href);
  // Whoever has the merged code sets the picture of the kept one.
  await setBy('holder', merged.code, png(31, 31));
  expect((await shownOn(kept.code)).width).toBe(31);
});
