/** Pages are kept, and nobody is shown one that something has changed since. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
/** Another program on the same database. */
let other: TestServer;
let nowMs = Date.parse('2026-06-10T00:00:00Z');

beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date(nowMs) } });
  other = await testServer({ beside: server });
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await other.close();
  await server.close();
});

let used = 0;
/** A can of a lot of its own, made. */
async function aCan(of = server): Promise<{ path: string; code: string; lot: string }> {
  used += 1;
  const lot = `https://id.gs1.org/01/06901234567892/10/K${used}`;
  const code = `${lot}/21/C`;
  await of.client.capture(documentOf([objectEvent({ action: 'ADD', bizStep: 'commissioning', epcList: [code] })]));
  return { code, lot, path: new URL(code).pathname };
}

const recallOf = (lot: string, more: object = {}) =>
  objectEvent({ epcList: undefined, quantityList: [{ epcClass: lot }], disposition: 'recalled', ...more });

async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(server.url + path, { headers: { accept: 'application/json', ...headers } });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text };
}

async function verdictOf(path: string): Promise<string> {
  return JSON.parse((await ask(path)).text).verdict;
}

/** How many statements look-ups made, a number a look-up. */
function lookUps(): number[] {
  const statements: number[] = [];
  const { access } = server.database;
  const read = access.read.bind(access);
  vi.spyOn(access, 'read').mockImplementation((who, run, options) =>
    read(
      who,
      (tx) => {
        if (who.as !== 'chain') return run(tx);
        const at = statements.push(0) - 1;
        const query: typeof tx.query = (...given) => {
          statements[at] = (statements[at] ?? 0) + 1;
          return tx.query(...given);
        };
        return run({ ...tx, query });
      },
      options,
    ),
  );
  return statements;
}

test('a page that is asked for again is not looked up again, in either form, by whatever else the address says', async () => {
  const { path } = await aCan();
  const looked = lookUps();
  const first = await ask(path);
  expect(looked).toHaveLength(1);
  expect((await ask(path)).text).toBe(first.text);
  expect((await ask(path, { accept: 'text/html' })).text).toContain('"kind":"code"');
  expect((await ask(`${path}?from=poster`, { accept: 'text/html' })).text).toContain('from=poster');
  expect(looked).toHaveLength(1);
  // Another language says other words.
  await ask(`${path}?lang=en`);
  expect(looked).toHaveLength(2);
});

