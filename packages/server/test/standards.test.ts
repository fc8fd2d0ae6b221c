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
