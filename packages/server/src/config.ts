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

export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const databaseUrl = env.DATABASE_URL === undefined || env.DATABASE_URL === '' ? undefined : env.DATABASE_URL;
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw wrong('DATABASE_URL', 'postgres://user:password@host:5432/database');
  }
  const logLevel = LOG_LEVELS.find((level) => level === (env.SUYUAN_LOG ?? 'warn'));
  if (logLevel === undefined) throw wrong('SUYUAN_LOG', LOG_LEVELS.join(' | '));
  return {
    port: readPort(env.PORT),
    host: env.HOST ?? '127.0.0.1',
    dataDir: resolve(env.SUYUAN_DATA ?? './data'),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    logLevel,
  };
}

const PORT_DEFAULT = 7800;

function readPort(given: string | undefined): number {
  if (given === undefined || given === '') return PORT_DEFAULT;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw wrong('PORT', '0 … 65535');
  return port;
}

function wrong(name: string, expected: string): ConfigError {
  return new ConfigError(`${name}: 应为 ${expected} · expected ${expected}`);
}
