/** An organisation takes back all that it has recorded, part by part, and can hand it to another installation. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let other: string;
beforeAll(async () => {
  server = await testServer();
  other = await createKey(server.database.db, { role: 'query', org: 'urn:epc:id:pgln:0614141.00002' });
});
afterAll(() => server.close());

interface Given {
  readonly url: string;
  readonly key: string;
}

const ask = (path: string, { url, key }: Given = server, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url + path, { headers: { authorization: `Bearer ${key}`, 'accept-language': 'en', ...headers } });

interface Part {
  readonly text: string;
  readonly headers: Headers;
  readonly events: readonly EventJson[];
}

/** All parts, by the link from each to the next. */
async function partsOf(query: string, given: Given = server): Promise<Part[]> {
  const parts: Part[] = [];
  for (let path: string | undefined = `/v1/exports/events?${query}`; path !== undefined; ) {
    const response: Response = await ask(path, given);
    const text = await response.text();
    expect([response.status, path], text.slice(0, 300)).toEqual([200, path]);
    parts.push({ text, headers: response.headers, events: JSON.parse(text).epcisBody.eventList });
    path = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return parts;
}

const idsOf = (parts: readonly Part[]): unknown[] =>
  parts.flatMap(({ events }) => events.map(({ eventID }) => eventID));

const capture = async (body: string, { url, key }: Given = server, type = 'application/json'): Promise<void> => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': type };
  const response = await fetch(`${url}/epcis/capture`, { method: 'POST', body, headers });
  expect([response.status, await response.text()]).toEqual([202, expect.anything()]);
};

let serial = 0;
const named = (): EventJson & { eventID: string } => {
  serial += 1;
  return { ...objectEvent(), eventID: `urn:uuid:00000000-0000-4000-9000-${String(serial).padStart(12, '0')}` };
};

test('all that was recorded comes back once, in the order of the log, however small the parts; nothing of others', async () => {
  const [first, second, strange] = [[1, 2, 3, 4, 5, 6, 7].map(named), [named()], [named()]];
  const theirs = await createKey(server.database.db, { role: 'capture', org: 'urn:epc:id:pgln:0614141.00002' });
  await capture(documentOf(first));
  await capture(documentOf(strange), { url: server.url, key: theirs });
  await capture(documentOf(second));
  const wanted = [...first, ...second].map(({ eventID }) => eventID);
  for (const count of [1, 2, 3, 50]) {
    const parts = await partsOf(`count=${count}`);
    expect([count, idsOf(parts)]).toEqual([count, wanted]);
    expect(parts.map(({ headers }) => Number(headers.get('suyuan-export-count')))).toEqual(
      parts.map(({ events }) => events.length),
    );
    const until = parts.at(-1)?.headers.get('suyuan-export-until');
    expect(parts.map(({ headers }) => headers.get('suyuan-export-until'))).toEqual(parts.map(() => until));
  }
  expect(idsOf(await partsOf('count=2', { url: server.url, key: other }))).toEqual(
    strange.map(({ eventID }) => eventID),
  );
});

test('a part that is asked for again is the same to the byte, whatever was recorded since', async () => {
  await capture(documentOf([named(), named()]));
  const [part] = await partsOf('count=5');
  const bounds = `from=${part?.headers.get('suyuan-export-from')}&until=${part?.headers.get('suyuan-export-until')}`;
  await capture(documentOf([named()]));
  const again = await ask(`/v1/exports/events?${bounds}&count=5`);
  expect(await again.text()).toBe(part?.text);
  expect(again.headers.get('etag')).toBe(part?.headers.get('etag'));
  expect(again.headers.get('content-disposition')).toMatch(
    /^attachment; filename="suyuan-[\da-f]{8}-\d{12}-\d{12}\.json"$/,
  );
});

test('what comes between two parts is in none of them, and is there when the export goes on later', async () => {
  const head = await ask('/v1/exports/events?count=1');
  const next = /<([^>]+)>/.exec(head.headers.get('link') ?? '')?.[1] ?? '';
  const until = Number(head.headers.get('suyuan-export-until'));
  const late = named();
  await capture(documentOf([late]));
  const rest = await partsOf(next.replace(/^.*\?/, '').replace('count=1', 'count=100'));
  expect(idsOf(rest)).not.toContain(late.eventID);
  expect(idsOf(await partsOf(`from=${until + 1}`))).toEqual([late.eventID]);
});

