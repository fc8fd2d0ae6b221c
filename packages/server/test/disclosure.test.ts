/** What a maker, a wholesaler, a shop, a county regulator, a stranger and the public are told of one can. */
import type { TraceAnswer, TraceEventRow } from '@suyuan/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const CAN = 'https://id.gs1.org/01/06901234567892/21/CAN1';
const WHO = ['maker', 'wholesaler', 'shop', 'stranger', 'county', 'elsewhere'] as const;
type Who = (typeof WHO)[number];
const codeOf = (who: Who): string => `urn:epc:id:pgln:0614141.0000${WHO.indexOf(who) + 1}`;

let server: TestServer;
const keys = new Map<Who, string>();

beforeAll(async () => {
  server = await testServer();
  const { db } = server.database;
  for (const who of WHO) keys.set(who, await createKey(db, { role: 'admin', org: codeOf(who) }));
  const named = (who: Who): string =>
    `(select no from identity.organisation where code like '%/417/06141410000${WHO.indexOf(who) + 1}_')`;
  const place = async (who: Who, region: string, kind: string): Promise<void> => {
    await db.query(`update identity.organisation set region = $1, kind = $2 where no = ${named(who)}`, [region, kind]);
  };
  await place('maker', '370602', 'enterprise');
  await place('wholesaler', '370100', 'enterprise');
  await place('shop', '110105', 'enterprise');
  await place('county', '110105', 'regulator');
  await place('elsewhere', '440100', 'regulator');
  await db.query(`insert into identity.jurisdiction (org_no, region, category, given_no)
    values (${named('county')}, '110105', '*', 1), (${named('elsewhere')}, '440100', '*', 1)`);
  await record(
    'maker',
    { action: 'ADD', bizStep: 'commissioning', bizLocation: { id: 'urn:epc:id:sgln:0614141.00001.0' } },
    1,
  );
  await record('maker', { bizStep: 'shipping', ...trade('maker', 'wholesaler') }, 2);
  await record('wholesaler', { bizStep: 'receiving', ...trade('maker', 'wholesaler') }, 3);
  await record('wholesaler', { bizStep: 'shipping', ...trade('wholesaler', 'shop') }, 4);
  await record('shop', { bizStep: 'receiving' }, 5);
});
afterAll(() => server.close());

function trade(from: Who, to: Who): object {
  return {
    readPoint: { id: `https://example.org/gate-of-${from}` },
    sourceList: [{ type: 'owning_party', source: codeOf(from) }],
    destinationList: [{ type: 'possessing_party', destination: codeOf(to) }],
  };
}

async function record(who: Who, more: object, day: number): Promise<void> {
  const event = objectEvent({
    epcList: [CAN],
    eventTime: `2026-03-0${day}T08:00:00Z`,
    eventID: `https://example.org/${who}-${day}`,
    ...more,
  });
  const answer = await ask(who, 'POST', '/epcis/capture', JSON.parse(documentOf([event])));
  expect(answer.status).toBe(202);
}

