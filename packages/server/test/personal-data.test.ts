/** Telephone and identity numbers in what is captured: kept, refused, or moved to the personal data. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../src/modules/events/index.ts';
import type { Browser } from './account/browser.ts';
import { type Firms, firmsOf } from './account/firms.ts';
import { bareEvent, documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

/** The example of GB 11643-1999, of nobody. */
const NUMBER = '11010519491231002X';
const EVENT = '/epcisBody/eventList/0';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

let phones = 0;
const aPhone = (): string => `139${String(10_000_000 + ++phones * 7_919).slice(0, 8)}`;

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

async function post(path: string, body: string, handling?: string, more: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${server.key}`,
      'content-type': body.startsWith('<') ? 'application/xml' : 'application/json',
      'accept-language': 'en',
      ...(handling === undefined ? {} : { 'suyuan-personal-data': handling }),
      ...more,
    },
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

async function captured(body: string, handling?: string, more: Record<string, string> = {}) {
  const answer = await post('/epcis/capture', body, handling, more);
  expect(answer.status, answer.text).toBe(202);
  return server.client.job((answer.headers.get('location') ?? '').replace(/^.*\//, ''));
}

async function stored(eventID: string): Promise<string> {
  return (await server.client.event(eventID)).text;
}

let serial = 0;
const anId = (): string => `urn:uuid:7e2f3a50-0000-4000-8000-${String(++serial).padStart(12, '0')}`;
const refsIn = (text: string): string[] => text.match(/urn:suyuan:person-datum:[0-9a-f-]{36}/g) ?? [];

async function datumOf(ref: string): Promise<{ mask: string; org_no: number } | undefined> {
  const { rows } = await server.database.db.query<{ mask: string; org_no: number }>(
    'select mask, org_no from personal.datum where id = $1',
    [ref.replace('urn:suyuan:person-datum:', '')],
  );
  return rows[0];
}

const xmlOf = (members: string, eventID: string): string =>
  `<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:ex="https://example.org/ns/" schemaVersion="2.0"
   creationDate="2026-01-01T00:00:00Z"><EPCISBody><EventList><ObjectEvent><eventTime>2026-01-01T00:00:00Z</eventTime>
   <eventTimeZoneOffset>+08:00</eventTimeZoneOffset><eventID>${eventID}</eventID>
   <epcList><epc>urn:epc:id:sgtin:6901234.056789.X1</epc></epcList>
   <action>OBSERVE</action>${members}</ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>`;

describe('move', () => {
  test('puts references in place of numbers, leaves every other byte, and the job says where', async () => {
    const [eventID, phone] = [anId(), aPhone()];
    const event = objectEvent({
      eventID,
      'ex:note': `请联系 ${phone} 张三；号 ${NUMBER}`,
      'ex:b': { 'ex:c': ['x', phone] },
    });
    const sent = documentOf([objectEvent(), event]);
    const job = await captured(sent, 'move');
    expect(job).toMatchObject({
      capturedCount: 2,
      movedCount: 3,
      moved: [
        { eventIndex: 1, pointer: '/epcisBody/eventList/1/ex:note', count: 2 },
        { eventIndex: 1, pointer: '/epcisBody/eventList/1/ex:b/ex:c/1', count: 1 },
      ],
    });
    const text = await stored(eventID);
    const [one = '', two = '', three] = refsIn(text);
    expect(three).toBe(one);
    const wanted = JSON.stringify(event).replaceAll(phone, one).replace(NUMBER, two).slice(1, -1);
    expect(text).toContain(wanted);
    expect((await datumOf(one))?.mask).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    expect((await datumOf(two))?.mask).toBe('1101**********002X');
    expect(JSON.stringify(job)).not.toMatch(new RegExp(`${phone}|${NUMBER}`));
  });

  test('the same again is the same record; so is the same by itself, and without eventID', async () => {
    const event = objectEvent({ 'ex:note': `电话 ${aPhone()}` });
    const sent = documentOf([event, objectEvent({ eventID: anId(), 'ex:note': aPhone() })]);
    expect(await captured(sent, 'move')).toMatchObject({ capturedCount: 2, duplicateCount: 0 });
    expect(await captured(sent, 'move')).toMatchObject({ capturedCount: 0, duplicateCount: 2, success: true });
    const { status, headers } = await post('/epcis/events', bareEvent(event), 'move');
    expect([status, headers.get('suyuan-personal-data-moved')]).toEqual([201, '1']);
    const { rows } = await server.database.db.query(
      'select count(*)::int as n from personal.datum where mask like $1',
      ['139%'],
    );
    expect(await captured(sent, 'move')).toMatchObject({ duplicateCount: 2 });
    expect(
      (await server.database.db.query('select count(*)::int as n from personal.datum where mask like $1', ['139%']))
        .rows,
    ).toEqual(rows);
  });

  test('codes stay: a serial, a lot and a document that look like telephones', async () => {
    const [eventID, phone] = [anId(), aPhone()];
    const event = objectEvent({
      eventID,
      action: 'ADD',
      epcList: [`https://id.gs1.org/01/10614141073464/21/${phone}`],
      bizTransactionList: [{ bizTransaction: `urn:x:${phone}` }],
      ilmd: { 'cbvmda:lotNumber': phone },
    });
    expect(await captured(documentOf([event]), 'move')).toMatchObject({ capturedCount: 1, movedCount: 0, moved: [] });
    expect(await stored(eventID)).toContain(JSON.stringify(event).slice(1, -1));
  });

  test('of XML: in texts, attributes and comments; the event is read with references', async () => {
    const [eventID, phone, other] = [anId(), aPhone(), aPhone()];
    const body = xmlOf(
      `<!-- ${other} --><ex:note>联系 ${phone}，<![CDATA[号]]> ${NUMBER}</ex:note><ex:by tel="${phone}"/>`,
      eventID,
    );
    const job = await captured(body, 'move');
    expect(job).toMatchObject({ capturedCount: 1, movedCount: 4 });
    expect(job.moved).toContainEqual({ eventIndex: 0, pointer: `${EVENT}/ex:note`, count: 2 });
    expect(job.moved).toContainEqual({ eventIndex: 0, pointer: EVENT, count: 1 });
    const text = await stored(eventID);
    expect(text).not.toContain(phone);
    expect(new Set(refsIn(text)).size).toBe(2);
    expect(await captured(body, 'move')).toMatchObject({ duplicateCount: 1 });
  });

  test('with proceed the faulty are left out and nothing of them is kept', async () => {
    const [good, bad] = [aPhone(), aPhone()];
    const sent = documentOf([
      objectEvent({ action: 'X', 'ex:note': bad }),
      objectEvent({ 'ex:note': good }),
      objectEvent({ epcList: [`urn:x:${NUMBER}`] }),
    ]);
    const job = await captured(sent, 'move', { 'gs1-capture-error-behaviour': 'proceed' });
    expect(job).toMatchObject({ success: false, capturedCount: 1, movedCount: 1, moved: [{ eventIndex: 1 }] });
    expect(job.errors.map(({ rule }) => rule)).toContain('event.personal-number');
    const kept = await server.database.db.query('select 1 from personal.datum where mask = $1', [
      `139****${bad.slice(-4)}`,
    ]);
    expect(kept.rows).toEqual([]);
    expect((await post('/epcis/capture', sent, 'move')).status).toBe(400);
  });

  test('what is larger than the memory of the spool goes through as well', async () => {
    const phone = aPhone();
    const events = Array.from({ length: 1200 }, () => objectEvent({ 'ex:note': `${phone} ${'字'.repeat(2000)}` }));
    expect(await captured(documentOf(events), 'move')).toMatchObject({ capturedCount: 1200, movedCount: 1200 });
  });
});