describe('who may, and what is noted', () => {
  test('each part is noted, with its bounds, and a look at the head alone is not', async () => {
    const { db } = server.database;
    const count = async (): Promise<number> =>
      (
        await db.query<{ n: number }>(
          "select count(*)::int as n from identity.occurrence where kind = 'records.exported'",
        )
      ).rows[0]?.n ?? 0;
    const before = await count();
    const head = await fetch(`${server.url}/v1/exports/events?count=2`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${server.key}` },
    });
    expect([head.status, head.headers.get('suyuan-export-count'), await count()]).toEqual([200, '2', before]);
    await (await ask('/v1/exports/events?count=2')).text();
    expect(await count()).toBe(before + 1);
    const { rows } = await db.query<{ body: string }>(
      "select body from identity.occurrence where kind = 'records.exported' order by block desc limit 1",
    );
    expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({
      key: expect.any(String),
      detail: { format: 'epcis', firstPosition: 0, lastPosition: expect.any(Number), count: 2 },
    });
  });

  test('nobody without a key', async () => {
    expect((await fetch(`${server.url}/v1/exports/events`)).status).toBe(401);
  });
});

test.each([
  'from=-1',
  'from=01',
  'from=x',
  'from=1e3',
  'from=999999999999999',
  'from=9999999999999999',
  'until=999999999999999',
  'from=5&until=2',
  'count=0',
  'count=50001',
  'count=',
  'format=csv',
  'from=1&from=2',
])('refuses %s', async (query) => {
  const response = await ask(`/v1/exports/events?${query}`);
  expect([response.status, (await response.json()).code]).toEqual([400, expect.any(String)]);
});

test('an organisation that has recorded nothing gets a sound document with no events', async () => {
  const key = await createKey(server.database.db, { role: 'query', org: 'urn:epc:id:pgln:0614141.00009' });
  const [part, ...more] = await partsOf('', { url: server.url, key });
  expect([part?.events, more]).toEqual([[], []]);
});

const VECTORS = new URL('../../../vectors/', import.meta.url);
const XML = 'application/xml';

test('captured on another installation it is the same again: JSON and XML, contexts that contradict, master data', async () => {
  const [from, to] = [await testServer(), await testServer()];
  try {
    for (const file of readdirSync(new URL('epcis-xml/', VECTORS)).filter((name) => name.endsWith('.xml'))) {
      const body = readFileSync(new URL(`epcis-xml/${file}`, VECTORS), 'utf8');
      const headers = { authorization: `Bearer ${from.key}`, 'content-type': XML };
      await (await fetch(`${from.url}/epcis/capture`, { method: 'POST', body, headers })).text();
    }
    for (const [i, namespace] of ['https://a.example/ns/', 'https://b.example/ns/'].entries()) {
      const type = 'urn:epcglobal:epcis:vtype:EPCClass';
      const element = {
        id: `urn:epc:idpat:sgtin:0614141.${i}07346.*`,
        attributes: [
          { id: 'urn:epcglobal:cbv:mda#descriptionShort', attribute: namespace },
          { id: 'ex:colour', attribute: '红' },
        ],
      };
      await capture(
        documentOf([{ ...objectEvent(), 'ex:note': namespace }], {
          '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { ex: namespace }],
          epcisHeader: { epcisMasterData: { vocabularyList: [{ type, vocabularyElementList: [element] }] } },
        }),
        from,
      );
    }
    const parts = await partsOf('count=7', from);
    expect(idsOf(parts).length).toBeGreaterThan(20);
    // Of two that contradict the later carries its own, in a part that holds both.
    expect(parts.flatMap(({ events }) => events.filter((event) => '@context' in event)).length).toBeGreaterThan(0);
    for (const { text } of parts) await capture(text, to);
    expect(await saidBy(to)).toEqual(await saidBy(from));
  } finally {
    await from.close();
    await to.close();
  }
});

/** What a store knows: of its events the facts, of its master data the names. */
async function saidBy({ database: { db } }: TestServer): Promise<unknown> {
  const events = await db.query(
    `select encode(content, 'hex') as content, encode(hash, 'hex') as hash, event_time, biz_step from events.event order by content`,
  );
  const names = await db.query(
    'select code, type, attributes, children from registry.version order by code, type, block',
  );
  return { events: events.rows, names: names.rows };
}
