/** Tenants are kept apart by the database itself: whatever statement comes, and each wall is one that a test would miss. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/platform/db/index.ts';
import { bareEvent, documentOf, objectEvent } from '../documents.ts';
import { type Party, type TwoParties, twoParties } from '../two-parties.ts';
import { definersOf, policiesOf, rightsOf, tablesOf } from './catalogue.ts';
import { functionFaults, plannedFaults, type Tenants, wallFaults, wallFaultsOf } from './faults.ts';
import { RIGHTS, UNSECURED } from './planned.ts';

let two: TwoParties;
let tenants: Tenants;
beforeAll(async () => {
  two = await twoParties();
  for (const party of ['A', 'B'] as const) await record(party);
  const { rows } = await two.server.database.db.query<{ no: number }>(
    'select no from identity.organisation where code = any($1) order by code',
    [[two.codes.A, two.codes.B]],
  );
  tenants = { own: rows[0]?.no ?? 0, other: rows[1]?.no ?? 0 };
}, 60_000);
afterAll(() => two.server.close());

const SHARED = objectEvent({ eventID: 'urn:uuid:00000000-0000-4000-8000-0000000000aa' });

async function record(party: Party): Promise<void> {
  const vocabulary = {
    type: 'urn:epcglobal:epcis:vtype:EPCClass',
    vocabularyElementList: [
      {
        id: 'https://id.gs1.org/01/10614141073464',
        attributes: [
          { id: 'x:name', attribute: party },
          { id: 'urn:suyuan:identifier:maker-number', attribute: party },
        ],
      },
    ],
  };
  const body = documentOf([SHARED, objectEvent(), objectEvent()], {
    epcisHeader: { epcisMasterData: { vocabularyList: [vocabulary] } },
  });
  expect((await two.ask(party, '/epcis/capture', { body })).status).toBe(202);
  expect((await two.ask(party, '/epcis/events', { body: bareEvent(objectEvent()) })).status).toBe(201);
}

/** Rows of each organisation in every table. */
async function addRows({ client }: Tx): Promise<void> {
  // What waits for the log, of each; outside of the transaction the sequencer would take it.
  await client.query(
    'insert into integrity.pending (block, org_no, leaves) select block + 1000000, org_no, leaves from integrity.log',
  );
  // People of each, what happened there, and who acts for whom.
  await client.query(`with p as (insert into identity.person (name) values ('somebody') returning id)
    insert into identity.membership (org_no, person_id, role) select o.no, p.id, 'viewer' from identity.organisation o, p`);
  await client.query(`insert into identity.mandate (org_no, agent_no, rights)
    select no, case when no = 1 then 2 else 1 end, '{query}' from identity.organisation`);
  await client.query(`insert into identity.partnership (org_no, other_no, accepted_at)
    select 1, no, now() from identity.organisation where no <> 1`);
  await client.query(`with s as (insert into identity.space (founder_no, lead_no, name, purpose) values (1, 1, 'x', 'x') returning no)
    insert into identity.space_member (space_no, org_no, accepted_at) select s.no, o.no, now() from s, identity.organisation o`);
  await client.query(
    "insert into identity.site (org_no, name, kind) select no, 'x', 'farm' from identity.organisation",
  );
  await client.query(
    "insert into identity.licence (org_no, scheme, number) select no, 'other', 'x' from identity.organisation",
  );
  await client.query(
    "insert into identity.holding (org_no, scheme, first) select no, 'x', no::text from identity.organisation",
  );
  await client.query(`insert into identity.jurisdiction (org_no, region, category, given_no)
    select no, '*', '*', case when no = 1 then 2 else 1 end from identity.organisation`);
  await client.query(`insert into disclosure.opening (org_no, element, level, valid_from)
    select no, 'time', 'public', now() from identity.organisation`);
  await client.query(`insert into disclosure.dispute (org_no, event_id, event_identity, told_nos, subject, words)
    select no, gen_random_uuid(), 'x', '{1}', 'other', 'x' from identity.organisation`);
  await client.query(`insert into disclosure.acceptance (dispute_id, org_no, made_at)
    select id, org_no, now() from disclosure.dispute`);
  await client.query(`insert into disclosure.confidential_reading (org_no, case_no, reason, days, asked_by, asked_at)
    select no, 'x', 'x', 1, (select id from identity.person limit 1), now() from identity.organisation`);
  await client.query(`insert into disclosure.held_look (org_no, reading_id, owner_no, at, detail, actor)
    select org_no, id, case when org_no = 1 then 2 else 1 end, now(), '{}', '{}' from disclosure.confidential_reading`);
  await client.query(`insert into shares.share (org_no, kind, what, token_hash, note, created_at, valid_until)
    select no, 'trace', '{}', sha256(no::text::bytea), 'x', now(), now() + interval '1 day' from identity.organisation`);
  await client.query(`insert into events.draft (org_no, body, events, made_by)
    select no, '{}', 1, (select id from identity.person limit 1) from identity.organisation`);
  await client.query(`insert into events.countersignature (org_no, event_id, statement, key_id, signature, person_id, signed_at)
    select no, gen_random_uuid(), '{}', 'x', sha256('x') || sha256('x'), (select id from identity.person limit 1), now()
    from identity.organisation`);
  await client.query(`insert into personal.datum (id, org_no, kind, mask, key_no, sealed)
    select gen_random_uuid(), no, 'phone', '****', 1, sha256('x') from identity.organisation`);
  await client.query(`insert into compliance.judged (org_no, pack, event_id, version, stage, identity, event_time, named, late_days)
    select no, 'x', gen_random_uuid(), 'x', 'x', 'x', now(), '{}', 0 from identity.organisation`);
  await client.query(`insert into compliance.movement (org_no, event_id, pack, place, balance, effect, account, product, uom, day)
    select no, gen_random_uuid(), 'food', 0, 'stock', 'in', 'lot', 'product', 'KGM', current_date from identity.organisation`);
  await client.query(`insert into compliance.quota (org_no, pack, balance, product, starts, ends, amount, uom, basis, entered_at)
    select no, 'food', 'stock', '', current_date, current_date, 1, 'KGM', '1', now() from identity.organisation`);
  await client.query(`insert into labels.numbering (org_no, product, key)
    select no, 'x', substring(sha256('x') for 16) from identity.organisation`);
  await client.query(`insert into labels.run (org_no, id, product, layout, content, first, count, made_at)
    select no, gen_random_uuid(), 'x', 'x', '{}', 1, 1, now() from identity.organisation`);
  await client.query(`insert into labels.print (org_no, run_id, first, last, format, made_at)
    select org_no, id, 1, 1, 'pdf', now() from labels.run`);
  await client.query(`insert into labels.binding (org_no, id, run_id, first, last, at, made_at)
    select org_no, gen_random_uuid(), id, 1, 1, now(), now() from labels.run`);
  await client.query(`insert into recording.sheet (org_no, id, pack, stage, name, key_no, sealed, made_at, changed_at)
    select no, gen_random_uuid(), 'food', 'sale', 'x', 1, 'x', now(), now() from identity.organisation`);
  await client.query(`insert into orders.sales_order (org_no, id, number, uri, buyer, sought, lines, made_at, changed_at)
    select no, gen_random_uuid(), 'x', 'urn:x', 'x', 'x', '[]', now(), now() from identity.organisation`);
  await client.query(`insert into pictures.picture (org_no, product, digest, type, width, height, bytes, set_at)
    select no, 'x', sha256('x'), 'image/png', 1, 1, 'x', now() from identity.organisation`);
  await client.query(`insert into drills.drill (org_no, id, code, is_picked, started_at, took_ms, outcome, is_whole, log_size, log_root, result)
    select no, gen_random_uuid(), 'x', false, now(), 1, 'holds', true, 0, sha256('x'), '{}' from identity.organisation`);
  await client.query(`with made as (
      insert into imports.import (org_no, id, pack, stage, name, bytes, made_at, changed_at)
      select no, gen_random_uuid(), 'food', 'sale', 'x', 1, now(), now() from identity.organisation returning org_no, id),
    parts as (insert into imports.part (org_no, import_id, number, key_no, sealed) select org_no, id, 1, 1, 'x' from made)
    insert into imports.refusal (org_no, import_id, row, zh, en) select org_no, id, 2, 'x', 'x' from made`);
  await client.query(`insert into onboarding.mark (org_no, person_id, mark, at)
    select o.no, p.id, 'label', now() from identity.organisation o, lateral (select id from identity.person limit 1) p`);
  await client.query(`insert into compliance.finding (org_no, event_id, pack, place, stage, rule, effect, body)
    select org_no, event_id, pack, 0, stage, 'x', 'flag', '{}' from compliance.judged`);
  await client.query(
    "insert into compliance.judged_by (org_no, digest) select no, repeat('x', 64) from identity.organisation",
  );
  await client.query(`insert into compliance.clock (org_no, pack, clock, subject, started_event, started_by, is_provisional, is_paused, is_done)
    select no, 'x', 'x', '', gen_random_uuid(), 'x', false, false, false from identity.organisation`);
  await client.query(`with made as (
      insert into compliance.filing (org_no, pack, filing, version, format, columns, lines, made_at)
      select no, 'x', 'x', 'x', 'csv', '[]', 1, now() from identity.organisation returning id, org_no)
    insert into compliance.filed_line (filing_id, line, org_no, pack, filing, identity, place, event_time, cells)
    select id, 1, org_no, 'x', 'x', 'x', 0, now(), '[]' from made`);
  await client.query("insert into compliance.due_code (org_no, code) select no, 'x' from identity.organisation");
  await client.query(`insert into identity.occurrence (block, org_no, at, kind, body)
    select 2000000 + no, no, now(), 'sign-in.done', '{}' from identity.organisation`);
}

