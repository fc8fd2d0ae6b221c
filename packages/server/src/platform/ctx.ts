import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from './clock/index.ts';
import type { Access, DbRole, ReadOptions, Tx } from './db/index.ts';

/**
 * What may be done on behalf of an organisation. `draft` records what waits for a release, `release` lets another's draft in;
 * `supervise` watches over others where there is a jurisdiction, `manage` is people, keys and the organisation's own particulars, `own` its owners and its end, `operate` the installation.
 */
export const RIGHTS = [
  'query',
  'trace',
  'capture',
  'draft',
  'release',
  'audit',
  'supervise',
  'manage',
  'own',
  'operate',
] as const;
export type Right = (typeof RIGHTS)[number];

/** What keys of each role may; none is an owner or runs the installation. As in `identity.find_key`. */
export const KEY_RIGHTS: Readonly<Record<'admin' | 'capture' | 'query', readonly Right[]>> = {
  admin: ['query', 'trace', 'capture', 'draft', 'release', 'audit', 'supervise', 'manage'],
  capture: ['query', 'trace', 'capture'],
  query: ['query', 'trace'],
};

export interface ActingOrganisation {
  readonly no: number;
  readonly id: string;
}

/** From where. */
export interface Caller {
  readonly address: string;
  /** What the program that calls says it is. */
  readonly agent: string | null;
}

/** Who acts. */
export interface Actor {
  /** As what it is known: the public, a person, a key, the program itself. */
  readonly is: 'public' | 'person' | 'key' | 'system';
  readonly rights: ReadonlySet<Right>;
  /** On whose behalf; the public acts for nobody. */
  readonly org?: ActingOrganisation;
  /** Whose membership or key it is, where that is another organisation's than the one it acts for. */
  readonly via?: ActingOrganisation;
  /** How the organisation stands, where that takes rights away. */
  readonly standing?: 'pending' | 'suspended' | 'merged' | 'closed';
  /** Not of the program itself. */
  readonly from?: Caller;
  readonly keyId?: string;
  /** Of a key. */
  readonly role?: string;
  /** Canonical code of the place at which alone a key records. */
  readonly site?: string;
  readonly personId?: string;
  readonly session?: ActorSession;
}

export interface ActorSession {
  readonly id: string;
  /** `second-factor`: asked for one; `enrol`: has to set one up; neither may anything else. */
  readonly stage: 'second-factor' | 'enrol' | 'full';
  readonly methods: readonly string[];
  /** When the person last proved who it is. */
  readonly provenAt: Date;
  readonly endsAt: Date;
  readonly person: string;
}

/** What every use case is given; never global. There is no other way to the database. */
export interface Ctx {
  readonly actor: Actor;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  /**
   * Reads one state of the database, as far as the actor may see it. `chain` sees the shape of chains, whoever recorded
   * them: what comes of it is cut to the actor before anybody sees it. `identity` sees what people sign in with. `maintenance`
   * sees all, for whoever runs the installation.
   */
  read<Result>(
    run: (tx: Tx) => Promise<Result>,
    options?: ReadOptions & { readonly as?: 'chain' | 'identity' | 'maintenance' },
  ): Promise<Result>;
  /** Runs in one transaction, and again where the database asks for that. `ingest` adds records, and reads none. */
  write<Result>(
    run: (tx: Tx) => Promise<Result>,
    options?: { readonly as?: 'ingest' | 'identity' | 'maintenance' },
  ): Promise<Result>;
}

const NONE: ReadonlySet<Right> = new Set();
export const PUBLIC: Actor = { is: 'public', rights: NONE };
const SYSTEM: Actor = { is: 'system', rights: NONE };

export interface CtxDeps extends Pick<Ctx, 'clock' | 'log'> {
  readonly access: Access;
}

export function createCtx({ access, clock, log }: CtxDeps, actor: Actor): Ctx {
  const who = { orgNo: actor.org?.no, keyId: actor.keyId, role: actor.is };
  const own: DbRole = actor.is === 'system' ? 'maintenance' : 'app';
  // Whatever a use case forgets to ask: who may not run the installation never works as it.
  const allowed = (as: DbRole): DbRole => {
    if (as === 'maintenance' && actor.is !== 'system' && !actor.rights.has('operate')) {
      throw new Error('works as the program itself without the right to');
    }
    return as;
  };
  return {
    actor,
    clock,
    log,
    read: async (run, { as = own, ...options } = {}) => access.read({ ...who, as: allowed(as) }, run, options),
    write: async (run, { as = own } = {}) => access.write({ ...who, as: allowed(as) }, run),
  };
}

/** The program itself: what keeps the store, and the command line of whoever has the machine. */
export function systemCtx(deps: CtxDeps): Ctx {
  return createCtx(deps, SYSTEM);
}
