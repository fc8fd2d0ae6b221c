import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { NetworkInterfaceInfo } from 'node:os';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFiles } from '../identity/index.ts';
import { openAuthority, renewAuthority } from './authority.ts';
import { openFileSource } from './file-source.ts';
import { openLocalSource } from './local-source.ts';
import type { Machine } from './machine.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
let dir = '';
let now = new Date('2026-03-01T08:00:00Z');
let addresses: readonly string[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'suyuan-reach-'));
  now = new Date('2026-03-01T08:00:00Z');
  addresses = ['192.168.1.5'];
});
afterEach(() => rmSync(dir, { recursive: true }));

const anInterface = (address: string): NetworkInterfaceInfo => ({
  address,
  netmask: '',
  mac: '',
  internal: false,
  cidr: null,
  ...(address.includes(':') ? { family: 'IPv6', scopeid: 0 } : { family: 'IPv4' }),
});
const machine = (): Machine => ({ hostname: 'Shop-PC', interfaces: { eth0: addresses.map(anInterface) } });
const open = () => openLocalSource({ dir, clock: { now: () => now }, machine });
const shown = ({ credentials }: { credentials: { cert: string } }) => new X509Certificate(credentials.cert);

test('is of the private addresses and the name of the machine, for 397 days, of an authority for such alone', () => {
  addresses = ['fe80::1', '8.8.8.8', '10.0.0.7', '192.168.1.5', '169.254.1.1', '2408:8000::1', 'fd00::5'];
  const source = open();
  expect(source.hosts()).toEqual(['192.168.1.5', '10.0.0.7', 'fd00::5', 'shop-pc.local']);
  const certificate = shown(source);
  const bound = 'DNS:localhost, DNS:shop-pc.local, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, ';
  expect(certificate.subjectAltName).toBe(
    `${bound}IP Address:192.168.1.5, IP Address:10.0.0.7, IP Address:FD00:0:0:0:0:0:0:5`,
  );
  const days = (new Date(certificate.validTo).getTime() - new Date(certificate.validFrom).getTime()) / DAY_MS;
  expect(days).toBe(397);
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect(source.authority?.ca).toBe(true);
  expect(source.authority && certificate.checkIssued(source.authority)).toBe(true);
});

test('an authority that is renewed counts from the next start, with a certificate of its own', () => {
  const before = open();
  const renewed = renewAuthority(dir, now);
  expect(before.refresh()).toBe(false);
  const source = open();
  expect(source.authority?.fingerprint256).toBe(renewed.fingerprint256);
  expect(source.authority?.fingerprint256).not.toBe(before.authority?.fingerprint256);
  expect(source.authority && shown(source).verify(source.authority.publicKey)).toBe(true);
});

test('stays while it serves, and is another of the same authority when an address is new or 30 days are left', () => {
  const source = open();
  const first = shown(source).serialNumber;
  expect(source.refresh()).toBe(false);
  expect(shown(open()).serialNumber).toBe(first);
  addresses = ['192.168.1.99'];
  expect(source.refresh()).toBe(true);
  expect(shown(source).checkIP('192.168.1.99')).toBe('192.168.1.99');
  expect(shown(source).checkIP('192.168.1.5')).toBeUndefined();
  const second = shown(source).serialNumber;
  now = new Date(now.getTime() + 365 * DAY_MS);
  expect(source.refresh()).toBe(false);
  now = new Date(now.getTime() + 2 * DAY_MS);
  const later = open();
  expect(shown(later).serialNumber).not.toBe(second);
  expect(later.authority?.fingerprint256).toBe(source.authority?.fingerprint256);
  expect(readdirSync(dir).sort()).toEqual(['authority-1.key', 'tls-3.key']);
});

test('a damaged certificate of the server is replaced: nobody was asked to trust it', () => {
  open();
  writeFileSync(join(dir, 'tls-1.key'), 'rust');
  expect(shown(open()).checkHost('localhost')).toBe('localhost');
  expect(readdirSync(dir).sort()).toEqual(['authority-1.key', 'tls-2.key']);
});

test('a certificate of one’s own is taken from files, read anew when they change, and refused with another key', () => {
  const authority = openAuthority(keyFiles(dir, 'authority'), machine(), now);
  const files = { cert: join(dir, 'own.pem'), key: join(dir, 'own.key') };
  const write = (dns: string): void => {
    const { cert, key } = authority.issue({ dns: [dns], ip: [] }, now);
    writeFileSync(files.cert, cert);
    writeFileSync(files.key, key);
  };
  write('shop.example');
  const source = openFileSource(files);
  expect(source.hosts()).toEqual(['shop.example']);
  expect(source.refresh()).toBe(false);
  write('other.example');
  expect(source.refresh()).toBe(true);
  expect(source.hosts()).toEqual(['other.example']);
  writeFileSync(files.key, authority.issue({ dns: ['x.example'], ip: [] }, now).key);
  expect(() => openFileSource(files)).toThrow(/SUYUAN_TLS_CERT.*the key is of another certificate/);
  rmSync(files.key);
  expect(() => openFileSource(files)).toThrow(/SUYUAN_TLS_CERT.*ENOENT/);
});
