/** The number of a person, sent to every place that takes something: refused, and afterwards nowhere. */
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareEvent, documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

/** The example of GB 11643-1999, of nobody. */
const NUMBER = '440524188001010014';
const KEPT = 'KEPT-AND-FOUND';
const EVENT = '/epcisBody/eventList/0';
const ENTRY = '/epcisHeader/epcisMasterData/vocabularyList/0/vocabularyElementList/0';

let server: TestServer;
const lines: string[] = [];
beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  server = await testServer({ log: pino({ level: 'debug' }, stream) });
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: string;
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { authorization: `Bearer ${server.key}`, 'accept-language': 'en', ...init.headers };
  const answer = await fetch(server.url + path, { redirect: 'manual', ...init, headers });
  return { status: answer.status, text: await answer.text(), headers: JSON.stringify([...answer.headers]) };
}

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const type = body.startsWith('<') ? 'application/xml' : 'application/json';
  return ask(path, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
}

/** Tables of which a row has the text, as it is or as bytes. */
async function tablesWith(text: string): Promise<string[]> {
  const { db } = server.database;
  const { rows } = await db.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const asked = `select 1 from ${name} t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%' limit 1`;
    if ((await db.query(asked, [text, Buffer.from(text).toString('hex')])).rows.length > 0) found.push(name);
  }
  return found;
}

async function expectNowhere(): Promise<void> {
  expect(await tablesWith(NUMBER)).toEqual([]);
  expect(lines.filter((line) => line.includes(NUMBER))).toEqual([]);
}

const person = `urn:x:person:${NUMBER}`;
const IN_EVENT: readonly (readonly [place: string, members: EventJson])[] = [
  ['/type', { type: NUMBER }],
  ['/epcList/0', { epcList: [NUMBER] }],
  ['/epcList/0', { epcList: [person] }],
  ['/eventID', { eventID: `https://example.com/p/${NUMBER}` }],
  ['/readPoint/id', { readPoint: { id: `https://example.com/p?id=${NUMBER}` } }],
  ['/bizTransactionList/0/bizTransaction', { bizTransactionList: [{ bizTransaction: person }] }],
  ['/sourceList/0/source', { sourceList: [{ type: 'owning_party', source: person }] }],
  ['/ex:inspector', { 'ex:inspector': `张三 ${NUMBER}` }],
  ['/ex:digits', { 'ex:digits': 'DIGITS' }],
  [`/ex:of-${'*'.repeat(18)}`, { [`ex:of-${NUMBER}`]: true }],
  ['/ilmd/ex:farmer', { action: 'ADD', ilmd: { 'ex:farmer': NUMBER } }],
];
/** Eighteen digits as a number of JSON, which no JavaScript writes. */
const asNumber = (json: string): string => json.replace('"DIGITS"', NUMBER);

function masterData(id: string, attribute: string): EventJson {
  const vocabularyElementList = [{ id, attributes: [{ id: 'urn:example:name', attribute }] }];
  const vocabularyList = [{ type: 'urn:epcglobal:epcis:vtype:Party', vocabularyElementList }];
  return { epcisHeader: { epcisMasterData: { vocabularyList } } };
}
const IN_DOCUMENT: readonly (readonly [place: string, members: EventJson])[] = [
  [`${ENTRY}/id`, masterData(person, 'x')],
  [`${ENTRY}/attributes/0/attribute`, masterData('urn:example:party:1', NUMBER)],
  ['/sender', { sender: person }],
  ['/ex:digits', { 'ex:digits': 'DIGITS' }],
];

function expectRefused(answer: Answer, rule: string, pointer: string): void {
  expect(answer.status, answer.text).toBe(400);
  const { code, errors } = JSON.parse(answer.text);
  expect(code).toBe('document.invalid');
  expect(errors).toContainEqual(expect.objectContaining({ rule, pointer }));
  expect(answer.text).toMatch(/by a key of your own/);
  expect(answer.text + answer.headers).not.toContain(NUMBER);
}

