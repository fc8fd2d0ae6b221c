import {
  type Config,
  type Ctx,
  createLog,
  joinDatabase,
  migrate,
  type OpenDatabase,
  readConfig,
  systemClock,
  systemCtx,
} from '@suyuan/server';

/** How far a migration of data is, for whoever waits. */
export function tellProgress(name: string, done: number, total: number): void {
  process.stderr.write(`${name}: ${done}/${total}\n`);
}

/** The database as the program itself: whoever has the machine. */
export interface LocalDatabase extends Pick<OpenDatabase, 'owner'> {
  readonly ctx: Ctx;
}

/** The database of the local installation as it is, for the time of a command. */
export async function withJoinedDatabase<Result>(
  config: Config,
  use: (database: LocalDatabase) => Promise<Result>,
): Promise<Result> {
  const log = createLog(config.logLevel);
  const { access, owner, close } = await joinDatabase(config, log);
  try {
    return await use({ ctx: systemCtx({ access, clock: systemClock, log }), owner });
  } finally {
    await close();
  }
}

/** The same, migrated. */
export async function withDatabase(use: (database: LocalDatabase) => Promise<void>): Promise<void> {
  await withJoinedDatabase(readConfig(), async (database) => {
    await migrate(database.owner, { onProgress: tellProgress });
    await use(database);
  });
}
