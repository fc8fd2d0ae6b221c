/** Confidential reading in a case: two people of an office decide it, owners are told afterwards, once. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepTelling, tellHeldLooks } from '../../src/modules/disclosure/index.ts';
import { exportOccurrences } from '../../src/modules/identity/index.ts';
import { createSequencer } from '../../src/modules/integrity/index.ts';
import { type Ctx, systemCtx } from '../../src/platform/ctx.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { bareEvent, objectEvent } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';
import type { Browser } from './browser.ts';
import { codeOf, type Firm, type Firms, firmsOf } from './firms.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestServer;
let firms: Firms;
/** What the server's clock shows where it is stopped. */
let stopped: Date | undefined;
beforeAll(async () => {
  server = await testServer({ clock: { now: () => stopped ?? new Date() } });
  firms = await firmsOf(server);
});
afterAll(() => server.close());

interface Told {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly person: string | null;
  readonly via?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came
  readonly detail?: any;
}

/** An office, its second person, and two firms of one can: the suspect within its jurisdiction, the other not. */
let office: Firm;
let chief: Browser;
let suspect: Firm;
let other: Firm;
let town = 0;
let can = '';
beforeEach(async () => {
  town += 1;
  const region = `3201${String(town).padStart(2, '0')}`;
  office = await firms.firm(`市监局${town}`, { kind: 'regulator' });
  suspect = await firms.firm(`可疑食品厂${town}`, { region, categories: ['food'] });
  other = await firms.firm(`外地批发部${town}`, { region: '330102', categories: ['food'] });
  await firms.operator.ask('POST', '/v1/operator/jurisdictions', { organisation: office.id, region, category: '*' });
  const { body } = await office.page.ask('POST', '/v1/invitations', { name: '孙科长', role: 'administrator' });
  chief = await firms.accept(body.url);
  can = `https://id.gs1.org/01/06901234567892/21/CAN${town}`;
  await record(suspect, { action: 'ADD', bizStep: 'commissioning' }, 1);
  await record(other, { bizStep: 'receiving' }, 2);
});

async function record({ page }: Firm, more: object, day: number): Promise<void> {
  const event = objectEvent({ epcList: [can], eventTime: `2026-03-0${day}T08:00:00Z`, ...more });
  expect(await codeOf(page, 'POST', '/epcis/events', JSON.parse(bareEvent(event)))).toBe(201);
}

const PATH = '/v1/confidential-readings';
const look = (page: Browser) => codeOf(page, 'GET', `/v1/trace?code=${encodeURIComponent(can)}`);
const ask = (page: Browser, more: object = {}) =>
  page.ask('POST', PATH, { caseNo: '案2026-17', reason: '涉嫌掺假', about: [suspect.id], ...more });

/** A reading that runs, by its id. */
async function running(more: object = {}): Promise<string> {
  const { id } = (await ask(office.page, more)).body;
  expect(await codeOf(chief, 'POST', `${PATH}/${id}/approve`)).toBe(200);
  return id;
}

async function toldTo({ page }: Firm): Promise<Told[]> {
  const { occurrences } = (await page.ask('GET', '/v1/occurrences?perPage=500')).body;
  return occurrences;
}

const looksOf = async (firm: Firm): Promise<Told[]> =>
  (await toldTo(firm)).filter(({ kind }) => kind === 'records.read');

/** All that a firm is told on any way, as text. */
async function surfaces({ page, id }: Firm): Promise<string> {
  const answers = [
    '/v1/occurrences',
    '/v1/occurrences?perPage=500&group=records',
    '/v1/occurrences?kind=records.read',
    '/v1/occurrences?group=confidential',
    '/v1/disputes',
    '/v1/openings',
    '/v1/shares',
    `/v1/trace?code=${encodeURIComponent(can)}`,
    '/epcis/events',
  ];
  // An occurrence has its place in the log, and is exported, once the sequencer was there.
  const sequencer = createSequencer(server.database.ctx);
  await sequencer.sequence();
  await sequencer.close();
  const texts: string[] = [];
  for (const path of answers) {
    const { creationDate: _, ...body } = (await page.ask('GET', path)).body;
    texts.push(JSON.stringify(body));
  }
  for await (const { body } of exportOccurrences(server.database.ctx, { org: id })) texts.push(body);
  return texts.join('\n');
}

