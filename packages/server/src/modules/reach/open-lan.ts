/** The door for phones of the local network: its certificate, its listener, and what is told of both. */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock/index.ts';
import { addTlsListener } from '../../platform/http/tls-listener.ts';
import type { Logger } from '../../platform/log/index.ts';
import { type CertificateFiles, openFileSource } from './file-source.ts';
import { keepFresh } from './keep-fresh.ts';
import { openLocalSource } from './local-source.ts';
import type { Machine } from './machine.ts';
import { createReach, type Reach } from './reach.ts';

export interface LanOptions {
  readonly port: number;
  /** The one address of this machine that is listened at; all if not given. */
  readonly host?: string | undefined;
  /** A certificate of one's own; one of this installation's authority if not given. */
  readonly certificate?: CertificateFiles | undefined;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly machine: () => Machine;
}

export interface Lan {
  readonly reach: Reach;
  /** Hangs the door into an app that does not listen yet; the app's close closes it. */
  addTo(app: FastifyInstance, log: Logger): Door;
}

export interface Door {
  /** Listens. Call it when the app does. */
  open(): Promise<void>;
  /** Looks now whether another certificate is due, which it else does by itself. */
  look(): void;
  /** Ends at once what is still open. */
  cut(): void;
  /** Resolves when the app was closed and the last connection is. */
  readonly closed: Promise<void>;
}

/** @throws KeyError where the certificate or the files of the authority cannot be used */
export function openLan({ port, host, certificate, dataDir, clock, machine }: LanOptions): Lan {
  const source =
    certificate === undefined
      ? openLocalSource({ dir: join(dataDir, 'keys'), clock, machine, only: host })
      : openFileSource(certificate);
  let listeningPort = port;
  return {
    reach: createReach(source, () => listeningPort),
    addTo(app, log) {
      const listener = addTlsListener(app, { port, host, credentials: source.credentials });
      const fresh = keepFresh(source, listener, log);
      app.addHook('preClose', async () => fresh.stop());
      return {
        async open() {
          listeningPort = await listener.listen();
        },
        look: () => fresh.look(),
        cut: () => listener.cut(),
        closed: listener.closed,
      };
    },
  };
}
