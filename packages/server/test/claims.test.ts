/** Whose recall a person who scans is told as a fact, and whose as a claim. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const WHO = ['maker', 'stranger', 'laboratory', 'office', 'holder'] as const;
type Who = (typeof WHO)[number];
const codeOf = (who: Who): string => `urn:epc:id:pgln:0614141.0000${WHO.indexOf(who) + 1}`;
const canOf = (n: number): string => `https://id.gs1.org/01/06901234567892/21/CLAIM${n}`;

let server: TestServer;
const keys = new Map<Who, string>();

beforeAll(async () => {
  server = await testServer();
  const { db } = server.database;
  for (const who of WHO) keys.set(who, await createKey(db, { role: 'capture', org: codeOf(who) }));
  const set = (who: Who, columns: string): Promise<unknown> =>
    db.query(`update identity.organisation set ${columns} where code like '%/417/06141410000${WHO.indexOf(who) + 1}_'`);
  await set('stranger', "name = '某某商行', kind = 'enterprise'");
  await set('laboratory', "kind = 'laboratory'");
  await set('office', "kind = 'regulator'");
  await db.query(`insert into identity.jurisdiction (org_no, region, category, given_no)
    select no, '*', '*', 1 from identity.organisation where kind = 'regulator'`);
  for (let n = 0; n < WHO.length; n += 1) {
    await record('maker', {
      epcList: [canOf(n)],
      action: 'ADD',
      bizStep: 'commissioning',
      eventTime: '2026-03-01T08:00:00Z',
    });
  }
});
afterAll(() => server.close());

async function record(who: Who, members: EventJson): Promise<void> {
  const body = documentOf([objectEvent(members)]);
  const headers = { authorization: `Bearer ${keys.get(who)}`, 'content-type': 'application/json' };
  expect((await fetch(`${server.url}/epcis/capture`, { method: 'POST', headers, body })).status).toBe(202);
}

const recalled = (who: Who, code: string): Promise<void> =>
  record(who, {
    epcList: [code],
    bizStep: 'holding',
    disposition: 'recalled',
    eventTime: '2026-03-05T08:00:00Z',
    // Whoever claims may name whom it likes.
    sourceList: [{ type: 'possessing_party', source: codeOf('maker') }],
  });

async function scanned(code: string) {
  const headers = { accept: 'application/json' };
  return (await fetch(`${server.url}/q/${encodeURIComponent(code)}`, { headers })).json();
}

test.each([
  ['maker', 0, 'recalled'],
  ['stranger', 1, 'normal'],
  ['laboratory', 2, 'recalled'],
  ['office', 3, 'recalled'],
] as const)('a recall by the %s', async (who, n, verdict) => {
  await recalled(who, canOf(n));
  const page = await scanned(canOf(n));
  expect(page.verdict).toBe(verdict);
  expect((page.claims ?? []).length).toBe(verdict === 'normal' ? 1 : 0);
});

test('a claim is told under the name of whoever recorded it, and draws no conclusion', async () => {
  const page = await scanned(canOf(1));
  expect(page).toMatchObject({ notices: [], because: [], claims: [{ issuer: { zh: '某某商行' } }] });
});

test('whoever holds the number of a product has a say in it without having had it', async () => {
  await recalled('holder', canOf(4));
  expect((await scanned(canOf(4))).verdict).toBe('normal');
  await server.database.db.query(`insert into identity.holding (org_no, scheme, first)
    select no, 'gs1', '6901234' from identity.organisation where code like '%/417/061414100005_'`);
  // Behind the program's back: seen within a second.
  await expect.poll(async () => (await scanned(canOf(4))).verdict, { timeout: 5_000 }).toBe('recalled');
});
