import { type Client, createClient } from '@suyuan/api';
import { ensureBuilt } from '@suyuan/public';
import { type Config, localServerUrl, readConfig, serve, withKey } from '@suyuan/server';
import { language } from './language.ts';
import { withJoinedDatabase } from './with-database.ts';

export interface ServerAccess {
  readonly client: Client;
  readonly url: string;
  /** Whether it goes on running when the command has ended. */
  readonly stays: boolean;
  /** A key for the time of the command. */
  readonly key: string;
}

/**
 * Lends a client: of the server at SUYUAN_URL with SUYUAN_API_KEY, else of the local installation, which is opened
 * for the time of the command when it does not run. Whoever may read the data directory may do everything there, so
 * the local one needs no key to be given.
 */
export async function withServer<Result>(use: (access: ServerAccess) => Promise<Result>): Promise<Result> {
  const { SUYUAN_URL: url, SUYUAN_API_KEY: key } = process.env;
  if (url !== undefined && url !== '') {
    const client = createClient({ url, language: language(), ...(key === undefined ? {} : { key }) });
    return use({ client, url, stays: true, key: key ?? '' });
  }
  const config = readConfig();
  const running = await localServerUrl(config);
  if (running !== undefined) return withLocalKey(config, (key) => use(local(running, key, true)));
  const server = await serve({ ...config, port: 0, host: '127.0.0.1' }, ensureBuilt);
  try {
    return await withLocalKey(config, (key) => use(local(server.url, key, false)));
  } finally {
    await server.close();
  }
}

function local(url: string, key: string, stays: boolean): ServerAccess {
  return { client: createClient({ url, key, language: language() }), url, stays, key };
}

function withLocalKey<Result>(config: Config, use: (key: string) => Promise<Result>): Promise<Result> {
  return withJoinedDatabase(config, ({ ctx }) => withKey(ctx, 'admin', use));
}

/** Where the local installation will be reached when it runs; undefined where the system chooses the port. */
export function futureUrl(): string | undefined {
  const { host, port } = readConfig();
  if (port === 0) return undefined;
  const isEvery = host === '0.0.0.0' || host === '::';
  return `http://${isEvery ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
