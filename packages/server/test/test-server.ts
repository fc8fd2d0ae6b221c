import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@suyuan/api';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { createApp } from '../src/app.ts';
import type { ConsoleAssets } from '../src/modules/console/index.ts';
import { type Interlock, openSpoolFolder, type SpoolFolder } from '../src/modules/events/index.ts';

import {
  createKey,
  createOidcClient,
  type Keyring,
  openKeyring,
  openSigningKey,
} from '../src/modules/identity/index.ts';

import { createSequencer } from '../src/modules/integrity/index.ts';
import { type Door, type LanOptions, openLan } from '../src/modules/reach/index.ts';
import { type Clock, systemClock } from '../src/platform/clock/index.ts';
import { createLog, type Logger } from '../src/platform/log/index.ts';
import type { Walkers } from '../src/walking-thread.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

export interface TestServer {
  readonly app: FastifyInstance;
  readonly url: string;
  /** Every route, as it was declared. */
  readonly routes: readonly RouteOptions[];
  readonly database: TestDatabase;
  /** With a key of role `capture`, speaking English. */
  readonly client: Client;
  readonly key: string;
  readonly spoolFolder: SpoolFolder;
  readonly keyring: Keyring;
  readonly dataDir: string;
  /** For phones of the local network, which here are on this machine too; there is none unless it was asked for. */
  readonly door: Door | undefined;
  close(): Promise<void>;
}

/** A server on loopback over a database of its own. Pages are left undrawn: their model comes back as JSON. */
export async function testServer({
  assetsDir = import.meta.dirname,
  log = createLog('silent'),
  publicUrl,
  interlock,
  trustedProxies,
  console,
  isRegistrationOpen,
  offersBackup = true,
  lan: lanOptions,
  clock = systemClock,
  beside,
  walkers,
}: {
  readonly assetsDir?: string;
  readonly log?: Logger;
  readonly publicUrl?: string;
  readonly interlock?: Interlock;
  readonly trustedProxies?: readonly string[];
  readonly isRegistrationOpen?: boolean;
  readonly offersBackup?: boolean;
  readonly console?: ConsoleAssets;
  readonly clock?: Clock;
  readonly lan?: Pick<LanOptions, 'clock' | 'machine'>;
  /** Another program on the database of this one, which is closed first. */
  readonly beside?: TestServer;
  /** Who walks in its threads, on the database at this address; it walks in the answering thread if not given. */
  readonly walkers?: (databaseUrl: string) => Walkers;
} = {}): Promise<TestServer> {
  const database = beside?.database ?? (await testDatabase());
  // Not named as directories of runs are: other runs remove those that hold no lock, and this one would lose its keys.
  const dataDir = mkdtempSync(join(tmpdir(), 'suyuan-server-'));
  const keyring = beside?.keyring ?? openKeyring({ dir: join(dataDir, 'keys') });
  const spoolFolder = openSpoolFolder(dataDir, { isAlone: true });
  const sequencer = createSequencer(database.ctx);
  const pages = {
    renderPage: (model: unknown) => JSON.stringify(model),
    PAGE_HEADERS: { 'content-type': 'text/html; charset=utf-8' },
    assetsDir,
  };
  const lan = lanOptions && openLan({ ...lanOptions, port: 0, host: '127.0.0.1', dataDir });
  const app = createApp({
    access: database.access,
    clock,
    log,
    sequencer,
    spoolFolder,
    keyring,
    oidc: createOidcClient({ allowInsecure: true }),
    signingKey: openSigningKey(join(dataDir, 'keys')),
    trustedProxies,
    isRegistrationOpen,
    backup: offersBackup ? { owner: database.owner, keysDir: join(dataDir, 'keys') } : undefined,
    pages,
    console,
    publicUrl,
    interlock,
    reach: lan?.reach,
    walkers: walkers?.(database.url),
  });
  const door = lan?.addTo(app, log);
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  await door?.open();
  const key = await createKey(database.db, { role: 'capture' });
  return {
    app,
    url,
    routes,
    database,
    key,
    spoolFolder,
    keyring,
    dataDir,
    door,
    client: createClient({ url, key, language: 'en' }),
    async close() {
      await app.close();
      await door?.closed;
      await sequencer.close();
      if (beside === undefined) await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
