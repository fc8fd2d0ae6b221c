/** config → database → migrate → app → listen; and close in mirror order. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { Problem, problemBody } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import { type AppDeps, createApp } from './app.ts';
import { type Config, ConfigError } from './config.ts';
import { type ImportingGiven, keepImportingApart } from './importing-thread.ts';
import { type JudgingGiven, keepJudgingApart } from './judging-thread.ts';
import { listen } from './listen.ts';
import { type Judging, judgeAnew, keepJudging } from './modules/compliance/index.ts';
import type { ConsoleAssets } from './modules/console/index.ts';
import type { DemonstrationHost } from './modules/demonstration/index.ts';
import { keepTelling } from './modules/disclosure/index.ts';
import { isOutdated, openSpoolFolder, reindex } from './modules/events/index.ts';
import {
  beginFirstStart,
  type Keyring,
  keepTidy,
  linkAddress,
  openKeyring,
  openSigningKey,
} from './modules/identity/index.ts';
import { createSequencer } from './modules/integrity/index.ts';
import type { PublicPages } from './modules/publicwindow/index.ts';
import { type Door, openLan, thisMachine } from './modules/reach/index.ts';
import { openShelf, type PackShelf } from './modules/standards/index.ts';
import { systemClock } from './platform/clock/index.ts';
import { type Ctx, systemCtx } from './platform/ctx.ts';
import {
  complaintOf,
  migrate,
  type OpenDatabase,
  openDatabase,
  type Queryable,
  runningEmbedded,
  serverVersion,
} from './platform/db/index.ts';
import { createLog } from './platform/log/index.ts';
import { keepWalkingApart, type WalkingGiven } from './walking-thread.ts';

export interface RunningServer {
  readonly url: string;
  /** Opens the installation to its first person, once; not there where there is somebody already. */
  readonly firstStart?: string;
  /** Where phones of the local network reach the server, the best first; not there where it is not opened to them. */
  readonly lanAddresses?: readonly string[];
  close(): Promise<void>;
}

/**
 * What is under way when the program is told to stop may end within this time: a trace, a capture that was received. An
 * upload over a slow line would take an hour, and is sent again.
 */
const DRAIN_MS = 10_000;

/** What a server may have beside the public window. */
export interface Beside {
  /** The account area; asked for once the database is open, since the first time it is built. */
  readonly loadConsole?: () => Promise<ConsoleAssets>;
  /** Records are judged, files read and traces walked in the answering thread if not given. */
  readonly startThread?: StartThread;
  /** Not offered if not given. */
  readonly demonstration?: DemonstrationHost;
}