/** The program, so many days from now. */
function programIn(days: number): Ctx {
  const clock = { now: () => new Date(Date.now() + days * DAY_MS) };
  return systemCtx({ access: server.database.access, clock, log: createLog('silent') });
}

test('is asked for by one person of an office and approved by another with the right to; keys and firms may not', async () => {
  const asked = await ask(office.page);
  expect(asked.body).toMatchObject({ state: 'waiting', days: 30, about: [{ id: suspect.id }], approvedBy: null });
  const approval = `${PATH}/${asked.body.id}/approve`;
  expect(await codeOf(office.page, 'POST', approval)).toBe('confidential.same-person');
  const { body: invitation } = await office.page.ask('POST', '/v1/invitations', { name: '周八', role: 'viewer' });
  const viewer = await firms.accept(invitation.url);
  expect(await codeOf(viewer, 'POST', approval)).toBe('right.missing');
  expect((await ask(viewer)).body.code).toBe('right.missing');
  for (const stranger of [suspect.page, other.page]) {
    expect(await codeOf(stranger, 'POST', approval)).toBe('resource.not-found');
    expect(await codeOf(stranger, 'POST', `${PATH}/${asked.body.id}/end`)).toBe('resource.not-found');
    expect((await ask(stranger)).body.code).toBe('confidential.no-jurisdiction');
    expect((await stranger.ask('GET', PATH)).body).toEqual({ readings: [] });
  }
  const { secret } = (await chief.ask('POST', '/v1/keys', { label: 'x', role: 'admin' })).body;
  for (const [method, path] of [
    ['POST', approval],
    ['GET', PATH],
  ] as const) {
    const answer = await fetch(server.url + path, { method, headers: { authorization: `Bearer ${secret}` } });
    expect((await answer.json()).code).toBe('person.only');
  }
  const approved = await chief.ask('POST', approval);
  expect(approved.body).toMatchObject({ state: 'running', heldCount: 0 });
  expect(Date.parse(approved.body.until) - Date.parse(approved.body.approvedAt)).toBe(30 * DAY_MS);
  expect(await codeOf(chief, 'POST', approval)).toBe('confidential.decided');
  const kinds = (await toldTo(office)).map(({ kind }) => kind).filter((kind) => kind.startsWith('confidential.'));
  expect(kinds).toEqual(['confidential.approved', 'confidential.asked']);
});

test('approval takes a fresh proof; the database knows the four eyes and the half year by itself', async () => {
  const { id } = (await ask(office.page)).body;
  const { db } = server.database;
  await db.query(
    "update identity.session set proven_at = now() - interval '11 minutes' where org_no = (select no from identity.organisation where id = $1)",
    [office.id],
  );
  expect(await codeOf(chief, 'POST', `${PATH}/${id}/approve`)).toBe('session.stale');
  const approve = (by: string, hours: number) =>
    db.query(
      `update disclosure.confidential_reading set approved_by = ${by}, approved_at = now(),
         valid_until = now() + make_interval(hours => $2) where id = $1`,
      [id, hours],
    );
  await expect(approve('asked_by', 1)).rejects.toThrow(/check constraint/);
  const another = '(select p.id from identity.person p where p.id <> asked_by limit 1)';
  await expect(approve(another, 180 * 24 + 1)).rejects.toThrow(/check constraint/);
  await approve(another, 180 * 24);
});

