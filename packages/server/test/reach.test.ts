/** Phones of the local network: the door by TLS, what it shows and how it closes. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { connect, type SecureVersion, type TLSSocket } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { openLan } from '../src/modules/reach/index.ts';
import { XLSX } from '../src/platform/xlsx/write-xlsx.ts';
import { browser, firstOwner, OWNER } from './account/browser.ts';
import { workbook } from './account/workbook.ts';
import { type TestServer, testServer } from './test-server.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
let now = new Date('2026-03-01T08:00:00Z');
const clock = { now: () => now };
const machine = () => ({ hostname: 'Shop-PC', interfaces: {} });

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
  now = new Date();
});

async function opened(): Promise<{ server: TestServer; port: number; ca: string }> {
  now = new Date();
  server = await testServer({ lan: { clock, machine } });
  const { body } = await (await firstOwner(server)).ask('GET', '/v1/reach');
  expect(body).toMatchObject({ isOpen: true, addresses: [expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/)] });
  const file = Buffer.from(await (await fetch(`${server.url}/ca.crt`)).arrayBuffer());
  const ca = `-----BEGIN CERTIFICATE-----\n${file.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { server, port: Number(new URL(body.addresses[0]).port), ca };
}

interface Told {
  readonly status: number | undefined;
  readonly cookies: readonly string[];
  readonly body: string;
}

/** Asks by TLS like a phone that trusts the authority. */
function ask(
  at: { readonly port: number; readonly ca: string },
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: unknown } = {},
): Promise<Told> {
  return new Promise((done, fail) => {
    const sent = request(
      {
        ...at,
        host: '127.0.0.1',
        // Believed whatever Host is sent.
        servername: 'localhost',
        path,
        method,
        agent: false,
        headers: { 'content-type': 'application/json', ...headers },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          done({
            status: answer.statusCode,
            cookies: answer.headers['set-cookie'] ?? [],
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Resolves when the handshake is done and the other side is believed. */
function handshake(at: { readonly port: number; readonly ca: string }, servername?: string): Promise<TLSSocket> {
  return new Promise((done, fail) => {
    const socket = connect({ ...at, host: '127.0.0.1', ...(servername === undefined ? {} : { servername }) }, () =>
      done(socket),
    );
    socket.on('error', fail);
  });
}

test('a phone that trusts the authority is answered, and keeps a cookie that goes over TLS alone', async () => {
  const at = await opened();
  expect((await ask(at, '/healthz')).status).toBe(200);
  const signedIn = await ask(at, '/v1/session', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: { name: OWNER.loginName, password: OWNER.password },
  });
  expect(signedIn.status).toBe(200);
  expect(signedIn.cookies).toEqual([expect.stringMatching(/^__Host-suyuan=.*; Secure/)]);
  const cookie = signedIn.cookies[0]?.split(';')[0] ?? '';
  expect((await ask(at, '/v1/reach', { headers: { cookie } })).status).toBe(200);
  const elsewhere = await ask(at, '/v1/session/organisation', {
    method: 'POST',
    headers: { cookie, origin: 'https://evil.example' },
    body: { id: '00000000-0000-4000-8000-000000000000' },
  });
  expect(elsewhere.body).toContain('request.foreign-origin');
});

test('whoever does not trust the authority, or looks for another name, does not connect', async () => {
  const at = await opened();
  await expect(handshake({ port: at.port, ca: '' })).rejects.toThrow(/self.signed|unable to (get|verify)/i);
  await expect(handshake(at, 'bank.example')).rejects.toThrow(/altnames/);
});

test('speaks TLS 1.3, or 1.2 with a phone that knows no newer; nothing older', async () => {
  const at = await opened();
  const spoken = (maxVersion: SecureVersion): Promise<string | null> =>
    new Promise((done, fail) => {
      // At this level OpenSSL would speak the old ones.
      const old = { minVersion: 'TLSv1', maxVersion, ciphers: 'DEFAULT@SECLEVEL=0' } as const;
      const socket = connect({ ...at, ...old, host: '127.0.0.1' }, () => done(socket.getProtocol()));
      socket.on('secureConnect', () => socket.destroy()).on('error', fail);
    });
  expect(await spoken('TLSv1.3')).toBe('TLSv1.3');
  expect(await spoken('TLSv1.2')).toBe('TLSv1.2');
  await expect(spoken('TLSv1.1')).rejects.toThrow(/alert protocol version/);
});

test('addresses in answers are those that the phone came by; a forged Host names none', async () => {
  const at = await opened();
  const told = async (host: string) => (await ask(at, '/.well-known/gs1resolver', { headers: { host } })).body;
  expect(await told(`127.0.0.1:${at.port}`)).toContain(`"https://127.0.0.1:${at.port}`);
  expect(await told(`localhost:${at.port}`)).toContain(`"https://localhost:${at.port}`);
  for (const forged of [`evil.example:${at.port}`, '127.0.0.1:1', '127.0.0.1', `192.168.9.9:${at.port}`]) {
    const body = await told(forged);
    expect([forged, body]).toEqual([forged, expect.stringContaining(`"${at.server.url}`)]);
  }
});

test('what is sent to others from this machine names where phones reach it', async () => {
  const at = await opened();
  const owner = browser(at.server.url);
  await owner.ask('POST', '/v1/session', { name: OWNER.loginName, password: OWNER.password });
  const { status, body } = await owner.ask('POST', '/v1/invitations', { name: '李梅', role: 'viewer' });
  expect(status).toBe(200);
  const reached = new RegExp(`^https://127\\.0\\.0\\.1:${at.port}/console/`);
  expect(body.url).toMatch(reached);
  const sheet = await fetch(`${at.server.url}/v1/branches/sheet`, {
    method: 'POST',
    headers: { 'content-type': XLSX, cookie: owner.cookie ?? '', 'sec-fetch-site': 'same-origin' },
    body: new Uint8Array(
      workbook([
        ['名称', '负责人姓名', '负责人角色'],
        ['一号店', '李四', '登记员'],
      ]),
    ),
  });
  expect((await sheet.json()).branches[0].invitation.url).toMatch(reached);
});

test('where time runs out another certificate of the same authority is shown, without a new start', async () => {
  const at = await opened();
  const shown = async (): Promise<string | undefined> => {
    const socket = await handshake(at);
    const { fingerprint256 } = socket.getPeerX509Certificate() ?? {};
    socket.destroy();
    return fingerprint256;
  };
  const before = await shown();
  at.server.door?.look();
  expect(await shown()).toBe(before);
  now = new Date(Date.now() + 370 * DAY_MS);
  at.server.door?.look();
  // Made for a day that has not come for this client: another one, then.
  await expect(shown()).rejects.toMatchObject({ code: 'CERT_NOT_YET_VALID' });
});

test('closes in order: what is open and silent ends, also what has not begun to speak TLS', async () => {
  const at = await opened();
  const idle = await handshake(at);
  idle.write('GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
  await new Promise((done) => idle.once('data', done));
  const ended = new Promise((done) => idle.once('close', done));
  const { connect: plain } = await import('node:net');
  const mute = plain(at.port, '127.0.0.1');
  await new Promise((done) => mute.once('connect', done));
  mute.on('error', () => undefined);
  // Answered on another connection after it, so the server has taken the mute one.
  await ask(at, '/healthz');
  const muted = new Promise((done) => mute.once('close', done));
  await at.server.close();
  server = undefined;
  await Promise.all([ended, muted]);
  await expect(handshake(at)).rejects.toThrow(/ECONNREFUSED/);
});

test('key files are for the owner alone; a damaged authority is told, and left as it is', async () => {
  const { server: running } = await opened();
  const keys = join(running.dataDir, 'keys');
  const files = readdirSync(keys);
  expect(files).toEqual(expect.arrayContaining(['authority-1.key', 'tls-1.key']));
  for (const file of files) expect([file, statSync(join(keys, file)).mode & 0o777]).toEqual([file, 0o600]);
  const again = () => openLan({ dataDir: running.dataDir, clock, machine, port: 0, host: '127.0.0.1' });
  again();
  expect(readdirSync(keys).sort()).toEqual(files.sort());
  writeFileSync(join(keys, 'authority-1.key'), 'rust');
  expect(again).toThrow(/authority-1\.key 已损坏.*is damaged/);
  expect(statSync(join(keys, 'authority-1.key')).size).toBe(4);
});

test('without it there is no door, no authority, and only people are told so', async () => {
  server = await testServer();
  expect((await fetch(`${server.url}/ca.crt`)).status).toBe(404);
  expect((await fetch(`${server.url}/v1/reach`)).status).toBe(401);
  const { body } = await (await firstOwner(server)).ask('GET', '/v1/reach');
  expect(body).toEqual({ isOpen: false, addresses: [], authority: null });
});
