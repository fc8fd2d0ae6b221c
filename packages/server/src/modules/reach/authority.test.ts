/** What the authority can vouch for, as the TLS of a client that trusts it sees it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFiles } from '../identity/index.ts';
import { openAuthority, type ServerNames } from './authority.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'suyuan-authority-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** `trusted`, or why a client that trusts the authority refuses a server with a certificate of these names. */
async function judged(names: ServerNames): Promise<string> {
  const now = new Date();
  const authority = openAuthority(keyFiles(dir, 'authority'), { hostname: 'shop-pc', interfaces: {} }, now);
  const server = createServer(authority.issue(names, now), (socket) => socket.on('error', () => undefined).end());
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const verdict = await new Promise<string>((done) => {
    const socket = connect(
      // The chain alone is judged: the name would be refused too, since it is not the one that is asked for.
      { host: '127.0.0.1', port, ca: authority.certificate.toString(), checkServerIdentity: () => undefined },
      () => done('trusted'),
    );
    socket.on('error', ({ message }) => done(message));
  });
  await new Promise((done) => server.close(done));
  return verdict;
}

test.each<ServerNames>([
  { dns: ['localhost', 'shop-pc.local'], ip: ['127.0.0.1', '::1'] },
  { dns: [], ip: ['192.168.1.5', '10.0.0.7', '172.16.0.1', '100.64.0.1', 'fd00::5'] },
])('a server near by is trusted: %j', async (names) => {
  expect(await judged(names)).toBe('trusted');
});

test.each<ServerNames>([
  { dns: ['bank.com'], ip: [] },
  { dns: ['local.bank.com'], ip: [] },
  { dns: ['notlocal'], ip: [] },
  { dns: ['localhost', 'bank.com'], ip: ['192.168.1.5'] },
  { dns: [], ip: ['8.8.8.8'] },
  { dns: [], ip: ['172.32.0.1'] },
  { dns: [], ip: ['192.168.1.5', '2408:8000::1'] },
])('whoever steals the key of the authority poses as nobody on the internet: %j', async (names) => {
  expect(await judged(names)).toBe('permitted subtree violation');
});