function ask(who: Who, method: string, path: string, body?: unknown): Promise<Response> {
  const headers = {
    authorization: `Bearer ${keys.get(who)}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

const PATH = `/v1/trace?code=${encodeURIComponent(CAN)}`;
const traced = async (who: Who): Promise<TraceAnswer> => (await ask(who, 'GET', PATH)).json();

/** Each event in its order: its day, step and party, as far as they are told. */
function lines({ events }: TraceAnswer): string[] {
  return events.map(
    ({ eventTime = '0000-00-?', bizStep = '?', party, hidden, readPoint }: TraceEventRow) =>
      `${eventTime.slice(8, 10)} ${bizStep.replace(/.*-/, '')}${party === undefined ? '' : ` ${party.slice(-2, -1)}`}${readPoint === undefined ? '' : ' at a place'}${hidden === undefined ? '' : ' …'}`,
  );
}

test('one step up and one down are told whole, the chain its steps and times, anybody who made it; the shape is whole', async () => {
  expect(lines(await traced('maker'))).toEqual([
    '01 commissioning',
    '02 shipping at a place',
    '03 receiving 2 at a place …',
    '04 shipping …',
    '05 receiving …',
  ]);
  expect(lines(await traced('wholesaler'))).toEqual([
    '01 commissioning …',
    '02 shipping at a place …',
    '03 receiving 2 at a place',
    '04 shipping at a place',
    '05 receiving …',
  ]);
  expect(lines(await traced('shop'))).toEqual([
    '01 commissioning …',
    '02 shipping …',
    '03 receiving …',
    '04 shipping at a place …',
    '05 receiving',
  ]);
  const stranger = await traced('stranger');
  expect(lines(stranger)).toEqual(['01 commissioning …', '? ? …', '? ? …', '? ? …', '? ? …']);
  expect(stranger.completeness).toMatchObject({ complete: true, hidden: 5 });
  expect(stranger.events.slice(1).map(({ place, verified }) => [place, verified])).toEqual([
    [{ region: '370602' }, true],
    [{ region: '370100' }, true],
    [{ region: '370100' }, true],
    [{ region: '110105' }, true],
  ]);
  for (const secret of ['wholesaler', 'shop', 'gate-of', '061414100002', '061414100003', '2026-03-02']) {
    expect(JSON.stringify(stranger)).not.toContain(secret);
  }
});

test('a regulator of the shop sees its records whole, those of its chain as the shop does, and both are told', async () => {
  expect(lines(await traced('county'))).toEqual([
    '01 commissioning …',
    '02 shipping …',
    '03 receiving …',
    '04 shipping …',
    '05 receiving …',
  ]);
  expect(lines(await traced('elsewhere'))[1]).toBe('? ? …');
  const { occurrences } = await (await ask('shop', 'GET', '/v1/occurrences')).json();
  const looks = occurrences.filter(({ kind }: { kind: string }) => kind === 'records.read');
  expect(looks).toHaveLength(1);
  expect(looks[0].detail).toMatchObject({ codes: [CAN], right: 'jurisdiction' });
  const own = (await (await ask('county', 'GET', '/v1/occurrences')).json()).occurrences;
  expect(own.filter(({ kind }: { kind: string }) => kind === 'records.read')).toHaveLength(1);
});

test('an owner opens further: to everybody, for one product, to one partner, for a time; and takes it back', async () => {
  const step = async (): Promise<string> => lines(await traced('stranger'))[3] ?? '';
  const open = async (body: object): Promise<string[]> => {
    const answer = await ask('wholesaler', 'POST', '/v1/openings', body);
    expect(answer.status).toBe(200);
    return (await answer.json()).openings.map(({ id }: { id: string }) => id);
  };
  const end = async (id = ''): Promise<void> => {
    expect((await ask('wholesaler', 'DELETE', `/v1/openings/${id}`)).status).toBe(204);
  };
  const [other] = await open({ elements: ['step'], level: 'public', product: 'https://id.gs1.org/01/06901234567885' });
  expect(await step()).toBe('? ? …');
  const [later] = await open({ elements: ['step'], level: 'public', from: '2999-01-01T00:00:00Z' });
  expect(await step()).toBe('? ? …');
  const [past] = await open({
    elements: ['step'],
    level: 'public',
    from: '2026-01-01T00:00:00Z',
    until: '2026-01-02T00:00:00Z',
  });
  expect(await step()).toBe('? ? …');
  const [exact] = await open({ elements: ['step'], level: 'public', product: 'https://id.gs1.org/01/06901234567892' });
  expect(await step()).toBe('? shipping …');
  await end(exact);
  const [forShop] = await open({ elements: ['step'], partner: codeOf('shop') });
  expect(await step()).toBe('? ? …');
  const [forStranger] = await open({ elements: ['step', 'time'], partner: codeOf('stranger') });
  expect(await step()).toMatch(/shipping|04/);
  for (const id of [other, later, past, forShop, forStranger]) await end(id);
  expect((await ask('wholesaler', 'POST', '/v1/openings', { elements: ['step'] })).status).toBe(400);
  expect((await ask('wholesaler', 'POST', '/v1/openings', { elements: ['shape'], level: 'public' })).status).toBe(400);
  expect((await ask('stranger', 'DELETE', `/v1/openings/${forShop}`)).status).toBe(404);
});

test('as of a moment is asked by whoever may see all times, and by nobody else', async () => {
  expect((await ask('shop', 'GET', `${PATH}&at=2026-03-03T00:00:00Z`)).status).toBe(200);
  const refused = await ask('stranger', 'GET', `${PATH}&at=2026-03-03T00:00:00Z`);
  expect([refused.status, (await refused.json()).code]).toEqual([403, 'trace.moment']);
});

test('the public page tells of the making, and that the rest is recorded', async () => {
  const page = await (
    await fetch(`${server.url}/q/${encodeURIComponent(CAN)}`, { headers: { accept: 'application/json' } })
  ).json();
  expect(page.timeline.map(({ eventID }: { eventID: string }) => eventID)).toEqual(['https://example.org/maker-1']);
  expect(page).toMatchObject({ verdict: 'normal', hidden: 4, total: 5 });
  expect(JSON.stringify(page)).not.toMatch(/wholesaler|shop-|gate-of/);
});