test('is about organisations that the office watches over, and of no other office', async () => {
  for (const about of [[other.id], [suspect.id, other.id], [office.id]])
    expect((await ask(office.page, { about })).body.code).toBe('supervision.none');
  expect((await ask(office.page, { about: [] })).status).toBe(400);
  expect((await ask(office.page, { days: 181 })).status).toBe(400);
  const elsewhere = await firms.firm(`外省局${town}`, { kind: 'regulator' });
  await firms.operator.ask('POST', '/v1/operator/jurisdictions', {
    organisation: elsewhere.id,
    region: '44',
    category: '*',
  });
  expect((await ask(elsewhere.page)).body.code).toBe('supervision.none');
  const id = await running();
  expect(await codeOf(elsewhere.page, 'POST', `${PATH}/${id}/end`)).toBe('resource.not-found');
  // What another office does is told as ever, also under an `all` of its own: none of this chain is in its jurisdiction.
  const { body } = await elsewhere.page.ask('POST', '/v1/invitations', { name: '钱局', role: 'administrator' });
  const all = (await ask(elsewhere.page, { about: 'all' })).body.id;
  expect(await codeOf(await firms.accept(body.url), 'POST', `${PATH}/${all}/approve`)).toBe(200);
  const opening = { elements: ['*'], level: 'regulator' };
  expect(await codeOf(suspect.page, 'POST', '/v1/openings', opening)).toBe(200);
  expect(await look(elsewhere.page)).toBe(200);
  expect((await looksOf(suspect)).map(({ detail }) => detail.right)).toEqual(['regulator']);
});

test('before the approval looks are told as ever; while it runs they are told on no way; others are, without the suspect', async () => {
  const { id } = (await ask(office.page)).body;
  await look(office.page);
  expect(await looksOf(suspect)).toHaveLength(1);
  const before = await surfaces(suspect);
  expect(await codeOf(chief, 'POST', `${PATH}/${id}/approve`)).toBe(200);
  for (const page of [office.page, chief]) expect(await look(page)).toBe(200);
  await tellHeldLooks(server.database.ctx);
  expect(await surfaces(suspect)).toBe(before);
  const [last] = await looksOf(office);
  expect(last?.detail).toMatchObject({ codes: [can], owners: 2, held: 1, readings: [id] });
  const others = await looksOf(other);
  expect(others).toHaveLength(3);
  expect(JSON.stringify(others)).not.toMatch(/可疑|confidential|案2026/);
  expect(JSON.stringify(others)).not.toContain(suspect.id);
  expect(others.map(({ detail }) => Object.keys(detail).sort())).toEqual(
    Array.from({ length: 3 }, () => ['codes', 'more', 'office', 'right']),
  );
  expect((await office.page.ask('GET', PATH)).body.readings[0]).toMatchObject({ id, heldCount: 2, toldAt: null });
});

test('after its end by hand each look is told once, with its time, its person and its case', async () => {
  const id = await running();
  const times = [Date.now() + 1_000, Date.now() + 2_000].map((ms) => new Date(ms));
  for (const [n, page] of [office.page, chief].entries()) {
    stopped = times[n];
    await look(page);
  }
  stopped = undefined;
  const ended = await office.page.ask('POST', `${PATH}/${id}/end`);
  expect(ended.body).toMatchObject({ state: 'ended', heldCount: 0, toldAt: expect.any(String) });
  await Promise.all([1, 2, 3].map(() => tellHeldLooks(server.database.ctx)));
  const told = await looksOf(suspect);
  expect(told.map(({ at }) => at)).toEqual(times.toReversed().map((at) => at.toISOString()));
  for (const { detail, via, person } of told) {
    expect(detail).toMatchObject({ codes: [can], right: 'jurisdiction', office: `市监局${town}` });
    expect(detail).toMatchObject({ confidential: true, case: '案2026-17', toldAt: expect.any(String) });
    expect(JSON.stringify(detail)).not.toContain('掺假');
    expect([via, person]).toEqual([office.id, '赵六']);
  }
  await look(office.page);
  expect((await looksOf(suspect))[0]?.detail).not.toHaveProperty('confidential');
  expect(await codeOf(office.page, 'POST', `${PATH}/${id}/end`)).toBe('confidential.decided');
});

