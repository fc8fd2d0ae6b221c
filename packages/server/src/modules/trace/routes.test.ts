import { Problem } from '@suyuan/api';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { type Look, WHOLE_SIGHT } from '../disclosure/index.ts';
import { traceRoutes } from './routes.ts';
import { hourMs, World } from './world.fixture.ts';

const WHOLE: Look = { at: async () => WHOLE_SIGHT, lookedAt: [] };
const UNDISPUTED = { orgNo: undefined, of: async () => new Map() };

function aServer(world: World) {
  const app = Fastify();
  app.setErrorHandler((error, _request, reply) =>
    error instanceof Problem ? reply.code(error.status).send({ code: error.code }) : reply.send(error),
  );
  app.register(traceRoutes, {
    read: (_request, _codes, use) => use({ reader: world, look: WHOLE, disputes: UNDISPUTED }),
  });
  return app;
}

function aWorld(): World {
  const world = new World();
  world.make(1, [['a'], ['b']]);
  world.make(2, [['c'], ['d']]);
  return world;
}

test('answers the codes asked, each once, both ways where no direction is named', async () => {
  const response = await aServer(aWorld()).inject('/trace?code=a&code=c&code=a');
  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject({ start: ['a', 'c'], direction: 'both', completeness: { complete: true } });
  expect(response.json().units).toHaveLength(4);
});

test('reads a time with any offset, also where the plus sign was not escaped', async () => {
  const at = new Date(hourMs(8)).toISOString();
  const response = await aServer(aWorld()).inject('/trace?code=a&direction=downstream&at=2026-01-01T16:00:00+08:00');
  expect(response.json()).toMatchObject({ at, units: [{ code: 'a', role: 'start', since: at, hops: 0 }] });
});

test('streams each row tagged with its list, and what is missing last', async () => {
  const response = await aServer(aWorld()).inject({
    url: '/trace?code=a&direction=downstream',
    headers: { accept: 'application/x-ndjson' },
  });
  expect(response.headers['content-type']).toBe('application/x-ndjson');
  const lines = response.body
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(lines.map(({ list }) => list)).toEqual(['trace', 'units', 'units', 'events', 'links', 'completeness']);
  expect(lines[0].row).toEqual({ start: ['a'], direction: 'downstream' });
  expect(lines[2].row).toEqual({ code: 'b', role: 'affected', since: '2026-01-01T01:00:00.000Z', hops: 1 });
});

test.each(['/trace?code=', '/trace?code=a&at=yesterday', '/trace?code=a&at=999999-01-01T00:00:00Z'])(
  'refuses %s',
  async (url) => {
    const response = await aServer(aWorld()).inject(url);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({ code: 'query.parameter' });
  },
);

test.each(['/trace', '/trace?code=a&direction=sideways'])('refuses %s by its schema', async (url) => {
  expect((await aServer(aWorld()).inject(url)).statusCode).toBe(400);
});

test('tells anomalies in the language of the caller', async () => {
  const world = new World();
  world.make(1, [[], ['a']]);
  const inject = async (language: string) =>
    (await aServer(world).inject({ url: '/trace?code=a', headers: { 'accept-language': language } })).json()
      .anomalies[0];
  expect((await inject('en')).message).toMatch(/^Made at 2026/);
  expect((await inject('zh-CN')).message).toMatch(/加工产出/);
});

test('a bare text begins with each thing that it may be and something is recorded of', async () => {
  const text = '86901890000654';
  const [drug, product] = [`cn-drug-standard-code:${text}`, `https://id.gs1.org/01/${text}`];
  const startOf = async (world: World, code: string): Promise<unknown> =>
    (await aServer(world).inject(`/trace?code=${encodeURIComponent(code)}`)).json().start;
  const world = aWorld();
  expect(await startOf(world, text)).toEqual([text]);
  world.make(3, [['a'], [drug]]);
  expect(await startOf(world, text)).toEqual([drug]);
  world.make(4, [['c'], [product]]);
  expect(await startOf(world, text)).toEqual([product, drug]);
  expect(await startOf(world, drug)).toEqual([drug]);
  expect(await startOf(world, '81234560000000000017')).toEqual(['cn-drug:81234560000000000017']);
});