/** In a transaction of a superuser that is taken back. */
async function inside<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = await two.server.database.db.pool.connect();
  const query: Tx['query'] = (text, values) => client.query(text, values === undefined ? undefined : [...values]);
  try {
    await client.query('begin');
    return await run({ client, query });
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** The same, with rows to be seen. */
function amongRows<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
  return inside(async (tx) => {
    await addRows(tx);
    return run(tx);
  });
}

test('each table has its policy, each function and each right was thought about', async () => {
  expect(await inside(plannedFaults)).toEqual([]);
});

test('every table, every statement, every role: a tenant sees its own rows, all of them, and nothing else', async () => {
  expect(await amongRows((tx) => wallFaults(tx, tenants))).toEqual([]);
});

/** What is found after this statement. */
async function faultsAfter(tx: Tx, breach: string, faultsOf: (tx: Tx) => Promise<string[]>): Promise<string[]> {
  await tx.query(breach);
  return faultsOf(tx);
}

interface Breach {
  readonly table: string;
  readonly breach: string;
}

/** Each wall that the catalogue knows, taken down by itself. */
async function wallsDown(): Promise<Breach[]> {
  const { db } = two.server.database;
  const policies = await policiesOf(db);
  const tables = (await tablesOf(db)).filter(({ name }) => !(name in UNSECURED));
  return [
    ...policies.map(({ table, name }) => ({ table, breach: `drop policy ${name} on ${table}` })),
    ...policies
      .filter(({ name }) => name === 'tenant')
      .map(({ table }) => ({ table, breach: `alter policy tenant on ${table} using (true) with check (true)` })),
    ...tables.map(({ name }) => ({ table: name, breach: `create policy another on ${name} using (true)` })),
    ...tables.map(({ name }) => ({ table: name, breach: `alter table ${name} disable row level security` })),
  ];
}

