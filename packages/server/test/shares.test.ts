/** A link for one trace: made, opened by anybody who has it, over, revoked; and what it shows is what its organisation is told then. */
import type { NewShareBody, TraceAnswer } from '@suyuan/api';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const CAN = 'https://id.gs1.org/01/06901234567892/21/CAN1';
const WHO = ['maker', 'wholesaler', 'shop'] as const;
type Who = (typeof WHO)[number];
const codeOf = (who: Who): string => `urn:epc:id:pgln:0614141.0000${WHO.indexOf(who) + 1}`;
const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestServer;
let skippedMs = 0;
const logged: string[] = [];
const keys = new Map<Who, string>();

beforeAll(async () => {
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) });
  server = await testServer({ log, clock: { now: () => new Date(Date.now() + skippedMs) } });
  for (const who of WHO) keys.set(who, await createKey(server.database.db, { role: 'admin', org: codeOf(who) }));
  await record('maker', { action: 'ADD', bizStep: 'commissioning' }, 1);
  await record('wholesaler', { bizStep: 'storing' }, 3);
  await record('shop', { bizStep: 'storing', readPoint: { id: 'https://example.org/gate-of-shop' } }, 5);
});
afterAll(() => server.close());

async function record(who: Who, more: object, day: number): Promise<void> {
  const eventTime = `2026-03-0${day}T08:00:00Z`;
  const event = objectEvent({ epcList: [CAN], eventTime, eventID: `https://example.org/${who}-${day}`, ...more });
  expect((await ask(who, 'POST', '/epcis/capture', JSON.parse(documentOf([event])))).status).toBe(202);
}

