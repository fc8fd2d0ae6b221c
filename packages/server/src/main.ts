/** config → database → migrate → app → listen; and close in mirror order. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { createSequencer } from './modules/integrity/index.ts';
import { loadPages } from './modules/publicwindow/index.ts';
import { systemClock } from './platform/clock/index.ts';
import { complaintOf, migrate, openDatabase, runningEmbedded, serverVersion } from './platform/db/index.ts';
import { createLog } from './platform/log/index.ts';

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function serve(config: Config): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const database = await openDatabase(config, log);
  try {
    await migrate(database.db.pool);
    const behind = complaintOf(await serverVersion(database.db));
    if (behind !== undefined) log.warn(behind);
    const pages = await loadPages();
    const sequencer = createSequencer(database.db, log);
    await sequencer.sequence();
    const app = createApp({ db: database.db, clock: systemClock, log, sequencer, pages });
    const url = await app.listen({ port: config.port, host: config.host });
    if (config.databaseUrl === undefined) writeFileSync(addressFile(config), url);
    return {
      url,
      async close() {
        rmSync(addressFile(config), { force: true });
        await app.close();
        await sequencer.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Where the program that runs on this data directory listens; undefined when none does. */
export async function localServerUrl(config: Config): Promise<string | undefined> {
  const file = addressFile(config);
  if (!existsSync(file) || (await runningEmbedded(config.dataDir)) === undefined) return undefined;
  return readFileSync(file, 'utf8').trim();
}

function addressFile({ dataDir }: Config): string {
  return join(dataDir, 'server.url');
}
