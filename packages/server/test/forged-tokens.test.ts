/** Page tokens and keys that this server did not write: each is refused, and asks nothing of the database. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  for (let i = 0; i < 3; i += 1) await server.client.capture(documentOf([objectEvent({ epcList: ['urn:x:unit'] })]));
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    headers: { authorization: `Bearer ${server.key}`, 'accept-language': 'en', ...headers },
  });

/** Every route that is given page by page, found by what it declares. */
function pagedRoutes(): string[] {
  const paged = server.routes.filter(
    ({ method, config }) => method === 'GET' && config?.query?.once?.includes('nextPageToken') === true,
  );
  return paged.map(({ url }) => url.replace(/:\w+/, encodeURIComponent('urn:x:unit')));
}

const id = '0190163d-8694-739b-aea5-966c26f8ad91';
const FORGED = [
  ...['0000-01-01T00:00:00.000Z', '10000-01-01T00:00:00.000Z', '+275760-09-13T00:00:00.000Z'],
  ...[
    '-000001-01-01T00:00:00.000Z',
    '2026-02-30T00:00:00.000Z',
    '2026-01-01T00:00:00.000+24:00',
    '9999-12-31T23:59:60Z',
  ],
  ...['0001-01-01T00:00:00.000+14:00', '2026', 'now', 'infinity', 'epoch', '1e3', 'NaN', "'; drop table x; --"],
].map((time) => `${time} ${id}`);
const MORE = [
  ...['', ' ', 'p', 'p-1', 'p1.5', 'pNaN', 'pInfinity', 'p0x10', 'p1e3', 'p007', 'p 1', 'p1 ', 'p1\n', 'p١'],
  ...['p99999999999999999999', `p${'9'.repeat(1_000)}`, 'q1', '\0', 'p1\0', '[object Object]', '{"after":1}'],
  ...['2026-01-01T00:00:00.000Z', `2026-01-01T00:00:00.000Z ${id}0`, `2026-01-01T00:00:00.000Z ${id.toUpperCase()}`],
  ...['2026-01-01T00:00:00.000Z not-a-uuid', `2026-01-01T00:00:00.000Z ${id} more`, `${id} 2026-01-01T00:00:00.000Z`],
];
const encoded = [...FORGED, ...MORE].map((text) => Buffer.from(text).toString('base64url'));
const RAW = ['abc', '%00', 'cDE=', 'cDE!', 'cDE%0A', '%F0%9F%98%80', 'a'.repeat(8_000), '-1', '1', 'null', 'cDE|cDE'];

test('a page token of any other hand is refused by its name, on every route that has pages', async () => {
  const paged = pagedRoutes();
  expect(paged).toHaveLength(3);
  for (const route of paged) {
    for (const token of [...encoded, ...RAW].filter((each) => each !== '')) {
      const response = await get(`${route}?nextPageToken=${token}`);
      const problem = await response.json();
      expect([route, token, response.status]).toEqual([route, token, 400]);
      expect(problem).toMatchObject({ code: 'query.parameter', title: expect.stringContaining('nextPageToken') });
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
  }
});

test('a token that was given leads on, and may be asked again', async () => {
  for (const route of pagedRoutes()) {
    const next = /<([^>]+)>; rel="next"/.exec((await get(`${route}?perPage=1`)).headers.get('link') ?? '')?.[1];
    expect([route, next]).toEqual([route, expect.stringContaining('nextPageToken=')]);
    const [first, again] = [await get(`${next}`), await get(`${next}`)];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(first.headers.get('link')).toBe(again.headers.get('link'));
  }
});

test.each([
  '',
  'Bearer',
  'Bearer ',
  'Bearer  x',
  'bearer x y',
  'Basic eDp5',
  'Bearer ../../x',
  `Bearer ${'x'.repeat(9_000)}`,
  'Bearer syk_',
  'Bearer null',
  'Bearer \xff\xfe',
  "Bearer ' or 1=1 --",
  'Token x',
  '\t',
])('the key %j is none', async (authorization) => {
  for (const path of ['/epcis/events', '/epcis/capture', '/v1/trace?code=x', '/v1/codes/names?code=x']) {
    const response = await get(path, { authorization });
    expect([path, response.status]).toEqual([path, 401]);
    expect((await response.json()).code).toMatch(/^key\./);
  }
});
