/** Asks the database as each role for what it must not give, and names what it gave. */
import type { Queryable, Tx } from '../../src/platform/db/index.ts';
import { definersOf, policiesOf, rightsOf, type Table, tablesOf } from './catalogue.ts';
import { DEFINERS, RIGHTS, UNFORCED, UNSECURED } from './planned.ts';

export interface Tenants {
  /** Whose rows are asked for, and by whom. */
  readonly own: number;
  readonly other: number;
}

/** What the catalogue says against itself, in a superuser's transaction. Empty where every wall stands. */
export async function plannedFaults(tx: Tx): Promise<string[]> {
  return catalogueFaults(tx, await tablesOf(tx));
}

/** What is given that must not be, in a superuser's transaction. Empty where every wall holds. */
export async function wallFaults(tx: Tx, tenants: Tenants): Promise<string[]> {
  return [...(await tableFaults(tx, await tablesOf(tx), tenants)), ...(await functionFaults(tx, tenants))];
}

/** The same of one table; of the functions as well, where the table itself gives nothing. */
export async function wallFaultsOf(tx: Tx, table: string, tenants: Tenants): Promise<string[]> {
  const tables = (await tablesOf(tx)).filter(({ name }) => name === table);
  const faults = await tableFaults(tx, tables, tenants);
  return faults.length > 0 ? faults : functionFaults(tx, tenants);
}

async function tableFaults(tx: Tx, tables: readonly Table[], tenants: Tenants): Promise<string[]> {
  return [...(await readFaults(tx, tables, tenants)), ...(await writeFaults(tx, tables, tenants))];
}

async function catalogueFaults(db: Queryable, tables: readonly Table[]): Promise<string[]> {
  const faults: string[] = [];
  const policies = await policiesOf(db);
  for (const { name, orgColumn, isSecured, isForced } of tables) {
    if (name in UNSECURED) continue;
    if (orgColumn === null) {
      faults.push(`${name} is of no organisation, and not among what is shared`);
      continue;
    }
    const equality = `(${orgColumn} = identity.acting_org())`;
    const tenant = policies.find((policy) => policy.table === name && policy.name === 'tenant');
    if (!isSecured || isForced === name in UNFORCED)
      faults.push(`${name} is not secured by row, also against its owner`);
    if (tenant?.using !== equality || tenant.check !== equality || tenant.roles !== 'public')
      faults.push(`${name} has no policy for tenants`);
    const more = policies.filter((policy) => policy.table === name && policy.name !== 'tenant');
    const isOfChain = RIGHTS.suyuan_chain?.some((right) => right.startsWith(name)) === true;
    if ((more.length === 1) !== isOfChain) faults.push(`${name} has ${more.length} policies beside that for tenants`);
    for (const { roles, command, name: policy } of more) {
      if (roles !== 'suyuan_chain' || command !== 'SELECT') faults.push(`${name}: policy ${policy} is for ${roles}`);
    }
  }
  for (const { name, hasSearchPath, callers } of await definersOf(db)) {
    if (DEFINERS[name] !== callers || !hasSearchPath) faults.push(`${name} may be called by ${callers}`);
  }
  for (const [role, expected] of Object.entries(RIGHTS)) {
    const rights = await rightsOf(db, role);
    for (const right of rights) if (!expected.includes(right)) faults.push(`${role} may ${right}`);
    for (const right of expected) if (!rights.includes(right)) faults.push(`${role} may no more ${right}`);
  }
  return faults;
}

/** What a statement gives as a role of an organisation; undefined where it is refused, nothing where it fails later. */
async function as<Row extends Record<string, unknown>>(
  tx: Tx,
  {
    role,
    org,
    values = [],
  }: { readonly role: string; readonly org: number | ''; readonly values?: readonly unknown[] },
  statement: string,
): Promise<readonly Row[] | undefined> {
  await tx.query('savepoint asked');
  try {
    await tx.query(`set local role ${role}; set local app.org = '${org}'`);
    return (await tx.query<Row>(statement, values)).rows;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '42501') return undefined;
    if (code.startsWith('23')) return []; // a row that is there already
    throw error;
  } finally {
    await tx.query('rollback to savepoint asked');
  }
}

/** A `select` without `where`, of every table, by every role. */
async function readFaults(tx: Tx, tables: readonly Table[], { own }: Tenants): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, orgColumn } of tables) {
    const counted = `select count(*)::int as n from ${name}`;
    const wanted =
      orgColumn === null || name in UNSECURED
        ? 0
        : ((await tx.query<{ n: number }>(`${counted} where ${orgColumn} = $1`, [own])).rows[0]?.n ?? 0);
    for (const role of ['suyuan_app', 'suyuan_identity']) {
      const mayRead = RIGHTS[role]?.includes(`${name}: SELECT`) === true;
      if (mayRead && name in UNSECURED) continue;
      const seen = await as<{ n: number }>(tx, { role, org: own }, counted);
      if (mayRead && wanted === 0) faults.push(`${name}: there is nothing of the tenant to see`);
      if (seen === undefined ? mayRead : seen[0]?.n !== wanted || !mayRead)
        faults.push(`${role} sees ${seen?.[0]?.n} of ${name}`);
      const unset = await as<{ n: number }>(tx, { role, org: '' }, counted);
      if (unset !== undefined && unset[0]?.n !== 0)
        faults.push(`without an organisation ${role} sees ${unset[0]?.n} of ${name}`);
    }
    faults.push(...(await chainFaults(tx, name, orgColumn)));
    if ((await as(tx, { role: 'suyuan_ingest', org: own }, counted)) !== undefined)
      faults.push(`who records reads ${name}`);
  }
  return faults;
}

