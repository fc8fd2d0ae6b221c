/** The only reader of the environment. */
import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { type CertificateFiles, isVouchedFor } from './modules/reach/index.ts';
import type { LogLevel } from './platform/log/index.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where the public reaches the server, an origin such as `https://trace.example.com`; where it listens if not set. */
  readonly publicUrl?: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Addresses or networks of the proxies before the server. */
  readonly trustedProxies?: readonly string[];
  /** Organisations may come by themselves, and wait to be approved. */
  readonly isRegistrationOpen?: boolean;
  /** Keys that secrets are sealed under, `1:base64,…`; files of the data directory if not set. */
  readonly secretKeys?: string;
  /** Password of the first person, `admin`, where there is nobody yet; a link for once if not set. */
  readonly adminPassword?: string;
  /** A PostgreSQL server in place of the embedded one. */
  readonly databaseUrl?: string;
  /** Where the programs of a PostgreSQL lie that is used for the embedded database; absolute. */
  readonly postgresBin?: string;
  /** Phones of the local network are let in, by TLS; nobody outside of this machine if not set. */
  readonly lan?: LanConfig;
  /** An installation to look around in, which another one started. */
  readonly isDemonstration?: boolean;
  readonly logLevel: LogLevel;
}

export interface LanConfig {
  readonly port: number;
  /** The one address of this machine that is listened at; all if not set. */
  readonly host?: string;
  /** A certificate of one's own; one of this installation's authority if not set. */
  readonly certificate?: CertificateFiles;
}

/** A setting that cannot be read; the message names it in both languages. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const LOG_LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/** Reads the settings; one that is empty counts as not set. Throws `ConfigError`. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = (name: string): string | undefined => env[name]?.trim() || undefined;
  const databaseUrl = read('DATABASE_URL');
  if (databaseUrl !== undefined && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl))) {
    // Not repeated: it may hold a password, one with an unescaped / or # above all.
    throw wrong('DATABASE_URL', 'postgres://user:password@host:5432/database');
  }
  const given = read('SUYUAN_LOG') ?? 'warn';
  const logLevel = LOG_LEVELS.find((level) => level === given);
  if (logLevel === undefined) throw wrong('SUYUAN_LOG', LOG_LEVELS.join(' | '));
  const publicUrl = readPublicUrl(read('SUYUAN_PUBLIC_URL'));
  const trustedProxies = readProxies(read('SUYUAN_TRUSTED_PROXIES'));
  const registration = read('SUYUAN_REGISTRATION') ?? 'closed';
  if (registration !== 'closed' && registration !== 'approved') throw wrong('SUYUAN_REGISTRATION', 'closed | approved');
  const secretKeys = read('SUYUAN_SECRET_KEYS');
  const adminPassword = read('SUYUAN_ADMIN_PASSWORD');
  const lan = readLan(read);
  const postgresBin = readPostgresBin(read('SUYUAN_POSTGRES_BIN'));
  return {
    port: readPort('PORT', read('PORT')) ?? PORT_DEFAULT,
    // An empty HOST must not become every interface of the machine.
    host: read('HOST') ?? '127.0.0.1',
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(trustedProxies === undefined ? {} : { trustedProxies }),
    ...(secretKeys === undefined ? {} : { secretKeys }),
    ...(adminPassword === undefined ? {} : { adminPassword }),
    ...(registration === 'closed' ? {} : { isRegistrationOpen: true }),
    dataDir: resolve(read('SUYUAN_DATA') ?? './data'),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(postgresBin === undefined ? {} : { postgresBin }),
    ...(lan === undefined ? {} : { lan }),
    ...(read('SUYUAN_DEMONSTRATION') === 'on' ? { isDemonstration: true } : {}),
    logLevel,
  };
}

const PORT_DEFAULT = 7800;
const HTTPS_PORT_DEFAULT = 8443;
const PORT_MAX = 65_535;

function readPort(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > PORT_MAX) throw wrong(name, `0 … ${PORT_MAX}`);
  return port;
}

/** `on`, or the one address of this machine that is opened. */
function readLan(read: (name: string) => string | undefined): LanConfig | undefined {
  const given = read('SUYUAN_LAN') ?? 'off';
  const isAddress = isIP(given) !== 0;
  if (given !== 'on' && given !== 'off' && !isAddress) throw wrong('SUYUAN_LAN', 'off | on | 192.168.1.5');
  const port = readPort('SUYUAN_HTTPS_PORT', read('SUYUAN_HTTPS_PORT')) ?? HTTPS_PORT_DEFAULT;
  const [cert, key] = [read('SUYUAN_TLS_CERT'), read('SUYUAN_TLS_KEY')];
  if ((cert === undefined) !== (key === undefined)) {
    throw new ConfigError('SUYUAN_TLS_CERT、SUYUAN_TLS_KEY：须同时设置 · are set together or not at all');
  }
  const certificate = cert === undefined || key === undefined ? undefined : { cert: resolve(cert), key: resolve(key) };
  if (given === 'off') {
    if (certificate === undefined) return undefined;
    throw new ConfigError('SUYUAN_TLS_CERT：须同时设置 SUYUAN_LAN=on · needs SUYUAN_LAN=on beside it');
  }
  if (isAddress && certificate === undefined && !isVouchedFor(given)) {
    throw new ConfigError(
      `SUYUAN_LAN：${given} 不是局域网地址，须用 SUYUAN_TLS_CERT 指定证书 · ` +
        `SUYUAN_LAN: ${given} is no address of a local network, and needs a certificate of its own, SUYUAN_TLS_CERT`,
    );
  }
  return { port, ...(isAddress ? { host: given } : {}), ...(certificate === undefined ? {} : { certificate }) };
}

/** Scheme, host and port, and nothing that would get lost: addresses are made by putting a path behind it. */
function readPublicUrl(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.parse(given);
  // A password, a path or a query would make it differ from its own origin.
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin || /[?#]/.test(given)) throw wrong('SUYUAN_PUBLIC_URL', 'https://trace.example.com');
  return url.origin;
}

/** Addresses, or networks such as 10.0.0.0/8: never everybody. */
function readProxies(given: string | undefined): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const proxies = given.split(/[\s,]+/).filter((part) => part !== '');
  if (proxies.every(isNetwork)) return proxies;
  throw wrong('SUYUAN_TRUSTED_PROXIES', '10.0.0.2, 10.1.0.0/16, fd00::/8');
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

const POSTGRES_PROGRAMS = ['initdb', 'postgres', 'pg_ctl'];

function readPostgresBin(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const dir = resolve(given);
  const missing = POSTGRES_PROGRAMS.filter((name) => !isProgram(join(dir, name)));
  if (missing.length === 0) return dir;
  throw new ConfigError(
    `SUYUAN_POSTGRES_BIN：${dir} 中没有可执行的 ${missing.join('、')} · ` +
      `SUYUAN_POSTGRES_BIN: no executable ${missing.join(', ')} in ${dir}`,
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(process.platform === 'win32' ? `${path}.exe` : path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function wrong(name: string, expected: string): ConfigError {
  return new ConfigError(`${name}: 应为 ${expected} · expected ${expected}`);
}
