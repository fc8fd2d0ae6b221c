/** `/epcis` describes itself, its answers are what it says, and no schema comes near them. */
import { CaptureJobBodySchema, CaptureJobListSchema, problemSchema, QueryDocumentBodySchema } from '@suyuan/api';
import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const DESCRIPTION = '/epcis/openapi.json';

const ask = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetch(server.url + path, {
    ...init,
    headers: { authorization: `Bearer ${server.key}`, 'accept-language': 'en', ...init.headers },
  });

/** Every route under /epcis save the description, as `get /epcis/events`. */
function routes(): string[] {
  return server.routes
    .filter(({ url }) => url.startsWith('/epcis/') && url !== DESCRIPTION)
    .flatMap(({ url, method }) =>
      [method]
        .flat()
        .filter((one) => one !== 'HEAD')
        .map((one) => `${one.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`),
    );
}

test('/epcis/openapi.json describes every route, its answers and its refusals, and needs no key', async () => {
  const { openapi, paths } = await (await fetch(server.url + DESCRIPTION)).json();
  expect(openapi).toBe('3.1.0');
  const described = Object.entries<Record<string, object>>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual(routes().sort());
  for (const operation of Object.values<Record<string, object>>(paths).flatMap(Object.values)) {
    expect(operation).toMatchObject({ summary: expect.any(String), responses: { default: expect.anything() } });
  }
  const { requestBody, responses } = paths['/epcis/capture'].post;
  expect(Object.keys(requestBody.content)).toEqual([
    'application/json',
    'application/ld+json',
    'application/xml',
    'text/xml',
  ]);
  expect(responses[202].headers.Location).toBeDefined();
  expect(paths['/epcis/events'].get.responses[200].content['application/ld+json'].schema.properties).toHaveProperty(
    'epcisBody',
  );
});

test('no route of /epcis has a schema that would read or write its bodies', () => {
  const withSchema = server.routes.filter(({ url, schema }) => url.startsWith('/epcis') && schema !== undefined);
  expect([...new Set(withSchema.map(({ url }) => url))]).toEqual([DESCRIPTION]);
});

/** The answer is what the schema says; `Clean` leaves out what it does not name, save where the standard is open. */
async function expectAnswer(response: Response, schema: TSchema): Promise<unknown> {
  const text = await response.text();
  const answer: unknown = JSON.parse(text);
  expect(Value.Errors(schema, answer)).toEqual([]);
  expect(Value.Clean(schema, structuredClone(answer))).toEqual(answer);
  // As JSON.stringify writes it: nothing is left out on the way, and nothing is put in another order.
  expect(JSON.stringify(answer)).toBe(text);
  return answer;
}

test('jobs are answered as described, to the byte, with every finding of what was refused', async () => {
  const event = objectEvent();
  await server.client.capture(
    documentOf([event, objectEvent({ eventTime: '2026' }), objectEvent({ action: 'X' })]),
    'proceed',
  );
  const list = await expectAnswer(await ask('/epcis/capture'), CaptureJobListSchema);
  const [{ captureID }] = Object(list);
  const job = await expectAnswer(await ask(`/epcis/capture/${captureID}`), CaptureJobBodySchema);
  expect(job).toEqual(Object(list)[0]);
  expect(Object.keys(Object(job))).toEqual([
    'captureID',
    'createdAt',
    'finishedAt',
    'running',
    'success',
    'captureErrorBehaviour',
    'eventCount',
    'capturedCount',
    'duplicateCount',
    'errorCount',
    'movedCount',
    'moved',
    'errors',
  ]);
  expect(job).toMatchObject({
    eventCount: 3,
    capturedCount: 1,
    errors: [
      { type: 'epcisException:ValidationException', eventIndex: 1, clause: expect.any(String), status: 400 },
      { eventIndex: 2, value: '"X"' },
    ],
  });
});

test('query documents and refusals are answered as described', async () => {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000c1';
  await server.client.capture(documentOf([objectEvent({ eventID, 'ex:more': { 'ex:note': '备注' } })]));
  await expectAnswer(await ask('/epcis/events'), QueryDocumentBodySchema);
  const one = await expectAnswer(await ask(`/epcis/events/${eventID}`), QueryDocumentBodySchema);
  expect(one).toMatchObject({ 'urn:suyuan:recorders': [{ id: expect.stringMatching(/^urn:uuid:/) }] });
  const body = documentOf([objectEvent({ action: 'X' })]);
  const headers = { 'content-type': 'application/json' };
  const refused = await expectAnswer(await ask('/epcis/capture', { method: 'POST', body, headers }), problemSchema);
  expect(refused).toMatchObject({ type: 'epcisException:ValidationException', errorCount: 1 });
  await expectAnswer(await ask('/epcis/capture/none'), problemSchema);
});
