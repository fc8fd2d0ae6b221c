/** Whose address stands in an answer: the one that was configured, whatever host a request names. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { rawRequest } from './raw-request.ts';
import { type TestServer, testServer } from './test-server.ts';

const PUBLIC = 'https://trace.example.com';
let server: TestServer;
let configured: TestServer;
beforeAll(async () => {
  server = await testServer();
  configured = await testServer({ publicUrl: PUBLIC });
  for (const { client } of [server, configured])
    await client.capture(documentOf([objectEvent({ epcList: ['https://id.gs1.org/01/10614141073464/21/H'] })]));
});
afterAll(async () => {
  await server.close();
  await configured.close();
});

/** Asks with these header lines, and reads until the connection is closed. */
const ask = ({ url }: TestServer, lines: readonly string[], { path = '/healthz', version = '1.1' } = {}) =>
  rawRequest(url, `${[`GET ${path} HTTP/${version}`, ...lines, 'connection: close'].join('\r\n')}\r\n\r\n`);

const PATHS = [
  '/01/10614141073464/21/H',
  '/q/https%3A%2F%2Fid.gs1.org%2F01%2F10614141073464%2F21%2FH',
  '/.well-known/gs1resolver',
];

test.each([
  ['nothing', []],
  ['a forged host', ['host: evil.example']],
  ['a forged host with a port', ['host: evil.example:8443']],
  [
    'forwarding headers',
    [
      'host: evil.example',
      'x-forwarded-host: evil.example',
      'x-forwarded-proto: https',
      'forwarded: host=evil.example',
    ],
  ],
])('linksets and the resolver description name the configured origin, with %s', async (_name, lines) => {
  for (const [one, origin] of [
    [server, server.url],
    [configured, PUBLIC],
  ] as const) {
    for (const path of PATHS) {
      const hosts = lines.length === 0 ? [`host: ${new URL(one.url).host}`] : lines;
      const { status, body } = await ask(one, [...hosts, 'accept: application/linkset+json'], { path });
      expect([path, status]).toEqual([path, 200]);
      expect(body).not.toContain('evil.example');
      expect(body).toContain(`"${origin}`);
      if (one === configured) expect(body).not.toContain('127.0.0.1');
    }
  }
});

test('no answer of any route repeats the host of its request', async () => {
  const paths = server.routes
    .filter(({ method }) => method === 'GET')
    .map(({ url }) => url.replaceAll(/:\w+|\*/g, 'x'));
  for (const path of [...paths, '/nowhere/at/all', '/q/%E0%A4%A', '/epcis/nowhere', '/q?code=x']) {
    const { headers, body } = await ask(server, ['host: evil.example', `authorization: Bearer ${server.key}`], {
      path,
    });
    expect([path, JSON.stringify(headers) + body]).toEqual([path, expect.not.stringContaining('evil.example')]);
  }
});

test.each([
  ['two hosts', ['host: a.example', 'host: b.example']],
  ['one host twice', ['host: a.example', 'Host: a.example']],
  ['two hosts apart', ['host: a.example', 'accept: */*', 'HOST: b.example']],
  ['no host', []],
  ['an empty host', ['host:']],
  ['a host with a path', ['host: a.example/b']],
  ['a host with a name', ['host: user@a.example']],
  ['a host with a space', ['host: a b']],
  ['two hosts in one', ['host: a.example:80:90']],
  ['a quote', ['host: a"><script>']],
])('a request with %s is refused, on every scope', async (_name, lines) => {
  for (const path of ['/healthz', '/epcis/events', '/v1/codes/schemes', '/', '/nowhere', '/assets/x.js', ...PATHS]) {
    const { status, headers, body } = await ask(server, [...lines, 'accept: application/json', 'accept-language: en'], {
      path,
    });
    expect([path, status]).toEqual([path, 400]);
    expect([path, headers['content-type']]).toEqual([path, expect.stringMatching(/^application\/problem\+json/)]);
    expect(JSON.parse(body)).toMatchObject({ code: 'request.host', title: expect.stringContaining('one Host header') });
  }
});

test.each([
  ['a name', ['host: trace.example.com'], '1.1'],
  ['a name and port', ['host: trace.example.com:7800'], '1.1'],
  ['an IPv6 address', ['host: [::1]:7800'], '1.1'],
  ['none in HTTP/1.0', [], '1.0'],
])('a request with %s is answered', async (_name, lines, version) => {
  expect((await ask(server, lines, { version })).status).toBe(200);
});
