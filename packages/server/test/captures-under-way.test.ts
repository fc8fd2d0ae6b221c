/** More captures at once than the server takes: some are told to come again, none fails, and then all go. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TURN_LIMITS } from '../src/modules/events/capture/turns.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

interface Upload {
  readonly answered: Promise<{ readonly status: number; readonly retryAfter: string | undefined }>;
  finish(): void;
}

/** Sends all of a document but its last character, and that when told. */
function begin(): Upload {
  const document = documentOf([objectEvent()]);
  const call = request(`${server.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
  });
  const answered = new Promise<Awaited<Upload['answered']>>((done, fail) => {
    call.on('error', fail);
    call.on('response', (response) => {
      response.resume();
      done({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
    });
  });
  call.write(document.slice(0, -1));
  return { answered, finish: () => call.end(document.slice(-1)) };
}

const { inside, waiting } = TURN_LIMITS.all;
const MORE = 20;

test('more uploads at once than may be under way and wait', { timeout: 120_000 }, async () => {
  const uploads = Array.from({ length: inside + waiting + MORE }, begin);
  let refused = 0;
  for (const { answered } of uploads) void answered.then(() => (refused += 1));
  // Those that are refused are told so while the others still wait for the rest of their bodies.
  await expect.poll(() => refused, { timeout: 60_000 }).toBe(MORE);
  for (const { finish } of uploads) finish();
  const answers = await Promise.all(uploads.map(({ answered }) => answered));
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(inside + waiting);
  expect(answers.filter(({ status }) => status === 503)).toHaveLength(MORE);
  for (const { status, retryAfter } of answers) expect(retryAfter !== undefined).toBe(status === 503);
  const after = Array.from({ length: inside }, begin);
  for (const { finish } of after) finish();
  const statuses = (await Promise.all(after.map(({ answered }) => answered))).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([202]));
});
