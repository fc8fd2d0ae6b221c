/** A server whose walks are done in threads, beside one that has none: the same answers, and none waits for a walk. */
import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '../../src/modules/identity/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { keepWalkingApart } from '../../src/walking-thread.ts';
import { documentOf, objectEvent } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';

const GRAIN = 'https://id.gs1.org/01/06901234500004/10/W1';
const FLOUR = 'https://id.gs1.org/01/06901234567892/10/F1';
const HARVEST = 'https://id.gs1.org/01/06901234500011/10/H1';
/** A walk of so many takes several times as long as three pages. */
const LOTS = 4_000;
const EVENTS = 100;

/** Answers in its own thread alone. */
let alone: TestServer;
let threaded: TestServer;
const threads: Worker[] = [];
let mill: string;
let bakery: string;

beforeAll(async () => {
  alone = await testServer();
  threaded = await testServer({
    beside: alone,
    walkers: (connectionString) => keepWalkingApart(() => startThread(connectionString), createLog('silent')),
  });
  const { db } = alone.database;
  mill = await createKey(db, { role: 'admin', org: 'urn:epc:id:pgln:0614141.00001' });
  bakery = await createKey(db, { role: 'admin', org: 'urn:epc:id:pgln:0614141.00002' });
  await record(mill, [
    lotsOf([GRAIN], { action: 'ADD', bizStep: 'commissioning' }),
    made([GRAIN], [FLOUR]),
    lotsOf([FLOUR], { bizStep: 'shipping', readPoint: { id: 'https://example.org/mill-gate' } }),
  ]);
  await record(bakery, [lotsOf([FLOUR], { bizStep: 'receiving' })]);
  await record(mill, [lotsOf([HARVEST], { action: 'ADD', bizStep: 'commissioning' })]);
  const events: object[] = [];
  for (let n = 0; n < EVENTS; n += 1) {
    const lots = Array.from({ length: LOTS / EVENTS }, (_, i) => `https://id.gs1.org/01/06901234500028/10/L${n}-${i}`);
    events.push(made([HARVEST], lots), lotsOf(lots, { bizStep: 'shipping' }));
  }
  await record(mill, events);
}, 120_000);
afterAll(async () => {
  await threaded.close();
  await alone.close();
});

function startThread(connectionString: string): Worker {
  const thread = new Worker(new URL('./walking-thread.fixture.ts', import.meta.url), {
    workerData: { task: 'walking', connectionString, logLevel: 'silent' },
  });
  threads.push(thread);
  thread.once('exit', () => threads.splice(threads.indexOf(thread), 1));
  return thread;
}

const listOf = (lots: readonly string[]) => lots.map((epcClass) => ({ epcClass, quantity: 5, uom: 'KGM' }));
const lotsOf = (lots: readonly string[], more: object) =>
  objectEvent({ epcList: undefined, quantityList: listOf(lots), ...more });
const made = (from: readonly string[], to: readonly string[]) =>
  objectEvent({
    ...{ type: 'TransformationEvent', action: undefined, epcList: undefined, bizStep: 'commissioning' },
    ...{ inputQuantityList: listOf(from), outputQuantityList: listOf(to) },
  });

async function record(key: string, events: readonly object[]): Promise<void> {
  const answer = await ask(alone, { key, path: '/epcis/capture', body: documentOf(events) });
  expect([answer.status, await answer.text()]).toEqual([202, expect.anything()]);
}

interface Ask {
  readonly path: string;
  readonly key?: string;
  readonly body?: string;
  readonly accept?: string;
}

