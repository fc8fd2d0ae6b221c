/** Everybody who may come to an organisation's door, for the matrix of who may do what. */
import { createHash, randomBytes } from 'node:crypto';
import { createKey } from '../../src/modules/identity/index.ts';
import type { TestServer } from '../test-server.ts';

/** The organisation whose things are asked for, and those around it. */
export interface Town {
  readonly server: TestServer;
  /** Numbers of organisations, and their UUIDs. */
  readonly org: Readonly<Record<OrgName, { readonly no: number; readonly id: string }>>;
  readonly principals: ReadonlyMap<string, Principal>;
}

type OrgName =
  | 'own'
  | 'victim'
  | 'parent'
  | 'branch'
  | 'stranger'
  | 'regulator'
  | 'otherRegulator'
  | 'agent'
  | 'suspended';

/** How a principal asks: headers made anew for each request, since some requests end a session. */
export type Principal = () => Promise<Record<string, string>>;

const ROLES = ['owner', 'administrator', 'recorder', 'drafter', 'releaser', 'auditor', 'viewer'] as const;

export async function town(server: TestServer): Promise<Town> {
  const { db } = server.database;
  const org = {
    own: await organisation(server, 'own', { no: 1 }),
    parent: await organisation(server, 'parent'),
    victim: await organisation(server, 'victim', { region: '320102', categories: ['food'] }),
    branch: await organisation(server, 'branch'),
    stranger: await organisation(server, 'stranger'),
    regulator: await organisation(server, 'regulator', { kind: 'regulator' }),
    otherRegulator: await organisation(server, 'other regulator', { kind: 'regulator' }),
    agent: await organisation(server, 'agent', { kind: 'service' }),
    suspended: await organisation(server, 'suspended'),
  };
  await db.query('update identity.organisation set parent_no = $2 where no = $1', [org.victim.no, org.parent.no]);
  await db.query('update identity.organisation set parent_no = $2 where no = $1', [org.branch.no, org.victim.no]);
  await db.query("update identity.organisation set status = 'suspended' where no = $1", [org.suspended.no]);
  await db.query(
    "insert into identity.mandate (org_no, agent_no, rights) values ($1, $2, '{query,trace,capture,draft}')",
    [org.victim.no, org.agent.no],
  );
  await db.query(
    "insert into identity.jurisdiction (org_no, region, category, given_no) values ($1, '32', 'food', 1), ($2, '33', '*', 1)",
    [org.regulator.no, org.otherRegulator.no],
  );
  const principals = new Map<string, Principal>();
  for (const role of ROLES) principals.set(role, await person(server, { role, home: org.victim.no }));
  for (const role of ['admin', 'capture', 'query'] as const) {
    principals.set(`key ${role}`, await key(server, role, org.victim.no));
  }
  const owner = (home: number, at?: number) => person(server, { role: 'owner', home, at });
  principals.set('parent', await owner(org.parent.no, org.victim.no));
  principals.set('agent', await owner(org.agent.no, org.victim.no));
  principals.set('operator', await owner(org.own.no));
  principals.set('branch', await owner(org.branch.no));
  principals.set('stranger', await owner(org.stranger.no));
  principals.set('stranger key', await key(server, 'admin', org.stranger.no));
  principals.set('regulator', await owner(org.regulator.no));
  principals.set('other regulator', await owner(org.otherRegulator.no));
  principals.set('suspended', await owner(org.suspended.no));
  principals.set(
    'half signed in',
    await person(server, { role: 'owner', home: org.victim.no, stage: 'second-factor' }),
  );
  principals.set('anonymous', async () => ({}));
  principals.set('expired key', await key(server, 'admin', org.victim.no, 'expires_at = now()'));
  principals.set('revoked key', await key(server, 'admin', org.victim.no, 'revoked_at = now()'));
  principals.set('ended session', await person(server, { role: 'owner', home: org.victim.no, isEnded: true }));
  return { server, org, principals };
}

async function organisation(
  { database: { db } }: TestServer,
  name: string,
  more: {
    readonly no?: number;
    readonly kind?: string;
    readonly region?: string;
    readonly categories?: readonly string[];
  } = {},
): Promise<{ readonly no: number; readonly id: string }> {
  const { no, kind = 'enterprise', region = null, categories = [] } = more;
  const statement =
    no === undefined
      ? 'insert into identity.organisation (name, kind, region, categories) values ($1, $2, $3, $4) returning no, id'
      : 'update identity.organisation set name = $1, kind = $2, region = $3, categories = $4 where no = 1 returning no, id';
  const { rows } = await db.query<{ no: number; id: string }>(statement, [name, kind, region, categories]);
  const [row] = rows;
  if (row === undefined) throw new Error(`no organisation ${name}`);
  return row;
}

interface PersonWanted {
  readonly role: string;
  /** Whose member it is. */
  readonly home: number;
  /** Whom it acts for, if not that one. */
  readonly at?: number | undefined;
  readonly stage?: 'second-factor' | 'full';
  readonly isEnded?: boolean;
}

/** A session is put into the table: a password each would take a minute. */
async function person({ database: { db } }: TestServer, wanted: PersonWanted): Promise<Principal> {
  const { role, home, at = home, stage = 'full', isEnded = false } = wanted;
  const { rows } = await db.query<{ id: string }>(
    "insert into identity.person (name) values ('somebody') returning id",
  );
  const [made] = rows;
  await db.query('insert into identity.membership (org_no, person_id, role) values ($1, $2, $3)', [
    home,
    made?.id,
    role,
  ]);
  return async () => {
    const token = randomBytes(32).toString('base64url');
    await db.query(
      `insert into identity.session (hash, person_id, org_no, via_no, stage, methods, idle, ends_at, ended_at)
       values ($1, $2, $3, $4, $5, '{pwd}', interval '1 hour', now() + interval '1 hour', case when $6 then now() end)`,
      [createHash('sha256').update(token).digest(), made?.id, at, at === home ? null : home, stage, isEnded],
    );
    return { cookie: `suyuan-session=${token}`, 'sec-fetch-site': 'same-origin' };
  };
}

async function key(
  { database: { db } }: TestServer,
  role: 'admin' | 'capture' | 'query',
  orgNo: number,
  change?: string,
): Promise<Principal> {
  const secret = await createKey(db, { role });
  const hash = createHash('sha256').update(secret).digest();
  await db.query(
    `update identity.api_key set org_no = $2${change === undefined ? '' : `, ${change}`} where secret_hash = $1`,
    [hash, orgNo],
  );
  return async () => ({ authorization: `Bearer ${secret}` });
}
