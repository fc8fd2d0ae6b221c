import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from './clock/index.ts';
import type { Access, DbRole, ReadOptions, Tx } from './db/index.ts';

/** What a caller may do. `none` is the public: it reads what is public and writes nothing. `system` is the program itself. */
export type Role = 'admin' | 'capture' | 'query' | 'none' | 'system';

/** Who acts. */
export interface Actor {
  readonly keyId?: string;
  readonly role: Role;
  /** On whose behalf; the public acts for nobody. */
  readonly org?: { readonly no: number; readonly id: string };
}

/** What every use case is given; never global. There is no other way to the database. */
export interface Ctx {
  readonly actor: Actor;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  /**
   * Reads one state of the database, as far as the actor may see it. `chain` sees the shape of chains, whoever recorded
   * them: what comes of it is cut to the actor before anybody sees it.
   */
  read<Result>(run: (tx: Tx) => Promise<Result>, options?: ReadOptions & { readonly as?: 'chain' }): Promise<Result>;
  /** Runs in one transaction, and again where the database asks for that. `ingest` adds records, and reads none. */
  write<Result>(run: (tx: Tx) => Promise<Result>, options?: { readonly as?: 'ingest' }): Promise<Result>;
}

export const PUBLIC: Actor = { role: 'none' };
const SYSTEM: Actor = { role: 'system' };

/** As whom the database knows them. */
const DB_ROLES: Readonly<Record<Role, DbRole>> = {
  admin: 'app',
  capture: 'app',
  query: 'app',
  none: 'app',
  system: 'maintenance',
};

export interface CtxDeps extends Pick<Ctx, 'clock' | 'log'> {
  readonly access: Access;
}

export function createCtx({ access, clock, log }: CtxDeps, actor: Actor): Ctx {
  const who = { orgNo: actor.org?.no, keyId: actor.keyId, role: actor.role };
  const own = DB_ROLES[actor.role];
  return {
    actor,
    clock,
    log,
    read: (run, { as = own, ...options } = {}) => access.read({ ...who, as }, run, options),
    write: (run, { as = own } = {}) => access.write({ ...who, as }, run),
  };
}

/** The program itself: what keeps the store, and the command line of whoever has the machine. */
export function systemCtx(deps: CtxDeps): Ctx {
  return createCtx(deps, SYSTEM);
}
