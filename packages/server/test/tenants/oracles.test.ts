/** No answer tells whether another organisation has recorded a thing: two servers, on one of which it has, answer alike to the byte. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '../../src/modules/identity/index.ts';
import { bareEvent, documentOf, type EventJson, objectEvent } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';

/** On `known` the other has recorded what is asked about, on `unknown` something of the same size. */
type World = 'known' | 'unknown';

interface Party {
  readonly other: string;
  readonly caller: string;
}

let worlds: Readonly<Record<World, { readonly server: TestServer; readonly keys: Party }>>;
beforeAll(async () => {
  worlds = { known: await open(), unknown: await open() };
});
afterAll(() => Promise.all([worlds.known.server.close(), worlds.unknown.server.close()]));

async function open(): Promise<{ server: TestServer; keys: Party }> {
  const server = await testServer();
  const keyOf = (org: string): Promise<string> => createKey(server.database.db, { role: 'capture', org });
  const keys = {
    other: await keyOf('urn:epc:id:pgln:0614141.00001'),
    caller: await keyOf('urn:epc:id:pgln:0614141.00002'),
  };
  return { server, keys };
}

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(world: World, who: keyof Party, { path, body, type, ...more }: Sent): Promise<Response> {
  const { server, keys } = worlds[world];
  return fetch(server.url + path, {
    method: more.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { authorization: `Bearer ${keys[who]}`, 'content-type': type ?? 'application/json', ...more.headers },
    ...(body === undefined ? {} : { body }),
  });
}

const captured = (body: string, way = 'rollback'): Sent => ({
  path: '/epcis/capture',
  body,
  headers: { 'gs1-capture-error-behaviour': way },
});
const single = (event: EventJson): Sent => ({ path: '/epcis/events', body: bareEvent(event) });

const STARTED_MS = Date.now();
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** An answer without what differs from one request to the next: times of now, and ids in the order in which they appear. */
class Comparable {
  readonly #ids = new Map<string, string>();

  of(text: string): string {
    const number = (id: string): string => {
      const known = this.#ids.get(id) ?? `<id ${this.#ids.size}>`;
      this.#ids.set(id, known);
      return known;
    };
    return text
      .replaceAll(/nextPageToken=([\w-]+)/g, (_, token: string) => Buffer.from(token, 'base64url').toString('latin1'))
      .replace(/^(date|keep-alive): .*$/gm, '$1')
      .replaceAll(TIME, (time) => (Date.parse(time) >= STARTED_MS - 1_000 ? '<now>' : time))
      .replaceAll(UUID, number);
  }
}

interface Case {
  /** What the other records, where it is known, and in its place where it is not. */
  readonly recorded: readonly Sent[];
  readonly instead: readonly Sent[];
  /** What the caller asks, in order; `{job}` is the job of the last capture. */
  readonly asked: readonly Sent[];
}

let serial = 0;
/** Things alike in size: each has the same number of digits. */
const event = (more: EventJson = {}): EventJson => {
  serial += 1;
  const eventTime = new Date(Date.UTC(2026, 4, 1, 0, 0, serial)).toISOString();
  const code = `https://id.gs1.org/01/10614141073464/21/ORACLE${1_000 + serial}`;
  return { ...objectEvent({ eventTime, epcList: [code] }), ...more };
};
const named = (more: EventJson = {}): EventJson => event({ eventID: `urn:uuid:${randomUUID()}`, ...more });

/** Everything by which a thing may be found. */
function lookedUp({ eventID, epcList }: EventJson): Sent[] {
  const [code] = Array.isArray(epcList) ? epcList : [];
  const id = encodeURIComponent(String(eventID ?? 'urn:none'));
  const epc = encodeURIComponent(String(code));
  return [
    { path: `/epcis/events/${id}` },
    { path: `/epcis/events/${id}`, method: 'HEAD' },
    { path: `/epcis/events/${id}`, headers: { 'if-none-match': '*' } },
    { path: `/epcis/events?MATCH_anyEPC=${epc}` },
    { path: `/epcis/events?MATCH_anyEPC=${epc}&perPage=1` },
    { path: `/epcis/events?MATCH_epc=${epc}&perPage=1`, method: 'HEAD' },
    { path: `/epcis/epcs/${epc}/events` },
    { path: '/epcis/events?perPage=1' },
    { path: '/epcis/events?GE_eventTime=2026-05-01T00:00:00Z&perPage=2' },
    { path: '/epcis/events?eventType=ObjectEvent&EQ_bizStep=shipping&perPage=1000' },
    { path: '/epcis/capture?perPage=1' },
    { path: '/epcis/capture?perPage=1000' },
    { path: '/epcis/capture?perPage=1000', method: 'HEAD' },
  ];
}

