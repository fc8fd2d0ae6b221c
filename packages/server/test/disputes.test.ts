/** A receiver disputes what a shipper recorded: both stand, and who sees what of it. */
import type { DisputesBody, TraceAnswer, TraceEventRow } from '@suyuan/api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const WHO = ['maker', 'shipper', 'receiver', 'stranger', 'county', 'friend'] as const;
type Who = (typeof WHO)[number];
const codeOf = (who: Who): string => `urn:epc:id:pgln:0614141.0000${WHO.indexOf(who) + 1}`;

let server: TestServer;
const keys = new Map<Who, string>();
const orgs = new Map<Who, string>();
beforeAll(async () => {
  server = await testServer();
  const { db } = server.database;
  for (const who of WHO) {
    keys.set(who, await createKey(db, { role: 'admin', org: codeOf(who) }));
    const { rows } = await db.query<{ id: string }>('select id from identity.organisation order by no desc limit 1');
    orgs.set(who, rows[0]?.id ?? '');
  }
  await db.query("update identity.organisation set region = '110105', name = '收货站' where id = $1", [
    orgs.get('receiver'),
  ]);
  await db.query("update identity.organisation set region = '110105', kind = 'regulator' where id = $1", [
    orgs.get('county'),
  ]);
  await db.query(
    `insert into identity.jurisdiction (org_no, region, category, given_no)
     select no, '110105', '*', 1 from identity.organisation where id = $1`,
    [orgs.get('county')],
  );
  await db.query(
    `insert into identity.partnership (org_no, other_no, accepted_at) select a.no, b.no, now()
     from identity.organisation a, identity.organisation b where a.id = $1 and b.id = $2`,
    [orgs.get('shipper'), orgs.get('friend')],
  );
}, 60_000);
afterAll(() => server.close());

let cans = 0;
let can = '';
let shipped = '';
/** Made, shipped to the receiver, and received: a can of its own for each test. */
beforeEach(async () => {
  cans += 1;
  can = `https://id.gs1.org/01/06901234567892/21/DIS${cans}`;
  shipped = `https://example.org/shipped-${cans}`;
  await record('maker', { action: 'ADD', bizStep: 'commissioning', eventID: `https://example.org/made-${cans}` }, 1);
  await record('shipper', { bizStep: 'receiving', eventID: `https://example.org/bought-${cans}` }, 2);
  await record('shipper', { bizStep: 'shipping', eventID: shipped, ...trade('shipper', 'receiver') }, 3);
  await record('receiver', { bizStep: 'receiving', eventID: `https://example.org/received-${cans}` }, 4);
});

function trade(from: Who, to: Who): object {
  return {
    sourceList: [{ type: 'owning_party', source: codeOf(from) }],
    destinationList: [{ type: 'possessing_party', destination: codeOf(to) }],
  };
}

async function record(who: Who, more: object, day: number): Promise<void> {
  const event = objectEvent({ epcList: [can], eventTime: `2026-03-0${day}T08:00:00Z`, ...more });
  expect((await ask(who, 'POST', '/epcis/capture', JSON.parse(documentOf([event])))).status).toBe(202);
}

