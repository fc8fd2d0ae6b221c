/** Two organisations that record the same things on one server, for tests. */
import { expect } from 'vitest';
import { textKey } from '../src/modules/events/keys.ts';
import { createKey } from '../src/modules/identity/index.ts';
import { documentOf, type EventJson } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

export type Party = 'A' | 'B';
/** The event, one with other content, a declaration that either is wrong; in JSON, or the event in XML. */
export type What = 'event' | 'other' | 'declares' | 'declares other' | 'event in XML';
/** Whose bytes of what. */
export type Shown = `${Party} ${Exclude<What, 'event in XML'>}`;
export type Fate = 'stands' | 'disputed' | 'void';

export interface TwoParties {
  readonly server: TestServer;
  /** Of the organisations, canonical. */
  readonly codes: Readonly<Record<Party, string>>;
  /** GET, or POST where there is a body, with the key of a party. */
  ask(party: Party, path: string, sent?: Sent): Promise<Response>;
}

interface Sent {
  readonly body: string;
  readonly type?: string;
}

export async function twoParties(): Promise<TwoParties> {
  const server = await testServer();
  const keyOf = (org: string): Promise<string> => createKey(server.database.db, { role: 'capture', org });
  const keys = { A: await keyOf('urn:epc:id:pgln:0614141.00001'), B: await keyOf('urn:epc:id:pgln:0614141.00002') };
  // Both have opened what a test tells by which event became what.
  await server.database.db.query(`insert into disclosure.opening (org_no, element, level, valid_from)
    select no, element, 'public', '2026-01-01T00:00:00Z'
    from identity.organisation, unnest(array['step', 'eventID']) as element`);
  return {
    server,
    codes: { A: 'https://id.gs1.org/417/0614141000012', B: 'https://id.gs1.org/417/0614141000029' },
    ask(party, path, sent) {
      const authorization = `Bearer ${keys[party]}`;
      if (sent === undefined) return fetch(server.url + path, { headers: { authorization } });
      const { body, type = 'application/json' } = sent;
      return fetch(server.url + path, { method: 'POST', body, headers: { authorization, 'content-type': type } });
    },
  };
}

/** What both record: one unit at one time. */
export interface Subject {
  readonly serial: string;
  readonly eventTime: string;
  readonly id?: string;
}

let subjects = 0;

export function newSubject({ isBare = false } = {}): Subject {
  subjects += 1;
  const eventTime = new Date(Date.UTC(2026, 3, 1, 0, 0, subjects)).toISOString();
  return { serial: `TWO${subjects}`, eventTime, ...(isBare ? {} : { id: `urn:uuid:${crypto.randomUUID()}` }) };
}

const linkOf = ({ serial }: Subject): string => `https://id.gs1.org/01/10614141073464/21/${serial}`;

/** Each party spells one code in its own way, so that it can be told whose bytes are shown. */
const spelt = (party: Party, subject: Subject): string =>
  party === 'A' ? `urn:epc:id:sgtin:0614141.107346.${subject.serial}` : linkOf(subject);

const DECLARED = { declarationTime: '2026-05-01T00:00:00Z', reason: 'did_not_occur' };

export function eventOf(party: Party, subject: Subject, what: What): EventJson {
  return {
    type: 'ObjectEvent',
    ...(subject.id === undefined ? {} : { eventID: subject.id }),
    eventTime: subject.eventTime,
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    epcList: [spelt(party, subject)],
    bizStep: what.endsWith('other') ? 'receiving' : 'shipping',
    ...(what.startsWith('declares') ? { errorDeclaration: DECLARED } : {}),
  };
}

function inXml(party: Party, subject: Subject): string {
  const id = subject.id === undefined ? '' : `<eventID>${subject.id}</eventID>`;
  return (
    '<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" ' +
    'creationDate="2026-01-01T00:00:00Z"><EPCISBody><EventList><ObjectEvent>' +
    `<eventTime>${subject.eventTime}</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>${id}` +
    `<epcList><epc>${spelt(party, subject)}</epc></epcList><action>OBSERVE</action>` +
    '<bizStep>urn:epcglobal:cbv:bizstep:shipping</bizStep></ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>'
  );
}

