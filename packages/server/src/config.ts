/** The only reader of the environment. */
import { resolve } from 'node:path';
import type { LogLevel } from './platform/log/index.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** A PostgreSQL server in place of the embedded one. */
  readonly databaseUrl?: string;
  readonly logLevel: LogLevel;
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
  return {
    port: readPort(read('PORT')),
    // An empty HOST must not become every interface of the machine.
    host: read('HOST') ?? '127.0.0.1',
    dataDir: resolve(read('SUYUAN_DATA') ?? './data'),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    logLevel,
  };
}

const PORT_DEFAULT = 7800;
const PORT_MAX = 65_535;

function readPort(given: string | undefined): number {
  if (given === undefined) return PORT_DEFAULT;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > PORT_MAX) throw wrong('PORT', `0 … ${PORT_MAX}`);
  return port;
}

function wrong(name: string, expected: string): ConfigError {
  return new ConfigError(`${name}: 应为 ${expected} · expected ${expected}`);
}