function ask(who: Who, method: string, path: string, body?: unknown): Promise<Response> {
  const headers = {
    authorization: `Bearer ${keys.get(who)}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

const SAID = { subject: 'quantity', words: '少了两箱，送货单上只有十箱' };
const dispute = (who: Who, more: object = {}): Promise<Response> =>
  ask(who, 'POST', '/v1/disputes', { eventID: shipped, ...SAID, ...more });

async function disputed(who: Who): Promise<string> {
  const answer = await dispute(who);
  expect(answer.status).toBe(200);
  return (await answer.json()).id;
}

async function codeOfRefusal(answer: Promise<Response>): Promise<string> {
  const { status } = await answer;
  return `${status} ${(await (await answer).json()).code}`;
}

const traceText = async (who: Who): Promise<string> =>
  (await ask(who, 'GET', `/v1/trace?code=${encodeURIComponent(can)}`)).text();
const traced = async (who: Who): Promise<TraceAnswer> => JSON.parse(await traceText(who));

/** What is told against the shipping, the third of the chain. */
const told = async (who: Who): Promise<TraceEventRow['disputes']> => (await traced(who)).events[2]?.disputes;
const listed = async (who: Who, about: string, more = ''): Promise<DisputesBody['disputes']> =>
  (await (await ask(who, 'GET', `/v1/disputes?about=${about}${more}`)).json()).disputes;

test('whom an event names disputes it: the trace tells it by circles, and nothing else of the event changes', async () => {
  const before = await traced('shipper');
  const whole = [{ ...SAID, by: { id: orgs.get('receiver'), name: '收货站' }, at: expect.any(String) }];
  await disputed('receiver');
  for (const who of ['shipper', 'receiver', 'friend', 'county'] as const) {
    // The county watches over the receiver, and so takes part in the chain; it sees no trade of the shipper.
    if (who === 'county') expect(await told(who)).toEqual([{ subject: 'quantity' }]);
    else expect(await told(who)).toMatchObject(whole);
  }
  expect(await told('maker')).toEqual([{ subject: 'quantity' }]);
  const after = await traced('shipper');
  for (const event of after.events) delete event.disputes;
  expect(after).toEqual(before);
});

test('a stranger is answered the same bytes with and without a dispute, also where all is opened to it; so is the public', async () => {
  const page = async (): Promise<string> =>
    (await fetch(`${server.url}/q/${encodeURIComponent(can)}`, { headers: { accept: 'application/json' } })).text();
  const before = [await traceText('stranger'), await page()];
  const id = await disputed('receiver');
  expect([await traceText('stranger'), await page()]).toEqual(before);
  const opened = await ask('shipper', 'POST', '/v1/openings', { elements: ['*'], level: 'public' });
  const text = await traceText('stranger');
  expect(text).toContain(shipped);
  expect(text).not.toMatch(/disputes|少了两箱/);
  for (const opening of (await opened.json()).openings) await ask('shipper', 'DELETE', `/v1/openings/${opening.id}`);
  expect((await ask('receiver', 'DELETE', `/v1/disputes/${id}`)).status).toBe(204);
});

test('who recorded the step before or after disputes too; who only agreed, watches or takes part does not, nor is told what is there', async () => {
  const made = { eventID: `https://example.org/made-${cans}` };
  expect((await dispute('shipper', made)).status).toBe(200);
  const unknown = await (await dispute('stranger', { eventID: 'https://example.org/nothing' })).text();
  expect(JSON.parse(unknown)).toMatchObject({ status: 404, code: 'dispute.event-unknown' });
  for (const who of ['stranger', 'maker', 'friend', 'county'] as const) {
    expect(await (await dispute(who)).text()).toBe(unknown);
  }
  expect(await (await dispute('receiver', made)).text()).toBe(unknown);
});

test('an own record is declared in error instead; what is declared in error is disputed no more', async () => {
  expect(await codeOfRefusal(dispute('shipper'))).toBe('409 dispute.own');
  const errorDeclaration = { declarationTime: '2026-04-01T00:00:00Z', reason: 'incorrect_data' };
  await record(
    'shipper',
    { bizStep: 'shipping', eventID: shipped, ...trade('shipper', 'receiver'), errorDeclaration },
    3,
  );
  expect(await codeOfRefusal(dispute('receiver'))).toBe('404 dispute.event-unknown');
});

test('one at a time; withdrawn it is told no more, stays in both lists, and may be made again', async () => {
  const id = await disputed('receiver');
  expect(await codeOfRefusal(dispute('receiver', { subject: 'time' }))).toBe('409 dispute.exists');
  expect((await ask('shipper', 'DELETE', `/v1/disputes/${id}`)).status).toBe(404);
  expect(await told('shipper')).toHaveLength(1);
  expect((await ask('receiver', 'DELETE', `/v1/disputes/${id}`)).status).toBe(204);
  expect((await ask('receiver', 'DELETE', `/v1/disputes/${id}`)).status).toBe(404);
  expect(await told('shipper')).toBeUndefined();
  const again = await disputed('receiver');
  for (const list of [await listed('receiver', 'mine'), await listed('shipper', 'ours')]) {
    expect(list.slice(0, 2).map((each) => [each.id, each.withdrawnAt === null])).toEqual([
      [again, true],
      [id, false],
    ]);
    expect(list[0]).toMatchObject({ eventID: shipped, ...SAID, by: { name: '收货站' } });
  }
});