/** The caller looks, records the same in every way, and looks again; in order, so that each way comes first once. */
function bothWays(subject: EventJson, ways: readonly Sent[]): Sent[] {
  return [
    ...lookedUp(subject),
    ...ways.flatMap((way) => [way, { path: '/epcis/capture/{job}' }, { path: '/epcis/capture/{job}', method: 'HEAD' }]),
    ...lookedUp(subject),
  ];
}

function ofEvent(subject: EventJson, decoy: EventJson, more: readonly EventJson[] = []): Case {
  const other = { ...subject, bizStep: 'receiving' };
  const declares = { ...subject, errorDeclaration: { declarationTime: '2026-06-01T00:00:00Z' } };
  return {
    recorded: [captured(documentOf([subject, ...more]))],
    instead: [captured(documentOf([decoy, ...more]))],
    asked: bothWays(subject, [
      captured(documentOf([subject])),
      captured(documentOf([subject])),
      captured(documentOf([subject, subject]), 'proceed'),
      captured(documentOf([other, declares]), 'proceed'),
      captured(documentOf([other])),
      captured(documentOf([declares])),
      single(subject),
      single(other),
    ]),
  };
}

function inXml(body: string): Sent {
  return { path: '/epcis/capture', type: 'application/xml', body };
}

const xmlOf = ({ eventTime, epcList }: EventJson): string =>
  '<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" ' +
  'creationDate="2026-01-01T00:00:00Z"><EPCISBody><EventList><ObjectEvent>' +
  `<eventTime>${eventTime}</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>` +
  `<epcList><epc>${epcList}</epc></epcList><action>OBSERVE</action>` +
  '<bizStep>urn:epcglobal:cbv:bizstep:shipping</bizStep></ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>';

const said = (gtin: string, name: string): EventJson => ({
  epcisHeader: {
    epcisMasterData: {
      vocabularyList: [
        {
          type: 'urn:epcglobal:epcis:vtype:EPCClass',
          vocabularyElementList: [
            {
              id: `https://id.gs1.org/01/${gtin}`,
              attributes: [{ id: 'urn:epcglobal:cbv:mda#descriptionShort', attribute: name }],
            },
          ],
        },
      ],
    },
  },
});

/** Made when it is asked for, so that both worlds are given the very same. */
const CASES: Readonly<Record<string, () => Case>> = {
  'an event with an eventID': () => ofEvent(named(), named()),
  'an event without one, found by its hash': () => ofEvent(event(), event()),
  'one eventID with other content': () => {
    const eventID = `urn:uuid:${randomUUID()}`;
    const theirs = event({ eventID });
    return { ...ofEvent(theirs, named()), asked: ofEvent(event({ eventID }), theirs).asked };
  },
  'an eventID that the other has recorded and declared wrong': () => {
    const [subject, decoy] = [named(), named()];
    const wrong = { errorDeclaration: { declarationTime: '2026-06-01T00:00:00Z' } };
    const both = (of: EventJson): Sent[] => [of, { ...of, ...wrong }].map((each) => captured(documentOf([each])));
    return { recorded: both(subject), instead: both(decoy), asked: ofEvent(subject, decoy).asked };
  },
  'an error declaration alone': () => {
    const [subject, decoy] = [named(), named()];
    const declares = (of: EventJson): Sent =>
      captured(documentOf([{ ...of, errorDeclaration: { declarationTime: '2026-06-01T00:00:00Z' } }]));
    return { recorded: [declares(subject)], instead: [declares(decoy)], asked: ofEvent(subject, decoy).asked };
  },
  'an event that was sent alone': () => {
    const [subject, decoy] = [named(), named()];
    const asked = bothWays(subject, [single(subject), single(subject), captured(documentOf([subject]))]);
    return { recorded: [single(subject)], instead: [single(decoy)], asked };
  },
  'an event in XML': () => {
    const [subject, decoy] = [event(), event()];
    const [theirs, others] = [inXml(xmlOf(subject)), inXml(xmlOf(decoy))];
    return { recorded: [theirs], instead: [others], asked: bothWays(subject, [theirs, theirs, single(subject)]) };
  },
  'the same document, context and all, in which one of many events is known': () =>
    ofEvent(named(), named(), [named(), event(), named()]),
  'the same master data': () => {
    const [subject, theirs] = [named(), named()];
    const words = (name: string): Sent => captured(documentOf([theirs], said('10614141073471', name)));
    const own = captured(documentOf([subject], said('10614141073471', '同名')));
    return { recorded: [words('同名')], instead: [words('另名')], asked: bothWays(subject, [own, own]) };
  },
};

