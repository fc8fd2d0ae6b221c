/** The registry: things that an organisation says of itself, as versions in the log, found by whatever they are called. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reindex, verify } from '../src/modules/events/index.ts';
import { createKey } from '../src/modules/identity/index.ts';
import { documentOf } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let other: string;
beforeAll(async () => {
  server = await testServer();
  other = await createKey(server.database.db, { role: 'capture', org: 'urn:example:other' });
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into
  readonly body: any;
}

async function ask(
  method: string,
  path: string,
  { body, key = server.key }: { body?: unknown; key?: string } = {},
): Promise<Answer> {
  const response = await fetch(`${server.url}/v1/registry${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'accept-language': 'zh',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const say = (...entries: readonly unknown[]): Promise<Answer> => ask('POST', '/entries', { body: entries });

const enc = encodeURIComponent;
const MILK = 'https://id.gs1.org/01/06901234500011';

test('what is said is a version in the log, named by CBV, and is no new one when it is said again', async () => {
  const milk = {
    kind: 'product',
    code: '6901234500011',
    attributes: { name: '纯牛奶', netContentDescription: '250 mL', shelfLife: '180 天' },
  };
  expect(await say(milk)).toEqual({ status: 200, body: { stored: 1, unchanged: 0 } });
  // In another order and another spelling.
  const again = { ...milk, code: MILK, attributes: Object.fromEntries(Object.entries(milk.attributes).reverse()) };
  expect((await say(again)).body).toEqual({ stored: 0, unchanged: 1 });
  const { rows } = await server.database.db.query(
    'select v.type, v.attributes from registry.version v join integrity.log l using (block) where v.code = $1',
    [MILK],
  );
  expect(rows).toEqual([
    {
      type: 'urn:epcglobal:epcis:vtype:EPCClass',
      attributes: {
        'urn:epcglobal:cbv:mda:name': '纯牛奶',
        'urn:epcglobal:cbv:mda:netContentDescription': '250 mL',
        'urn:suyuan:mda:shelfLife': '180 天',
      },
    },
  ]);
  expect((await say({ ...milk, attributes: { ...milk.attributes, shelfLife: '150 天' } })).body.stored).toBe(1);
  const { body } = await ask('GET', `/entries/${enc('6901234500011')}`);
  expect(body).toMatchObject({ code: MILK, kind: 'product', name: { zh: '纯牛奶' } });
  expect(body.attributes).toEqual({ name: '纯牛奶', netContentDescription: '250 mL', shelfLife: '150 天' });
  expect(body.versions.map(({ changes }: { changes: unknown[] }) => changes.length)).toEqual([1, 3]);
  expect(body.versions[0].changes).toEqual([
    { what: 'attribute', name: 'shelfLife', before: '180 天', after: '150 天' },
  ]);
  expect((await Array.fromAsync(verify(server.database.ctx))).filter((step) => !('checked' in step))).toEqual([]);
});

const lift = (rescue: string, more: Readonly<Record<string, string>> = {}) => ({
  kind: 'equipment',
  code: 'urn:example:lift:7',
  attributes: { name: '3 号楼客梯' },
  identifiers: [
    { scheme: 'cn-elevator', value: rescue },
    { scheme: 'maker-number', value: more.maker ?? 'NX-2024-7' },
    { scheme: 'gs1', value: 'urn:epc:id:giai:6901234.lift7' },
  ],
});

test('a lift is found by any of its numbers, also by one that it has no more, which says until when', async () => {
  expect((await say(lift('310042'))).body.stored).toBe(1);
  expect((await say(lift('310077'))).body.stored).toBe(1);
  const by = async (value: string) => (await ask('GET', `/identifiers?value=${enc(value)}`)).body.things;
  for (const value of [
    '310077',
    'cn-elevator:310077',
    'nx-2024-7',
    'ｎｘ-2024-7',
    'https://id.gs1.org/8004/6901234lift7',
    'urn:example:lift:7',
  ])
    expect([value, (await by(value)).map(({ code }: { code: string }) => code)]).toEqual([
      value,
      ['urn:example:lift:7'],
    ]);
  const [now] = await by('310077');
  expect(now.by).toEqual([{ scheme: 'cn-elevator', value: '310077', since: expect.any(String), until: null }]);
  const [before] = await by('310042');
  expect(before).toMatchObject({ code: 'urn:example:lift:7', kind: 'equipment', name: { zh: '3 号楼客梯' } });
  // It ended when the other began.
  expect(before.by).toEqual([
    { scheme: 'cn-elevator', value: '310042', since: expect.any(String), until: now.by[0].since },
  ]);
  expect(await by('310099')).toEqual([]);
  const { body } = await ask('GET', `/entries/${enc('urn:example:lift:7')}`);
  expect(body.spans).toHaveLength(4);
  expect(body.versions[0].changes).toEqual([
    { what: 'identifier', name: 'cn-elevator', before: '310042', after: '310077' },
  ]);
});

test('identifiers are derived anew with the rest, as they were', async () => {
  await say(lift('310042'), { ...lift('310043', { maker: 'NX 8' }), code: 'urn:example:lift:8' });
  const rows = async () =>
    (await server.database.db.query('select * from registry.identifier order by block, place, scheme, value')).rows;
  const whole = await rows();
  expect(whole.length).toBeGreaterThan(8);
  await server.database.db.query("delete from registry.identifier where scheme = 'cn-elevator'");
  // Stopped after the first page, as one that was killed, and begun again.
  const stop = new AbortController();
  await reindex(server.database.ctx, server.database.owner, { signal: stop.signal, onProgress: () => stop.abort() });
  await reindex(server.database.ctx, server.database.owner);
  expect(await rows()).toEqual(whole);
});

test('every fault is told with its place and a way out in both languages, and nothing is stored', async () => {
  const good = { kind: 'product', code: 'https://id.gs1.org/01/06901234500028', attributes: { name: '酸奶' } };
  const { status, body } = await say(
    good,
    { kind: 'product', code: '6901234500012', attributes: { name: '错码' } },
    { kind: 'food', code: 'x', attributes: {} },
    { kind: 'product', code: '一号仓库', attributes: { name: '无码' } },
    { kind: 'party', code: MILK, attributes: { name: '牛奶' } },
    { kind: 'site', code: 'urn:example:site', attributes: { name: 7, 产地: 'x', remark: '找王师傅 13800138000' } },
    {
      ...lift('310042'),
      identifiers: [
        { scheme: 'cn-lift', value: '1' },
        { scheme: 'cn-uscc', value: '91110000802100433X' },
      ],
      parts: ['6901234500012'],
    },
    { ...good, attributes: { name: '酸奶二' } },
    null,
  );
  expect([status, body.code]).toEqual([400, 'registry.invalid']);
  const told = body.errors.map(({ pointer, rule }: Record<string, string>) => `${pointer} ${rule}`);
  expect(told).toEqual([
    '/1/code registry.code',
    '/2/kind registry.kind',
    '/2/attributes/name registry.name-missing',
    '/3/code registry.code-unknown',
    '/4/code registry.code-kind',
    '/5/attributes/name registry.shape',
    '/5/attributes/产地 registry.attribute-name',
    '/5/attributes/remark registry.personal',
    '/5/attributes/name registry.name-missing',
    '/6/identifiers/0/scheme registry.identifier-scheme',
    '/6/identifiers/1/value registry.code',
    '/6/parts/0 registry.code-unknown',
    '/7/code registry.code-twice',
    '/8 registry.shape',
  ]);
  for (const { message } of body.errors)
    expect([
      /\p{Script=Han}/u.test(message.zh),
      /^[\x20-\x7e“”’…]*$/.test(message.en.replaceAll(/\(.*?\)/g, '')),
    ]).toEqual([true, true]);
  expect(body.errors[0].message.zh).toContain('应为 1');
  expect(JSON.stringify(body)).not.toContain('13800138000');
  expect((await ask('GET', `/entries/${enc(good.code)}`)).status).toBe(404);
  expect((await ask('POST', '/entries', { body: [] })).body.code).toBe('registry.many');
});

test('lists by kind, words and pages; what documents said is among it', async () => {
  await server.client.capture(
    documentOf([], {
      epcisHeader: {
        epcisMasterData: {
          vocabularyList: [
            {
              type: 'urn:epcglobal:epcis:vtype:ReadPoint',
              vocabularyElementList: [
                { id: 'urn:epc:id:sgln:6901234.00001.0', attributes: [{ id: 'cbvmda:name', attribute: '收奶口' }] },
              ],
            },
          ],
        },
      },
    }),
  );
  const parties = Array.from({ length: 5 }, (_, n) => ({
    kind: 'party',
    code: `urn:example:farm:${n}`,
    attributes: { name: `${n} 号牧场`, city: '呼和浩特' },
  }));
  await say(...parties);
  const codes = async (query: string) =>
    (await ask('GET', `/entries?${query}`)).body.entries.map(({ code }: { code: string }) => code);
  expect(await codes('kind=site')).toEqual(['https://id.gs1.org/414/6901234000016']);
  expect(await codes(`q=${enc('3 号牧')}`)).toEqual(['urn:example:farm:3']);
  expect(await codes(`q=${enc('%')}`)).toEqual([]);
  const seen: string[] = [];
  for (let after = ''; ; ) {
    const { body } = await ask('GET', `/entries?kind=party&limit=2&after=${enc(after)}`);
    seen.push(...body.entries.map(({ code }: { code: string }) => code));
    if (body.next === undefined) break;
    after = body.next;
  }
  expect(seen).toEqual(parties.map(({ code }) => code));
});

test('another organisation finds nothing of it, and says what it likes of the same code', async () => {
  await say(lift('310042'));
  expect((await ask('GET', '/entries', { key: other })).body.entries).toEqual([]);
  expect((await ask('GET', '/identifiers?value=310042', { key: other })).body.things).toEqual([]);
  expect((await ask('GET', `/entries/${enc('urn:example:lift:7')}`, { key: other })).status).toBe(404);
  await ask('POST', '/entries', { body: [{ ...lift('310042'), attributes: { name: '别家的' } }], key: other });
  expect((await ask('GET', `/entries/${enc('urn:example:lift:7')}`)).body.name.zh).toBe('3 号楼客梯');
});

test('who may only query says nothing', async () => {
  const key = await createKey(server.database.db, { role: 'query' });
  expect((await ask('POST', '/entries', { body: [lift('1')], key })).status).toBe(403);
});

test('it goes out with the records, as master data of an EPCIS document', async () => {
  const response = await fetch(`${server.url}/v1/exports/events`, {
    headers: { authorization: `Bearer ${server.key}` },
  });
  expect(await response.text()).toContain('urn:suyuan:identifier:cn-elevator');
});