test('lists are of who asks, and come page by page, the newest first', async () => {
  const ids = [await disputed('receiver')];
  await ask('receiver', 'DELETE', `/v1/disputes/${ids[0]}`);
  ids.unshift(await disputed('receiver'));
  const page = await (await ask('shipper', 'GET', '/v1/disputes?about=ours&perPage=1')).json();
  expect(page.disputes.map(({ id }: { id: string }) => id)).toEqual([ids[0]]);
  const [second] = await listed('shipper', 'ours', `&perPage=1&cursor=${page.next}`);
  expect(second?.id).toBe(ids[1]);
  expect(await listed('receiver', 'ours')).toEqual([]);
  for (const who of ['stranger', 'county', 'friend'] as const) {
    expect([...(await listed(who, 'mine')), ...(await listed(who, 'ours'))]).toEqual([]);
  }
});

test('making and withdrawing is noted to both, and stands in the log', async () => {
  const id = await disputed('receiver');
  await ask('receiver', 'DELETE', `/v1/disputes/${id}`);
  for (const who of ['receiver', 'shipper'] as const) {
    const { occurrences } = await (await ask(who, 'GET', '/v1/occurrences')).json();
    const own = occurrences.filter(({ about }: { about?: string }) => about === id);
    expect(own.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['dispute.made', 'dispute.withdrawn']);
    for (const { detail } of own) expect(detail).toEqual({ event: shipped, subject: 'quantity' });
  }
});

test('input that is not as it must be is refused, and keeps nothing', async () => {
  const refused: object[] = [
    { words: '' },
    { words: '   ' },
    { words: 'x'.repeat(501) },
    { words: {} },
    { words: 'a\u0000b' },
    { subject: 'none' },
    { subject: '__proto__' },
    { eventID: '' },
    { eventID: 'x'.repeat(2001) },
    { eventID: {} },
  ];
  for (const more of refused) expect([more, (await dispute('receiver', more)).status]).toEqual([more, 400]);
  expect((await dispute('receiver', { eventID: "x' or 1=1 --\u0000" })).status).toBe(404);
  for (const path of ['?about=theirs', '?about=mine&about=ours', '?perPage=0', '?perPage=501', '?cursor=-1']) {
    expect([path, (await ask('receiver', 'GET', `/v1/disputes${path}`)).status]).toEqual([path, 400]);
  }
  expect((await ask('receiver', 'DELETE', '/v1/disputes/none')).status).toBe(400);
  expect(await told('shipper')).toBeUndefined();
  const words = '<script>alert(1)</script> %s \u202e';
  const body = await (await dispute('receiver', { words, withdrawnAt: '2026-01-01T00:00:00Z' })).json();
  expect(body).toMatchObject({ words, withdrawnAt: null });
  expect((await told('shipper'))?.[0]?.words).toBe(words);
});

test('a record that has no ID of its own is disputed by the name that the trace gives it, with a unit of it', async () => {
  await record('shipper', { eventID: undefined, bizStep: 'shipping', ...trade('shipper', 'receiver') }, 5);
  const trace: TraceAnswer = await (await ask('receiver', 'GET', `/v1/trace?code=${encodeURIComponent(can)}`)).json();
  const named = trace.events.at(-1)?.eventID ?? '';
  expect(named).toMatch(/^urn:suyuan:record:/);
  expect((await dispute('receiver', { eventID: named })).status).toBe(404);
  expect((await dispute('stranger', { eventID: named, code: can })).status).toBe(404);
  expect((await dispute('receiver', { eventID: named, code: can })).status).toBe(200);
  const list = async (who: Who, about: string): Promise<DisputesBody> =>
    (await ask(who, 'GET', `/v1/disputes?about=${about}`)).json();
  expect((await list('receiver', 'mine')).disputes[0]?.eventID).toBe(named);
  // To its recorder it is told by its own.
  expect((await list('shipper', 'ours')).disputes[0]?.eventID).toMatch(/^ni:/);
  expect(JSON.stringify(await (await ask('receiver', 'GET', '/v1/occurrences')).json())).not.toContain('ni:///');
});
