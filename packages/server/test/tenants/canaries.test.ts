/** Every route, asked by strangers who know whatever can be known of another: nothing of it is told, save what pages tell. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindsIn, ON_PAGES, type Owner } from './canaries.ts';
import { codesOf } from './private-documents.ts';
import { requestsTo, type Target, targetOf } from './requests.ts';
import { routesOf, type Strangers, strangersOf } from './strangers.ts';
import { type Tenants, tenants } from './tenants.ts';

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

function strangers(): Strangers {
  return strangersOf(shared, targets);
}

test('every route of the server is in the table of what strangers ask', () => {
  const unknown = routesOf(shared).filter((route) => requestsTo(route, targets.A) === undefined);
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
  expect(await strangers().askEverything({ odd: 'first' })).toBeGreaterThan(2_000);
}, 300_000);

/** What the content of trade is, to whoever recorded the next step of a unit of which the owner's step names nobody. */
const TO_PARTNERS = [
  ...['disposition', 'persistent', 'biztransaction', 'made', 'soldid', 'shippedid'],
  ...['deviceid', 'rawdata', 'bizrules', 'stringvalue', 'microorganism', 'urivalue', 'sensorvalue'],
];

test('the strangers, who have recorded events with ids of the owner, are shown their own under them', async () => {
  for (const owner of ['A', 'B'] as const) {
    for (const id of targets[owner].ids) {
      await strangers().expectNothingTold(owner, { path: `/epcis/events/${encodeURIComponent(id)}` }, TO_PARTNERS);
    }
    // Those ids, and a code, are in the strangers' own documents now.
    const own = strangers().kindsAsked({ path: [...targets[owner].ids, codesOf(owner).item].join(' ') }, owner);
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
