/** Every route, asked by strangers who know whatever can be known of another: nothing of it is told, save what pages tell. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_QUERIES, kindsIn, ON_PAGES, type Owner } from './canaries.ts';
import { codesOf } from './private-documents.ts';
import { inOddWays, requestsTo, type Target, targetOf } from './requests.ts';
import { type Asker, type Request, type Tenants, tenants } from './tenants.ts';

let shared: Tenants;
let targets: Readonly<Record<Owner, Target>>;
const linesOfCapture: string[] = [];
const assetsDir = mkdtempSync(join(tmpdir(), 'suyuan-tenants-'));
beforeAll(async () => {
  writeFileSync(join(assetsDir, 'main.js'), 'export {};');
  shared = await tenants({ assetsDir });
  linesOfCapture.push(...shared.lines);
  targets = { A: await targetOf(shared, 'A'), B: await targetOf(shared, 'B') };
});
afterAll(async () => {
  await shared.close();
  rmSync(assetsDir, { recursive: true });
});

/** What a trace tells beside, to who takes part in the same chain too. `trace-and-page.test.ts` says where. */
const IN_TRACES = ['disposition', 'readpoint', 'packedid', 'soldid', 'shippedid'];

/** Names of places and parties that no page of a unit shows; to whoever has a key and the code. */
const AS_NAMES = ['partyname'];

function toldBy({ path }: Request): readonly string[] {
  if (/^\/epcis\/(epcs|events\/|events\?.*MATCH_)/.test(path)) return IN_QUERIES;
  if (/^\/(epcis|healthz|readyz|metrics|assets|ca\.crt)\b/.test(path)) return [];
  // Whoever names an organisation by its ID is told its name, as with mandates and partners.
  if (path.startsWith('/v1/openings')) return ['organisationname'];
  if (path.startsWith('/v1/trace')) return [...ON_PAGES, ...IN_TRACES];
  if (path.startsWith('/v1/codes/names')) return ['productname', 'placename', 'sourcename', ...AS_NAMES];
  return path.startsWith('/v1/') ? [] : ON_PAGES;
}

const STRANGERS: Readonly<Record<Owner, readonly Asker[]>> = {
  A: ['B', 'newcomer', 'anonymous'],
  B: ['A', 'newcomer', 'anonymous'],
};

const isHead = ({ method }: { readonly method: string }): boolean => method === 'HEAD';

/** The server's routes, one method each; HEAD is asked of every one of GET. */
function routes(): { method: string; url: string }[] {
  return shared.server.routes.flatMap(({ method, url }) => [method].flat().map((each) => ({ method: each, url })));
}

function kindsAsked({ path, headers, body }: Request, owner: Owner): Set<string> {
  return kindsIn(`${decoded(path)} ${JSON.stringify(headers ?? {})} ${body ?? ''}`, owner, shared.given);
}

function decoded(path: string): string {
  const tokens = [...path.matchAll(/nextPageToken=([\w-]+)/g)].map(([, token = '']) => Buffer.from(token, 'base64url'));
  return `${path} ${tokens.join(' ')}`;
}

/** Asks as each stranger, and finds nothing of the owner's that may not be told and was not in the question. */
async function expectNothingTold(owner: Owner, request: Request, more: readonly string[] = []): Promise<number> {
  const asked = kindsAsked(request, owner);
  const may = new Set([...toldBy(request), ...asked, ...more]);
  const answers = await Promise.all(
    STRANGERS[owner].map(async (who) => ({ who, answer: await shared.ask(who, request) })),
  );
  for (const { who, answer } of answers) {
    const told = [...kindsIn(answer.text, owner, shared.given)].filter((kind) => !may.has(kind));
    expect([who, request.method ?? 'GET', request.path, told]).toEqual([
      who,
      request.method ?? 'GET',
      request.path,
      [],
    ]);
    expect([request.path, answer.status < 500]).toEqual([request.path, true]);
  }
  return answers.length;
}

test('every route of the server is in the table of what strangers ask', () => {
  const unknown = routes().filter((route) => !isHead(route) && requestsTo(route, targets.A) === undefined);
  expect(unknown).toEqual([]);
});