describe('in what is captured', () => {
  test.each(IN_EVENT)('an event is refused at %s, in a document and by itself: %j', async (place, members) => {
    const event = objectEvent(members);
    const document = asNumber(documentOf([event]));
    expectRefused(await post('/epcis/capture', document), 'event.personal-number', `${EVENT}${place}`);
    expectRefused(await post('/epcis/events', asNumber(bareEvent(event))), 'event.personal-number', place);
    const job = await post('/epcis/capture', document, { 'gs1-capture-error-behaviour': 'proceed' });
    expect(job.text + job.headers).not.toContain(NUMBER);
    await expectNowhere();
  });

  test.each(IN_DOCUMENT)('a document is refused at %s', async (pointer, members) => {
    const answer = await post('/epcis/capture', asNumber(documentOf([objectEvent()], members)));
    expectRefused(answer, 'document.personal-number', pointer);
    await expectNowhere();
  });

  const xml = ({ event = '', header = '', epc = 'urn:epc:id:sgtin:6901234.056789.X1', root = '' }) =>
    `<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:ex="https://example.org/ns/" ${root}
      xmlns:json="urn:suyuan:json" schemaVersion="2.0" creationDate="2026-01-01T00:00:00Z">${header}
      <EPCISBody><EventList><ObjectEvent><eventTime>2026-01-01T00:00:00Z</eventTime>
      <eventTimeZoneOffset>+08:00</eventTimeZoneOffset><epcList><epc>${epc}</epc></epcList>
      <action>OBSERVE</action>${event}</ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>`;
  const header = (id: string, attribute: string) =>
    `<EPCISHeader><extension><EPCISMasterData><VocabularyList><Vocabulary type="urn:epcglobal:epcis:vtype:Party">
     <VocabularyElementList><VocabularyElement id="${id}"><attribute id="urn:example:name">${attribute}</attribute>
     </VocabularyElement></VocabularyElementList></Vocabulary></VocabularyList></EPCISMasterData></extension></EPCISHeader>`;
  test.each([
    [`${EVENT}/epcList/0`, xml({ epc: person })],
    [`${EVENT}/readPoint/id`, xml({ event: `<readPoint><id>https://example.com/p?id=${NUMBER}</id></readPoint>` })],
    [`${EVENT}/ex:inspector`, xml({ event: `<ex:inspector>张三 ${NUMBER}</ex:inspector>` })],
    [`${EVENT}/ex:inspector`, xml({ event: `<ex:inspector>&#52;${NUMBER.slice(1)}</ex:inspector>` })],
    [`${EVENT}/ex:digits`, xml({ event: `<ex:digits json:type="number">${NUMBER}</ex:digits>` })],
    [`${EVENT}/type`, xml({}).replaceAll('ObjectEvent', `E-${NUMBER}`)],
    [`${ENTRY}/id`, xml({ header: header(person, 'x') })],
    [`${ENTRY}/attributes/0/attribute`, xml({ header: header('urn:example:party:1', NUMBER) })],
    ['/@context/1/p', xml({ root: `xmlns:p="urn:x:${NUMBER}"`, event: '<p:a>1</p:a>' })],
  ])('XML is refused at %s', async (pointer, body) => {
    const scope = pointer.startsWith('/epcisBody') ? 'event' : 'document';
    expectRefused(await post('/epcis/capture', body), `${scope}.personal-number`, pointer);
    await expectNowhere();
  });

  test('a text that is no JSON or XML is not repeated either', async () => {
    for (const body of [`{"a": '${NUMBER}'}`, `[${NUMBER}x]`, `<a b="${NUMBER}`, `<a${NUMBER}>`, NUMBER]) {
      for (const path of ['/epcis/capture', '/epcis/events']) {
        const answer = await post(path, body);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.text + answer.headers).not.toContain(NUMBER);
      }
    }
    await expectNowhere();
  });

  test('a logistic unit of such digits is captured and found, and the scan of the tables finds what is there', async () => {
    const sscc = 'https://id.gs1.org/00/310104196508150431';
    expect((await post('/epcis/capture', documentOf([objectEvent({ epcList: [sscc], 'ex:a': KEPT })]))).status).toBe(
      202,
    );
    expect(await tablesWith(KEPT)).not.toEqual([]);
    expect((await ask(`/epcis/events?MATCH_epc=${encodeURIComponent(sscc)}`)).text).toContain(KEPT);
    expect(lines.some((line) => line.includes('/epcis/capture'))).toBe(true);
  });
});

describe('in what is asked', () => {
  const link = encodeURIComponent(`https://example.com/p?id=${NUMBER}`);
  test.each([
    `/epcis/events?MATCH_epc=${NUMBER}`,
    `/epcis/events?MATCH_anyEPC=${link}&perPage=1`,
    `/epcis/events?EQ_bizLocation=urn:x:${NUMBER}`,
    `/epcis/events?EQ_${NUMBER}=1`,
    `/epcis/events?perPage=${NUMBER}`,
    `/epcis/events/${NUMBER}`,
    `/epcis/capture/${NUMBER}`,
    `/v1/trace?code=${NUMBER}`,
    `/v1/trace?code=${link}`,
    `/v1/codes/names?code=${NUMBER}`,
  ])('%s is refused with advice', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'request.personal-number' });
    expect(answer.text).toMatch(/by a key of your own/);
    expect(answer.text + answer.headers).not.toContain(NUMBER);
    await expectNowhere();
  });

  test.each([
    `/v1/codes/parse?code=${NUMBER}`,
    `/v1/codes/parse?code=${link}`,
    `/v1/codes/parse?code=urn:x:person:${NUMBER}`,
    `/v1/codes/parse?code=${encodeURIComponent(`身份证号：${NUMBER}`)}`,
    `/v1/codes/parse?code=1&code=${NUMBER}`,
    `/v1/${NUMBER}`,
    `/epcis/${NUMBER}?a=${NUMBER}`,
    `/${NUMBER}`,
    `/q/${NUMBER}`,
    `/q/${link}`,
    `/q/6951181105326?who=${NUMBER}`,
    `/q?code=${NUMBER}`,
    `/?code=${NUMBER}`,
    `/00/${NUMBER}`,
    `/01/06951181105326/21/a?who=${NUMBER}`,
    `/%zz${NUMBER}`,
  ])('%s repeats nothing of it, as a page, data or links', async (path) => {
    for (const accept of ['text/html', 'application/json', 'application/linkset+json']) {
      const answer = await ask(path, { headers: { accept } });
      expect(answer.status).toBeLessThan(500);
      expect(answer.text + answer.headers).not.toContain(NUMBER);
    }
    await expectNowhere();
  });
});
