/** What the victim has, made anew for each request that might take it away; for the matrix of who may do what. */
import { randomUUID } from 'node:crypto';
import { documentOf, objectEvent } from '../documents.ts';
import type { Town } from './principals.ts';

export type Kind = keyof typeof MAKERS;

/** What makers are given: a number that no other has, and a statement whose row tells an id. */
interface Making {
  readonly n: number;
  readonly org: Town['org'];
  one(statement: string, values?: readonly unknown[]): Promise<string>;
  /** As the program seals what is about this. */
  seal(text: string, about: string): { readonly keyNo: number; readonly sealed: Buffer };
}

const LOOKED = { units: 0, events: 0, hidden: 0, complete: true };
const DRILLED = {
  ...{ units: ['x'], outcome: 'holds', isWhole: true, inputs: [], customers: [], balance: [], unknown: 0, breaks: [] },
  ...{ notices: [], findings: [], more: { inputs: 0, customers: 0, breaks: 0 }, looked: { up: LOOKED, down: LOOKED } },
  ...{ times: { upMs: 0, downMs: 0, balanceMs: 0, totalMs: 0 }, log: { size: 0, root: '', records: 0, pending: 0 } },
};

/** That another leads. */
const OTHERS_SPACE = `with other as (insert into identity.organisation (name) values ('other') returning no),
    s as (insert into identity.space (founder_no, lead_no, name, purpose) select no, no, 'x', 'x' from other returning no, id),
    m as (insert into identity.space_member (space_no, org_no, accepted_at) select no, $1, $2 from s)
  select id from s`;