test('ends by itself when its time is over, and when the office has no jurisdiction any more; a start catches up', async () => {
  const id = await running({ days: 2 });
  await look(office.page);
  await tellHeldLooks(programIn(1.9));
  expect(await looksOf(suspect)).toEqual([]);
  const telling = keepTelling(programIn(2.1));
  await telling.stop();
  expect(await looksOf(suspect)).toHaveLength(1);
  const [reading] = (await office.page.ask('GET', PATH)).body.readings;
  expect([reading.id, reading.state, reading.endedAt]).toEqual([id, 'ended', reading.until]);
  const second = await running();
  await look(office.page);
  await server.database.db.query(
    'update identity.jurisdiction set ended_at = now() where org_no = (select no from identity.organisation where id = $1)',
    [office.id],
  );
  await tellHeldLooks(server.database.ctx);
  expect(await looksOf(suspect)).toHaveLength(2);
  const ends = (await toldTo(office)).filter(({ kind }) => kind === 'confidential.ended');
  expect(ends.map(({ detail, person }) => [detail.why, person])).toEqual([
    ['jurisdiction', null],
    ['time', null],
  ]);
  const late = (await ask(chief)).body;
  expect([second === id, late.code]).toEqual([false, 'confidential.no-jurisdiction']);
});

test('of two that overlap a look waits for both that ran when it was made, and for none that began later', async () => {
  const short = await running({ days: 5 });
  const long = await running({ days: 60, about: 'all', caseNo: '案2026-18' });
  await look(office.page);
  expect(await codeOf(office.page, 'POST', `${PATH}/${long}/end`)).toBe(200);
  expect(await looksOf(suspect)).toEqual([]);
  expect(await looksOf(other)).toHaveLength(1);
  const later = await running({ days: 90, caseNo: '案2026-19' });
  await look(office.page);
  expect(await codeOf(office.page, 'POST', `${PATH}/${short}/end`)).toBe(200);
  expect((await looksOf(suspect)).map(({ detail }) => detail.case)).toEqual(['案2026-18']);
  expect(await codeOf(office.page, 'POST', `${PATH}/${later}/end`)).toBe(200);
  expect((await looksOf(suspect)).map(({ detail }) => detail.case)).toEqual(['案2026-19', '案2026-18']);
});

test('who is killed while telling has told nothing, and the next one tells all', async () => {
  const id = await running();
  await look(office.page);
  await look(chief);
  const { db, ctx } = server.database;
  await db.query('update disclosure.confidential_reading set ended_at = now() where id = $1', [id]);
  let written = 0;
  const killed: Ctx = {
    ...ctx,
    write: (run, options) =>
      ctx.write(async (tx) => {
        const result = await run(tx);
        written += 1;
        if (written === 2) throw new Error('killed');
        return result;
      }, options),
  };
  await expect(tellHeldLooks(killed)).rejects.toThrow('killed');
  expect(await looksOf(suspect)).toEqual([]);
  await tellHeldLooks(ctx);
  expect(await looksOf(suspect)).toHaveLength(2);
});

test('a look that was noted while its case ended is told by the next round', async () => {
  const id = await running();
  await look(office.page);
  const { db, ctx } = server.database;
  const { rows } = await db.query<{ row: object }>(
    'select to_jsonb(h) as row from disclosure.held_look h where reading_id = $1',
    [id],
  );
  expect(await codeOf(office.page, 'POST', `${PATH}/${id}/end`)).toBe(200);
  await db.query(
    'insert into disclosure.held_look select * from jsonb_populate_record(null::disclosure.held_look, $1)',
    [JSON.stringify(rows[0]?.row)],
  );
  await tellHeldLooks(ctx);
  expect(await looksOf(suspect)).toHaveLength(2);
});