/** The chain sees what it may see of everybody. */
async function chainFaults(tx: Tx, name: string, orgColumn: string | null): Promise<string[]> {
  const isSeen = RIGHTS.suyuan_chain?.some((right) => right.startsWith(name)) === true;
  const counted = `select count(${orgColumn ?? '*'})::int as n from ${name}`;
  const seen = await as<{ n: number }>(tx, { role: 'suyuan_chain', org: '' }, counted);
  if (!isSeen) return seen === undefined ? [] : [`the chain reads ${name}`];
  const all = (await tx.query<{ n: number }>(counted)).rows[0]?.n ?? 0;
  return seen?.[0]?.n === all && all > 0 ? [] : [`the chain sees ${seen?.[0]?.n} of ${all} of ${name}`];
}

/** What `take_back` leaves of others, asked to take everything. */
async function deletionFaults(tx: Tx, { own }: Tenants): Promise<string[]> {
  const counted = `select (select count(*) from events.received where org_no <> ${own})
                        + (select count(*) from events.record where org_no <> ${own}) as n`;
  const before = (await tx.query<{ n: number }>(counted)).rows[0]?.n;
  await tx.query('savepoint deletion');
  const { rows } = await tx.query<{ key: string }>('select distinct identity_key as key from events.record');
  await tx.query(`set local role suyuan_ingest; set local app.org = '${own}'`);
  await tx.query('select events.take_back($1, array(select generate_series(1::bigint, 10000)))', [
    rows.map(({ key }) => key),
  ]);
  await tx.query('reset role');
  const after = (await tx.query<{ n: number }>(counted)).rows[0]?.n;
  await tx.query('rollback to savepoint deletion');
  return before === after ? [] : ['take_back takes what others recorded'];
}

/** Functions, asked for everything that there is. */
export async function functionFaults(tx: Tx, { own, other }: Tenants): Promise<string[]> {
  const all = async <Value>(statement: string): Promise<Value[]> =>
    (await tx.query<{ value: Value }>(statement)).rows.map(({ value }) => value);
  const ids = await all<string>('select id as value from events.event');
  const units = await all<string>('select distinct unit as value from events.touch');
  const blocks = await all<number>('select block as value from events.block');
  const roles = await all<number>('select distinct role as value from events.touch');
  const ofOwn = new Set(await all<string>(`select event_id as value from events.record where org_no = ${own}`));
  const keys = await all<string>('select distinct identity_key as value from events.record');
  const codes = await all<string>('select distinct code as value from registry.version');
  const saidByOwn = await all<number>(
    `select count(distinct (type, code))::int as value from registry.version where org_no = ${own}`,
  );
  const asked: readonly [name: string, role: string, statement: string, values: readonly unknown[], count: number][] = [
    ['own_events', 'suyuan_app', 'select id from events.own_events($1)', [ids], ofOwn.size],
    ['own_in_blocks', 'suyuan_app', 'select id from events.own_in_blocks($1, $2)', [ids, blocks], ofOwn.size],
    [
      'own_touching',
      'suyuan_app',
      'select unnest(events.own_touching($1, $2, 100000)) as id',
      [units, roles],
      ofOwn.size,
    ],
    [
      'own_among',
      'suyuan_app',
      'select own_among as id from events.own_among($1, $2, $3)',
      [ids, units, roles],
      ofOwn.size,
    ],
    ['held', 'suyuan_ingest', 'select distinct event_id as id from events.held($1)', [keys], ofOwn.size],
    ['said', 'suyuan_ingest', 'select type, code from registry.said($1)', [codes], saidByOwn[0] ?? 0],
  ];
  const faults = await deletionFaults(tx, { own, other });
  for (const [name, role, statement, values, count] of asked) {
    const seen = await as(tx, { role, org: own, values }, statement);
    if (count === 0 || seen?.length !== count) faults.push(`${name} gives ${seen?.length}, and not ${count}`);
    const unset = await as(tx, { role, org: '', values }, statement);
    if (unset?.length !== 0) faults.push(`${name} gives ${unset?.length} without an organisation`);
  }
  return faults;
}

/** A row of another's, written as it stands; a change and a deletion of everything. */
async function writeFaults(tx: Tx, tables: readonly Table[], { own, other }: Tenants): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, orgColumn, someColumn, written } of tables.filter(
    (table) => table.orgColumn !== null && !(table.name in UNSECURED),
  )) {
    const { rows } = await tx.query<{ row: object }>(
      `select to_jsonb(t) as row from ${name} t where ${orgColumn} = ${other} limit 1`,
    );
    const [foreign] = rows;
    if (foreign === undefined) {
      faults.push(`${name}: there is nothing of the other to write again`);
      continue;
    }
    const insert = `insert into ${name} (${written}) overriding system value select ${written} from jsonb_populate_record(null::${name}, $1)`;
    for (const role of ['suyuan_app', 'suyuan_ingest', 'suyuan_identity']) {
      const values = [JSON.stringify(foreign.row)];
      if ((await as(tx, { role, org: own, values }, insert)) !== undefined)
        faults.push(`${role} writes for another: ${name}`);
      for (const [change, right] of [
        [`update ${name} set ${someColumn} = ${someColumn}`, 'UPDATE'],
        [`delete from ${name}`, 'DELETE'],
      ] as const) {
        const changed = await as(tx, { role, org: own }, `${change} returning ${orgColumn} as org`);
        const mayChange = RIGHTS[role]?.some((each) => each.startsWith(name) && each.endsWith(right)) === true;
        if (changed === undefined ? false : !mayChange || changed.some(({ org }) => org !== own))
          faults.push(`${role}: ${change}`);
      }
    }
  }
  return faults;
}
