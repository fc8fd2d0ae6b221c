/** What is asked of records is published, and everybody can check against it. */
import { createHash } from 'node:crypto';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const get = (path: string): Promise<Response> =>
  fetch(`${server.url}/v1/standards/${path}`, { headers: { 'accept-language': 'en' } });

test('the packs are listed to anybody, and each is what its digest says, after the schema that is published', async () => {
  const { packs } = await (await get('packs')).json();
  expect(packs.map(({ id }: { id: string }) => id)).toEqual(['edible-agri', 'food', 'special-equipment']);
  const schema = await get('schemas/pack');
  expect(schema.headers.get('content-type')).toContain('application/schema+json');
  const shape = Compile(await schema.json());
  for (const { id, digest, stages } of packs) {
    const answer = await get(`packs/${id}`);
    expect([id, answer.status, answer.headers.get('etag')]).toEqual([id, 200, `"${digest}"`]);
    const text = await answer.text();
    expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
    const pack = JSON.parse(text);
    expect([id, shape.Check(pack)]).toEqual([id, true]);
    expect(new Set(pack.stages.map((stage: { id: string }) => stage.id)).size).toBe(stages);
  }
});

test('one that is not there is said so, and what stands in the schema is asked', async () => {
  const missing = await get('packs/cosmetics');
  expect([missing.status, (await missing.json()).code]).toEqual([404, 'resource.not-found']);
  const shape = Compile(await (await get('schemas/pack')).json());
  const pack = await (await get('packs/food')).json();
  expect(shape.Check({ ...pack, surplus: 1 })).toBe(false);
  expect(shape.Check({ ...pack, rules: [{ ...pack.rules[0], confidence: 'D' }] })).toBe(false);
});

const idsOf = ({ elements }: { elements: { pack: string; id: string }[] }): string[] =>
  elements.map(({ pack, id }) => `${pack}/${id}`);

test('data elements are found by Chinese or English words, with the stages that ask for them and the law', async () => {
  for (const q of ['保质期', 'EXPIRYDATE']) {
    const { elements } = await (await get(`elements?pack=food&q=${encodeURIComponent(q)}`)).json();
    const expiry = elements.find(({ id }: { id: string }) => id === 'expiryDate');
    expect([q, expiry]).toMatchObject([q, { pack: 'food', type: 'date', level: 'public', isPersonal: false }]);
    expect(expiry.at[0]).toMatch(/^ilmd\//);
    expect(expiry.stages.find(({ stage }: { stage: string }) => stage === 'receipt')).toMatchObject({
      ...{ need: 'conditional', when: '!has(it.shelfLife)', confidence: 'A' },
      ...{ name: { zh: '进货查验' }, basis: { zh: expect.stringMatching(/^食品安全法.*第五十条/) } },
    });
  }
  const two = idsOf(await (await get('elements?q=supplier%20address')).json());
  expect(two).toContain('food/supplierAddress');
  expect(two).not.toContain('food/supplierName');
  expect(await (await get('elements?q=nothing-of-that-name')).json()).toEqual({ elements: [], total: 0 });
});

test('pages of elements tell each one once, and no other', async () => {
  const { packs } = await (await get('packs')).json();
  const held = packs.reduce((sum: number, { elements }: { elements: number }) => sum + elements, 0);
  const told: string[] = [];
  for (let after = ''; ; ) {
    const page = await (await get(`elements?limit=40${after === '' ? '' : `&after=${after}`}`)).json();
    expect(page.total).toBe(held);
    expect(page.elements.length).toBeLessThanOrEqual(40);
    told.push(...idsOf(page));
    if (page.next === undefined) break;
    after = page.next;
  }
  expect(told.length).toBe(held);
  expect(new Set(told).size).toBe(held);
  expect((await get('elements?limit=201')).status).toBe(400);
});

test('a code list is given by itself, with the law', async () => {
  const list = await (await get('packs/food/code-lists/recall-classes')).json();
  expect(list).toMatchObject({ id: 'recall-classes', pack: 'food', basis: { zh: expect.any(String) } });
  expect(list.values).toContainEqual({ code: '1', name: { zh: '一级', en: expect.any(String) } });
  for (const path of [
    'packs/food/code-lists/none',
    'packs/none/code-lists/recall-classes',
    'packs/food/code-lists/constructor',
  ])
    expect([path, (await get(path)).status]).toEqual([path, 404]);
});

test('what turns between two days is told: the rules on recall change on the first of December', async () => {
  const { turns } = await (await get('packs/food/turns?from=2026-11-30&until=2026-12-01')).json();
  expect(new Set(turns.map(({ day }: { day: string }) => day))).toEqual(new Set(['2026-12-01']));
  expect(turns).toContainEqual({
    ...{ day: '2026-12-01', change: 'ends', kind: 'clocks', id: 'recall-complete-1' },
    says: { zh: expect.stringContaining('一级召回完成'), en: expect.any(String) },
  });
  const quiet = await (await get('packs/food/turns?from=2026-12-01&until=2026-12-02')).json();
  expect(quiet.turns).toEqual([]);
  for (const days of ['from=2026-12-02&until=2026-12-01', 'from=2026-02-31', 'until=tomorrow'])
    expect([days, (await get(`packs/food/turns?${days}`)).status]).toEqual([days, 400]);
});

test('who has an answer already is not sent it again', async () => {
  for (const path of [
    'packs',
    'packs/food',
    'elements',
    'packs/food/code-lists/recall-classes',
    'schemas',
    'schemas/problem',
  ]) {
    const first = await get(path);
    const tag = first.headers.get('etag') ?? '';
    expect([path, tag]).toEqual([path, expect.stringMatching(/^"[0-9a-f]{64}"$/)]);
    expect(
      createHash('sha256')
        .update(await first.text())
        .digest('hex'),
    ).toBe(tag.slice(1, -1));
    for (const held of [tag, `"other", W/${tag}`]) {
      const again = await fetch(`${server.url}/v1/standards/${path}`, { headers: { 'if-none-match': held } });
      expect([path, again.status, await again.text(), again.headers.get('etag')]).toEqual([path, 304, '', tag]);
    }
    const other = await fetch(`${server.url}/v1/standards/${path}`, { headers: { 'if-none-match': '"other"' } });
    expect([path, other.status]).toEqual([path, 200]);
  }
});