function ask(who: Who, method: string, path: string, body?: unknown): Promise<Response> {
  const headers = {
    authorization: `Bearer ${keys.get(who)}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

const traced = async (who: Who): Promise<TraceAnswer> =>
  (await ask(who, 'GET', `/v1/trace?code=${encodeURIComponent(CAN)}`)).json();

async function share(who: Who, more: Partial<NewShareBody> = {}): Promise<{ id: string; path: string; until: string }> {
  const answer = await ask(who, 'POST', '/v1/shares', { codes: [CAN], note: '给质检站看', ...more });
  expect(answer.status).toBe(200);
  return answer.json();
}

const open = (path: string, accept = 'application/json'): Promise<Response> =>
  fetch(server.url + path, { headers: { accept } });
const sharesOf = async (who: Who, search = '') => (await ask(who, 'GET', `/v1/shares${search}`)).json();
const told = async (who: Who): Promise<string[]> => {
  const { occurrences } = await (await ask(who, 'GET', '/v1/occurrences')).json();
  return occurrences.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind.startsWith('share.'));
};

test('anybody who has a link is told what its organisation is told, and the organisation that it was opened', async () => {
  const { id, path } = await share('maker');
  expect(path).toMatch(/^\/s\/[A-Za-z0-9_-]{43}$/);
  const answer = await open(path);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  });
  const body = await answer.json();
  expect(body.trace).toEqual(await traced('maker'));
  expect(JSON.stringify(body)).not.toContain('给质检站看');
  await open(path);
  skippedMs += 61 * 60 * 1000;
  await open(path, 'text/html');
  expect((await sharesOf('maker')).shares[0]).toMatchObject({
    ...{ id, kind: 'trace', codes: [CAN], note: '给质检站看', openedCount: 3, endedAt: null },
    lastOpenedAt: expect.any(String),
  });
  expect(await told('maker')).toEqual(['share.opened', 'share.opened', 'share.made']);
});

test('what is told is asked anew: an opening that its owner takes back is gone, and never shown again', async () => {
  const before = await traced('maker');
  const { path } = await share('maker');
  const opened = await ask('shop', 'POST', '/v1/openings', { elements: ['*'], partner: codeOf('maker') });
  expect(opened.status).toBe(200);
  const more = (await (await open(path)).json()).trace;
  expect(more).toEqual(await traced('maker'));
  expect(more).not.toEqual(before);
  expect(JSON.stringify(more)).toContain('gate-of-shop');
  for (const { id } of (await opened.json()).openings) await ask('shop', 'DELETE', `/v1/openings/${id}`);
  const less = (await (await open(path)).json()).trace;
  expect(less).toEqual(before);
  expect(JSON.stringify(less)).not.toContain('gate-of-shop');
});

test('with the end of a partnership less is told', async () => {
  const { db } = server.database;
  const partnerOf = (who: Who) =>
    `(select no from identity.organisation where code like '%/417/06141410000${WHO.indexOf(who) + 1}_')`;
  const { rows } = await db.query<{ id: string }>(`insert into identity.partnership (org_no, other_no, accepted_at)
    values (${partnerOf('maker')}, ${partnerOf('shop')}, now()) returning id`);
  const { path } = await share('maker');
  const hiddenOf = async (): Promise<readonly string[]> =>
    (await (await open(path)).json()).trace.events.at(-1).hidden ?? [];
  const asPartner = await hiddenOf();
  await db.query('update identity.partnership set ended_at = now(), ended_by_no = other_no where id = $1', [
    rows[0]?.id,
  ]);
  const asStranger = await hiddenOf();
  expect(asStranger.length).toBeGreaterThan(asPartner.length);
});

test('one event is shared as its row of the trace, of another too; one that is not told is not shared', async () => {
  const { events } = await traced('maker');
  for (const row of events) {
    const { path } = await share('maker', { eventID: row.eventID });
    const body = await (await open(path)).json();
    expect(body.event).toEqual(row);
    expect(body.trace).toBeUndefined();
  }
  const unknown = { codes: [CAN], note: 'x', eventID: 'https://example.org/nothing' };
  const refused = await ask('maker', 'POST', '/v1/shares', unknown);
  expect([refused.status, (await refused.json()).code]).toEqual([404, 'share.event-unknown']);
});

test('what is over, revoked, unknown, malformed, or of whom is suspended is answered alike', async () => {
  const revoked = await share('maker');
  expect((await ask('maker', 'DELETE', `/v1/shares/${revoked.id}`)).status).toBe(204);
  expect((await ask('maker', 'DELETE', `/v1/shares/${revoked.id}`)).status).toBe(404);
  const over = await share('maker', { until: new Date(Date.now() + skippedMs + DAY_MS).toISOString() });
  expect((await open(over.path)).status).toBe(200);
  skippedMs += DAY_MS + 1000;
  const suspended = await share('shop');
  const { db } = server.database;
  const setStatus = (status: string) =>
    db.query("update identity.organisation set status = $1 where code like '%/417/061414100003_'", [status]);
  await setStatus('suspended');
  const paths = [revoked.path, over.path, suspended.path, `/s/${'A'.repeat(43)}`, '/s/x', '/s/', '/s/a/b'];
  for (const accept of ['application/json', 'text/html']) {
    const answers = await Promise.all(
      paths.map(async (path) => {
        const answer = await open(path, accept);
        expect(answer.status).toBe(404);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        const { reference: _, instance: __, ...body } = await answer.json();
        return JSON.stringify(body);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('链接已失效');
  }
  await setStatus('active');
  expect((await open(suspended.path)).status).toBe(200);
});

test('another organisation neither lists nor revokes it, and who may not manage makes none', async () => {
  const { id, path } = await share('wholesaler');
  expect((await sharesOf('shop')).shares.map((each: { id: string }) => each.id)).not.toContain(id);
  expect((await ask('shop', 'DELETE', `/v1/shares/${id}`)).status).toBe(404);
  expect((await open(path)).status).toBe(200);
  keys.set('shop', await createKey(server.database.db, { role: 'query', org: codeOf('shop') }));
  for (const [method, at, body] of [
    ['POST', '/v1/shares', { codes: [CAN], note: 'x' }],
    ['GET', '/v1/shares', undefined],
  ] as const)
    expect((await ask('shop', method, at, body)).status).toBe(403);
  keys.set('shop', await createKey(server.database.db, { role: 'admin', org: codeOf('shop') }));
});

test('a list has pages, the newest first', async () => {
  const made = [await share('wholesaler'), await share('wholesaler')].map(({ id }) => id).reverse();
  const first = await sharesOf('wholesaler', '?perPage=1');
  const second = await sharesOf('wholesaler', `?perPage=1&cursor=${first.next}`);
  expect([first.shares[0].id, second.shares[0].id]).toEqual(made);
});

test.each([
  ['a longer time than 90 days', { until: '2999-01-01T00:00:00Z' }, 400, 'share.validity'],
  ['what is over already', { until: '2020-01-01T00:00:00Z' }, 400, 'share.validity'],
  ['no note', { note: '' }, 400, 'query.parameter'],
  ['the number of a person', { codes: ['440524188001010014'] }, 400, 'request.personal-number'],
])('refused: %s', async (_what, more, status, code) => {
  const answer = await ask('maker', 'POST', '/v1/shares', { codes: [CAN], note: 'x', ...more });
  expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
});

test('the token is in no row and in no line of the log', async () => {
  const { path } = await share('maker');
  const token = path.slice('/s/'.length);
  for (const address of [path, `/%73/${token}`, `${path}?lang=en`, `${path}/`, `/s/${token}%zz`, `/s%2F${token}`])
    await open(address);
  expect(logged.join('')).toContain('/s/***');
  expect(logged.join('')).not.toContain(token);
  const { rows } = await server.database.db.query<{ row: string }>(
    'select s::text as row from shares.share s union all select o::text from identity.occurrence o',
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ row }) => row).join('\n')).not.toContain(token);
});
