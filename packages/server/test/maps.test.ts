/** The operator's map: set, replaced, removed, seen by whoever is signed in, and not sent again to who has it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMap } from '../src/modules/maps/test-map.fixture.ts';
import { codeOf, type Firm, type Firms, firmsOf } from './account/firms.ts';
import { type TestServer, testServer } from './test-server.ts';

const PATH = '/v1/operator/map';
const GIVEN = { number: 'gs(2024)1234号', maker: ' 某某地图出版社 ', svg: aMap() };

let server: TestServer;
let firms: Firms;
let firm: Firm;
beforeAll(async () => {
  server = await testServer();
  firms = await firmsOf(server);
  firm = await firms.firm('甲果园');
});
afterAll(() => server.close());

const seen = async () => (await firm.page.ask('GET', '/v1/map')).body.map;

test('what is wrong is told with its place and rule, and nothing is kept', async () => {
  const { operator } = firms;
  const faulty = { ...GIVEN, svg: aMap(['710000'], '<script/>') };
  for (const answer of [
    await operator.ask('PUT', PATH, faulty),
    await operator.ask('POST', `${PATH}/check`, { svg: faulty.svg }),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([400, 'map.invalid']);
    expect(answer.body.errors).toMatchObject([
      { rule: 'map.element', message: { en: expect.stringMatching(/^Line 35/) } },
    ]);
  }
  expect(await codeOf(operator, 'PUT', PATH, { ...GIVEN, number: '1234' })).toBe('map.number');
  expect(await codeOf(operator, 'PUT', PATH, { ...GIVEN, maker: '  ' })).toBe('map.maker');
  const long = aMap([], `<text>${'文'.repeat(800_000)}</text>`);
  expect(await codeOf(operator, 'PUT', PATH, { ...GIVEN, svg: long })).toBe('map.large');
  expect(await seen()).toBeNull();
  expect(await codeOf(operator, 'DELETE', PATH)).toBe('resource.not-found');
});

test('nobody but the operator checks, sets or removes it; nobody who is not signed in sees it', async () => {
  for (const [method, path, body] of [
    ['GET', PATH],
    ['PUT', PATH, GIVEN],
    ['POST', `${PATH}/check`, { svg: GIVEN.svg }],
    ['DELETE', PATH],
  ] as const)
    expect(await codeOf(firm.page, method, path, body)).toBe('right.missing');
  expect((await fetch(`${server.url}/v1/map`)).status).toBe(401);
});

test('what was set is seen by all organisations as a tree, replaced, and removed; each is noted', async () => {
  const { operator } = firms;
  const checked = (await operator.ask('POST', `${PATH}/check`, { svg: GIVEN.svg })).body.drawing;
  expect(await codeOf(operator, 'PUT', PATH, GIVEN)).toBe(204);
  expect(await seen()).toEqual({ number: 'GS（2024）1234号', maker: '某某地图出版社', drawing: checked });
  expect(checked.children[0]).toMatchObject({ tag: 'rect', attributes: { 'data-region': '110000' }, children: [] });
  const told = (await operator.ask('GET', PATH)).body.map;
  expect(told).toMatchObject({ setAt: expect.any(String), setBy: expect.any(String), maker: '某某地图出版社' });
  await operator.ask('PUT', PATH, { ...GIVEN, number: '京S(2025)012号' });
  expect((await seen()).number).toBe('京S（2025）012号');
  expect(await codeOf(operator, 'DELETE', PATH)).toBe(204);
  expect(await seen()).toBeNull();
  const { occurrences } = (await operator.ask('GET', '/v1/occurrences')).body;
  expect(
    occurrences
      .filter(({ kind }: { kind: string }) => kind.startsWith('map.'))
      .map(({ kind, detail }: { kind: string; detail: { number: string } }) => [kind, detail.number]),
  ).toEqual([
    ['map.removed', '京S（2025）012号'],
    ['map.set', '京S（2025）012号'],
    ['map.set', 'GS（2024）1234号'],
  ]);
});

test('who has it is not sent it again', async () => {
  await firms.operator.ask('PUT', PATH, GIVEN);
  const first = await firm.page.ask('GET', '/v1/map');
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  expect((await firm.page.ask('GET', '/v1/map', undefined, { 'if-none-match': etag })).status).toBe(304);
  await firms.operator.ask('PUT', PATH, { ...GIVEN, maker: '另一家' });
  expect((await firm.page.ask('GET', '/v1/map', undefined, { 'if-none-match': etag })).status).toBe(200);
});