/** `loadPages` gives what draws the public window; asked once the database is open, since the first time that builds. */
export async function serve(
  config: Config,
  loadPages: () => Promise<PublicPages>,
  { loadConsole, startThread, demonstration }: Beside = {},
): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const database = await openDatabase(config, log);
  try {
    await migrate(database.owner, {
      onProgress: (migration, done, total) => log.info({ migration, done, total }, 'moving data'),
    });
    const behind = complaintOf(await serverVersion(database.owner), {
      isEmbedded: database.embedded !== undefined,
    });
    if (behind !== undefined) log.warn(behind);
    const pages = await loadPages();
    const console = await loadConsole?.();
    const { access } = database;
    const ctx = systemCtx({ access, clock: systemClock, log });
    const shelf = openShelf(ctx);
    let nudge = (): void => undefined;
    const sequencer = createSequencer(ctx, { onSequenced: () => nudge() });
    await sequencer.sequence();
    const spoolFolder = openSpoolFolder(config.dataDir, { isAlone: config.databaseUrl === undefined });
    const { publicUrl, isDemonstration } = config;
    const keyring = keyringOf(config);
    const firstToken = await beginFirstStart(ctx, config.adminPassword).catch(adminPasswordRefused);
    const lan = lanOf(config);
    // Once nothing is left that may keep the program from starting.
    const judging = beginJudging(ctx, { packs: shelf.packs, config, database, startThread });
    nudge = judging.nudge;
    const app = createApp({
      access,
      clock: systemClock,
      log,
      sequencer,
      spoolFolder,
      keyring,
      shelf,
      signingKey: openSigningKey(join(config.dataDir, 'keys')),
      backup: backupOf(config, database),
      pages,
      console,
      publicUrl,
      trustedProxies: config.trustedProxies,
      isRegistrationOpen: config.isRegistrationOpen,
      isDemonstration,
      demonstration: config.databaseUrl === undefined && isDemonstration !== true ? demonstration : undefined,
      reach: lan?.reach,
      ...beginApart(ctx, { config, database, startThread }, () => nudge()),
    });
    const door = lan?.addTo(app, log);
    const url = await listen(app, door, config).catch(async (error: unknown) => {
      await closeWithin(app, door, DRAIN_MS);
      await sequencer.close();
      await judging.close();
      spoolFolder.remove();
      throw error;
    });
    if (config.databaseUrl === undefined) writeFileSync(addressFile(config), url);
    const upToDate = bringUpToDate(ctx, database.owner);
    const tidy = keepTidy(ctx);
    const telling = keepTelling(ctx);
    return {
      url,
      ...(firstToken === undefined ? {} : { firstStart: linkAddress(publicUrl ?? url, firstToken) }),
      ...(lan === undefined ? {} : { lanAddresses: lan.reach.addresses() }),
      async close() {
        rmSync(addressFile(config), { force: true });
        await Promise.all([closeWithin(app, door, DRAIN_MS), demonstration?.close()]);
        tidy.stop();
        await telling.stop();
        await upToDate.stop();
        await sequencer.close();
        await judging.close();
        await database.close();
        spoolFolder.remove();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function lanOf({ lan, dataDir }: Config): ReturnType<typeof openLan> | undefined {
  return lan && openLan({ ...lan, dataDir, clock: systemClock, machine: thisMachine });
}

/** Starts a thread that runs the program with this as its `workerData`. */
export type StartThread = (given: JudgingGiven | ImportingGiven | WalkingGiven) => Worker;

interface ThreadWith {
  readonly startThread: StartThread | undefined;
  readonly config: Config;
  readonly database: OpenDatabase;
}

interface JudgingWith extends ThreadWith {
  readonly packs: PackShelf['packs'];
}

/** In a thread of its own where there may be one. */
function beginJudging(ctx: Ctx, { config, database, packs, startThread }: JudgingWith): Judging {
  const connectionString = config.databaseUrl ?? database.embedded?.connectionString;
  return startThread === undefined || connectionString === undefined
    ? keepJudging({ ctx, packs, resting: () => 1 })
    : keepJudgingApart(() => startThread({ task: 'judging', connectionString, logLevel: config.logLevel }), ctx.log);
}

/** Reading of files and walking of traces, in threads of their own where there may be some; absent where not. */
function beginApart(
  program: Ctx,
  { config, database, startThread }: ThreadWith,
  onSequenced: () => void,
): Pick<AppDeps, 'importing' | 'walkers'> {
  const connectionString = config.databaseUrl ?? database.embedded?.connectionString;
  if (startThread === undefined || connectionString === undefined) return {};
  const { dataDir, secretKeys, logLevel } = config;
  const given = { task: 'importing', connectionString, dataDir, logLevel } as const;
  const start = () => startThread({ ...given, ...(secretKeys === undefined ? {} : { secretKeys }) });
  return {
    importing: keepImportingApart({ start, program, onSequenced }),
    walkers: keepWalkingApart(() => startThread({ task: 'walking', connectionString, logLevel }), program.log),
  };
}

/** What is on a database server of its own is not for a browser to carry away. */
function backupOf({ databaseUrl, dataDir }: Config, { owner }: OpenDatabase) {
  return databaseUrl === undefined ? { owner, keysDir: join(dataDir, 'keys') } : undefined;
}

/** A password that would be refused of anybody else is told as the setting that it comes from. */
function adminPasswordRefused(error: unknown): never {
  if (!(error instanceof Problem)) throw error;
  const [zh, en] = (['zh', 'en'] as const).map((language) => problemBody(error, language, 'v1').title);
  throw new ConfigError(`SUYUAN_ADMIN_PASSWORD：${zh} · ${en}`);
}

/** Derives anew what an older program derived, while requests are answered; goes on at the next start where it is stopped. */
function bringUpToDate(ctx: Ctx, owner: Queryable): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    if (!(await isOutdated(ctx))) return;
    await reindex(ctx, owner, {
      signal: stopping.signal,
      onProgress: (done, total) => ctx.log.info({ done, total }, 'deriving events anew'),
    });
    if (!stopping.signal.aborted) await judgeAnew(ctx);
  };
  const done = run().catch((error: unknown) =>
    ctx.log.error({ err: error }, 'deriving events anew: see suyuan reindex'),
  );
  return {
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

/** The keys that secrets are sealed under: never in the database. */
export function keyringOf({ secretKeys, dataDir }: Config): Keyring {
  return openKeyring(secretKeys === undefined ? { dir: join(dataDir, 'keys') } : { keys: secretKeys });
}

/** Takes nothing new, waits for what is under way, and cuts what takes longer. */
async function closeWithin(app: FastifyInstance, door: Door | undefined, ms: number): Promise<void> {
  const cut = setTimeout(() => {
    app.server.closeAllConnections();
    door?.cut();
  }, ms);
  await app.close();
  await door?.closed;
  clearTimeout(cut);
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
