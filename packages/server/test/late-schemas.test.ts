/** Schemas are compiled when a request first needs them: here all are, as Fastify does at a start where it is left to itself. */
import Fastify, { type FastifySchema } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileLate } from '../src/platform/http/late-schemas.ts';
import { type TestServer, testServer } from './test-server.ts';

let at: TestServer;
beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at?.close());

/** What a start makes of routes that are described so. */
async function compileAll(schemas: readonly FastifySchema[]): Promise<void> {
  const plain = Fastify();
  for (const [index, schema] of schemas.entries()) plain.post(`/${index}`, { schema }, async () => null);
  await plain.ready();
  await plain.close();
}

test('what may be asked of each route, and what it answers, can be compiled', async () => {
  const described = at.routes.flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
  expect(described.length).toBeGreaterThan(100);
  await compileAll(described);
  const broken = { type: 'no-such-type' };
  await expect(compileAll([{ querystring: broken }])).rejects.toThrow();
  await expect(compileAll([{ response: { 200: { properties: { a: broken } } } }])).rejects.toThrow();
});

const object = (properties: object) => ({ type: 'object', properties });

const SCHEMA = {
  headers: { ...object({ 'X-Mode': { enum: ['a', 'b'] } }), required: ['X-Mode'] },
  querystring: object({ n: { type: 'integer', default: 7 } }),
  body: { content: { 'application/json': { schema: { ...object({ kg: { type: 'number' } }), required: ['kg'] } } } },
  response: {
    200: {
      content: {
        'application/json': { schema: object({ n: { type: 'integer' } }) },
        'application/ld+json': { schema: object({ ld: { type: 'boolean' } }) },
      },
    },
    '4xx': object({ message: { type: 'string' } }),
  },
};

const ASKED = [
  ['/', { 'X-Mode': 'a' }, { kg: 1 }],
  ['/?n=5', { 'X-Mode': 'b' }, { kg: '2' }],
  ['/?type=application/ld%2Bjson', { 'X-Mode': 'a' }, { kg: 1 }],
  ['/', { 'X-Mode': 'c' }, { kg: 1 }],
  ['/', {}, { kg: 1 }],
  ['/?n=x', { 'X-Mode': 'a' }, { kg: 1 }],
  ['/', { 'X-Mode': 'a' }, { kg: 'much' }],
  ['/', { 'X-Mode': 'a' }, {}],
  // After those that were refused.
  ['/', { 'X-Mode': 'a' }, { kg: 1 }],
] as const;

async function answers(isLate: boolean): Promise<readonly (readonly [status: number, body: string])[]> {
  const app = Fastify();
  if (isLate) compileLate(app);
  app.post<{ Querystring: { n: number; type?: string } }>('/', { schema: SCHEMA }, async ({ query }, reply) =>
    reply.type(query.type ?? 'application/json').send({ n: query.n, ld: true, secret: 1 }),
  );
  const answered: (readonly [number, string])[] = [];
  for (const [url, headers, payload] of ASKED) {
    const { statusCode, body } = await app.inject({ method: 'POST', url, headers, payload });
    answered.push([statusCode, body]);
  }
  await app.close();
  return answered;
}

test('each request is judged, and each answer written, as where all is compiled at the start', async () => {
  const late = await answers(true);
  expect(late).toEqual(await answers(false));
  expect(late.map(([status]) => status)).toEqual([200, 200, 200, 400, 400, 400, 400, 400, 200]);
  expect(late.slice(0, 3).map(([, body]) => body)).toEqual(['{"n":7}', '{"n":5}', '{"ld":true}']);
  expect(late[3]?.[1]).toContain('headers/x-mode');
});

test('a schema of headers that names some deeper inside is refused at the start', () => {
  const app = Fastify();
  compileLate(app);
  const headers = { type: 'object', anyOf: [{ required: ['X-Mode'] }] };
  app.post('/', { schema: { headers } }, async () => null);
  return expect(app.ready()).rejects.toThrow(/may hold names/);
});
