import { type Client, createClient } from '@suyuan/api';
import { type Config, createLog, joinDatabase, localServerUrl, readConfig, serve, withKey } from '@suyuan/server';
import { language } from './language.ts';

export interface ServerAccess {
  readonly client: Client;
  readonly url: string;
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
    return use({ client, url, key: key ?? '' });
  }
  const config = readConfig();
  const running = await localServerUrl(config);
  if (running !== undefined) return withLocalKey(config, running, use);
  const server = await serve({ ...config, port: 0, host: '127.0.0.1' });
  try {
    return await withLocalKey(config, server.url, use);
  } finally {
    await server.close();
  }
}

async function withLocalKey<Result>(
  config: Config,
  url: string,
  use: (access: ServerAccess) => Promise<Result>,
): Promise<Result> {
  const database = await joinDatabase(config, createLog(config.logLevel));
  try {
    return await withKey(database.db, 'admin', (key) =>
      use({ client: createClient({ url, key, language: language() }), url, key }),
    );
  } finally {
    await database.close();
  }
}