test('each owner is shown its own values, so that they would be found where they are', async () => {
  for (const owner of ['A', 'B'] as const) {
    const { text } = await shared.ask(owner, { path: '/epcis/events?perPage=1000' });
    expect(kindsIn(text, owner).size).toBeGreaterThan(50);
    const jobs = await shared.ask(owner, { path: '/epcis/capture' });
    expect([...kindsIn(jobs.text, owner, shared.given)]).toEqual(['job']);
    const [id = ''] = targets[owner].ids;
    const event = await shared.ask(owner, { path: `/epcis/events/${encodeURIComponent(id)}` });
    expect([...kindsIn(event.text, owner, shared.given)]).toEqual(
      expect.arrayContaining(['organisationid', 'organisationname', 'ilmdvalue', 'namespace']),
    );
  }
});

test('the public pages of an owner tell just the kinds of values that are listed here', async () => {
  for (const owner of ['A', 'B'] as const) {
    const told = new Set<string>();
    for (const code of Object.values(codesOf(owner))) {
      for (const accept of ['application/json', 'text/html', 'application/linkset+json']) {
        const request = { path: `/q/${encodeURIComponent(code)}`, headers: { accept } };
        const { status, text } = await shared.ask('anonymous', request);
        if (status === 200) for (const kind of kindsIn(text, owner, shared.given)) told.add(kind);
      }
    }
    expect([...told].sort()).toEqual([...ON_PAGES].sort());
  }
});

test('strangers are told nothing of another, on no route, whatever they know and however they ask', async () => {
  let count = 0;
  for (const owner of ['A', 'B'] as const) {
    const asked = routes()
      .filter((route) => !isHead(route))
      .map((route) => requestsTo(route, targets[owner]) ?? [])
      // The other owner is there to be no special case: of its requests a part will do.
      .map((requests) => (owner === 'A' ? requests : requests.filter((_, i) => i % 12 === 0)));
    // What is captured comes last: until then no stranger has recorded an id of the owner's.
    const isWrite = (requests: readonly Request[]): boolean => requests.some(({ method }) => method === 'POST');
    for (const requests of asked.filter((each) => !isWrite(each))) {
      for (const request of requests) count += await expectNothingTold(owner, request);
      if (owner === 'B') continue;
      for (const odd of requests.slice(0, 1).flatMap((request) => inOddWays(request, targets[owner]))) {
        count += await expectNothingTold(owner, odd);
      }
    }
    for (const request of asked.filter(isWrite).flat()) count += await expectNothingTold(owner, request);
  }
  expect(count).toBeGreaterThan(2_000);
}, 300_000);

/** What the content of trade is, to whoever recorded the next step of a unit of which the owner's step names nobody. */
const TO_PARTNERS = [
  ...['disposition', 'persistent', 'biztransaction', 'made', 'soldid', 'shippedid'],
  ...['deviceid', 'rawdata', 'bizrules', 'stringvalue', 'microorganism', 'urivalue', 'sensorvalue'],
];

test('the strangers, who have recorded events with ids of the owner, are shown their own under them', async () => {
  for (const owner of ['A', 'B'] as const) {
    for (const id of targets[owner].ids) {
      await expectNothingTold(owner, { path: `/epcis/events/${encodeURIComponent(id)}` }, TO_PARTNERS);
    }
    // Those ids, and a code, are in the strangers' own documents now.
    const own = kindsAsked({ path: [...targets[owner].ids, codesOf(owner).item].join(' ') }, owner);
    for (const who of ['newcomer', owner === 'A' ? 'B' : 'A'] as const) {
      for (const path of ['/epcis/events?perPage=1000', '/epcis/capture?perPage=1000']) {
        const { text } = await shared.ask(who, { path });
        const told = [...kindsIn(text, owner, shared.given)].filter((kind) => !own.has(kind));
        expect([who, path, told]).toEqual([who, path, []]);
      }
    }
  }
});

test('no line of the log and no metric holds a value of an owner that no request asked for', async () => {
  expect(linesOfCapture.length).toBeGreaterThan(3);
  const { body: metrics } = await shared.ask('anonymous', { path: '/metrics' });
  for (const owner of ['A', 'B'] as const) {
    expect([...kindsIn(`${linesOfCapture.join('\n')}\n${metrics}`, owner, shared.given)]).toEqual([]);
    const { codes, ids, jobs, own } = targets[owner];
    const asked = kindsIn([...codes, ...ids, ...jobs, ...own].join(' '), owner, shared.given);
    // A line that tells of a refusal says who asked.
    const lines = shared.lines.filter((line) => !line.includes('"refused":'));
    const logged = kindsIn(lines.join('\n'), owner, shared.given);
    expect([...logged].filter((kind) => !asked.has(kind))).toEqual([]);
  }
});
