/** Events that come one by one at the same time share a transaction, and each is answered for itself. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { bareEvent, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const SERIAL = 'https://id.gs1.org/01/10614141073464/21/';

async function post(event: EventJson, key = server.key): Promise<{ status: number; body: string; location: string }> {
  const response = await fetch(`${server.url}/epcis/events`, {
    method: 'POST',
    body: bareEvent(event),
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
  return {
    status: response.status,
    body: await response.text(),
    location: response.headers.get('location') ?? '',
  };
}

const statuses = (answers: readonly { readonly status: number }[]): number[] => answers.map(({ status }) => status);

test('fifty at once: all are stored, in few blocks, and each is found where its answer says', async () => {
  const events = Array.from({ length: 50 }, (_, i) => objectEvent({ epcList: [`${SERIAL}F${i}`] }));
  const answers = await Promise.all(events.map((event) => post(event)));
  expect(statuses(answers)).toEqual(events.map(() => 201));
  const { rows } = await server.database.db.query<{ records: number; blocks: number }>(
    'select count(*)::int as records, count(distinct block)::int as blocks from events.record',
  );
  expect(rows[0]?.records).toBe(50);
  expect(rows[0]?.blocks).toBeLessThan(50);
  for (const [i, { location }] of answers.entries()) {
    const response = await fetch(server.url + location, { headers: { authorization: `Bearer ${server.key}` } });
    expect(await response.text()).toContain(`${SERIAL}F${i}"`);
  }
});

test('the same one many times at once is stored once, and all hear that it is', async () => {
  const event = objectEvent({ epcList: [`${SERIAL}SAME`] });
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(event)));
  expect(statuses(answers)).toEqual(answers.map(() => 201));
  expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
  const page = await server.client.events({ MATCH_anyEPC: `${SERIAL}SAME` });
  expect(page.document.epcisBody.queryResults.resultsBody.eventList).toHaveLength(1);
});

test('of many that contradict each other one is stored; the others hear so about themselves', async () => {
  const eventID = `urn:uuid:${crypto.randomUUID()}`;
  const events = Array.from({ length: 10 }, (_, i) => objectEvent({ eventID, epcList: [`${SERIAL}C${i}`] }));
  const others = Array.from({ length: 10 }, (_, i) => objectEvent({ epcList: [`${SERIAL}O${i}`] }));
  const answers = await Promise.all(events.flatMap((event, i) => [post(event), post(others[i] ?? {})]));
  const contradicting = answers.filter((_, i) => i % 2 === 0);
  expect(statuses(contradicting).toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  expect(statuses(answers.filter((_, i) => i % 2 === 1))).toEqual(others.map(() => 201));
  for (const { status, body } of contradicting) {
    if (status === 201) continue;
    const [error] = JSON.parse(body).errors;
    expect(error).toMatchObject({ rule: 'event.identity-conflict', pointer: '/eventID' });
    expect(error).not.toHaveProperty('eventIndex');
  }
});

test('one that the database does not take fails alone', async () => {
  await server.database.db.query(`
    create function events.refuse() returns trigger language plpgsql as $$
    begin if new.biz_step like '%destroying' then raise exception 'refused by a test'; end if; return new; end $$;
    create trigger refuse before insert on events.event for each row execute function events.refuse()`);
  try {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => post(objectEvent(i === 17 ? { bizStep: 'destroying' } : {}))),
    );
    expect(statuses(answers)).toEqual(answers.map((_, i) => (i === 17 ? 500 : 201)));
  } finally {
    await server.database.db.query('drop function events.refuse() cascade');
  }
});

test('what two organisations send at once lies apart, each under its own', async () => {
  const keys = await Promise.all(
    ['urn:epc:id:pgln:0614141.00001', 'urn:epc:id:pgln:0614141.00002'].map((org) =>
      createKey(server.database.db, { role: 'capture', org }),
    ),
  );
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => post(objectEvent({ epcList: [`${SERIAL}P${i}`] }), keys[i % 2])),
  );
  expect(statuses(answers)).toEqual(answers.map(() => 201));
  const { rows } = await server.database.db.query<{ recorders: number[]; org: number }>(`
    select array_agg(distinct org_no) as recorders,
           (select org_no from events.received r where r.block = e.block) as org
    from events.record e group by block`);
  for (const { recorders, org } of rows) expect(recorders).toEqual([org]);
});