test('each wall, taken down by itself, lets something through', { timeout: 300_000 }, async () => {
  // Nobody has a right to select keys, so that what hides them shows in the catalogue alone.
  const all = (await wallsDown()).filter(({ table }) => table !== 'identity.api_key');
  expect(all.length).toBeGreaterThan(35);
  for (const { table, breach } of all) {
    const after = (tx: Tx): Promise<string[]> => faultsAfter(tx, breach, (each) => wallFaultsOf(each, table, tenants));
    expect(await amongRows(after), breach).not.toEqual([]);
  }
});

/** Rights that nobody gave, rights that are gone, tables and functions that nobody thought about. */
async function plansBroken(): Promise<string[]> {
  const { db } = two.server.database;
  const rights = await Promise.all(Object.keys(RIGHTS).map(async (role) => [role, await rightsOf(db, role)] as const));
  return [
    ...(await wallsDown()).map(({ breach }) => breach),
    ...(await tablesOf(db)).flatMap(({ name, isSecured, isForced }) => [
      ...(isSecured ? [`alter table ${name} ${isForced ? 'no ' : ''}force row level security`] : []),
      `grant select on ${name} to suyuan_ingest`,
      `grant update, delete on ${name} to suyuan_app`,
    ]),
    ...(await definersOf(db)).flatMap(({ name }) => [
      `grant execute on function ${name} to public`,
      `alter function ${name} reset search_path`,
    ]),
    ...rights.flatMap(([role, held]) => held.map((right) => revoking(right, role))),
    'create table events.more (org_no int)',
    'create table events.more (n int)',
  ];
}

