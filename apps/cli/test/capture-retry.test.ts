/** `suyuan capture` against a server that is busy for a while. */
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment, makeDataDir, removeDataDir } from './program.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const EXAMPLE = join(import.meta.dirname, '../../../examples/apples.jsonld');
let dataDir: string;
let server: Server;
let asked = 0;
let busy = 0;

beforeAll(async () => {
  dataDir = makeDataDir();
  server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      if (request.method === 'GET')
        return response.end(JSON.stringify({ success: true, capturedCount: 3, errors: [] }));
      asked += 1;
      if (asked <= busy) return response.writeHead(503, { 'retry-after': '0' }).end();
      return response.writeHead(202, { location: '/epcis/capture/1' }).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.close();
  removeDataDir(dataDir);
});

/** Its exit code. */
function capture(): Promise<number> {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const env = { ...environment(dataDir), SUYUAN_URL: `http://127.0.0.1:${port}` };
  asked = 0;
  return new Promise((done) => {
    execFile(process.execPath, [MAIN, 'capture', EXAMPLE], { env }, (error) => {
      done(error === null ? 0 : Number(error.code));
    });
  });
}

test('is sent again, whole, until it is taken', async () => {
  busy = 2;
  expect(await capture()).toBe(0);
  expect(asked).toBe(3);
});

test('is given up after five times', async () => {
  busy = 99;
  expect(await capture()).toBe(1);
  expect(asked).toBe(5);
});
