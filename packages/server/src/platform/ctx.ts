import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from './clock/index.ts';
import type { Db } from './db/index.ts';

/** What a caller may do. `none` is the public: it reads what is public and writes nothing. */
export type Role = 'admin' | 'capture' | 'query' | 'none';

/** Who acts. */
export interface Actor {
  readonly keyId?: string;
  readonly role: Role;
  /** On whose behalf; the public acts for nobody. */
  readonly org?: { readonly no: number; readonly id: string };
}

/** What every use case is given; never global. */
export interface Ctx {
  readonly db: Db;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
}

export const PUBLIC: Actor = { role: 'none' };
