/** What a maker, a wholesaler, a shop, a county regulator, a stranger and the public are told of one can. */
import type { TraceAnswer, TraceEventRow } from '@suyuan/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

test('members of a shared space see each other’s trade in traces and events; who is invited not, and who left no more', async () => {
  const { db } = server.database;
  const coded = (who: Who): string => `o.code like '%/417/06141410000${WHO.indexOf(who) + 1}_'`;
  const strangerIs = (statement: string) =>
    db.query(`update identity.space_member m set ${statement} from identity.organisation o
              where o.no = m.org_no and ${coded('stranger')}`);
  await db.query(`with s as (insert into identity.space (founder_no, lead_no, name, purpose) values (1, 1, 'x', 'x') returning no)
    insert into identity.space_member (space_no, org_no, accepted_at) select s.no, o.no, now()
    from s, identity.organisation o where ${coded('wholesaler')} or ${coded('stranger')}`);
  const events = `/epcis/events?MATCH_anyEPC=${encodeURIComponent(CAN)}`;
  const toldOf = async (): Promise<string> => (await ask('stranger', 'GET', events)).text();
  await strangerIs('accepted_at = null');
  expect(lines(await traced('stranger'))).toEqual(['01 commissioning …', '? ? …', '? ? …', '? ? …', '? ? …']);
  expect(await toldOf()).not.toContain('gate-of-wholesaler');
  await strangerIs('accepted_at = now()');
  expect(lines(await traced('stranger')).slice(1)).toEqual([
    '? ? …',
    '03 receiving 2 at a place …',
    '04 shipping at a place …',
    '? ? …',
  ]);
  expect(await toldOf()).toContain('gate-of-wholesaler');
  expect(await toldOf()).not.toContain('maker-2');
  await strangerIs('ended_at = now(), ended_by_no = 1');
  expect(lines(await traced('stranger'))).toEqual(['01 commissioning …', '? ? …', '? ? …', '? ? …', '? ? …']);
  expect(await toldOf()).not.toContain('gate-of-wholesaler');
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

interface Queried {
  readonly epcisBody: { readonly queryResults: { readonly resultsBody: { readonly eventList: readonly Told[] } } };
  readonly 'urn:suyuan:hidden'?: readonly (readonly string[])[];
  readonly 'urn:suyuan:recorders'?: readonly { readonly code?: string }[];
}
interface Told {
  readonly eventID: string;
  readonly eventTime: string;
  readonly bizStep?: string;
  readonly readPoint?: { readonly id: string };
  readonly bizLocation?: { readonly id: string };
  readonly recordTime?: string;
}

const OF_CAN = `/epcis/epcs/${encodeURIComponent(CAN)}/events`;

/** Each event as a query tells it: its day, step, whether with a place, and what is hidden. */
async function queried(who: Who, path = OF_CAN): Promise<string[]> {
  const document: Queried = await (await ask(who, 'GET', path)).json();
  const { eventList } = document.epcisBody.queryResults.resultsBody;
  return eventList.map(({ eventTime, bizStep = '?', readPoint, bizLocation }, at) => {
    const hidden = document['urn:suyuan:hidden']?.[at] ?? [];
    const place = readPoint === undefined && bizLocation === undefined ? '' : ' at a place';
    return `${eventTime.slice(8, 10)} ${bizStep}${place}${hidden.length === 0 ? '' : ' …'}`;
  });
}

describe('event queries', () => {
  test('tell of a unit what a trace does: own records whole, those of others cut, none whose time or ID is hidden', async () => {
    expect(await queried('maker')).toEqual([
      '01 commissioning at a place',
      '02 shipping at a place',
      '03 receiving at a place …',
      '04 shipping …',
      '05 receiving …',
    ]);
    expect(await queried('shop')).toEqual([
      '01 commissioning at a place …',
      '02 shipping …',
      '03 receiving …',
      '04 shipping at a place …',
      '05 receiving',
    ]);
    for (const who of ['stranger', 'elsewhere'] as const) {
      expect(await queried(who)).toEqual(['01 commissioning at a place …']);
    }
    expect(await queried('county')).toHaveLength(5);
    const text = await (await ask('stranger', 'GET', OF_CAN)).text();
    expect(text).not.toMatch(/wholesaler|shop-|gate-of|0614141000029/);
  });

  test('without a unit give own records alone', async () => {
    expect(await queried('shop', '/epcis/events')).toEqual(['05 receiving']);
    expect(await queried('stranger', '/epcis/events')).toEqual([]);
    expect(await queried('county', '/epcis/events?EQ_bizStep=shipping')).toEqual([]);
    expect(
      await queried(
        'stranger',
        `/epcis/events?EQ_readPoint=${encodeURIComponent('https://example.org/gate-of-maker')}`,
      ),
    ).toEqual([]);
  });

  test('find nothing by what is hidden', async () => {
    const by = (who: Who, condition: string): Promise<string[]> =>
      queried(who, `/epcis/events?MATCH_anyEPC=${encodeURIComponent(CAN)}&${condition}`);
    const gate = `EQ_readPoint=${encodeURIComponent('https://example.org/gate-of-maker')}`;
    expect(await by('wholesaler', gate)).toEqual(['02 shipping at a place …', '03 receiving at a place']);
    expect(await by('shop', gate)).toEqual([]);
    expect(await by('shop', 'EQ_bizStep=shipping')).toEqual(['02 shipping …', '04 shipping at a place …']);
    expect(await by('stranger', 'EQ_bizStep=shipping')).toEqual([]);
    expect(await by('stranger', 'GE_eventTime=2026-03-02T00:00:00Z')).toEqual([]);
    expect(await by('shop', 'eventType=ObjectEvent&LT_eventTime=2026-03-03T00:00:00Z')).toHaveLength(2);
  });

  test('page over both, each event once, and pages count nothing that is hidden', async () => {
    for (const [who, count] of [
      ['shop', 5],
      ['stranger', 1],
    ] as const) {
      for (const perPage of [1, 2, 5]) {
        const pages: string[][] = [];
        let path: string | undefined = `${OF_CAN}?perPage=${perPage}`;
        while (path !== undefined) {
          const answer = await ask(who, 'GET', path);
          pages.push(await queried(who, path));
          path = /^<(.*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
        }
        expect([who, perPage, pages.length, new Set(pages.flat()).size]).toEqual([
          who,
          perPage,
          Math.ceil(count / perPage),
          count,
        ]);
      }
    }
  });

  test('by ID tell what is open, with who recorded it where that is; else as what does not exist', async () => {
    const named = async (who: Who, id: string): Promise<[number, (string | undefined)[]]> => {
      const answer = await ask(who, 'GET', `/epcis/events/${encodeURIComponent(id)}`);
      const { 'urn:suyuan:recorders': recorders = [] }: Queried = await answer.json();
      return [answer.status, recorders.map(({ code }) => code?.slice(-2, -1))];
    };
    expect(await named('wholesaler', 'https://example.org/maker-2')).toEqual([200, ['1']]);
    expect(await named('shop', 'https://example.org/maker-2')).toEqual([200, [undefined]]);
    expect(await named('stranger', 'https://example.org/maker-2')).toEqual([404, []]);
    expect(await named('stranger', 'https://example.org/none')).toEqual([404, []]);
    expect(await named('stranger', 'https://example.org/maker-1')).toEqual([200, ['1']]);
  });

  test('of what is cut a CBV hash ID is not told: who guesses the rest would know when the guess is right', async () => {
    const other = 'https://id.gs1.org/01/06901234567892/21/CAN2';
    const { eventID: _, ...event } = objectEvent({
      epcList: [other],
      eventTime: '2026-03-09T08:00:00Z',
      action: 'ADD',
      bizStep: 'commissioning',
      bizTransactionList: [{ type: 'po', bizTransaction: 'https://example.org/order-7' }],
    });
    expect((await ask('maker', 'POST', '/epcis/capture', JSON.parse(documentOf([event])))).status).toBe(202);
    const path = `/epcis/epcs/${encodeURIComponent(other)}/events`;
    const idTold = async (who: Who): Promise<string> => {
      const document: Queried = await (await ask(who, 'GET', path)).json();
      return document.epcisBody.queryResults.resultsBody.eventList[0]?.eventID ?? '';
    };
    const hash = await idTold('maker');
    expect(hash).toMatch(/^ni:/);
    expect(await idTold('stranger')).toMatch(/^urn:suyuan:record:/);
    expect((await ask('stranger', 'GET', `/epcis/events/${encodeURIComponent(hash)}`)).status).toBe(404);
    const trace: TraceAnswer = await (
      await ask('stranger', 'GET', `/v1/trace?code=${encodeURIComponent(other)}`)
    ).json();
    expect(JSON.stringify(trace)).not.toContain(hash);
  });
});
