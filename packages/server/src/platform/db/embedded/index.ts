/** PostgreSQL from npm, in the data directory: `server.ts` runs it, `cluster.ts` makes its files. */
import { accessSync, constants, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Logger } from '../../log/index.ts';
import type { Connection } from '../pool.ts';
import { UnfitDatabase } from '../unfit.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { clusterDir, ensureCluster, newPassword, readAccess, writeAccess } from './cluster.ts';
import { stopOrphan } from './orphan.ts';
import { isDataDirectoryLocked, lockDataDirectory } from './program-lock.ts';
import { prepareDatabase, programConnection, superuserConnection } from './program-role.ts';
import { databaseUser, openWay } from './run-as.ts';
import { type ServerSetting, StartCollided, type SupervisedServer, superviseServer } from './server.ts';

export { DataDirectoryInUse } from './program-lock.ts';

export interface EmbeddedPostgres extends Connection {
  /** For what the program's own role may not: other databases and roles. On the maintenance database. */
  readonly superuser: Connection;
  /** Process id of the server that runs now. */
  pid(): number | undefined;
  /** Stops the server; what is under way is rolled back. */
  close(): Promise<void>;
}

const START_ATTEMPTS = 8;

/**
 * Opens the database of this data directory, made at the first start.
 * Throws `DataDirectoryInUse`, and `UnfitDatabase` when it cannot be opened.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  log: Logger,
  postgresBin?: string,
): Promise<EmbeddedPostgres> {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const unlock = await lockDataDirectory(dataDir);
    try {
      const { server, ...connections } = await startLocked(realpathSync(dataDir), await findBinaries(postgresBin), log);
      return {
        ...connections,
        pid: server.pid,
        async close() {
          try {
            await server.stop();
          } finally {
            await unlock();
          }
        },
      };
    } catch (error) {
      await unlock();
      throw error;
    }
  } catch (error) {
    throw isFileError(error) ? unusable(dataDir, error) : error;
  }
}

async function startLocked(
  dataDir: string,
  found: Binaries,
  log: Logger,
): Promise<Connection & { server: SupervisedServer; superuser: Connection }> {
  const { binaries, who } = openWay(dataDir, found, databaseUser(dataDir));
  const { password, programPassword = newPassword() } = await ensureCluster(dataDir, binaries, who);
  await stopOrphan(dataDir, { password }, { binaries, who });
  // Until the new port is known, nobody shall take the old one for it.
  writeAccess(dataDir, { password, programPassword, port: 0 });
  const { server, port } = await startSomewhere({ dataDir, binaries, who, password }, log);
  try {
    const access = { password, programPassword, port };
    await prepareDatabase(access);
    writeAccess(dataDir, access);
    return { server, superuser: superuserConnection(access), ...programConnection(access) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function unusable(dataDir: string, cause: NodeJS.ErrnoException): UnfitDatabase {
  return new UnfitDatabase(
    `无法使用数据目录 ${dataDir} · the data directory ${dataDir} cannot be used: ${cause.message}`,
    { cause },
  );
}

/** Another program may take a free port before the server has it; then another port is tried. */
async function startSomewhere(
  setting: Omit<ServerSetting, 'port'>,
  log: Logger,
): Promise<{ server: SupervisedServer; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { server: await superviseServer({ ...setting, port }, log), port };
    } catch (error) {
      if (attempt === START_ATTEMPTS || !(error instanceof StartCollided)) throw error;
      // Processes of a killed server live on for a moment and hold its shared memory.
      await new Promise((done) => setTimeout(done, 250 * attempt));
    }
  }
}

/** The longest a first start takes on a slow disk; a replay that takes longer is better asked for again. */
const STARTING_MS = 60_000;

/** How to reach the database of a program that runs on this data directory; undefined when none does. */
export async function runningEmbedded(dataDir: string): Promise<Connection | undefined> {
  if (statSync(dataDir, { throwIfNoEntry: false }) === undefined) return undefined;
  const deadline = Date.now() + STARTING_MS;
  while (Date.now() < deadline && (await isDataDirectoryLocked(dataDir))) {
    const { port, programPassword } = readAccess(dataDir) ?? {};
    if (port && programPassword !== undefined) return programConnection({ port, programPassword });
    await new Promise((done) => setTimeout(done, 100));
  }
  return undefined;
}

/** Stops what a killed program left running on this data directory and removes the directory; not while in use. */
export async function removeAbandoned(dataDir: string): Promise<void> {
  const unlock = await lockDataDirectory(dataDir);
  try {
    const access = readAccess(dataDir);
    if (access !== undefined && statSync(clusterDir(dataDir), { throwIfNoEntry: false }) !== undefined) {
      await stopOrphan(dataDir, access, openWay(dataDir, await findBinaries(), databaseUser(dataDir)));
    }
    rmSync(dataDir, { recursive: true, force: true });
  } finally {
    await unlock();
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
