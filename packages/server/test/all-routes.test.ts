/** Every route of the server, asked with whatever may stand in an address: none answers with a fault of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const assetsDir = mkdtempSync(join(tmpdir(), 'suyuan-routes-'));
beforeAll(async () => {
  writeFileSync(join(assetsDir, 'main.js'), 'export {};');
  server = await testServer({ assetsDir });
});
afterAll(async () => {
  await server.close();
  rmSync(assetsDir, { recursive: true });
});

interface Asked {
  readonly url: string;
  readonly once: readonly string[];
  readonly often: readonly string[];
}

/** Every route that GET asks, by its pattern. */
function routes(): Asked[] {
  return server.routes
    .filter(({ method }) => [method].flat().includes('GET'))
    .map(({ url, config }) => ({ url, once: config?.query?.once ?? [], often: config?.query?.often ?? [] }));
}

/** Wrong in every way that an address lets through, escaped as it is sent. */
const VALUES: readonly (readonly [name: string, value: string])[] = [
  ['nothing', ''],
  ['U+0000', '%00'],
  ['half a surrogate pair', '%ED%A0%80'],
  ['a percent sign', '%'],
  ['half an escape', '%E0%A4%A'],
  ['no UTF-8', '%ff%fe'],
  ['10 kB', 'x'.repeat(10_000)],
  ['10 kB of escapes', '%E6%89%B9'.repeat(1_100)],
  ['a quote', '%27%3B--%22'],
  ['line ends', 'a%0d%0ab'],
  ['a right-to-left mark and an emoji', '%E2%80%AE%F0%9F%98%80'],
  ['a name of the language', '__proto__'],
  ['bars', '||||'],
  ['a number', '-1e999'],
];

/** Values for the parameters of a path, so that what is asked of the query is reached. */
const filled = (url: string, value = '1'): string =>
  url.replaceAll(/:\w+|\*/g, () => value).replace(/^\/1$/, '/EBHQ2CAhOg');

interface Answer {
  readonly asked: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

async function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(server.url + path, {
    headers: { authorization: `Bearer ${server.key}`, 'accept-language': 'en', ...headers },
    redirect: 'manual',
  });
  const text = await response.text();
  return { asked: path.slice(0, 300), status: response.status, type: response.headers.get('content-type') ?? '', text };
}

/** Never a fault of the server; a refusal is a problem for programs and a page for people. */
function expectCalm({ asked, status, type }: Answer): void {
  expect([asked, status < 500], `${status}`).toEqual([asked, true]);
  if (status < 400) return;
  const isForPrograms = /^\/(epcis|v1|healthz|readyz|metrics)(\/|\?|$)/.test(asked);
  if (isForPrograms) expect([asked, type]).toEqual([asked, expect.stringMatching(/^application\/problem\+json/)]);
  else expect([asked, type]).toEqual([asked, expect.stringMatching(/^(text\/html|application\/problem\+json)/)]);
}

test('every route that is described with parameters declares them, and no other', () => {
  const described = server.routes.filter((route) => querystringOf(route) !== undefined);
  expect(described.length).toBeGreaterThan(5);
  for (const route of described) {
    const { once = [], often = [] } = route.config?.query ?? {};
    expect([route.url, [...once, ...often].sort()]).toEqual([route.url, querystringOf(route)]);
  }
});

function querystringOf({ schema, config }: RouteOptions): string[] | undefined {
  const querystring: { properties?: object } | undefined = Object(config?.describes ?? schema).querystring;
  return querystring?.properties === undefined ? undefined : Object.keys(querystring.properties).sort();
}

test('a parameter that stands for one value is refused by its name where it is repeated, on every route', async () => {
  const asked = routes().flatMap(({ url, once }) => once.map((name) => ({ url, name })));
  expect(asked.length).toBeGreaterThan(60);
  for (const { url, name } of asked) {
    const rest = url === '/v1/trace' ? '&code=x' : '';
    for (const accept of ['*/*', 'application/json', 'text/html']) {
      const answer = await ask(`${filled(url)}?${name}=a&${name}=b${rest}`, { accept });
      expectCalm(answer);
      expect([url, name, answer.status, answer.text]).toEqual([
        url,
        name,
        400,
        expect.stringContaining(` ${name} is given more than once`),
      ]);
    }
  }
});

/** Of parameters that take words of their own. */
const ONE_OF: Readonly<Record<string, string>> = { eventType: 'ObjectEvent', only: 'units' };

test('a parameter that may be repeated is taken twice', async () => {
  const asked = routes().flatMap(({ url, often }) => often.map((name) => ({ url, name })));
  expect(asked.length).toBeGreaterThan(10);
  for (const { url, name } of asked) {
    const value = ONE_OF[name] ?? 'urn:x:a';
    const rest = url === '/v1/trace' && name !== 'code' ? '&code=x' : '';
    const answer = await ask(`${filled(url)}?${name}=${value}&${name}=${value}${rest}`);
    expect([url, name, answer.status]).toEqual([url, name, 200]);
  }
});

test.each(VALUES)('%s as a parameter is no fault of the server, on every route', async (_name, value) => {
  for (const { url, once, often } of routes()) {
    const queries = [value, ...[...once, ...often, 'unknown'].map((name) => `${name}=${value}`)];
    const answers = await Promise.all(queries.map((query) => ask(`${filled(url)}?${query}`)));
    answers.forEach(expectCalm);
  }
});

test.each(VALUES)('%s in the path is no fault of the server, on every route', async (_name, value) => {
  for (const { url } of routes().filter((route) => /[:*]/.test(route.url))) {
    expectCalm(await ask(filled(url, value)));
    expectCalm(await ask(`${filled(url)}/${value}`));
  }
});
