import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('without any setting: port 7800 of this machine alone, data beside, the embedded database', () => {
  expect(readConfig({})).toEqual({
    port: 7800,
    host: '127.0.0.1',
    dataDir: resolve('./data'),
    logLevel: 'warn',
  });
});

test('a setting that is empty counts as not set: an empty HOST does not open every interface', () => {
  const empty = { PORT: '', HOST: '', SUYUAN_DATA: ' ', DATABASE_URL: '', SUYUAN_LOG: '', SUYUAN_PUBLIC_URL: ' ' };
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test('every setting is taken', () => {
  const env = {
    PORT: '0',
    HOST: '0.0.0.0',
    SUYUAN_PUBLIC_URL: 'https://trace.example.com/',
    SUYUAN_DATA: 'elsewhere',
    DATABASE_URL: 'postgresql://user:p%40ss@db.example:5433/suyuan',
    SUYUAN_LOG: 'debug',
  };
  expect(readConfig(env)).toEqual({
    port: 0,
    host: '0.0.0.0',
    publicUrl: 'https://trace.example.com',
    dataDir: resolve('elsewhere'),
    databaseUrl: env.DATABASE_URL,
    logLevel: 'debug',
  });
});

test('SUYUAN_POSTGRES_BIN names a directory with the three programs; one that lacks some is told which', () => {
  const dir = mkdtempSync(join(tmpdir(), 'suyuan-config-'));
  const attempt = () => readConfig({ SUYUAN_POSTGRES_BIN: dir });
  expect(attempt).toThrow(ConfigError);
  expect(attempt).toThrow(/没有可执行的 initdb、postgres、pg_ctl · .* no executable initdb, postgres, pg_ctl in /);
  for (const name of ['initdb', 'postgres', 'pg_ctl']) writeFileSync(join(dir, name), '', { mode: 0o755 });
  expect(readConfig({ SUYUAN_POSTGRES_BIN: dir }).postgresBin).toBe(dir);
  rmSync(join(dir, 'pg_ctl'));
  expect(attempt).toThrow(/没有可执行的 pg_ctl · .* no executable pg_ctl in /);
  rmSync(dir, { recursive: true });
});

test.each(['65536', '-1', '80.5', '0x50', '1e3', 'http', '８０'])('refuses PORT=%s in both languages', (port) => {
  expect(() => readConfig({ PORT: port })).toThrow(ConfigError);
  expect(() => readConfig({ PORT: port })).toThrow(/^PORT: 应为 0 … 65535 · expected 0 … 65535$/);
});

test.each(['mysql://db/suyuan', 'db.example:5432', 'postgres://user:very-secret/#@db/suyuan'])(
  'refuses DATABASE_URL=%s and does not repeat it',
  (url) => {
    expect(() => readConfig({ DATABASE_URL: url })).toThrow(/^DATABASE_URL: 应为 postgres:/);
    expect(() => readConfig({ DATABASE_URL: url })).not.toThrow(/very-secret/);
  },
);

test.each([
  ['https://trace.example.com', 'https://trace.example.com'],
  ['HTTPS://Trace.Example.com:443/', 'https://trace.example.com'],
  ['http://192.0.2.7:8080', 'http://192.0.2.7:8080'],
  ['http://[2001:db8::7]:8080', 'http://[2001:db8::7]:8080'],
  ['https://追溯.example', 'https://xn--69w932e.example'],
])('SUYUAN_PUBLIC_URL=%s is the origin %s', (given, origin) => {
  expect(readConfig({ SUYUAN_PUBLIC_URL: given }).publicUrl).toBe(origin);
});

test.each([
  'trace.example.com',
  'localhost:7800',
  '//trace.example.com',
  'ftp://trace.example.com',
  'https://trace.example.com/trace',
  'https://trace.example.com/?',
  'https://trace.example.com#',
  'https://trace.example.com?a=b',
  'https://user:secret@trace.example.com',
  'https://trace.example.com:99999',
  'javascript:alert(1)',
  'https://',
])('refuses SUYUAN_PUBLIC_URL=%s in both languages', (given) => {
  const attempt = () => readConfig({ SUYUAN_PUBLIC_URL: given });
  expect(attempt).toThrow(ConfigError);
  expect(attempt).toThrow(/^SUYUAN_PUBLIC_URL: 应为 https:\/\/trace\.example\.com · expected https:/);
});

test('the local network is let in where it is asked for, by HTTPS at 8443, at all addresses or one', () => {
  expect(readConfig({ SUYUAN_LAN: 'off' }).lan).toBeUndefined();
  expect(readConfig({ SUYUAN_LAN: 'on' }).lan).toEqual({ port: 8443 });
  expect(readConfig({ SUYUAN_LAN: '192.168.1.5', SUYUAN_HTTPS_PORT: '443' }).lan).toEqual({
    host: '192.168.1.5',
    port: 443,
  });
  const files = { SUYUAN_TLS_CERT: 'own.pem', SUYUAN_TLS_KEY: 'own.key' };
  const certificate = { cert: resolve('own.pem'), key: resolve('own.key') };
  expect(readConfig({ ...files, SUYUAN_LAN: '8.8.8.8' }).lan).toEqual({ host: '8.8.8.8', port: 8443, certificate });
});

test.each([
  [{ SUYUAN_LAN: 'yes' }, /^SUYUAN_LAN: 应为 off \| on/],
  [{ SUYUAN_LAN: '8.8.8.8' }, /8\.8\.8\.8 不是局域网地址.*no address of a local network/],
  [{ SUYUAN_LAN: 'on', SUYUAN_HTTPS_PORT: 'x' }, /^SUYUAN_HTTPS_PORT: 应为 0/],
  [{ SUYUAN_LAN: 'on', SUYUAN_TLS_CERT: 'own.pem' }, /须同时设置.*set together/],
  [{ SUYUAN_TLS_CERT: 'own.pem', SUYUAN_TLS_KEY: 'own.key' }, /须同时设置 SUYUAN_LAN=on/],
])('refuses %o', (env, told) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(told);
});

test('names the levels when SUYUAN_LOG is none of them', () => {
  expect(() => readConfig({ SUYUAN_LOG: 'loud' })).toThrow(/^SUYUAN_LOG: .*debug \| info \| warn \| error \| silent/);
});

test('any environment gives settings within their bounds, or says which one it cannot read', () => {
  const value = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
  const env = fc.record({
    PORT: value,
    HOST: value,
    SUYUAN_DATA: value,
    DATABASE_URL: value,
    SUYUAN_LOG: value,
    SUYUAN_POSTGRES_BIN: value,
    SUYUAN_PUBLIC_URL: value,
  });
  fc.assert(
    fc.property(env, (given) => {
      try {
        const config = readConfig(given);
        expect(config.port >= 0 && config.port <= 65_535 && config.host !== '' && isAbsolute(config.dataDir)).toBe(
          true,
        );
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError);
      }
    }),
  );
});
