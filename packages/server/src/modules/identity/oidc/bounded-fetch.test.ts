import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { boundedFetch, isAllowedAddress, ProviderAway } from './bounded-fetch.ts';

let server: Server;

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

test('an answer that does not end is left when it is too large, and its connection with it', async () => {
  let left: Promise<unknown> = Promise.resolve();
  const url = await serve((_, response) => {
    left = once(response, 'close');
    const more = (): unknown => response.destroyed || response.write(Buffer.alloc(65_536), more);
    more();
  });
  await expect(boundedFetch(url, {})).rejects.toThrow(ProviderAway);
  await left;
});

test('an answer counts as unpacked', async () => {
  const packed = gzipSync(Buffer.alloc(20_000_000));
  const url = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed));
  await expect(boundedFetch(url, {})).rejects.toThrow(ProviderAway);
});

test('what is small enough arrives whole, an error of the client among it', async () => {
  const url = await serve((_, response) => response.writeHead(400, { 'x-a': 'b' }).end('稻'.repeat(100_000)));
  const answer = await boundedFetch(url, {});
  expect([answer.status, answer.headers.get('x-a'), await answer.text()]).toEqual([400, 'b', '稻'.repeat(100_000)]);
});

test('an answer without a body is one', async () => {
  const url = await serve((_, response) => response.writeHead(204).end());
  expect((await boundedFetch(url, {})).status).toBe(204);
});

test.each([
  ['https://idp.example/x', true, true],
  ['http://127.0.0.1:1/', false, true],
  ['http://[::1]/', false, true],
  ['http://localhost/', false, true],
  ['http://localhost.evil.example/', false, false],
  ['http://127.0.0.1@evil.example/', false, false],
  ['http://10.0.0.1/', false, false],
  ['javascript:alert(1)', false, false],
  ['', false, false],
])('%s: allowed %s, and %s where plain http is', (address, always, insecurely) => {
  expect(isAllowedAddress(address, false)).toBe(always);
  expect(isAllowedAddress(address, true)).toBe(insecurely);
});
