/** What the database says of its own tables, policies, functions and rights. */
import type { Queryable } from '../../src/platform/db/index.ts';

export interface Table {
  readonly name: string;
  /** The column that says whose a row is. */
  readonly orgColumn: string | null;
  /** One that can be written. */
  readonly someColumn: string;
  /** Its columns but those that the database fills. */
  readonly written: string;
  readonly isSecured: boolean;
  readonly isForced: boolean;
}

/** Tables of the product; an organisation's own number is `no`. */
export async function tablesOf(db: Queryable): Promise<Table[]> {
  const { rows } = await db.query<Table>(
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity as "isSecured", c.relforcerowsecurity as "isForced",
            (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attidentity = ''
             and a.attgenerated = '' order by a.attnum desc limit 1) as "someColumn",
            (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
             and not a.attisdropped and a.attgenerated = '') as written,
            case when n.nspname || '.' || c.relname = 'identity.organisation' then 'no'
                 when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_no') then 'org_no' end
              as "orgColumn"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('identity', 'events', 'registry', 'integrity', 'disclosure', 'personal', 'shares', 'compliance', 'drills', 'imports', 'labels', 'maps', 'onboarding', 'orders', 'pictures', 'recording', 'scans', 'standards') and c.relkind in ('r', 'p') order by 1`,
  );
  return rows;
}

export interface Policy {
  readonly table: string;
  readonly name: string;
  readonly roles: string;
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

export async function policiesOf(db: Queryable): Promise<Policy[]> {
  const { rows } = await db.query<Policy>(
    `select schemaname || '.' || tablename as table, policyname as name, array_to_string(roles, ',') as roles,
            cmd as command, qual as using, with_check as check from pg_policies order by 1, 2`,
  );
  return rows;
}

export interface Definer {
  readonly name: string;
  readonly owner: string;
  readonly hasSearchPath: boolean;
  /** Who may call it, the owner left out. */
  readonly callers: string;
}

/** Functions that run with the rights of who made them. */
export async function definersOf(db: Queryable): Promise<Definer[]> {
  const { rows } = await db.query<Definer>(
    `select n.nspname || '.' || p.proname as name, pg_get_userbyid(p.proowner) as owner,
            coalesce('search_path=""' = any(p.proconfig), false) as "hasSearchPath",
            coalesce((select string_agg(case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee) end, ',' order by 1)
                      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                      where a.grantee <> p.proowner), '') as callers
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname in ('identity', 'events', 'registry', 'integrity', 'disclosure', 'personal', 'shares', 'compliance', 'drills', 'imports', 'labels', 'maps', 'onboarding', 'orders', 'pictures', 'recording', 'scans', 'standards', 'public') order by 1`,
  );
  return rows;
}

/** The rights of a role on tables, as `events.record: SELECT`, columns where not all of them. */
export async function rightsOf(db: Queryable, role: string): Promise<string[]> {
  const { rows } = await db.query<{ right: string }>(
    `select n.nspname || '.' || c.relname || ': ' || upper(p.name) as right
     from pg_class c join pg_namespace n on n.oid = c.relnamespace,
          unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as p (name)
     where n.nspname in ('identity', 'events', 'registry', 'integrity', 'disclosure', 'personal', 'shares', 'compliance', 'drills', 'imports', 'labels', 'maps', 'onboarding', 'orders', 'pictures', 'recording', 'scans', 'standards', 'platform', 'public') and c.relkind in ('r', 'p', 'v', 'm')
       and has_table_privilege($1, c.oid, p.name)
     union all
     select n.nspname || '.' || c.relname || '.' || a.attname || ': ' || upper(p.name)
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0,
          unnest(array['select', 'insert', 'update', 'references']) as p (name)
     where n.nspname in ('identity', 'events', 'registry', 'integrity', 'disclosure', 'personal', 'shares', 'compliance', 'drills', 'imports', 'labels', 'maps', 'onboarding', 'orders', 'pictures', 'recording', 'scans', 'standards', 'platform', 'public') and c.relkind in ('r', 'p', 'v', 'm')
       and not a.attisdropped and has_column_privilege($1, c.oid, a.attnum, p.name)
       and not has_table_privilege($1, c.oid, p.name)
     order by 1`,
    [role],
  );
  return rows.map(({ right }) => right);
}
