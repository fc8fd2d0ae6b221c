import { RequestRefused } from '@suyuan/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareEvent, documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

function post(path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${server.key}`;
  return fetch(server.url + path, {
    method: 'POST',
    body,
    headers: { authorization, 'content-type': 'application/json', 'accept-language': 'en', ...headers },
  });
}

async function eventsOf(parameters: Record<string, string>): Promise<EventJson[]> {
  const { document } = await server.client.events(parameters);
  return document.epcisBody.queryResults.resultsBody.eventList.map((event) => ({ ...Object(event) }));
}

async function count(): Promise<number> {
  const { rows } = await server.database.db.query<{ n: number }>('select count(*)::int as n from events.event');
  return rows[0]?.n ?? -1;
}

async function jobs(query: string): Promise<EventJson[]> {
  const response = await fetch(`${server.url}/epcis/capture${query}`, {
    headers: { authorization: `Bearer ${server.key}`, 'accept-language': 'en' },
  });
  return response.json();
}

describe('POST /epcis/capture', () => {
  test('answers 202 with the address of a finished job that counts what became of the events', async () => {
    const response = await post('/epcis/capture', documentOf([objectEvent(), objectEvent()]));
    expect(response.status).toBe(202);
    const job = await (
      await fetch(server.url + response.headers.get('location'), { headers: { authorization: `Bearer ${server.key}` } })
    ).json();
    expect(job).toMatchObject({
      running: false,
      success: true,
      captureErrorBehaviour: 'rollback',
      eventCount: 2,
      capturedCount: 2,
      errors: [],
    });
  });

  test('gives an event back as it was received, to the byte, extensions of any namespace included', async () => {
    const epc = 'https://id.gs1.org/01/10614141073464/21/BYTES';
    const text = `{ "type":"ObjectEvent",  "eventID":"urn:uuid:7e2f3a50-0000-4000-8000-00000000b17e", "ex:深":{"b":1.50,"a":"\\u6e90"}, "eventTime":"2026-03-01T08:00:00.10+08:00","eventTimeZoneOffset":"+08:00","recordTime":"2026-03-02T00:00:00Z","action":"ADD","epcList":["${epc}"]}`;
    const document = documentOf(['@']).replace('"@"', () => text);
    await server.client.capture(document);
    const answer = (await server.client.events({ MATCH_epc: epc })).text;
    // When it was recorded the store says, not the client.
    const ours = /"recordTime":("[^"]+")/.exec(answer)?.[1] ?? '';
    expect(answer).toContain(text.replace('"2026-03-02T00:00:00Z"', ours));
    expect(Math.abs(Date.now() - Date.parse(JSON.parse(ours)))).toBeLessThan(600_000);
  });

  test('the same document again changes nothing and is no error', async () => {
    const document = documentOf([
      objectEvent({ eventID: 'urn:uuid:00000000-0000-4000-8000-000000000001' }),
      objectEvent(),
    ]);
    await server.client.capture(document);
    const before = await count();
    expect(await server.client.capture(document)).toMatchObject({ success: true, capturedCount: 0, duplicateCount: 2 });
    expect(await count()).toBe(before);
  });

  test('an event twice in one document, in two spellings, is one event', async () => {
    const event = objectEvent({ epcList: ['urn:epc:id:sgtin:0614141.107346.TWICE'] });
    const again = {
      ...event,
      epcList: ['https://id.gs1.org/01/10614141073464/21/TWICE'],
      bizStep: 'urn:epcglobal:cbv:bizstep:shipping',
    };
    expect(await server.client.capture(documentOf([event, again]))).toMatchObject({
      capturedCount: 1,
      duplicateCount: 1,
    });
  });

  test('other content under a known eventID is refused with 409, names the event, and stores nothing of the document', async () => {
    const eventID = 'urn:uuid:00000000-0000-4000-8000-000000000002';
    await server.client.capture(documentOf([objectEvent({ eventID })]));
    const before = await count();
    const response = await post(
      '/epcis/capture',
      documentOf([objectEvent(), objectEvent({ eventID, bizStep: 'receiving' })]),
    );
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      type: 'epcisException:ResourceAlreadyExistsException',
      errors: [{ eventIndex: 1, pointer: '/epcisBody/eventList/1/eventID', rule: 'event.identity-conflict' }],
    });
    expect(await count()).toBe(before);
  });

  test('two documents that claim one eventID for two contents at the same moment: one is stored', async () => {
    const eventID = 'urn:uuid:00000000-0000-4000-8000-000000000003';
    const documents = Array.from({ length: 8 }, () => documentOf([objectEvent({ eventID })]));
    const answers = await Promise.all(documents.map((document) => post('/epcis/capture', document)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409, 409, 409, 409]);
  });

  test('rollback stores nothing of a document with one bad event; each finding has index, pointer, rule and value', async () => {
    const before = await count();
    const bad = objectEvent({ action: 'SOMETIMES' });
    const response = await post(
      '/epcis/capture',
      documentOf([objectEvent(), bad, objectEvent({ eventTime: '1000000000-01-01T00:00:00Z' })]),
    );
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = await response.json();
    expect(problem.type).toBe('epcisException:ValidationException');
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          eventIndex: 1,
          pointer: '/epcisBody/eventList/1/action',
          value: '"SOMETIMES"',
          message: { en: expect.any(String), zh: expect.any(String) },
        }),
        expect.objectContaining({ eventIndex: 2, pointer: '/epcisBody/eventList/2/eventTime' }),
      ]),
    );
    expect(await count()).toBe(before);
  });

  test('proceed stores what is good and tells of each event that is not', async () => {
    const before = await count();
    const response = await post(
      '/epcis/capture',
      documentOf([objectEvent(), objectEvent({ action: 'SOMETIMES' }), objectEvent()]),
      {
        'GS1-Capture-Error-Behaviour': 'proceed',
      },
    );
    expect(response.status).toBe(202);
    const job = await server.client.job((response.headers.get('location') ?? '').split('/').at(-1) ?? '');
    expect(job).toMatchObject({
      success: false,
      capturedCount: 2,
      errorCount: 1,
      errors: [{ eventIndex: 1, pointer: '/epcisBody/eventList/1/action', status: 400 }],
    });
    expect(await count()).toBe(before + 2);
  });

  test('messages come in the language of the caller, Chinese when none is named', async () => {
    const bad = documentOf([objectEvent({ action: 'SOMETIMES' })]);
    const zh = await (await post('/epcis/capture', bad, { 'accept-language': 'fr' })).json();
    const en = await (await post('/epcis/capture', bad)).json();
    expect(zh.title).toMatch(/文档/);
    expect(en.title).toMatch(/document/);
  });

  test('a document that is refused for its events has a job whose address the refusal gives, with the same faults', async () => {
    const broken = Array.from({ length: 103 }, () => objectEvent({ action: 'SOMETIMES' }));
    const response = await post('/epcis/capture', documentOf([objectEvent(), ...broken]));
    expect(response.status).toBe(400);
    const { errors, errorCount } = await response.json();
    const location = response.headers.get('location') ?? '';
    expect(location).toMatch(/^\/epcis\/capture\/[0-9a-f-]{36}$/);
    const job = await server.client.job(location.split('/').at(-1) ?? '');
    expect(job).toMatchObject({
      running: false,
      success: false,
      captureErrorBehaviour: 'rollback',
      eventCount: 104,
      capturedCount: 0,
      duplicateCount: 0,
      errorCount: 103,
      errors: errors.map((error: object) => ({ ...error, status: 400 })),
    });
    expect([errorCount, errors.length]).toEqual([103, 100]);
    expect((await jobs('?perPage=1'))[0]).toEqual(job);
  });

  test('what is no EPCIS document has no job', async () => {
    const [before] = await jobs('?perPage=1');
    for (const body of [
      '{',
      '[]',
      '{"type":"EPCISDocument"}',
      documentOf([objectEvent()]).replace('EPCISDocument', 'Note'),
    ]) {
      const response = await post('/epcis/capture', body);
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    }
    expect((await jobs('?perPage=1'))[0]).toEqual(before);
  });

  test('the refusal of a document is kept as a job that can be asked for and listed, and says why', async () => {
    const eventID = 'urn:uuid:00000000-0000-4000-8000-000000000004';
    await server.client.capture(documentOf([objectEvent({ eventID })]));
    const [before] = await jobs('?perPage=1');
    const refused = documentOf([objectEvent(), objectEvent({ eventID, bizStep: 'receiving' }), objectEvent()]);
    const response = await post('/epcis/capture', refused);
    expect(response.status).toBe(409);
    const [job, earlier] = await jobs('?perPage=2');
    expect(earlier).toEqual(before);
    expect(job).toMatchObject({
      running: false,
      success: false,
      captureErrorBehaviour: 'rollback',
      eventCount: 3,
      capturedCount: 0,
      duplicateCount: 0,
      errorCount: 1,
      errors: [{ eventIndex: 1, rule: 'event.identity-conflict', status: 409 }],
    });
    expect(response.headers.get('location')).toBe(`/epcis/capture/${job?.captureID}`);
    expect(await server.client.job(String(job?.captureID))).toEqual(job);
  });

  test('jobs are listed page by page, the newest first, each once', async () => {
    const sent = 7;
    const known = new Set((await jobs('?perPage=1000')).map(({ captureID }) => captureID));
    const created: string[] = [];
    for (let i = 0; i < sent; i += 1) {
      const response = await post('/epcis/capture', documentOf([objectEvent()]));
      created.unshift((response.headers.get('location') ?? '').split('/').at(-1) ?? '');
    }
    const seen: string[] = [];
    let path: string | undefined = '/epcis/capture?perPage=3';
    while (path !== undefined) {
      const response: Response = await fetch(server.url + path, { headers: { authorization: `Bearer ${server.key}` } });
      seen.push(...(await response.json()).map((job: { captureID: string }) => job.captureID));
      path = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(seen.slice(0, sent)).toEqual(created);
    expect(new Set(seen.slice(sent))).toEqual(known);
    expect(seen).toHaveLength(sent + known.size);
  });
});

describe('POST /epcis/events', () => {
  test('stores one event and says where it is', async () => {
    const response = await post(
      '/epcis/events',
      bareEvent(objectEvent({ eventID: 'urn:uuid:00000000-0000-4000-8000-0000000000e1' })),
    );
    expect(response.status).toBe(201);
    const found = await fetch(server.url + response.headers.get('location'), {
      headers: { authorization: `Bearer ${server.key}` },
    });
    expect((await found.json()).epcisBody.queryResults.resultsBody.eventList).toHaveLength(1);
  });

  test('an event without eventID is found under its hash ID', async () => {
    const response = await post('/epcis/events', bareEvent(objectEvent()));
    expect(decodeURIComponent(response.headers.get('location') ?? '')).toMatch(
      /ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/,
    );
    const found = await fetch(server.url + response.headers.get('location'), {
      headers: { authorization: `Bearer ${server.key}` },
    });
    expect(found.status).toBe(200);
  });

  test('findings are told from the event as its own document', async () => {
    const response = await post('/epcis/events', bareEvent(objectEvent({ bizStep: 'shiping' })));
    expect(response.status).toBe(400);
    expect((await response.json()).errors[0]).toMatchObject({ pointer: '/bizStep', value: '"shiping"' });
  });

  test('a conflict is 409', async () => {
    const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000e2';
    await post('/epcis/events', bareEvent(objectEvent({ eventID })));
    expect((await post('/epcis/events', bareEvent(objectEvent({ eventID })))).status).toBe(409);
  });
});

test('an error declaration is a row of its own, linked to what it declares; another one is another row', async () => {
  const event = objectEvent({ eventID: 'urn:uuid:00000000-0000-4000-8000-0000000000d1' });
  const declare = (declarationTime: string) => ({
    ...event,
    errorDeclaration: { declarationTime, reason: 'did_not_occur' },
  });
  await server.client.capture(documentOf([event]));
  const first = documentOf([declare('2026-02-01T00:00:00Z')]);
  expect(await server.client.capture(first)).toMatchObject({ capturedCount: 1 });
  expect(await server.client.capture(first)).toMatchObject({ duplicateCount: 1 });
  expect(await server.client.capture(documentOf([declare('2026-02-02T00:00:00Z')]))).toMatchObject({
    capturedCount: 1,
  });
  const { document } = await server.client.event(String(event.eventID));
  expect(document.epcisBody.queryResults.resultsBody.eventList).toHaveLength(3);
  const trace = await server.client.trace({ codes: [String((event.epcList as string[])[0])] });
  expect(trace.events.filter(({ declaredInError }) => declaredInError === true).length).toBeGreaterThan(0);
});

test('nothing is written or read without a key, with a wrong one, or with one of a lesser role', async () => {
  const document = documentOf([objectEvent()]);
  expect((await post('/epcis/capture', document, { authorization: '' })).status).toBe(401);
  expect((await post('/epcis/capture', document, { authorization: 'Bearer sy_wrong' })).status).toBe(401);
  expect((await fetch(`${server.url}/epcis/events`)).status).toBe(401);
  expect((await fetch(`${server.url}/v1/trace?code=a`)).status).toBe(401);
  const { createKey } = await import('../src/modules/identity/index.ts');
  const reader = await createKey(server.database.db, { role: 'query' });
  expect((await post('/epcis/capture', document, { authorization: `Bearer ${reader}` })).status).toBe(403);
});

test('master data of a document names things, a later one anew', async () => {
  const header = (name: string) => ({
    epcisHeader: {
      epcisMasterData: {
        vocabularyList: [
          {
            type: 'urn:epcglobal:epcis:vtype:EPCClass',
            vocabularyElementList: [
              {
                id: 'urn:epc:idpat:sgtin:0614141.107346.*',
                attributes: [{ id: 'urn:epcglobal:cbv:mda#descriptionShort', attribute: name }],
              },
            ],
          },
        ],
      },
    },
  });
  await server.client.capture(
    documentOf([objectEvent({ epcList: ['https://id.gs1.org/01/10614141073464/21/NAMED'] })], header('旧名')),
  );
  await server.client.capture(documentOf([objectEvent()], header('新名')));
  const page = await (
    await fetch(`${server.url}/01/10614141073464/21/NAMED`, { headers: { accept: 'application/json' } })
  ).json();
  expect(page.product).toMatchObject({ name: { zh: '新名' }, gtin: '10614141073464' });
});

test('a refusal of the client carries the problem', async () => {
  await expect(server.client.capture('{')).rejects.toThrow(RequestRefused);
  expect(await eventsOf({ perPage: '1' })).toHaveLength(1);
});