test('many who ask at once have it looked up once', async () => {
  const { path } = await aCan();
  const looked = lookUps();
  const answers = await Promise.all(Array.from({ length: 30 }, () => ask(path)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(looked).toHaveLength(1);
});

test('a recall is shown at once, and pages that it is not about stay kept', async () => {
  const [recalled, apart] = [await aCan(), await aCan()];
  expect([await verdictOf(recalled.path), await verdictOf(apart.path)]).toEqual(['normal', 'normal']);
  await server.client.capture(documentOf([recallOf(recalled.lot)]));
  expect(await verdictOf(recalled.path)).toBe('recalled');
  const looked = lookUps();
  expect(await verdictOf(apart.path)).toBe('normal');
  expect(looked).toEqual([]);
});

test('what is declared in error is shown no longer, at once', async () => {
  const { path, lot } = await aCan();
  const recall = recallOf(lot, { eventID: 'urn:uuid:5d1c8f2e-6d0a-4c0e-9f2b-0c7d2f6a9b11' });
  await server.client.capture(documentOf([recall]));
  expect(await verdictOf(path)).toBe('recalled');
  const errorDeclaration = { declarationTime: '2026-06-09T00:00:00Z', reason: 'incorrect_data' };
  await server.client.capture(documentOf([{ ...recall, errorDeclaration }]));
  expect(await verdictOf(path)).toBe('normal');
});

test('a lot is shown with what is recorded of an item of it, and a code of which nothing was held as soon as something is', async () => {
  const { lot } = await aCan();
  const lotPath = new URL(lot).pathname;
  const before = (await ask(lotPath)).text;
  const [item, itemPath] = [`${lot}/21/NEW`, `${lotPath}/21/NEW`];
  expect((await ask(itemPath)).status).toBe(404);
  await server.client.capture(documentOf([objectEvent({ epcList: [item], disposition: 'recalled' })]));
  expect((await ask(itemPath)).status).toBe(200);
  expect((await ask(lotPath)).text).not.toBe(before);
});

test('another name of the product is shown at once', async () => {
  const { path } = await aCan();
  const named = (name: string) =>
    documentOf([], {
      epcisHeader: {
        epcisMasterData: {
          vocabularyList: [
            {
              type: 'urn:epcglobal:epcis:vtype:EPCClass',
              vocabularyElementList: [
                {
                  id: 'https://id.gs1.org/01/06901234567892',
                  attributes: [{ id: 'urn:epcglobal:cbv:mda#descriptionShort', attribute: name }],
                },
              ],
            },
          ],
        },
      },
    });
  for (const name of ['一号奶粉', '二号奶粉']) {
    await server.client.capture(named(name));
    expect((await ask(path)).text).toContain(name);
  }
});

test('what another program recorded is shown within a second', async () => {
  const { path, lot } = await aCan();
  expect(await verdictOf(path)).toBe('normal');
  await other.client.capture(documentOf([recallOf(lot)]));
  await new Promise((done) => setTimeout(done, 1_000));
  expect(await verdictOf(path)).toBe('recalled');
});

test('a notice of the future is shown from its moment on, without anything being recorded', async () => {
  const { path, lot } = await aCan();
  await server.client.capture(documentOf([recallOf(lot, { eventTime: new Date(nowMs + 10_000).toISOString() })]));
  expect(await verdictOf(path)).toBe('normal');
  nowMs += 9_000;
  expect(await verdictOf(path)).toBe('normal');
  nowMs += 1_000;
  expect(await verdictOf(path)).toBe('recalled');
});

test('a look-up that fails is not kept', async () => {
  const { path } = await aCan();
  const { access } = server.database;
  const read = access.read.bind(access);
  vi.spyOn(access, 'read').mockImplementation((who, ...rest) =>
    who.as === 'chain' ? Promise.reject(new Error('the line broke')) : read(who, ...rest),
  );
  expect((await ask(path)).status).toBe(500);
  vi.restoreAllMocks();
  expect((await ask(path)).status).toBe(200);
});

test('who has the page already is not sent it again, until it is another', async () => {
  const { path, lot } = await aCan();
  const first = await ask(path);
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('public, no-cache');
  expect(first.headers.get('vary')).toBe('accept, accept-language, accept-encoding');
  const again = await ask(path, { 'if-none-match': etag });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
  const page = await ask(path, { accept: 'text/html', 'if-none-match': etag });
  expect(page.status).toBe(200);
  const english = { accept: 'text/html', 'accept-language': 'en', 'if-none-match': page.headers.get('etag') ?? '' };
  expect((await ask(path, english)).status).toBe(200);
  await server.client.capture(documentOf([recallOf(lot)]));
  expect((await ask(path, { 'if-none-match': etag })).status).toBe(200);
});

test('a linkset is answered without a trace: a few statements, for what is held and what is not', async () => {
  const { path } = await aCan();
  const looked = lookUps();
  const linkset = { accept: 'application/linkset+json' };
  const held = await ask(path, linkset);
  expect([held.status, JSON.parse(held.text).linkset[0].anchor]).toEqual([200, server.url + path]);
  expect((await ask('/01/06901234567809/21/NONE', linkset)).status).toBe(404);
  expect((await ask('/01/06901234567893', linkset)).status).toBe(400);
  expect(Math.max(...looked)).toBeLessThanOrEqual(8);
  await ask(path);
  expect(looked.at(-1)).toBeGreaterThan(10);
});

const PERSON = '440524188001010014';

test.each(['br', 'gzip', 'identity'])('pages and data are sent as %s to whoever takes them so', async (encoding) => {
  const { path } = await aCan();
  for (const accept of ['text/html', 'application/json']) {
    const plain = await ask(path, { accept, 'accept-encoding': 'identity' });
    const { headers, text } = await ask(path, { accept, 'accept-encoding': encoding });
    expect(headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect([text, headers.get('etag')]).toEqual([plain.text, plain.headers.get('etag')]);
    if (encoding !== 'identity') expect(Number(headers.get('content-length'))).toBeLessThan(plain.text.length * 0.7);
  }
});

test('the best that is taken is chosen, and what is refused is not', async () => {
  const { path } = await aCan();
  const sentAs = async (taken: string) =>
    (await ask(path, { 'accept-encoding': taken })).headers.get('content-encoding');
  expect(await sentAs('gzip, deflate, br')).toBe('br');
  expect(await sentAs('gzip;q=1.0, br;q=0')).toBe('gzip');
  expect(await sentAs('deflate')).toBeNull();
});

test('of the number of a person nothing is kept, tagged or packed', async () => {
  for (const accept of ['text/html', 'application/json']) {
    const { headers } = await ask(`/q/${PERSON}`, { accept, 'accept-encoding': 'br' });
    expect(headers.get('cache-control')).toBe('no-store');
    expect([headers.get('etag'), headers.get('content-encoding')]).toEqual([null, null]);
  }
});
