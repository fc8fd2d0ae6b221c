/**
 * Who may do what: every operation of both OpenAPI files, asked by everybody who may come. What comes out is
 * docs/reference/permissions.md, which a reviewer reads; `npx vitest run -u` writes it anew.
 */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';
import type { Recorded } from './asked.ts';
import { type Town, town } from './principals.ts';
import { REQUESTS } from './requests.ts';
import { makeThing } from './things.ts';

let server: TestServer;
let here: Town;
let recorded: Recorded;
beforeAll(async () => {
  // Each request comes from an address of its own, so that none waits for the tries of another.
  server = await testServer({ trustedProxies: ['127.0.0.1'], isRegistrationOpen: true });
  here = await town(server);
  recorded = await record();
}, 60_000);
afterAll(() => server.close());

const ADDRESS_PARTS = 4;
const anyAddress = (): string => Array.from({ length: ADDRESS_PARTS }, () => randomInt(1, 255)).join('.');

async function record(): Promise<Recorded> {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000ee';
  const headers = { ...(await here.principals.get('key capture')?.()), 'content-type': 'application/json' };
  const body = documentOf([objectEvent({ eventID })]);
  const answer = await fetch(`${server.url}/epcis/capture`, { method: 'POST', headers, body });
  expect(answer.status).toBe(202);
  return { eventID, captureID: answer.headers.get('location')?.split('/').at(-1) ?? '' };
}

/** As what an answer is told apart: `allowed` also where what was asked is then wrong, or not to be done now. */
type Outcome = 'allowed' | 'denied' | 'not there' | 'sign in';

const SIGN_IN = new Set(['key.missing', 'key.unknown', 'session.missing', 'session.unfinished']);
const DENIED = new Set([
  'import.draft-only',
  ...['confidential.own-people', 'confidential.no-jurisdiction'],
  ...['key.role', 'right.missing', 'role.beyond', 'jurisdiction.beyond', 'organisation.none', 'organisation.pending'],
  ...['person.only', 'draft.not-own'],
  ...['organisation.suspended', 'organisation.merged', 'organisation.closed', 'registration.closed'],
]);
const NOT_THERE = new Set(['resource.not-found', 'organisation.not-yours', 'supervision.none']);

async function ask(name: string, principal: string): Promise<Outcome> {
  const [method = '', path = ''] = name.split(' ');
  const request = await REQUESTS[name]?.({ thing: (kind) => makeThing(here, kind), town: here, recorded });
  if (request === undefined) throw new Error(`no request of ${name}`);
  const { octets } = request;
  const text = octets ?? request.text ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
  const answer = await fetch(server.url + (request.path ?? path), {
    method,
    redirect: 'manual',
    headers: {
      ...(await here.principals.get(principal)?.()),
      'x-forwarded-for': anyAddress(),
      ...(text === undefined
        ? {}
        : { 'content-type': octets === undefined ? 'application/json' : 'application/octet-stream' }),
    },
    ...(text === undefined ? {} : { body: text }),
  });
  const code = codeOf(await answer.text(), answer.status);
  expect([name, principal, code, answer.status < 500 || code === 'oidc.unavailable']).toEqual([
    name,
    principal,
    code,
    true,
  ]);
  expect([name, principal, code]).not.toContain('request.foreign-origin');
  if (SIGN_IN.has(code)) return 'sign in';
  if (DENIED.has(code)) return 'denied';
  return NOT_THERE.has(code) ? 'not there' : 'allowed';
}

/** The problem's code; those of /epcis have one too. */
function codeOf(text: string, status: number): string {
  if (status < 400) return '';
  try {
    return String(Object(JSON.parse(text)).code);
  } catch {
    return '';
  }
}

async function operations(): Promise<string[]> {
  const names: string[] = [];
  for (const scope of ['/v1', '/epcis']) {
    const description = await (await fetch(`${server.url}${scope}/openapi.json`)).json();
    for (const [path, methods] of Object.entries<object>(description.paths)) {
      for (const method of Object.keys(methods)) names.push(`${method.toUpperCase()} ${path}`);
    }
  }
  return names;
}

test('every operation of both descriptions has its request here, and no other', async () => {
  expect((await operations()).sort()).toEqual(Object.keys(REQUESTS).sort());
});

