/** The owner of the program's database, who may nothing outside of it, and the roles that the program works as. */
import pg from 'pg';
import type { Connection } from '../pool.ts';
import { roleStatements } from '../roles.ts';

/** The superuser that initdb makes; we use it before the program starts to work, and for nothing it asks later. */
export const SUPERUSER = 'suyuan';
/** No superuser, so that whoever slips a statement in reads no file of the server and runs no command there. */
const PROGRAM_ROLE = 'suyuan_owner';
/** Whoever owned what an older program made: the superuser of its first days, then what is the tenant's role today. */
const OWNERS_BEFORE: readonly string[] = [SUPERUSER, 'suyuan_app'];
export const DATABASE = 'suyuan';

export interface Reach {
  readonly port: number;
  /** Of the superuser. */
  readonly password: string;
  /** Of the program's role. */
  readonly programPassword: string;
}

export function programConnection({ port, programPassword }: Omit<Reach, 'password'>): Connection {
  return connectionOf(PROGRAM_ROLE, programPassword, `${port}/${DATABASE}`);
}

export function superuserConnection(
  { port, password }: Omit<Reach, 'programPassword'>,
  database = 'postgres',
): Connection {
  return connectionOf(SUPERUSER, password, `${port}/${database}`);
}

function connectionOf(user: string, password: string, where: string): Connection {
  return { connectionString: `postgres://${user}:${password}@127.0.0.1:${where}` };
}

/** Makes role and database where they are missing, and hands over what an older program made as superuser. */
export async function prepareDatabase(reach: Reach): Promise<void> {
  await as(superuserConnection(reach), async (client) => {
    const { rowCount: roles } = await client.query('select from pg_roles where rolname = $1', [PROGRAM_ROLE]);
    if (roles === 0) await client.query(`create role ${PROGRAM_ROLE}`);
    // Said at every start: a restored database.json may hold another password, and a right given by hand is none.
    await client.query(
      `alter role ${PROGRAM_ROLE} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
         password ${pg.escapeLiteral(reach.programPassword)}`,
    );
    const { rowCount: databases } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (databases === 0) await client.query(`create database ${DATABASE} owner ${PROGRAM_ROLE}`);
    else await client.query(`alter database ${DATABASE} owner to ${PROGRAM_ROLE}`);
    for (const statement of roleStatements(programConnection(reach))) await client.query(statement);
  });
  await as(superuserConnection(reach, DATABASE), handOver);
}

/**
 * `reassign owned` refuses the superuser of initdb, which owns the system's own objects, so each of ours is given by
 * name. Sequences and types that belong to a table go with it; members of extensions stay.
 */
const OURS = `
  with ours as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
  before as (select oid from pg_roles where rolname = any($1)),
  part as (select classid, objid from pg_depend where deptype in ('a', 'i', 'e'))
  select format('schema %I', nspname) as name
    from pg_namespace where oid in (select oid from ours) and nspname <> 'public' and nspowner in (table before)
  union all
  select format('table %s', c.oid::regclass) from pg_class c
   where relnamespace in (select oid from ours) and relowner in (table before) and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
     and not exists (select from part where classid = 'pg_class'::regclass and objid = c.oid)
  union all
  select format('routine %s', p.oid::regprocedure) from pg_proc p
   where pronamespace in (select oid from ours) and proowner in (table before)
     and not exists (select from part where classid = 'pg_proc'::regclass and objid = p.oid)
  union all
  select format('type %s', t.oid::regtype) from pg_type t
   where typnamespace in (select oid from ours) and typowner in (table before) and typtype in ('d', 'e', 'r')
     and not exists (select from part where classid = 'pg_type'::regclass and objid = t.oid)`;

async function handOver(client: pg.Client): Promise<void> {
  await client.query('begin');
  const { rows } = await client.query<{ name: string }>(OURS, [OWNERS_BEFORE]);
  for (const { name } of rows) await client.query(`alter ${name} owner to ${PROGRAM_ROLE}`);
  await client.query('commit');
}

async function as({ connectionString }: Connection, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
