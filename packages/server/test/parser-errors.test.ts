/** What Node's HTTP parser refuses, and addresses that the router does: answered as everything else is. */
import { connect } from 'node:net';
import { PROBLEMS } from '@suyuan/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpServer } from '../src/platform/http/server.ts';
import { createLog } from '../src/platform/log/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type RawAnswer, rawRequest } from './raw-request.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const GET = 'GET /healthz HTTP/1.1\r\nhost: x\r\n';
const POST = 'POST /epcis/capture HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

/** A problem in both languages, whole, on a connection that closes. */
function expectProblem(answer: RawAnswer, status: number, code: keyof typeof PROBLEMS): void {
  expect([answer.status, answer.headers]).toEqual([
    status,
    expect.objectContaining({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(answer.body)),
      connection: 'close',
      'x-content-type-options': 'nosniff',
    }),
  ]);
  const problem = JSON.parse(answer.body);
  const { en, zh } = PROBLEMS[code].title;
  expect(problem).toMatchObject({ status, code, type: `urn:suyuan:problem:${code}` });
  expect(problem.title).toMatch(new RegExp(`^${zh.split(/[{（]/)[0]}.* · ${en.split(/[{(]/)[0]}`));
}

test.each([
  ['no HTTP', 'hello\r\n\r\n'],
  ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['an HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['an unknown method', 'TRACK-ME / HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['a version that is none', 'GET / HTTP/9.9\r\nhost: x\r\n\r\n'],
  ['a space in a header name', `${GET}a b: c\r\n\r\n`],
  ['a space before the colon', `${GET}content-length : 5\r\n\r\nhello`],
  ['a header that goes on in the next line', `${GET}a: b\r\n c\r\n\r\n`],
  ['U+0000 in a header', `${GET}a: b\0c\r\n\r\n`],
  ['a vertical tab in a header', `${POST}x: a\x0b\r\ncontent-length: 0\r\n\r\n`],
  ['a line feed alone', `${GET}a: b\rc: d\r\n\r\n`],
  ['a length that is none', `${POST}content-length: -1\r\n\r\n`],
  ['two lengths', `${POST}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
  ['a length and chunks', `${POST}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['a transfer that is not known', `${POST}transfer-encoding: xchunked\r\n\r\n`],
  ['a chunk without a size', `${POST}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
])('%s', async (_name, sent) => {
  const answer = await rawRequest(server.url, sent);
  expectProblem(answer, 400, 'request.malformed');
  expect(JSON.parse(answer.body).title).not.toMatch(/undefined|\(\)/);
});

test('headers of more than 16 KiB, in one line, in many, in the address', async () => {
  for (const sent of [
    `${GET}a: ${'x'.repeat(20_000)}\r\n\r\n`,
    `${GET}${'a: xxxxxxxx\r\n'.repeat(2_000)}\r\n`,
    `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
    // More than a socket's buffer, still coming when the answer is written.
    `${GET}a: ${'x'.repeat(3_000_000)}\r\n\r\n`,
  ]) {
    const answer = await rawRequest(server.url, sent);
    expectProblem(answer, 431, 'request.headers-too-large');
    expect(answer.body).toContain('16 KiB');
  }
});

test('extensions of chunks beyond every use', async () => {
  const sent = `${POST}transfer-encoding: chunked\r\n\r\n2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`;
  expectProblem(await rawRequest(server.url, sent), 413, 'request.too-large');
});

test('a request that does not come to its end in time', async () => {
  const app = createHttpServer(createLog('silent'), () => undefined);
  // As Node has it, only sooner than a test can wait.
  Object.assign(app.server, { headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 20 });
  app.post('/body', async ({ raw }) => ({ bytes: (await raw.toArray()).length }));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  for (const sent of [
    'GET / HTTP/1.1\r\nhost: x\r\na: ',
    'POST /body HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{',
  ]) {
    expectProblem(await rawRequest(url, sent), 408, 'request.timeout');
  }
  await app.close();
});

test('a broken chunk in the middle of a document stores nothing, and the server goes on', async () => {
  const count = async () =>
    (await server.database.db.query<{ n: number }>('select count(*)::int as n from events.event')).rows[0]?.n;
  const before = await count();
  const document = documentOf([objectEvent()]);
  const head = `${POST}authorization: Bearer ${server.key}\r\ntransfer-encoding: chunked\r\n\r\n`;
  const chunk = `${document.length.toString(16)}\r\n${document}\r\n`;
  expectProblem(await rawRequest(server.url, `${head}${chunk}nonsense\r\n`), 400, 'request.malformed');
  expect(await count()).toBe(before);
  await server.client.capture(document);
});

test('nonsense behind a request gets no answer that falls into the one on its way', async () => {
  const app = createHttpServer(createLog('silent'), () => undefined);
  app.get('/slow', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-length': '10' });
    reply.raw.write('12345');
  });
  const { hostname, port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const text = await new Promise<string>((done) => {
    const socket = connect(Number(port), hostname);
    let got = '';
    socket.on('data', (chunk) => {
      if (got === '') socket.write('nonsense\r\n\r\n');
      got += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(got));
    socket.write('GET /slow HTTP/1.1\r\nhost: x\r\n\r\n');
  });
  expect(text).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(text).not.toContain('HTTP/1.1 400');
  await app.close();
});

/** What a server answers to bytes that are written as it talks: the first at once, the next with `then`. */
function talk(url: string, first: string, then: (send: (next: string) => void) => void): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname);
    let got = '';
    socket.on('data', (chunk) => {
      got += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(got));
    socket.write(first, () => then((next) => socket.write(next)));
  });
}

