/** What an interlock forbids is not recorded, says why, and takes nothing else with it. */
import type { EventFacts, Finding } from '@suyuan/epcis';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Interlock } from '../src/modules/events/index.ts';
import { bareEvent, documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const cylinder = (serial: string): string => `https://id.gs1.org/01/06990202000008/21/${serial}`;
const filling = (serial: string, more: EventJson = {}): EventJson =>
  objectEvent({ epcList: [cylinder(serial)], ...more });

let server: TestServer;
/** Serials that may not be filled, and what was asked. */
const scrapped = new Set<string>();
let asked: EventFacts[][] = [];

/** Whoever records reads nothing: what a rule has to know, a function tells it, and locks it. */
const interlock: Interlock = async (tx, facts, actor) => {
  asked.push([...facts]);
  expect(actor).toMatchObject({ role: 'capture', org: { no: 1 } });
  const findings: Finding[] = [];
  for (const [eventIndex, { units }] of facts.entries()) {
    for (const { code } of units) {
      const { rows } = await tx.query<{ isFree: boolean }>('select registry.take_turn($1) as "isFree"', [code]);
      if (scrapped.has(code) || rows[0]?.isFree !== true) findings.push(forbidding(eventIndex, code));
    }
  }
  return findings;
};

function forbidding(eventIndex: number, value: string): Finding {
  return {
    eventIndex,
    pointer: '/epcList/0',
    rule: 'cylinder.not-filled',
    clause: 'TSG 23-2021 §8',
    value,
    message: { en: 'this cylinder may not be filled', zh: '该气瓶不得充装' },
  };
}

beforeAll(async () => {
  server = await testServer({ interlock });
  await server.database.db.query(`
    create table registry.turn (code text primary key);
    create function registry.take_turn(wanted text) returns boolean language plpgsql security definer set search_path = '' as $$
    begin
      insert into registry.turn values (wanted) on conflict do nothing;
      return found or wanted not like '%/21/ONCE%';
    end $$;
    grant execute on function registry.take_turn to suyuan_ingest`);
});
afterAll(() => server.close());
beforeEach(() => {
  scrapped.clear();
  asked = [];
});

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(server.url + path, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    body: text === '' ? {} : JSON.parse(text),
  };
}

async function isRecorded(serial: string): Promise<boolean> {
  const { document } = await server.client.events({ MATCH_anyEPC: cylinder(serial) });
  return document.epcisBody.queryResults.resultsBody.eventList.length > 0;
}

test('of a document that is all or nothing, nothing; the answer and the job name event, rule and reason', async () => {
  scrapped.add(cylinder('A2'));
  const refused = await post('/epcis/capture', documentOf([filling('A1'), filling('A2'), filling('A3')]));
  expect(refused).toMatchObject({
    status: 400,
    body: {
      code: 'event.refused',
      errors: [
        {
          eventIndex: 1,
          pointer: '/epcisBody/eventList/1/epcList/0',
          rule: 'cylinder.not-filled',
          clause: 'TSG 23-2021 §8',
        },
      ],
    },
  });
  expect(asked.map((facts) => facts.length)).toEqual([3]);
  for (const serial of ['A1', 'A2', 'A3']) expect(await isRecorded(serial), serial).toBe(false);
  const job = await (
    await fetch(server.url + refused.location, { headers: { authorization: `Bearer ${server.key}` } })
  ).json();
  expect(job).toMatchObject({ success: false, capturedCount: 0, errorCount: 1 });
});

test('of one that goes on without what is refused, the others; their bytes and leaves agree', async () => {
  scrapped.add(cylinder('B1')).add(cylinder('B4'));
  const serials = ['B1', 'B2', 'B3', 'B4'];
  const { status, location } = await post('/epcis/capture', documentOf(serials.map((serial) => filling(serial))), {
    'gs1-capture-error-behaviour': 'proceed',
  });
  expect(status).toBe(202);
  const job = await (await fetch(server.url + location, { headers: { authorization: `Bearer ${server.key}` } })).json();
  expect(job).toMatchObject({ success: false, capturedCount: 2, errorCount: 2 });
  expect(await Promise.all(serials.map(isRecorded))).toEqual([false, true, true, false]);
  // Asked once, although the rest is kept anew.
  expect(asked.map((facts) => facts.length)).toEqual([4]);
});

test('an event by itself hears of itself alone, also where others shared its transaction', async () => {
  scrapped.add(cylinder('C5'));
  const serials = Array.from({ length: 12 }, (_, i) => `C${i}`);
  const answers = await Promise.all(serials.map((serial) => post('/epcis/events', bareEvent(filling(serial)))));
  expect(answers.map(({ status }) => status)).toEqual(serials.map((serial) => (serial === 'C5' ? 400 : 201)));
  expect(answers[5]?.body.errors).toMatchObject([{ pointer: '/epcList/0', rule: 'cylinder.not-filled' }]);
  expect(answers[5]?.body.errors[0]).not.toHaveProperty('eventIndex');
  expect(await isRecorded('C5')).toBe(false);
});

test('what is forbidden is forbidden to each who sends it at once, and stands in nobody else’s way', async () => {
  scrapped.add(cylinder('E1'));
  const eventID = `urn:uuid:${crypto.randomUUID()}`;
  const forbidden = bareEvent(filling('E1', { eventID }));
  const other = bareEvent(filling('E2', { eventID }));
  const answers = await Promise.all([
    post('/epcis/events', bareEvent(filling('E0'))), // under way while the others gather
    ...Array.from({ length: 6 }, () => post('/epcis/events', forbidden)),
    post('/epcis/events', other),
    ...Array.from({ length: 6 }, () => post('/epcis/events', forbidden)),
  ]);
  // Once the other stands under the eventID, the rest contradicts it.
  const [first, ...rest] = answers.map(({ status }) => status);
  expect([first, rest[6]]).toEqual([201, 201]);
  expect(rest.toSpliced(6, 1).every((status) => status === 400 || status === 409)).toBe(true);
  expect(await isRecorded('E1')).toBe(false);
  expect(await isRecorded('E2')).toBe(true);
});

test('an event that a document has twice is refused twice', async () => {
  scrapped.add(cylinder('F1'));
  const twice = filling('F1');
  const { location } = await post('/epcis/capture', documentOf([twice, filling('F2'), twice]), {
    'gs1-capture-error-behaviour': 'proceed',
  });
  const job = await (await fetch(server.url + location, { headers: { authorization: `Bearer ${server.key}` } })).json();
  expect(job).toMatchObject({ success: false, capturedCount: 1, duplicateCount: 0, errorCount: 2 });
});

test('what was recorded before is not asked again: it was allowed then', async () => {
  const events = [filling('D1'), filling('D2')];
  expect((await post('/epcis/capture', documentOf(events))).status).toBe(202);
  scrapped.add(cylinder('D1'));
  asked = [];
  const again = await post('/epcis/capture', documentOf([...events, filling('D3')]));
  expect(again.status).toBe(202);
  expect(asked.map((facts) => facts.flatMap(({ units }) => units.map(({ code }) => code)))).toEqual([[cylinder('D3')]]);
});

test('what it locks holds until the event is recorded: of two at once that exclude each other, one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => post('/epcis/capture', documentOf([filling('ONCE')]))),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([202, ...Array.from({ length: 7 }, () => 400)]);
});

test('a refusal leaves nothing behind that the store does not explain', async () => {
  const { verify } = await import('../src/modules/events/index.ts');
  const steps = await Array.fromAsync(verify(server.database.ctx));
  expect(steps.filter((step) => !('checked' in step))).toEqual([]);
});
