/** Bodies that nobody asked for, that do not end, or that break off. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const logged: { readonly level: number; readonly msg: string; readonly err?: unknown }[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ log: pino({ level: 'debug' }, { write: (line) => logged.push(JSON.parse(line)) }) });
});
afterAll(() => server.close());
beforeEach(() => {
  logged.length = 0;
});

const WARN = 40;

interface Exchange {
  readonly socket: Socket;
  answer(): string;
  readonly closed: Promise<void>;
}

function open(head: readonly string[]): Exchange {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  socket.on('error', () => undefined);
  socket.write(`${[...head, 'host: localhost', '', ''].join('\r\n')}`);
  return { socket, answer: () => answer, closed: new Promise((done) => socket.once('close', () => done())) };
}

/** Sends for as long as the other end takes it. */
function sendEndlessly({ socket }: Exchange, pauseMs: number): void {
  const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`;
  const more = (): void => {
    if (socket.destroyed) return;
    if (socket.write(chunk)) setTimeout(more, pauseMs);
    else socket.once('drain', more);
  };
  more();
}

const chunked = ['transfer-encoding: chunked', 'content-type: application/json'];

test.each([
  ['without a key', 'POST /epcis/capture HTTP/1.1', 401],
  ['with an unknown key', 'POST /epcis/capture HTTP/1.1\r\nauthorization: Bearer unknown', 401],
  ['to an address that is none', 'POST /nothing/here HTTP/1.1', 404],
  ['to an address of the interface that is none', 'POST /v1/nothing HTTP/1.1', 404],
  ['to an address that only answers', 'POST /v1/trace HTTP/1.1', undefined],
  ['to the health check', 'GET /healthz HTTP/1.1', 200],
  ['to the start page', 'GET / HTTP/1.1', 200],
])('an endless body %s is answered and then not listened to', { timeout: 60_000 }, async (_, line, status) => {
  const endless = async (pauseMs: number): Promise<void> => {
    const exchange = open([line, ...chunked]);
    sendEndlessly(exchange, pauseMs);
    await exchange.closed;
    expect(exchange.answer()).toMatch(status === undefined ? /^HTTP\/1.1 4\d\d / : new RegExp(`^HTTP/1.1 ${status} `));
    expect(exchange.socket.bytesWritten).toBeLessThan(64 * 1024 * 1024);
  };
  await Promise.all([endless(0), endless(100)]);
});

test('a refused body of ordinary size leaves the connection good for the next request', async () => {
  const body = 'x'.repeat(500_000);
  const exchange = open([
    'POST /epcis/capture HTTP/1.1',
    'content-type: application/json',
    `content-length: ${body.length}`,
  ]);
  exchange.socket.write(body);
  await expect.poll(exchange.answer, { timeout: 10_000 }).toContain(' 401 ');
  exchange.socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
  await exchange.closed;
  expect(exchange.answer()).toContain('HTTP/1.1 200 ');
});

test('a refused document of many megabytes is read to its end, so that its sender reads why', {
  timeout: 60_000,
}, async () => {
  const response = await fetch(`${server.url}/epcis/capture`, {
    method: 'POST',
    body: `[}${'x'.repeat(40_000_000)}`,
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
  });
  expect(response.status).toBe(400);
});

test.each(['identity', 'gzip'])(
  'uploads (%s) that their clients break off are no errors, and leave nothing behind',
  { timeout: 60_000 },
  async (encoding) => {
    const part = documentOf(Array.from({ length: 20 }, () => objectEvent())).slice(0, -20);
    const { gzipSync } = await import('node:zlib');
    const body = encoding === 'gzip' ? gzipSync(part).subarray(0, -12) : Buffer.from(part);
    const headers = [`authorization: Bearer ${server.key}`, 'content-type: application/json', 'content-length: 100000'];
    const exchanges = Array.from({ length: 50 }, () =>
      open(['POST /epcis/capture HTTP/1.1', ...headers, `content-encoding: ${encoding}`]),
    );
    for (const [i, { socket }] of exchanges.entries()) {
      // Some wait their turn and some are refused: whichever it is, they leave at some point of it.
      socket.write(body, () => setTimeout(() => (i % 2 === 0 ? socket.destroy() : socket.resetAndDestroy()), i * 4));
    }
    await Promise.all(exchanges.map(({ closed }) => closed));
    await expect
      .poll(() => logged.filter(({ msg }) => /left|come again/.test(msg)).length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(10);
    expect(logged.filter(({ level, err }) => level >= WARN || err !== undefined)).toEqual([]);
    await server.client.capture(documentOf([objectEvent()]));
  },
);

test('a server that closes does not wait for the rest of what it has refused', { timeout: 60_000 }, async () => {
  const closing = await testServer();
  const { hostname, port } = new URL(closing.url);
  const socket = connect(Number(port), hostname);
  const head = [`authorization: Bearer ${closing.key}`, 'content-type: application/json', 'content-length: 100000000'];
  socket.write(['POST /epcis/events HTTP/1.1', 'host: localhost', ...head, '', '{'].join('\r\n'));
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1.1 413 /);
  const start = performance.now();
  await closing.close();
  // The rest is otherwise listened to for 30 s.
  expect(performance.now() - start).toBeLessThan(20_000);
  socket.destroy();
});