const MAKERS = {
  async member({ org, one }: Making) {
    const id = await one("insert into identity.person (name) values ('member') returning id");
    await one("insert into identity.membership (org_no, person_id, role) values ($1, $2, 'viewer')", [
      org.victim.no,
      id,
    ]);
    return id;
  },
  organisation: ({ n, one }: Making) =>
    one('insert into identity.organisation (name) values ($1) returning id', [`thing ${n}`]),
  regulatorBelow: ({ one }: Making) =>
    one("insert into identity.organisation (name, kind) values ('below', 'regulator') returning id"),
  invitation: ({ n, org, one }: Making) =>
    one(
      `insert into identity.link (hash, purpose, org_no, role, name, expires_at)
       values (sha256($2::bytea), 'invitation', $1, 'viewer', 'x', now() + interval '1 day') returning id`,
      [org.victim.no, Buffer.from(`link ${n}`)],
    ),
  role: ({ n, org, one }: Making) =>
    one("insert into identity.role (org_no, name, title, rights) values ($1, $2, 'x', '{}') returning name as id", [
      org.victim.no,
      `spare-${n}`,
    ]),
  key: ({ n, org, one }: Making) =>
    one(
      `insert into identity.api_key (id, secret_hash, role, org_no)
       values (gen_random_uuid(), sha256($2::bytea), 'query', $1) returning id`,
      [org.victim.no, Buffer.from(`key ${n}`)],
    ),
  site: ({ org, one }: Making) =>
    one("insert into identity.site (org_no, name, kind) values ($1, 'x', 'farm') returning id", [org.victim.no]),
  licence: ({ n, org, one }: Making) =>
    one("insert into identity.licence (org_no, scheme, number) values ($1, 'other', $2) returning id", [
      org.victim.no,
      `n${n}`,
    ]),
  holding: ({ n, org, one }: Making) =>
    one("insert into identity.holding (org_no, scheme, first) values ($1, $2, '1') returning id", [
      org.victim.no,
      `s${n}`,
    ]),
  opening: ({ org, one }: Making) =>
    one(
      "insert into disclosure.opening (org_no, element, level, valid_from) values ($1, 'time', 'chain', now()) returning id",
      [org.victim.no],
    ),
  dispute: ({ org, one }: Making) =>
    one(
      `insert into disclosure.dispute (org_no, event_id, event_identity, told_nos, subject, words)
       values ($1, gen_random_uuid(), 'x', '{1}', 'other', 'x') returning id`,
      [org.victim.no],
    ),
  filing: ({ org, one }: Making) =>
    one(
      `insert into compliance.filing (org_no, pack, filing, version, format, columns, lines, made_at)
       values ($1, 'food', 'recall-report', '2026.1', 'xlsx', '[]', 1, now()) returning id`,
      [org.victim.no],
    ),
  quota: ({ org, one }: Making) =>
    one(
      `insert into compliance.quota (org_no, pack, balance, product, starts, ends, amount, uom, basis, entered_at)
       values ($1, 'food', 'stock', '', '2026-01-01', '2026-12-31', 1, 'KGM', 'x', now()) returning id`,
      [org.victim.no],
    ),
  /** Of the office that watches over the victim. */
  confidential: ({ org, one }: Making) =>
    one(
      `with somebody as (insert into identity.person (name) values ('inspector') returning id)
       insert into disclosure.confidential_reading (org_no, case_no, reason, days, asked_by, asked_at)
       select $1, 'x', 'x', 1, id, now() from somebody returning id`,
      [org.regulator.no],
    ),
  share: ({ org, one, n }: Making) =>
    one(
      `insert into shares.share (org_no, kind, what, token_hash, note, created_at, valid_until)
       values ($1, 'trace', '{"codes":["x"],"direction":"both"}', sha256($2::bytea), 'x', now(), now() + interval '1 day')
       returning id`,
      [org.victim.no, Buffer.from(`share ${n}`)],
    ),
  branch: ({ org, one }: Making) =>
    one("insert into identity.organisation (name, parent_no) values ('shop', $1) returning id", [org.victim.no]),
  mandate: ({ org, one }: Making) =>
    one(
      `with agent as (insert into identity.organisation (name) values ('agent') returning no)
       insert into identity.mandate (org_no, agent_no, rights) select $1, no, '{query}' from agent returning id`,
      [org.victim.no],
    ),
  /** Invited the victim. */
  invitingPartner: ({ org, one }: Making) =>
    one(
      `with other as (insert into identity.organisation (name) values ('other') returning no)
       insert into identity.partnership (org_no, other_no) select no, $1 from other returning id`,
      [org.victim.no],
    ),
  partner: ({ org, one }: Making) =>
    one(
      `with other as (insert into identity.organisation (name) values ('other') returning no)
       insert into identity.partnership (org_no, other_no, accepted_at) select $1, no, now() from other returning id`,
      [org.victim.no],
    ),
  /** Led by the victim. */
  space: ({ org, one }: Making) =>
    one(
      `with s as (insert into identity.space (founder_no, lead_no, name, purpose) values ($1, $1, 'x', 'x') returning no, id),
            m as (insert into identity.space_member (space_no, org_no, accepted_at) select no, $1, now() from s)
       select id from s`,
      [org.victim.no],
    ),
  invitingSpace: ({ org, one }: Making) => one(OTHERS_SPACE, [org.victim.no, null]),
  joinedSpace: ({ org, one }: Making) => one(OTHERS_SPACE, [org.victim.no, new Date()]),
  jurisdiction: ({ org, one }: Making) =>
    one(
      `with below as (insert into identity.organisation (name, kind) values ('below', 'regulator') returning no)
       insert into identity.jurisdiction (org_no, region, category, given_no) select no, '3201', 'food', $1 from below
       returning id`,
      [org.regulator.no],
    ),
  provider: ({ n, one }: Making) =>
    one("insert into identity.provider (name, issuer, client_id) values ('x', $1, 'x') returning id", [
      `https://issuer${n}.example`,
    ]),
  datum: ({ org, one }: Making) =>
    one(
      `insert into personal.datum (id, org_no, kind, mask, key_no, sealed)
       values (gen_random_uuid(), $1, 'phone', '****', 1, sha256('x')) returning id`,
      [org.victim.no],
    ),
  erasedDatum: ({ org, one }: Making) =>
    one(
      `with eraser as (insert into identity.person (name) values ('eraser') returning id)
       insert into personal.datum (id, org_no, kind, erased_at, erased_by)
       select gen_random_uuid(), $1, 'phone', now(), id from eraser returning id`,
      [org.victim.no],
    ),
  sheet({ org, one, seal }: Making) {
    const id = randomUUID();
    const { keyNo, sealed } = seal('{}', `recording.sheet ${org.victim.no} ${id}`);
    return one(
      `insert into recording.sheet (org_no, id, pack, stage, name, key_no, sealed, made_at, changed_at)
       values ($1, $2, 'food', 'receipt', 'x', $3, $4, now(), now()) returning id`,
      [org.victim.no, id, keyNo, sealed],
    );
  },
  async labelRun({ org, one, n }: Making) {
    const product = await one(
      "insert into labels.numbering (org_no, product, key) values ($1, $2, substring(sha256('x') for 16)) returning product as id",
      [org.victim.no, `https://id.gs1.org/01/${String(n).padStart(14, '0')}`],
    );
    return one(
      `insert into labels.run (org_no, id, product, layout, content, first, count, made_at)
       values ($1, gen_random_uuid(), $2, 'product-50x30', '{"name":"x","lot":"1","date":"2026-11-28"}', 1, 1, now()) returning id`,
      [org.victim.no, product],
    );
  },
  order: ({ org, one, n }: Making) =>
    one(
      `insert into orders.sales_order (org_no, id, number, uri, buyer, sought, lines, made_at, changed_at)
       values ($1, gen_random_uuid(), $2, $3, 'x', 'x', '[]', now(), now()) returning id`,
      [org.victim.no, `SO-${n}`, `urn:suyuan:x:bt:SO-${n}`],
    ),
  drill: ({ org, one }: Making) =>
    one(
      `insert into drills.drill (org_no, id, code, is_picked, started_at, took_ms, outcome, is_whole, log_size, log_root, result)
       values ($1, gen_random_uuid(), 'x', false, now(), 1, 'holds', true, 0, sha256('x'), $2) returning id`,
      [org.victim.no, JSON.stringify(DRILLED)],
    ),
  import: ({ org, one }: Making) =>
    one(
      `insert into imports.import (org_no, id, pack, stage, name, bytes, made_at, changed_at)
       values ($1, gen_random_uuid(), 'food', 'receipt', 'x.csv', 1, now(), now()) returning id`,
      [org.victim.no],
    ),
  async draft({ org, one }: Making) {
    const writer = await one("insert into identity.person (name) values ('writer') returning id");
    return one('insert into events.draft (org_no, body, events, made_by) values ($1, $2, 1, $3) returning id', [
      org.victim.no,
      documentOf([objectEvent()]),
      writer,
    ]);
  },
};

let made = 0;

/** Makes one; returns its id, a role's name. */
export async function makeThing({ server, org }: Town, kind: Kind): Promise<string> {
  made += 1;
  const { db } = server.database;
  return MAKERS[kind]({
    n: made,
    org,
    seal: (text, about) => server.keyring.seal(Buffer.from(text), about),
    async one(statement, values = []) {
      const { rows } = await db.query<{ id: string }>(statement, values);
      return rows[0]?.id ?? '';
    },
  });
}
