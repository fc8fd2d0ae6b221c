/** The door of codes stands on nothing, and nothing that is read of a code is lost on its way out. */
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesRoutes } from './index.ts';
import { listSchemes } from './list-schemes.ts';
import { readAnyCode } from './read-any-code.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = Fastify();
  await codesRoutes(app);
});
afterAll(() => app.close());

const CODES = [
  '(01)06951181105326(10)L1(17)261231',
  '(01)06951181105326(02)06951181105326(8200)https://example.com',
  '6951181105327',
  '10026039756004175',
  'sc 113 510901 00010',
  '药品追溯码：8123456 0000 0000 00017',
  '440524188001010014',
  'hello',
];

test.each(CODES)('%s is answered with all that is read of it', async (code) => {
  const answer = await app.inject({ url: '/codes/parse', query: { code } });
  expect(answer.json()).toEqual(readAnyCode(code));
});

test('every scheme is listed with all its fields', async () => {
  expect((await app.inject('/codes/schemes')).json()).toEqual(listSchemes());
});

test('no code, and one that is longer than any, are refused', async () => {
  expect((await app.inject('/codes/parse')).statusCode).toBe(400);
  expect((await app.inject({ url: '/codes/parse', query: { code: '1'.repeat(4_001) } })).statusCode).toBe(400);
});
