import { Problem } from '@suyuan/api';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { createCrewHere } from '../../platform/apart/index.ts';
import { PUBLIC } from '../../platform/ctx.ts';
import { type Look, WHOLE_SIGHT } from '../disclosure/index.ts';
import { traceRoutes } from './routes.ts';
import { type Lend, type TraceAsked, tellTrace } from './tell-trace.ts';
import { hourMs, World } from './world.fixture.ts';

const WHOLE: Look = { at: async () => WHOLE_SIGHT, lookedAt: [] };
const LIMITS = { inside: 1, waiting: 1, waitMs: 1_000 };
const UNDISPUTED = { orgNo: undefined, of: async () => new Map() };

function aServer(world: World) {
  const app = Fastify();
  app.setErrorHandler((error, _request, reply) =>
    error instanceof Problem ? reply.code(error.status).send({ code: error.code }) : reply.send(error),
  );
  const lend: Lend = (use) => use({ reader: world, look: WHOLE, disputes: UNDISPUTED });
  const crew = createCrewHere<{ trace: { asked: TraceAsked; told: unknown } }>(
    { trace: (_, asked, out) => tellTrace(lend, asked, out) },
    LIMITS,
  );
  app.register(traceRoutes, {
    trace: (_, asked, left) =>
      crew.run(PUBLIC, { is: 'trace', asked: { ...asked, nameKey: new Uint8Array(32) } }, left),
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

function aChain(hops: number): World {
  const world = new World();
  for (let i = 0; i < hops; i += 1) world.make(i, [[`u${i}`], [`u${i + 1}`]]);
  return world;
}

test('no further than so many hops, and says that there is more', async () => {
  const near = (await aServer(aChain(5)).inject('/trace?code=u0&direction=downstream&hopsMax=2')).json();
  expect(near.units.map(({ code }: { code: string }) => code)).toEqual(['u0', 'u1', 'u2']);
  expect(near.completeness).toMatchObject({
    complete: false,
    limits: [{ limit: 'HOPS_MAX', value: 2, codes: ['u2'], more: 0 }],
  });
  // What is recorded of the last of them is whole all the same.
  expect(near.events).toHaveLength(3);
  const all = (await aServer(aChain(2)).inject('/trace?code=u0&direction=downstream&hopsMax=2')).json();
  expect(all.completeness).toMatchObject({ complete: true, limits: [] });
});

test('only the lists that are wanted, each as it is in the whole answer', async () => {
  const server = aServer(aChain(3));
  const whole = (await server.inject('/trace?code=u1')).json();
  for (const list of ['units', 'events', 'links', 'custody', 'anomalies']) {
    const told = (await server.inject(`/trace?code=u1&only=${list}`)).json();
    expect(told[list]).toEqual(whole[list]);
    expect(Object.values(told).filter((rows) => Array.isArray(rows) && rows.length > 0)).toHaveLength(
      whole[list].length > 0 ? 2 : 1,
    );
    expect(told.completeness).toEqual(whole.completeness);
  }
  expect((await server.inject('/trace?code=u1&only=units&only=links')).json()).toMatchObject({
    ...{ units: whole.units, links: whole.links, events: [] },
  });
  expect((await server.inject('/trace?code=u1&only=secrets')).statusCode).toBe(400);
});

test('page by page it is the whole, each page says that there is more, and what was recorded meanwhile breaks it off', async () => {
  const world = aChain(4);
  const server = aServer(world);
  const whole = (await server.inject('/trace?code=u0')).json();
  const rows: unknown[] = [];
  let after = '';
  for (let page = 0; after !== undefined; page += 1) {
    const { completeness, ...told } = (
      await server.inject(`/trace?code=u0&limit=5${after && `&after=${after}`}`)
    ).json();
    rows.push(...[...told.units, ...told.events, ...told.links, ...told.custody, ...told.anomalies]);
    expect(completeness.complete).toBe(completeness.next === undefined);
    after = completeness.next;
    expect(page).toBeLessThan(10);
  }
  expect(rows).toEqual([...whole.units, ...whole.events, ...whole.links, ...whole.custody, ...whole.anomalies]);
  const { next } = (await server.inject('/trace?code=u0&limit=5')).json().completeness;
  world.make(9, [['u4'], ['u5']]);
  const changed = await server.inject(`/trace?code=u0&limit=5&after=${next}`);
  expect([changed.statusCode, changed.json().code]).toEqual([409, 'trace.changed']);
  expect((await server.inject('/trace?code=u0&limit=5&after=x')).statusCode).toBe(400);
});

test('one list as CSV, headings in the language of the caller, nothing that a table program takes for a formula', async () => {
  const world = new World();
  world.make(1, [['=1+1'], ['b, "c"']]);
  const csv = async (query: string, headers = {}) =>
    aServer(world).inject({ url: `/trace?code=${encodeURIComponent('=1+1')}&direction=downstream${query}`, headers });
  const response = await csv('&format=csv', { 'accept-language': 'en' });
  expect(response.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'suyuan-trace-complete': 'true',
  });
  expect(response.body.split('\r\n')).toEqual([
    '\uFEFFCode,Role,Hops,Since,Until,Product,Holder',
    "'=1+1,start,0,,,,",
    '"b, ""c""",affected,1,2026-01-01T01:00:00.000Z,,,',
    '',
  ]);
  expect((await csv('&only=links', { accept: 'text/csv' })).body).toContain('从,到,类别');
  expect((await csv('&format=csv&only=links&only=units')).statusCode).toBe(400);
});

test('lines tell how far the loading is where it takes long, and then the same rows', async () => {
  const world = aChain(6);
  const read = world.eventsOfUnits.bind(world);
  world.eventsOfUnits = async (codes, within) => {
    await new Promise((done) => setTimeout(done, 120));
    return read(codes, within);
  };
  const lines = (await aServer(world).inject('/trace?code=u0&direction=downstream&format=ndjson')).body
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));
  const progress = lines.filter(({ list }) => list === 'progress');
  expect(progress.length).toBeGreaterThan(0);
  expect(lines.slice(0, progress.length)).toEqual(progress);
  expect(lines.at(-1)).toMatchObject({ list: 'completeness', row: { complete: true } });
  expect(lines.filter(({ list }) => list === 'units')).toHaveLength(7);
});