test('who comes on an open connection while the server closes is told to come again; what was under way ends', async () => {
  const app = createHttpServer(createLog('silent'), () => undefined);
  const isAsked = Promise.withResolvers<void>();
  const isClosing = Promise.withResolvers<void>();
  const isRefused = Promise.withResolvers<void>();
  app.get('/slow', async () => {
    isAsked.resolve();
    await isRefused.promise;
    return { done: true };
  });
  app.get('/next', async () => ({ done: 'never' }));
  app.addHook('preClose', async () => isClosing.resolve());
  // The answers leave in the order of the requests, so that the second is ready before the first goes out.
  app.addHook('onSend', async (request) => void (request.url === '/next' && isRefused.resolve()));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  let closed: Promise<void> | undefined;
  const text = await talk(url, 'GET /slow HTTP/1.1\r\nhost: x\r\n\r\n', async (send) => {
    await isAsked.promise;
    closed = app.close();
    await isClosing.promise;
    send('GET /next HTTP/1.1\r\nhost: x\r\naccept-language: en\r\n\r\n');
  });
  await closed;
  const [slow = '', next = ''] = text.split(/(?=HTTP\/1\.1 )/);
  expect(slow).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\{"done":true\}$/s);
  const [head = '', body = ''] = next.split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 503 /);
  for (const line of [
    'content-type: application/problem+json; charset=utf-8',
    'retry-after: 2',
    'connection: close',
    'x-content-type-options: nosniff',
  ])
    expect(head.toLowerCase().split('\r\n')).toContain(line);
  expect(JSON.parse(body)).toMatchObject({ code: 'server.busy', status: 503, title: PROBLEMS['server.busy'].title.en });
});

test.each([
  ['/epcis/capture', 'epcisException:ValidationException'],
  ['/v1/trace?code=a', 'urn:suyuan:problem:request.expectation'],
  ['/healthz', 'urn:suyuan:problem:request.expectation'],
])('an Expect header that is not known is refused as a problem: %s', async (path, type) => {
  const lines = 'expect: wonders\r\naccept: application/json\r\naccept-language: en\r\nconnection: close';
  const answer = await rawRequest(server.url, `GET ${path} HTTP/1.1\r\nhost: x\r\n${lines}\r\n\r\n`);
  expect([answer.status, answer.headers['content-type']]).toEqual([417, 'application/problem+json; charset=utf-8']);
  const title = 'Of the Expect header 100-continue alone is known here, not wonders';
  expect(JSON.parse(answer.body)).toMatchObject({ status: 417, code: 'request.expectation', type, title });
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
});

test('who expects to be told to go on is told so, in any case of letters, and by that alone', async () => {
  const ask = (expected: string) =>
    rawRequest(server.url, `GET /healthz HTTP/1.1\r\nhost: x\r\nexpect: ${expected}\r\nconnection: close\r\n\r\n`);
  expect(await ask('100-Continue')).toMatchObject({ status: 100, body: expect.stringMatching(/^HTTP\/1\.1 200 /) });
  expect(await ask('100-continue, wonders')).toMatchObject({ body: expect.stringMatching(/^HTTP\/1\.1 417 /) });
});

test.each([
  ['/epcis/events/%E0%A4%A', 400, 'request.invalid', 'epcisException:ValidationException'],
  ['/epcis/events/%', 400, 'request.invalid', 'epcisException:ValidationException'],
  [`/epcis/capture/${'x'.repeat(2_001)}`, 414, 'request.address-too-long', 'epcisException:ValidationException'],
  [`/epcis/epcs/${'x'.repeat(9_000)}/events`, 414, 'request.address-too-long', 'epcisException:ValidationException'],
  ['/v1/%ff', 400, 'request.invalid', 'urn:suyuan:problem:request.invalid'],
  ['/q/%E0%A4%A', 400, 'request.invalid', 'urn:suyuan:problem:request.invalid'],
  [`/${'x'.repeat(2_001)}`, 414, 'request.address-too-long', 'urn:suyuan:problem:request.address-too-long'],
])('the address %.40s, for a program', async (path, status, code, type) => {
  const lines = `authorization: Bearer ${server.key}\r\naccept: application/json\r\nconnection: close`;
  for (const [language, title] of [
    ['en', /^[\x20-\x7e]+$/],
    ['zh', /[一-鿿]/],
  ] as const) {
    const answer = await rawRequest(
      server.url,
      `GET ${path} HTTP/1.1\r\nhost: x\r\naccept-language: ${language}\r\n${lines}\r\n\r\n`,
    );
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(JSON.parse(answer.body)).toMatchObject({ status, code, type, title: expect.stringMatching(title) });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
});

test('such an address of the public window is a page for people', async () => {
  for (const [path, status] of [
    ['/q/%E0%A4%A', 400],
    ['/01/%', 400],
    ['/assets/%ff', 400],
    [`/${'x'.repeat(2_001)}`, 414],
  ] as const) {
    const response = await fetch(server.url + path, { headers: { accept: 'text/html', 'accept-language': 'en' } });
    expect([path.slice(0, 20), response.status]).toEqual([path.slice(0, 20), status]);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.json()).toMatchObject({ kind: 'error', status, lang: 'en' });
  }
});