async function answers(world: World, asked: readonly Sent[]): Promise<string[]> {
  const comparable = new Comparable();
  const told: string[] = [];
  let job = '';
  for (const { path, ...sent } of asked) {
    const response = await ask(world, 'caller', { ...sent, path: path.replace('{job}', job) });
    job = /\/epcis\/capture\/(.*)/.exec(response.headers.get('location') ?? '')?.[1] ?? job;
    const head = [...response.headers].map((header) => header.join(': ')).join('\n');
    told.push(comparable.of(`${sent.method ?? ''} ${path}\n${response.status}\n${head}\n\n${await response.text()}`));
  }
  return told;
}

test.each(Object.entries(CASES))('%s', async (_name, make) => {
  const { recorded, instead, asked } = make();
  for (const [world, sent] of [
    ['known', recorded],
    ['unknown', instead],
  ] as const) {
    for (const each of sent) expect([202, 201]).toContain((await ask(world, 'other', each)).status);
  }
  const known = await answers('known', asked);
  expect(known).toEqual(await answers('unknown', asked));
  // There is something to compare: what the caller recorded is found, and was not before.
  expect(known.filter((answer) => /\n(201|202)\n/.test(answer)).length).toBeGreaterThan(0);
});

// A page token of events is a position in the log of all, as the public page tells it: it does say how much others record.
test('what others have recorded moves page tokens, and nothing else that a caller is told', async () => {
  const theirs = Array.from({ length: 40 }, () => named());
  expect((await ask('known', 'other', captured(documentOf(theirs)))).status).toBe(202);
  const { asked } = ofEvent(named(), named());
  const untold = (answer: string): string =>
    answer.replaceAll(/&p\d+>/g, '&<token>>').replace(/^content-length: .*$/m, '');
  const [known, unknown] = [await answers('known', asked), await answers('unknown', asked)];
  expect(known.map(untold)).toEqual(unknown.map(untold));
  expect(known).not.toEqual(unknown);
});

test('the job of another, and a page token of its jobs, are answered as those that nobody was given', async () => {
  const response = await ask('known', 'other', captured(documentOf([named()])));
  const job = response.headers.get('location')?.split('/').at(-1) ?? '';
  expect((await ask('known', 'other', { path: `/epcis/capture/${job}` })).status).toBe(200);
  const token = (id: string): string => Buffer.from(`2030-01-01T00:00:00.000Z ${id}`).toString('base64url');
  const asked = (id: string): Sent[] => [
    { path: `/epcis/capture/${id}` },
    { path: `/epcis/capture/${id}`, method: 'HEAD' },
    { path: `/epcis/capture/${id.toUpperCase()}` },
    { path: `/epcis/capture?nextPageToken=${token(id)}` },
    { path: `/epcis/capture?perPage=1&nextPageToken=${token(id)}` },
    { path: `/epcis/events/${id}` },
  ];
  const ofNobody = randomUUID();
  const told = async (id: string): Promise<string[]> =>
    (await answers('known', asked(id))).map((answer) =>
      answer.replaceAll(token(id), '<token>').replaceAll(id.toUpperCase(), '<ID>'),
    );
  expect(await told(job)).toEqual(await told(ofNobody));
});

test('whoever records the same as another at the same moment is answered as if alone', async () => {
  for (let round = 0; round < 10; round += 1) {
    const subject = round % 2 === 0 ? named() : event();
    const sent = round < 5 ? single(subject) : captured(documentOf([subject]));
    const both = await Promise.all((['other', 'caller'] as const).map((who) => ask('known', who, sent)));
    expect(both.map(({ status }) => status)).toEqual(round < 5 ? [201, 201] : [202, 202]);
    if (round < 5) continue;
    const job = await ask('known', 'caller', { path: both[1]?.headers.get('location') ?? '' });
    expect(await job.json()).toMatchObject({ capturedCount: 1, duplicateCount: 0, errorCount: 0 });
  }
});
