/**
 * The roles that the program works as (ADR 0016). Each piece of work logs in as the one that may do no more than it needs;
 * the owner of the tables alone migrates. What each may is said by the migrations, who they are here.
 */
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { type Connection, createPool } from './pool.ts';
import { UnfitDatabase } from './unfit.ts';

/**
 * `app` reads as a tenant; `ingest` adds what a tenant records, and reads nothing; `chain` reads the shape of chains, whoever
 * recorded them; `identity` alone reads what people sign in with; `maintenance` (verify, reindex, sequencer, command line) sees and changes all rows, and no structure.
 */
export const DB_ROLES = ['app', 'ingest', 'chain', 'identity', 'maintenance'] as const;
export type DbRole = (typeof DB_ROLES)[number];

export function roleName(role: DbRole): string {
  return `suyuan_${role}`;
}

/** Of one secret, the owner's password, so that every program which has that one has these. */
function rolePassword(owner: URL, role: DbRole): string {
  return createHmac('sha256', decodeURIComponent(owner.password)).update(roleName(role)).digest('base64url');
}

/** The same server and database as another role. @throws UnfitDatabase where the owner has no password */
export function connectionAs(owner: Connection, role: DbRole): Connection {
  const url = urlOf(owner);
  const password = rolePassword(url, role);
  return { connectionString: Object.assign(url, { username: roleName(role), password }).href };
}

function urlOf({ connectionString }: Connection): URL {
  const url = new URL(connectionString);
  if (url.username === '' || url.password === '') {
    throw new UnfitDatabase(
      'DATABASE_URL 中须有用户名和密码，其余角色的密码由此推出 · DATABASE_URL needs user and password: those of the other roles are derived from it',
    );
  }
  return url;
}

/** What a superuser runs once for an owner, and may run again: SQL, with the passwords of the roles in it. */
export function roleStatements(owner: Connection): string[] {
  const url = urlOf(owner);
  const user = pg.escapeIdentifier(decodeURIComponent(url.username));
  const made = DB_ROLES.flatMap((role) => {
    const name = roleName(role);
    const bypass = role === 'maintenance' ? 'bypassrls' : 'nobypassrls';
    return [
      `do $$ begin if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if; end $$`,
      // Said each time: a right that was given by hand is none.
      `alter role ${name} login nosuperuser nocreatedb nocreaterole noreplication ${bypass} password ${pg.escapeLiteral(rolePassword(url, role))}`,
    ];
  });
  // The owner moves data as this role, since its own tables hide their rows from it.
  // And readers of the log do what they do for a tenant as one.
  return [
    ...made,
    `grant ${roleName('maintenance')} to ${user}`,
    `grant ${roleName('app')} to ${roleName('maintenance')}`,
  ];
}

/** Makes the roles where the owner is a superuser; otherwise somebody has to have made them. @throws UnfitDatabase */
export async function ensureRoles(owner: Connection): Promise<void> {
  if (await areFit(owner)) return;
  const pool = createPool(owner, 1);
  try {
    const { rows } = await pool.query<{ isSuperuser: boolean }>(
      'select rolsuper as "isSuperuser" from pg_roles where rolname = current_user',
    );
    if (rows[0]?.isSuperuser !== true) throw unfit();
    for (const statement of roleStatements(owner)) await pool.query(statement);
  } finally {
    await pool.end();
  }
  if (!(await areFit(owner))) throw unfit();
}

/** Whether each can log in, and may bypass row security exactly where it should. */
async function areFit(owner: Connection): Promise<boolean> {
  for (const role of DB_ROLES) {
    const client = new pg.Client(connectionAs(owner, role));
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ mighty: boolean; bypasses: boolean }>(
        `select rolsuper or rolcreaterole or rolcreatedb or rolreplication as mighty, rolbypassrls as bypasses
           from pg_roles where rolname = current_user`,
      );
      if (rows[0]?.mighty !== false || rows[0].bypasses !== (role === 'maintenance')) return false;
    } catch (error) {
      if (!isRefusedLogin(error)) throw error;
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return true;
}

/** Unknown role or wrong password (28…), no such right (42501). */
function isRefusedLogin(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code.startsWith('28') || code === '42501';
}

function unfit(): UnfitDatabase {
  return new UnfitDatabase(
    '数据库缺少所需角色：请由数据库管理员执行 npm run -s suyuan -- roles 输出的语句 · ' +
      'the database lacks the roles that are needed: have its administrator run what npm run -s suyuan -- roles prints',
  );
}
