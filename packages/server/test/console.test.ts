/** The account area as it is served: one page for every address, its files, and what its policy lets in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let without: TestServer;
const LONG = `export default '${'long '.repeat(1_000)}';`;
const folder = mkdtempSync(join(tmpdir(), 'suyuan-console-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/main-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'assets/long-3c4d.js'), LONG);
  writeFileSync(join(folder, 'assets/long-3c4d.js.br'), brotliCompressSync(LONG));
  writeFileSync(join(folder, 'secret.txt'), 'not for anybody');
  const indexHtml = (nonce: string): string => `<!doctype html><meta nonce="${nonce}">`;
  server = await testServer({ console: { assetsDir: join(folder, 'assets'), worker: 'self;', indexHtml } });
  without = await testServer();
});
afterAll(async () => {
  await server.close();
  await without.close();
  rmSync(folder, { recursive: true });
});

test.each(['/console', '/console/', '/console/sign-in', '/console/a/b/c?d=e'])('%s is the page', async (path) => {
  const response = await fetch(server.url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('permissions-policy')).toContain('camera=(self)');
});

test('the policy lets in nothing inline but what carries the nonce of this answer', async () => {
  const nonces = new Set<string>();
  for (const _ of [1, 2]) {
    const response = await fetch(`${server.url}/console`);
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([\w-]{22,})'/.exec(policy)?.[1] ?? '';
    expect(await response.text()).toContain(`nonce="${nonce}"`);
    expect(policy).not.toContain('unsafe');
    for (const rule of [
      "default-src 'none'",
      "script-src 'self';",
      "worker-src 'self';",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(rule);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});

test('a file that was built is given for a year; any other is 404 and never the page', async () => {
  const built = await fetch(`${server.url}/console/assets/main-1a2b.js`);
  expect([built.status, await built.text()]).toEqual([200, 'export {};']);
  expect(built.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  for (const path of ['', 'main-old.js', '..%2fsecret.txt']) {
    const response = await fetch(`${server.url}/console/assets/${path}`);
    const text = await response.text();
    expect([path, response.status]).toEqual([path, 404]);
    expect(text).not.toContain('not for anybody');
  }
});

test('files are sent packed to whoever takes them so', async () => {
  const packed = await fetch(`${server.url}/console/assets/long-3c4d.js`, { headers: { 'accept-encoding': 'br' } });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(packed.headers.get('content-type')).toContain('javascript');
  expect(packed.headers.get('vary')).toMatch(/accept-encoding/i);
  expect(await packed.text()).toBe(LONG);
  const plain = await fetch(`${server.url}/console/assets/long-3c4d.js`, {
    headers: { 'accept-encoding': 'identity' },
  });
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, LONG]);
});

test('the service worker is asked for anew each time, and may ask this server alone', async () => {
  const worker = await fetch(`${server.url}/console/worker.js`);
  expect([worker.status, await worker.text()]).toEqual([200, 'self;']);
  expect(worker.headers.get('content-type')).toContain('text/javascript');
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  expect(worker.headers.get('service-worker-allowed')).toBe('/console');
  expect(worker.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'");
  expect((await fetch(`${without.url}/console/worker.js`)).status).toBe(404);
});

test('a server without a console has no such address', async () => {
  expect((await fetch(`${without.url}/console`)).status).toBe(404);
  expect((await fetch(`${without.url}/console/sign-in`)).status).toBe(404);
});
