import fastify from 'fastify';
import { expect, test } from 'vitest';
import { handleProblems } from './problems.ts';

async function answerTo(error: Error) {
  const app = fastify();
  handleProblems(app, 'v1');
  app.get('/', () => Promise.reject(error));
  const response = await app.inject({ url: '/' });
  await app.close();
  return { status: response.statusCode, code: response.json().type, retryAfter: response.headers['retry-after'] };
}

const coded = (code: string): Error => Object.assign(new Error(`${code}: open`), { code });

test.each(['EMFILE', 'ENFILE', 'ENOSPC', 'EDQUOT', 'ENOMEM'])(
  '%s passes, so the caller may try again',
  async (code) => {
    expect(await answerTo(coded(code))).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
  },
);

test.each(['EACCES', 'ENOENT', 'EISDIR'])('%s does not pass, and is a fault', async (code) => {
  expect(await answerTo(coded(code))).toMatchObject({ status: 500, retryAfter: undefined });
});
