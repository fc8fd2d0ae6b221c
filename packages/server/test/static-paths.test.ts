/** What is asked under `/assets/`: the files that were built, and nothing else of the machine. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rawRequest } from './raw-request.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'suyuan-assets-'));
const SECRET = 'not for anybody';

beforeAll(async () => {
  mkdirSync(join(folder, 'assets/fonts'), { recursive: true });
  mkdirSync(join(folder, 'assets/.git'));
  writeFileSync(join(folder, 'assets/main-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'assets/fonts/text.woff2'), 'font');
  for (const file of ['secret.txt', 'assets/.env', 'assets/.git/config']) writeFileSync(join(folder, file), SECRET);
  server = await testServer({ assetsDir: join(folder, 'assets') });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks with the path as it stands: `fetch` would resolve its dots first. */
const ask = (path: string, method = 'GET') =>
  rawRequest(server.url, `${method} ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);

test('a file that was built is given, for a year', async () => {
  for (const [path, body] of [
    ['/assets/main-1a2b.js', 'export {};'],
    ['/assets/fonts/text.woff2', 'font'],
  ]) {
    const response = await fetch(server.url + path);
    expect([response.status, await response.text()]).toEqual([200, body]);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  }
  expect((await ask('/assets/main-1a2b.js', 'HEAD')).status).toBe(200);
});

const UP = [
  '..',
  '%2e%2e',
  '.%2e',
  '%2E.',
  '..%2f..',
  '..%5c..',
  '..\\..',
  '%252e%252e',
  '....//..',
  '..;',
  '%c0%ae%c0%ae',
];

test.each([
  ['a name of 255 characters', 'x'.repeat(255)],
  ['a name of 256 characters', 'x'.repeat(256)],
  ['a name of 10 kB', 'x'.repeat(10_000)],
  ['a path of a thousand folders', 'x/'.repeat(1_000)],
  ['U+0000', '%00'],
  ['U+0000 behind a name', 'main-1a2b.js%00'],
  ['U+0000 before an ending', 'main-1a2b%00.js'],
  ['half an escape', '%e0%a4%a'],
  ['half a surrogate pair', '%ED%A0%80'],
  ['the folder itself', ''],
  ['a folder', 'fonts'],
  ['a folder with its slash', 'fonts/'],
  ['a hidden file', '.env'],
  ['a hidden folder', '.git/config'],
  ['a hidden file, escaped', '%2eenv'],
  ['a star', '*'],
  ['an absolute path', '/etc/passwd'],
  ['an escaped absolute path', '%2fetc%2fpasswd'],
  ['a drive', 'C:%5Cwindows%5Cwin.ini'],
  ['a device', 'NUL'],
  ...UP.map((up) => [`${up} upwards`, `${up}/secret.txt`]),
  ...UP.map((up) => [`${up} through a folder`, `fonts/${up}/${up}/secret.txt`]),
])('%s is not there', async (_name, path) => {
  for (const method of ['GET', 'HEAD']) {
    const { status, headers, body } = await ask(`/assets/${path}`, method);
    const text = JSON.stringify(headers) + body;
    expect(status).toBeOneOf([400, 404]);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(folder);
  }
});