/** Those that stand together nearly always, by one word. */
const TOGETHER: readonly (readonly [word: string, principals: readonly string[]])[] = [
  ['every role', ['owner', 'administrator', 'recorder', 'drafter', 'releaser', 'auditor', 'viewer']],
  ['every key', ['key admin', 'key capture', 'key query']],
  ['outsiders', ['operator', 'branch', 'stranger', 'regulator', 'other regulator', 'suspended']],
  ['who is no more', ['expired key', 'revoked key', 'ended session']],
];

function inShort(principals: readonly string[]): string[] {
  let left = [...principals];
  for (const [word, those] of TOGETHER) {
    if (!those.every((each) => left.includes(each))) continue;
    const at = left.indexOf(those[0] ?? '');
    left = left.flatMap((each, i) => (i === at ? [word] : those.includes(each) ? [] : [each]));
  }
  return left;
}

/** Who is of another organisation, and has nothing to do with the victim. */
const STRANGERS = ['branch', 'stranger', 'stranger key', 'other regulator', 'suspended'];

test('who may do what, in docs/reference/permissions.md', { timeout: 300_000 }, async () => {
  const rows: string[] = [];
  let asked = 0;
  for (const name of Object.keys(REQUESTS)) {
    const outcomes = new Map<string, Outcome>();
    for (const principal of here.principals.keys()) {
      outcomes.set(principal, await ask(name, principal));
      asked += 1;
    }
    const those = (wanted: Outcome): string => {
      const found = [...outcomes].flatMap(([principal, outcome]) => (outcome === wanted ? [principal] : []));
      return found.length === outcomes.size ? 'everybody' : inShort(found).join(', ') || '–';
    };
    rows.push(
      `| \`${name}\` | ${those('allowed')} | ${those('denied')} | ${those('not there')} | ${those('sign in')} |`,
    );
    // Whatever the table says: what has an id is the victim's, and a stranger never gets at it.
    if (/\{(id|eventID|captureID|name)\}/.test(name) && !OF_EVERYBODY.test(name)) {
      for (const stranger of STRANGERS) expect([name, stranger, outcomes.get(stranger)]).not.toContain('allowed');
    }
  }
  expect(asked).toBeGreaterThan(2_000);
  const file = join(import.meta.dirname, '../../../../docs/reference/permissions.md');
  await expect(`${HEAD}${rows.join('\n')}\n`).toMatchFileSnapshot(file);
});

/** Things with an id that are not the victim’s: one’s own sessions, devices, sheets and orders, providers that everybody signs in by, what is published. */
const OF_EVERYBODY =
  /\/v1\/me\/(sessions|devices)|\/v1\/session\/providers|PUT \/v1\/roles|PUT \/v1\/(sheets|orders|imports|labels\/runs)|\/v1\/standards/;

const HEAD = `# Who may do what

Measured by \`packages/server/test/matrix\`: every operation of both OpenAPI files, asked by everybody who may come, on what one
organisation (here: the victim) has. Written by that test (\`npx vitest run packages/server/test/matrix -u\`); a new operation
without its request fails it.

- *owner* to *viewer*: people of the victim in that role. *key admin*, *key capture*, *key query*: its keys.
- *parent*: an owner of the organisation above, acting for the victim. *agent*: an owner of a service provider, acting for it by a
  mandate of query, trace, capture and draft. *branch*: an owner of a branch of it, acting for the branch.
- *regulator*: of its region and category. *other regulator*: of another region. *operator*: runs the installation, and acts for
  the installation's own organisation. *stranger*, *stranger key*: of another organisation. *suspended*: an owner of one that is.
- *Every role*, *every key*: all of those. *Outsiders*: operator, branch, stranger, regulator, other regulator and suspended. *Who is
  no more*: expired key, revoked key and ended session.
- *half signed in*: a second factor is still asked for. *expired key*, *revoked key*, *ended session*: of the victim, before.

*Allowed* also where the request is then refused for what it says (a wrong password, a code that is taken). *Not there*: answered
as what does not exist. *Sign in*: 401. What has no id in its address is the caller's own: a stranger who lists sites sees its own.

| operation | allowed | denied | not there | sign in |
| --- | --- | --- | --- | --- |
`;