describe('refuse', () => {
  const expectFinding = (answer: Answer, pointer: string, secret: string): void => {
    expect(answer.status, answer.text).toBe(400);
    const { errors } = JSON.parse(answer.text);
    expect(errors).toEqual([expect.objectContaining({ rule: 'event.personal-data', pointer })]);
    expect(errors[0].message.zh).toMatch(/电话或身份证号码/);
    expect(answer.text).not.toContain(secret);
  };

  test('names the member and never the number', async () => {
    const phone = aPhone();
    const event = objectEvent({ 'ex:note': `请联系 ${phone} 张三` });
    expectFinding(await post('/epcis/capture', documentOf([event]), 'refuse'), `${EVENT}/ex:note`, phone);
    expectFinding(await post('/epcis/events', bareEvent(event), 'refuse'), '/ex:note', phone);
    const person = objectEvent({ 'ex:note': NUMBER });
    expectFinding(await post('/epcis/capture', documentOf([person]), 'refuse'), `${EVENT}/ex:note`, NUMBER);
    const xml = xmlOf(`<ex:note>${phone}</ex:note>`, anId());
    expectFinding(await post('/epcis/capture', xml, 'refuse'), `${EVENT}/ex:note`, phone);
    expectFinding(
      await post('/epcis/capture', xmlOf(`<!--${phone} -->`.replace('--1', '-- 1'), anId()), 'refuse'),
      EVENT,
      phone,
    );
  });

  test('with proceed the others are stored', async () => {
    const sent = documentOf([objectEvent({ 'ex:note': aPhone() }), objectEvent()]);
    const job = await captured(sent, 'refuse', { 'gs1-capture-error-behaviour': 'proceed' });
    expect(job).toMatchObject({
      success: false,
      capturedCount: 1,
      errors: [{ eventIndex: 0, rule: 'event.personal-data' }],
    });
  });
});

