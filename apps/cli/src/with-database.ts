import { createLog, joinDatabase, migrate, type OpenDatabase, readConfig } from '@suyuan/server';

/** How far a migration of data is, for whoever waits. */
export function tellProgress(name: string, done: number, total: number): void {
  process.stderr.write(`${name}: ${done}/${total}\n`);
}

/** The database of the local installation, migrated, for the time of a command. */
export async function withDatabase(use: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const config = readConfig();
  const database = await joinDatabase(config, createLog(config.logLevel));
  try {
    await migrate(database.db.pool, { onProgress: tellProgress });
    await use(database);
  } finally {
    await database.close();
  }
}