/** Captures, as `A event in XML` says. */
export function capture({ ask }: TwoParties, subject: Subject, step: string): Promise<Response> {
  const party = step.startsWith('A') ? 'A' : 'B';
  const what = WHATS.find((each) => step === `${party} ${each}`);
  if (what === undefined) throw new Error(step);
  return what === 'event in XML'
    ? ask(party, '/epcis/capture', { body: inXml(party, subject), type: 'application/xml' })
    : ask(party, '/epcis/capture', { body: documentOf([eventOf(party, subject, what)]) });
}

const WHATS: readonly What[] = ['event', 'other', 'declares', 'declares other', 'event in XML'];

interface ShownJson {
  readonly eventID: string;
  readonly epcList: readonly string[];
  readonly bizStep: string;
  readonly errorDeclaration?: object;
}

function shown({ epcList, bizStep, errorDeclaration }: ShownJson): Shown {
  const party = epcList[0]?.startsWith('urn:') === true ? 'A' : 'B';
  const isOther = bizStep.endsWith('receiving');
  if (errorDeclaration !== undefined) return `${party} ${isOther ? 'declares other' : 'declares'}`;
  return `${party} ${isOther ? 'other' : 'event'}`;
}

/** What a party is shown of a subject. */
export interface Seen {
  readonly page: readonly Shown[];
  readonly byId: readonly Shown[];
  readonly fates: { readonly event: Fate | undefined; readonly other: Fate | undefined };
}

/** What the subject's event is found under, as whoever has recorded it is told. */
export async function identityOf(two: TwoParties, subject: Subject): Promise<string> {
  for (const party of ['A', 'B'] as const) {
    const [event] = await pageOf(two, party, subject);
    if (event !== undefined) return event.eventID;
  }
  throw new Error(`nobody has recorded ${subject.serial}`);
}

export async function seenBy(two: TwoParties, party: Party, subject: Subject): Promise<Seen> {
  const id = await identityOf(two, subject);
  const list = await pageOf(two, party, subject);
  expect(list.map(({ eventID }) => eventID)).toEqual(list.map(() => subject.id ?? id));
  const fates = await fatesOf(two, party, subject);
  const found = await two.ask(party, `/epcis/events/${encodeURIComponent(id)}`);
  const byId = found.status === 404 ? [] : ownEventsIn(await found.json(), two.codes[party]);
  return { page: list.map(shown), byId: byId.map(shown), fates };
}

/** What the party has recorded itself. */
async function pageOf(two: TwoParties, party: Party, subject: Subject): Promise<ShownJson[]> {
  const path = `/epcis/events?MATCH_anyEPC=${encodeURIComponent(linkOf(subject))}`;
  return ownEventsIn(await (await two.ask(party, path)).json(), two.codes[party]);
}

async function fatesOf(two: TwoParties, party: Party, subject: Subject): Promise<Seen['fates']> {
  const trace = await (await two.ask(party, `/v1/trace?code=${encodeURIComponent(linkOf(subject))}`)).json();
  const fateOf = (step: string): Fate | undefined => {
    const rows = trace.events.filter(({ bizStep }: { bizStep: string }) => bizStep.endsWith(step));
    expect(rows.length).toBeLessThan(2);
    const [row] = rows;
    if (row === undefined) return undefined;
    return row.declaredInError === true ? 'void' : row.disputed === true ? 'disputed' : 'stands';
  };
  return { event: fateOf('shipping'), other: fateOf('receiving') };
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of an answer, whose members the assertions look at
function ownEventsIn(document: any, code: string): ShownJson[] {
  const recorders: { code?: string }[] | undefined = document['urn:suyuan:recorders'];
  const events: ShownJson[] = document.epcisBody.queryResults.resultsBody.eventList;
  // A page that has nothing of others does not say whose its events are.
  return events.filter((_, at) => recorders === undefined || recorders[at]?.code === code);
}

export async function rowsOf({ server }: TwoParties, identity: string): Promise<{ events: number; records: number }> {
  const { rows } = await server.database.db.query<{ events: number; records: number }>(
    `select (select count(*)::int from events.event where identity_key = $1) as events,
            (select count(*)::int from events.record where identity_key = $1) as records`,
    [textKey(identity)],
  );
  return rows[0] ?? { events: 0, records: 0 };
}