test('without the header, and with keep, everything is as it came', async () => {
  for (const handling of [undefined, 'keep']) {
    const [eventID, phone] = [anId(), aPhone()];
    const event: EventJson = objectEvent({ eventID, 'ex:note': phone });
    expect(await captured(documentOf([event]), handling)).toMatchObject({ capturedCount: 1, movedCount: 0 });
    expect(await stored(eventID)).toContain(phone);
  }
});

test('another word is refused before the body is read', async () => {
  expect(await post('/epcis/capture', '{', 'hide')).toMatchObject({
    status: 400,
    text: expect.stringContaining('keep | refuse | move'),
  });
  expect((await post('/epcis/events', '{', 'hide')).status).toBe(400);
});

describe('of organisations', () => {
  let firms: Firms;
  beforeAll(async () => {
    firms = await firmsOf(server);
  });
  const keep = async (page: Browser, phone: string): Promise<{ readonly ref: string; readonly eventID: string }> => {
    const eventID = anId();
    const event = JSON.parse(bareEvent(objectEvent({ eventID, 'ex:note': `电话 ${phone}` })));
    const { status } = await page.ask('POST', '/epcis/events', event, { 'suyuan-personal-data': 'move' });
    expect(status).toBe(201);
    const answer = await page.ask('GET', `/epcis/events/${encodeURIComponent(eventID)}`);
    const [ref = ''] = refsIn(JSON.stringify(answer.body));
    return { ref, eventID };
  };

  test('each has its own references to one number, and nothing in the rows tells that it is one', async () => {
    const [one, two] = [await firms.firm('一号果园'), await firms.firm('二号果园')];
    const phone = aPhone();
    const refs = [await keep(one.page, phone), await keep(one.page, phone), await keep(two.page, phone)].map(
      ({ ref }) => ref,
    );
    expect(refs[1]).toBe(refs[0]);
    expect(refs[2]).not.toBe(refs[0]);
    const { rows } = await server.database.db.query<{ fingerprint: Buffer; sealed: Buffer }>(
      'select fingerprint, sealed from personal.datum where id = any($1)',
      [refs.map((ref) => ref.replace('urn:suyuan:person-datum:', ''))],
    );
    expect(new Set(rows.map(({ fingerprint }) => fingerprint.toString('hex'))).size).toBe(2);
    expect(new Set(rows.map(({ sealed }) => sealed.toString('hex'))).size).toBe(2);
  });

  test('what is erased stays referred to, and the log verifies', async () => {
    const { page } = await firms.firm('删除果园');
    const { ref, eventID } = await keep(page, aPhone());
    const id = ref.replace('urn:suyuan:person-datum:', '');
    expect((await page.ask('DELETE', `/v1/personal/${id}`)).status).toBe(204);
    const answer = await page.ask('GET', `/epcis/events/${encodeURIComponent(eventID)}`);
    expect(refsIn(JSON.stringify(answer.body))).toEqual([ref]);
    expect((await page.ask('POST', `/v1/personal/${id}/read`, { purpose: '召回' })).body.code).toBe('personal.erased');
    expect((await Array.fromAsync(verify(server.database.ctx))).filter((step) => !('checked' in step))).toEqual([]);
  });

  test('a draft waits without numbers', async () => {
    const { page } = await firms.firm('草稿果园');
    const phone = aPhone();
    const eventID = anId();
    const draft = JSON.parse(documentOf([objectEvent({ eventID, 'ex:note': `${phone}，${NUMBER}` })]));
    const { status, body } = await page.ask('POST', '/v1/drafts', draft);
    expect(status).toBe(201);
    const { rows } = await server.database.db.query<{ row: string }>(
      'select d::text as row from events.draft d where id = $1',
      [body.id],
    );
    expect(rows[0]?.row).not.toMatch(new RegExp(`${phone}|${NUMBER}`));
    expect(refsIn(rows[0]?.row ?? '')).toHaveLength(2);
  });
});
