/** The one way to the database: transactions as a role, on behalf of somebody. */
import pg from 'pg';
import { type Connection, createDb, createPool, type Db, type Tx } from './pool.ts';
import { connectionAs, DB_ROLES, type DbRole } from './roles.ts';

/** As which role and on whose behalf: settings of the transaction, which row-level security reads. */
export interface Acting {
  readonly as: DbRole;
  /** The organisation's number; without one no row of an organisation is seen. */
  readonly orgNo?: number | undefined;
  readonly keyId?: string | undefined;
  readonly role: string;
}

export interface ReadOptions {
  /** It makes temporary tables, which a transaction that only reads may not. */
  readonly writesTemporary?: boolean;
}

export interface Access {
  /** Reads one state of the database, however many statements it takes. */
  read<Result>(who: Acting, run: (tx: Tx) => Promise<Result>, options?: ReadOptions): Promise<Result>;
  /** Runs in one transaction; runs again, a few times, when the database asks for that (deadlock, serialisation). */
  write<Result>(who: Acting, run: (tx: Tx) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/**
 * Connections that one program holds, of a hundred that PostgreSQL gives by default: twenty-two, and one of the owner while it
 * migrates. Four programs fit (a server and three commands beside it), or one and 74 connections of others, such as reports.
 */
export const CONNECTIONS_MAX: Readonly<Record<DbRole, number>> = {
  app: 6,
  ingest: 5,
  // As many as there are look-ups of the public and traces at once; others wait.
  chain: 5,
  // Short statements; what takes time, hashing a password, holds none.
  identity: 2,
  // The sequencer, a reader of the log, and two of whoever derives anew.
  maintenance: 4,
};

export function createAccess(owner: Connection): Access {
  const pools = DB_ROLES.map((role) => [role, createPool(connectionAs(owner, role), CONNECTIONS_MAX[role])] as const);
  const clients = new Set<pg.PoolClient>();
  for (const [, pool] of pools) {
    pool.on('connect', (client) => clients.add(client));
    pool.on('remove', (client) => clients.delete(client));
  }
  const dbs = new Map(pools.map(([role, pool]) => [role, createDb(pool)]));
  const dbOf = (role: DbRole): Db => {
    const db = dbs.get(role);
    if (db === undefined) throw new Error(`no connections as ${role}`);
    return db;
  };
  return {
    read(who, run, { writesTemporary = false } = {}) {
      const mode = writesTemporary ? 'read write' : 'read only';
      return dbOf(who.as).transaction(run, `begin isolation level repeatable read ${mode}; ${settings(who)}`);
    },
    write: (who, run) => dbOf(who.as).transaction(run, `begin; ${settings(who)}`),
    async close() {
      const ended = Promise.all(pools.map(([, pool]) => pool.end()));
      // A pool waits for those who use it; a capture that is being stored takes minutes, and is rolled back.
      for (const client of clients) void client.end();
      await ended;
    },
  };
}

/** One turn to the database together with `begin`. */
function settings({ as, orgNo, keyId, role }: Acting): string {
  const local = { 'app.org': String(orgNo ?? ''), 'app.key': keyId ?? '', 'app.role': role };
  const texts = Object.entries(local).map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`);
  // A read that row security would cut fails instead of seeing less than there is.
  return [...texts, ...(as === 'maintenance' ? ['set local row_security = off'] : [])].join('; ');
}