test('each right, policy and flag that is another is told by the catalogue', { timeout: 300_000 }, async () => {
  const all = await plansBroken();
  expect(all.length).toBeGreaterThan(120);
  for (const breach of all) {
    expect(await inside((tx) => faultsAfter(tx, breach, plannedFaults)), breach).not.toEqual([]);
  }
});

/** `events.record: SELECT`, `events.received.block: SELECT` as the statement that takes it away. */
function revoking(right: string, role: string): string {
  const [object = '', privilege = ''] = right.split(': ');
  const [schema, table, column] = object.split('.');
  return `revoke ${privilege}${column === undefined ? '' : ` (${column})`} on ${schema}.${table} from ${role}`;
}

describe('functions of an owner who is a superuser, whom row security does not bind', () => {
  const unbound = async (tx: Tx): Promise<void> => {
    for (const { name, isSecured } of await tablesOf(tx)) {
      if (isSecured) await tx.query(`alter table ${name} disable row level security`);
    }
  };

  test('give a tenant its own all the same', async () => {
    const faults = await amongRows(async (tx) => {
      await unbound(tx);
      return functionFaults(tx, tenants);
    });
    expect(faults).toEqual([]);
  });

  test('and would not without the words that say so', async () => {
    const { rows } = await two.server.database.db.query<{ name: string; text: string }>(
      `select p.oid::regproc::text as name, pg_get_functiondef(p.oid) as text from pg_proc p
       where p.prosecdef and p.pronamespace in ('events'::regnamespace, 'registry'::regnamespace)`,
    );
    const guarded = rows.flatMap(({ name, text }) =>
      text
        .split(GUARD)
        .slice(1)
        .map((_, i) => ({ name, text: withoutGuard(text, i) })),
    );
    expect(guarded.length).toBeGreaterThanOrEqual(5);
    const unseen: string[] = [];
    for (const { name, text } of guarded) {
      const faults = await amongRows(async (tx) => {
        await unbound(tx);
        await tx.query(text);
        return functionFaults(tx, tenants);
      });
      if (faults.length === 0) unseen.push(`${name}: ${text}`);
    }
    expect(unseen).toEqual([]);
  });
});

const GUARD = '= identity.acting_org()';

/** The definition without the one of its guards at this place. */
function withoutGuard(text: string, place: number): string {
  const parts = text.split(GUARD);
  const [before, after] = [parts.slice(0, place + 1).join(GUARD), parts.slice(place + 1).join(GUARD)];
  return `${before}IS NOT NULL${after}`;
}

describe('over one pool', () => {
  const ORGS = 50;
  const CLIENTS = 200;
  const ROUNDS = 25;

  test(`${CLIENTS} clients of ${ORGS} organisations, with failures and time-outs between: no row of another`, {
    timeout: 120_000,
  }, async () => {
    const { db, access } = two.server.database;
    await db.query(
      `insert into events.record (identity_key, org_no, variant, event_id, block, place)
       select gen_random_uuid(), 1000 + n % ${ORGS}, 0, gen_random_uuid(), 1, 0 from generate_series(1, ${ORGS * 4}) n`,
    );
    let answered = 0;
    let failed = 0;
    const client = async (number: number): Promise<void> => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const orgNo = 1000 + ((number * 7 + round * 13) % ORGS);
        const fate = (number + round) % 5;
        const read = access.read({ as: 'app', orgNo, role: 'query' }, async (tx) => {
          const { rows } = await tx.query<{ org: number; n: number }>(
            'select org_no as org, count(*)::int as n from events.record group by org_no',
          );
          if (fate === 1) throw new Error('given up');
          if (fate === 2) await tx.query('set local statement_timeout = 1; select pg_sleep(1)');
          if (fate === 3) await tx.query('select 1 / 0');
          return rows;
        });
        const rows = await read.catch(() => undefined);
        if (rows === undefined) failed += 1;
        else {
          answered += 1;
          expect(rows).toEqual([{ org: orgNo, n: 4 }]);
        }
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    expect([answered, failed]).toEqual([(CLIENTS * ROUNDS * 2) / 5, (CLIENTS * ROUNDS * 3) / 5]);
  });
});
