import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { systemClock } from '../src/platform/clock/index.ts';
import { type Ctx, systemCtx } from '../src/platform/ctx.ts';
import { type Access, createAccess, createDb, createPool, type Db } from '../src/platform/db/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { databaseUrl } from './global-setup.ts';

export interface TestDatabase {
  /** As superuser, whom no policy binds: for tests that look at rows or change them behind the program's back. */
  readonly db: Db;
  /** As the owner of the tables. */
  readonly url: string;
  readonly owner: pg.Pool;
  /** As the program. */
  readonly access: Access;
  /** The program's own. */
  readonly ctx: Ctx;
  close(): Promise<void>;
}

/** A database of its own, migrated, on a real PostgreSQL; gone when closed. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject('databases');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} owner suyuan_owner template ${template}`);
  return open(name);
}

function open(name: string): TestDatabase {
  const url = databaseUrl(inject('owner'), name);
  const pool = createPool({ connectionString: databaseUrl(inject('postgres'), name) }, 20);
  const owner = createPool({ connectionString: url });
  const access = createAccess({ connectionString: url });
  return {
    db: createDb(pool),
    url,
    owner,
    access,
    ctx: systemCtx({ access, clock: systemClock, log: createLog('silent') }),
    async close() {
      await Promise.all([pool.end(), owner.end(), access.close()]);
      await asAdmin(`drop database ${name} with (force)`);
    },
  };
}

export type EmptyDatabase = TestDatabase;

/** A database of its own without anything in it. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const name = `${inject('databases')}_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} owner suyuan_owner template template0`);
  return open(name);
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') });
  await client.connect();
  try {
    // Two copies of one template at a time get in each other's way; PostgreSQL says so with 55006.
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        const isBusy = error instanceof Error && 'code' in error && error.code === '55006';
        if (!isBusy || attempt === 100) throw error;
        await new Promise((done) => setTimeout(done, 50));
      }
    }
  } finally {
    await client.end();
  }
}