function ask({ url }: TestServer, { path, key, body, accept = 'application/json' }: Ask): Promise<Response> {
  const headers = {
    accept,
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const sent = body === undefined ? {} : { method: 'POST', body };
  return fetch(url + path, { headers, ...sent });
}

const drill = (server: TestServer, code: string, more: Partial<Ask> = {}): Promise<Response> =>
  ask(server, { path: '/v1/drills', key: mill, body: JSON.stringify({ id: randomUUID(), code }), ...more });

/** What both answer, without what a clock says. */
async function both(asked: Ask): Promise<{ readonly alone: unknown; readonly threaded: unknown }> {
  const [one, other] = await Promise.all(
    [alone, threaded].map(async (server) => {
      const answer = await ask(server, asked);
      const text = (await answer.text()).replaceAll(/"(askedAt|creationDate|now)":("[^"]*"|\d+)/g, '');
      return { status: answer.status, type: answer.headers.get('content-type'), text };
    }),
  );
  return { alone: one, threaded: other };
}

test.each(['application/json', 'text/html'])('a page is the same, as %s', async (accept) => {
  const answers = await both({ path: new URL(FLOUR).pathname, accept });
  expect(answers.threaded).toMatchObject({ status: 200, text: expect.stringContaining('F1') });
  expect(answers.threaded).toEqual(answers.alone);
  expect(threads.length).toBeGreaterThan(0);
});

test.each(['application/json', 'text/html'])('what a link tells is the same, as %s', async (accept) => {
  const body = JSON.stringify({ codes: [FLOUR], note: 'to look at' });
  const { path } = await (await ask(threaded, { path: '/v1/shares', key: bakery, body })).json();
  const answers = await both({ path, accept });
  expect(answers.threaded).toMatchObject({ status: 200, text: expect.stringContaining('F1') });
  expect(answers.threaded).toEqual(answers.alone);
});

test('what cannot be shared is refused as it is without threads', async () => {
  const body = JSON.stringify({
    codes: [FLOUR],
    eventID: 'urn:uuid:00000000-0000-4000-8000-000000000000',
    note: 'none',
  });
  const answers = await both({ path: '/v1/shares', key: bakery, body });
  expect(answers.threaded).toMatchObject({ status: 404, text: expect.stringContaining('share') });
});

test('a drill finds the same', async () => {
  const [one, other] = await Promise.all([alone, threaded].map(async (server) => (await drill(server, FLOUR)).json()));
  expect(other.result.balance).not.toEqual([]);
  // Each look that is noted lengthens the log.
  for (const each of [one, other]) {
    delete each.result.times;
    delete each.result.log;
    each.said = each.said.filter(({ en }: { en: string }) => !/^(It took|The log)/.test(en));
  }
  expect(other.result).toEqual(one.result);
  expect(other.said).toEqual(one.said);
});

test.each(['epcis', 'xlsx'])('an export of chains is the same, as %s', async (format) => {
  const path = `/v1/exports/chains?format=${format}`;
  const files = await Promise.all(
    [alone, threaded].map(async (server) => {
      const answer = await ask(server, { path, key: bakery });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const text = bytes.toString('latin1').replace(/"creationDate":"[^"]*"/, '');
      return { status: answer.status, records: answer.headers.get('suyuan-export-records'), bytes: bytes.length, text };
    }),
  );
  expect(files[1]).toMatchObject({ status: 200, records: '3' });
  if (format === 'epcis') expect(files[1]).toEqual(files[0]);
  else expect([files[1]?.records, files[1]?.text.slice(0, 2)]).toEqual([files[0]?.records, 'PK']);
});

const LARGE = `/v1/trace?code=${encodeURIComponent(HARVEST)}`;

const largeTrace = (): Promise<Response> => ask(threaded, { path: LARGE, key: mill });

/** Asks on a connection of its own: a `fetch` that is aborted opens another, on which nothing is asked. */
function leavable(): { leave: () => void; readonly ended: Promise<string> } {
  const request = get(threaded.url + LARGE, { agent: false, headers: { authorization: `Bearer ${mill}` } });
  const ended = new Promise<string>((done) => {
    request.once('response', () => done('answered'));
    request.once('error', () => done('left'));
  });
  return { leave: () => void request.destroy(), ended };
}

const WAITING = `select 1 from pg_locks where relation = 'events.event'::regclass and not granted`;

/** Begins walks and ends them in the midst of their reading, however fast they are: none is let at an event. */
async function inTheMidst<T>(walks: number, begin: () => T, end: (begun: T) => unknown): Promise<void> {
  const { owner, db } = alone.database;
  const holder = await owner.connect();
  try {
    await holder.query('begin; lock table events.event in access exclusive mode');
    const begun = begin();
    await expect.poll(async () => (await db.query(WAITING)).rows.length, { timeout: 20_000 }).toBe(walks);
    await end(begun);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

test('while two large walks are under way, pages that nobody asked for before are answered', async () => {
  const page = new URL(FLOUR).pathname;
  const walks = [largeTrace(), largeTrace()].map(async (answer) => (await answer).text());
  const pages = (async () => {
    for (const path of ['/healthz', `${page}/21/S1`, `${page}/21/S2`]) await (await ask(threaded, { path })).text();
    return 'pages';
  })();
  expect(await Promise.race([...walks, pages])).toBe('pages');
  for (const text of await Promise.all(walks)) expect(text).toContain('"complete":true');
});

test('who leaves ends the walk: the next does not wait for it', async () => {
  const begin = () => [leavable(), leavable()];
  await inTheMidst(2, begin, async (walks) => {
    for (const walk of walks) walk.leave();
    expect(await Promise.all(walks.map(({ ended }) => ended))).toEqual(['left', 'left']);
  });
  expect((await drill(threaded, FLOUR)).status).toBe(200);
});

test('a thread that dies takes its walk with it, which is told, and the next is walked', async () => {
  const begin = () => drill(threaded, HARVEST);
  await inTheMidst(1, begin, async (large) => {
    await Promise.all(threads.map((thread) => thread.terminate()));
    expect((await large).status).toBe(500);
  });
  expect((await drill(threaded, FLOUR)).status).toBe(200);
  expect((await ask(threaded, { path: `${new URL(FLOUR).pathname}/21/AFTER` })).status).toBe(404);
});
