/** Entries that are one thing: found, merged by a word on each, and parted again; nothing that was recorded changes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../src/modules/events/index.ts';
import { createKey } from '../src/modules/identity/index.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let other: string;
let looks: string;
beforeAll(async () => {
  server = await testServer();
  other = await createKey(server.database.db, { role: 'capture', org: 'urn:example:other' });
  looks = await createKey(server.database.db, { role: 'query' });
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
  const response = await fetch(`${server.url}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const enc = encodeURIComponent;
const thing = (kind: string, code: string, name: string, more: object = {}) => ({
  kind,
  code,
  attributes: { name },
  ...more,
});
const party = (code: string, name: string, more: object = {}) => thing('party', code, name, more);
const say = (...entries: readonly unknown[]): Promise<Answer> => ask('POST', '/registry/entries', { body: entries });
const merge = (keep: string, ...codes: readonly string[]): Promise<Answer> =>
  ask('POST', '/registry/merges', { body: { keep, merge: codes } });
const part = (code: string): Promise<Answer> => ask('DELETE', `/registry/merges/${enc(code)}`);
const nameOf = async (code: string): Promise<unknown> =>
  (await ask('GET', `/codes/names?code=${enc(code)}`)).body.names[0]?.name.zh;
const codesOf = async (query: string): Promise<string[]> =>
  (await ask('GET', `/registry/entries?${query}`)).body.entries.map(({ code }: { code: string }) => code);
const rulesOf = ({ status, body }: Answer): unknown[] => [
  status,
  ...(body.errors ?? []).map(({ pointer, rule }: Record<string, string>) => `${pointer} ${rule}`),
];
const duplicates = async (query = ''): Promise<Answer['body']> =>
  (await ask('GET', `/registry/duplicates?${query}`)).body;
const told = ({ groups }: Answer['body']): unknown[] =>
  groups.map(({ reasons, entries }: Answer['body']) => [
    reasons.join(' '),
    ...entries.map(({ code }: { code: string }) => code.replace('urn:x:', '')),
  ]);

test('a merged entry is told under the one that is kept, wherever somebody looks for it, and parted it is as before', async () => {
  await say(
    party('urn:x:1', '城北乳业有限公司', { identifiers: [{ scheme: 'internal', value: 'N-1' }] }),
    party('urn:x:2', '城北奶站', {
      attributes: { name: '城北奶站', city: '烟台' },
      identifiers: [{ scheme: 'internal', value: 'N-2' }],
    }),
  );
  const before = (await ask('GET', `/registry/entries/${enc('urn:x:2')}`)).body;
  expect(await merge('urn:x:1', 'urn:x:2')).toEqual({ status: 200, body: { stored: 1, unchanged: 0 } });
  // A request that was answered and is sent again says nothing twice.
  expect(await merge('urn:x:1', 'urn:x:2')).toEqual({ status: 200, body: { stored: 0, unchanged: 1 } });
  expect(await codesOf('kind=party')).toEqual(['urn:x:1']);
  // By the name, the code, a word and a number of the one that was given up.
  for (const q of ['城北奶站', 'urn:x:2', '烟台', 'N-2'])
    expect([q, await codesOf(`q=${enc(q)}`)]).toEqual([q, ['urn:x:1']]);
  const listed = (await ask('GET', '/registry/entries')).body.entries[0];
  expect(listed.merged).toEqual([
    { code: 'urn:x:2', name: { zh: '城北奶站', en: '城北奶站' }, at: expect.any(String) },
  ]);
  const asked = (await ask('GET', `/registry/entries/${enc('urn:x:2')}`)).body;
  expect(asked).toMatchObject({ code: 'urn:x:1', asked: { code: 'urn:x:2', name: { zh: '城北奶站' } } });
  const { things } = (await ask('GET', '/registry/identifiers?value=N-2')).body;
  expect(things).toMatchObject([{ code: 'urn:x:1', by: [{ value: 'N-2' }], merged: [{ code: 'urn:x:2' }] }]);
  expect(await nameOf('urn:x:2')).toBe('城北乳业有限公司');
  expect(await part('urn:x:2')).toEqual({ status: 200, body: { stored: 1, unchanged: 0 } });
  expect(await part('urn:x:2')).toEqual({ status: 200, body: { stored: 0, unchanged: 1 } });
  expect(await codesOf('kind=party')).toEqual(['urn:x:1', 'urn:x:2']);
  expect(await nameOf('urn:x:2')).toBe('城北奶站');
  const after = (await ask('GET', `/registry/entries/${enc('urn:x:2')}`)).body;
  expect({ ...after, at: '', versions: [] }).toEqual({ ...before, at: '', versions: [] });
  // Both words stay among what was said.
  expect(after.versions.slice(0, 2).map(({ changes }: Answer['body']) => changes)).toEqual([
    [{ what: 'attribute', name: 'sameAs', before: 'urn:x:1', after: null }],
    [{ what: 'attribute', name: 'sameAs', before: null, after: 'urn:x:1' }],
  ]);
  expect((await Array.fromAsync(verify(server.database.ctx))).filter((step) => !('checked' in step))).toEqual([]);
});

test('what is kept may be merged in its turn and leads on; undone in the middle the rest stays', async () => {
  await say(...['a', 'b', 'c'].map((each) => thing('site', `urn:x:${each}`, `仓库 ${each}`)));
  await merge('urn:x:b', 'urn:x:a');
  await merge('urn:x:c', 'urn:x:b');
  expect(await codesOf('kind=site')).toEqual(['urn:x:c']);
  expect(await nameOf('urn:x:a')).toBe('仓库 c');
  expect((await ask('GET', `/registry/entries/${enc('urn:x:a')}`)).body.merged).toHaveLength(2);
  await part('urn:x:b');
  expect(await codesOf('kind=site')).toEqual(['urn:x:b', 'urn:x:c']);
  expect(await nameOf('urn:x:a')).toBe('仓库 b');
});

test('what makes no sense is refused, with the rule and a way out', async () => {
  await say(
    party('urn:x:p', '东厂'),
    party('urn:x:q', '西厂'),
    party('urn:x:r', '南厂'),
    thing('site', 'urn:x:s', '东厂'),
  );
  await merge('urn:x:p', 'urn:x:q');
  expect(rulesOf(await merge('urn:x:q', 'urn:x:p'))).toEqual([400, '/merge/0 registry.merge-circle']);
  expect(rulesOf(await merge('urn:x:p', 'urn:x:p'))).toEqual([400, '/merge/0 registry.merge-itself']);
  expect(rulesOf(await merge('urn:x:p', 'urn:x:s'))).toEqual([400, '/merge/0 registry.merge-kinds']);
  expect(rulesOf(await merge('urn:x:r', 'urn:x:q'))).toEqual([400, '/merge/0 registry.merge-elsewhere']);
  expect(rulesOf(await merge('urn:x:nobody', 'urn:x:p', 'urn:x:noone'))).toEqual([
    400,
    '/keep registry.merge-unknown',
    '/merge/1 registry.merge-unknown',
  ]);
  expect((await part('urn:x:nobody')).status).toBe(404);
  const word = party('urn:x:r', '南厂', { attributes: { name: '南厂', sameAs: 'urn:x:p' } });
  expect(rulesOf(await say(word))).toEqual([400, '/0/attributes/sameAs registry.merge-word']);
  expect(
    (await ask('POST', '/registry/merges', { body: { keep: 'urn:x:p', merge: ['urn:x:r'] }, key: looks })).status,
  ).toBe(403);
  await part('urn:x:q');
});

test('a circle that documents bring hides nothing', async () => {
  const element = (id: string, to: string) => ({
    id,
    attributes: [
      { id: 'urn:epcglobal:cbv:mda:name', attribute: id },
      { id: 'urn:suyuan:mda:sameAs', attribute: to },
    ],
  });
  const { status } = await fetch(`${server.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: '2026-06-01T00:00:00Z',
      epcisHeader: {
        epcisMasterData: {
          vocabularyList: [
            {
              type: 'urn:suyuan:vtype:Device',
              vocabularyElementList: [element('urn:x:d1', 'urn:x:d2'), element('urn:x:d2', 'urn:x:d1')],
            },
          ],
        },
      },
      epcisBody: { eventList: [] },
    }),
  });
  expect(status).toBe(202);
  await expect.poll(() => codesOf('kind=device')).toEqual(['urn:x:d1', 'urn:x:d2']);
  expect(await nameOf('urn:x:d1')).toBe('urn:x:d1');
});

test('a merged entry that is changed by hand stays merged until that is undone', async () => {
  await say(party('urn:x:m', '甲'), party('urn:x:n', '乙'));
  await merge('urn:x:m', 'urn:x:n');
  expect((await say(party('urn:x:n', '乙二'))).body.stored).toBe(1);
  expect((await say(party('urn:x:n', '乙二'))).body.stored).toBe(0);
  expect(await nameOf('urn:x:n')).toBe('甲');
  await part('urn:x:n');
  expect(await nameOf('urn:x:n')).toBe('乙二');
});

test('entries that look like one are found by number, licence, name and code, each with why', async () => {
  const org = await createKey(server.database.db, { role: 'capture', org: 'urn:example:third' });
  const sayThere = (...entries: readonly unknown[]) => ask('POST', '/registry/entries', { body: entries, key: org });
  const there = async (query = '') => (await ask('GET', `/registry/duplicates?${query}`, { key: org })).body;
  await sayThere(
    party('urn:x:11', '上海（东）食品有限公司'),
    party('urn:x:12', '上海(东) 食品有限责任公司'),
    party('urn:x:13', '上海（西）食品有限公司'),
    party('urn:x:21', '甲', { identifiers: [{ scheme: 'plate', value: '鲁F12345' }] }),
    party('urn:x:22', '乙', { identifiers: [{ scheme: 'plate', value: '鲁ｆ12345' }] }),
    party('urn:x:31', '丙', { attributes: { name: '丙', licenceNumber: 'SC 106370' } }),
    party('urn:x:32', '丁', { attributes: { name: '丁', licenceNumber: 'SC106370' } }),
    party('urn:x:farm:007', '戊'),
    party('urn:x:farm:7', '己'),
    party('urn:y:690123400002', '庚'),
    party('https://id.gs1.org/417/6901234000023', '辛'),
    // Another kind, and a name that says nothing.
    thing('site', 'urn:x:41', '甲'),
    party('urn:x:51', '有限公司'),
    party('urn:x:52', '有限公司'),
  );
  const all = await there();
  expect(told(all)).toEqual([
    ['code', 'https://id.gs1.org/417/6901234000023', 'urn:y:690123400002'],
    ['name', '11', '12'],
    ['identifier', '21', '22'],
    ['licence', '31', '32'],
    ['code', 'farm:007', 'farm:7'],
  ]);
  expect(all.count).toBe(5);
  expect(all.groups[1].entries[0]).toMatchObject({ name: { zh: '上海（东）食品有限公司' }, attributes: {} });
  // Page by page.
  const first = await there('limit=3');
  expect([...told(first), ...told(await there(`limit=3&cursor=${first.next}`))]).toEqual(told(all));
  expect(told(await there('kind=site'))).toEqual([]);
  expect((await ask('GET', '/registry/duplicates?cursor=x', { key: org })).status).toBe(400);
  // One that is merged and one that is kept apart are proposed no more, until they are parted.
  const settle = (path: string, body: unknown) => ask('POST', `/registry/${path}`, { body, key: org });
  expect((await settle('merges', { keep: 'urn:x:11', merge: ['urn:x:12'] })).status).toBe(200);
  expect((await settle('differences', { codes: ['urn:x:21', 'urn:x:22'] })).body).toEqual({ stored: 2, unchanged: 0 });
  expect((await settle('differences', { codes: ['urn:x:21', 'urn:x:22'] })).body).toEqual({ stored: 0, unchanged: 2 });
  expect((await there()).count).toBe(3);
  await ask('DELETE', `/registry/merges/${enc('urn:x:12')}`, { key: org });
  expect(told(await there())).toContainEqual(['name', '11', '12']);
  // The word stays when the entry is changed by hand.
  await sayThere(party('urn:x:21', '甲二', { identifiers: [{ scheme: 'plate', value: '鲁F12345' }] }));
  expect(told(await there())).not.toContainEqual(['identifier', '21', '22']);
});

test('of three of which two are kept apart, the third may still be either', async () => {
  await say(...['1', '2', '3'].map((each) => thing('equipment', `urn:x:e${each}`, '冷库')));
  await ask('POST', '/registry/differences', { body: { codes: ['urn:x:e1', 'urn:x:e2'] } });
  expect(told(await duplicates('kind=equipment'))).toEqual([['name', 'e1', 'e2', 'e3']]);
  await ask('POST', '/registry/differences', { body: { codes: ['urn:x:e1', 'urn:x:e3'] } });
  expect(told(await duplicates('kind=equipment'))).toEqual([['name', 'e2', 'e3']]);
  await ask('POST', '/registry/differences', { body: { codes: ['urn:x:e2', 'urn:x:e3'] } });
  expect(await duplicates('kind=equipment')).toEqual({ groups: [], count: 0 });
});

test('only the last word counts; a number without its check digit is matched by each that has it', async () => {
  const key = await createKey(server.database.db, { role: 'capture', org: 'urn:example:fourth' });
  const sayThere = (...entries: readonly unknown[]) => ask('POST', '/registry/entries', { body: entries, key });
  const there = async () => told((await ask('GET', '/registry/duplicates', { key })).body);
  const numbered = (value: string) => ({ identifiers: [{ scheme: 'internal', value }] });
  await sayThere(party('urn:x:1', '北坡果园', numbered('N-1')), party('urn:x:2', '北坡  果园。', numbered('N-1')));
  expect(await there()).toEqual([['identifier name', '1', '2']]);
  // Said anew, and said as before.
  await sayThere(party('urn:x:2', '南坡果园', numbered('N-2')));
  expect(await there()).toEqual([]);
  await sayThere(party('urn:x:1', '北坡果园', { ...numbered('N-1'), attributes: { name: '北坡果园', city: '烟台' } }));
  expect(await there()).toEqual([]);
  await sayThere(
    party('urn:x:2', 'Ｎorth Orchard', numbered('N-2')),
    party('urn:x:1', 'NORTH-ORCHARD', numbered('N-1')),
  );
  expect(await there()).toEqual([['name', '1', '2']]);
  await sayThere(
    party('urn:a:91370600MA3C000012', '甲'),
    party('urn:b:91370600MA3C00001', '乙'),
    party('urn:c:91370600MA3C000013', '丙'),
  );
  expect(await there()).toContainEqual([
    'code',
    'urn:a:91370600MA3C000012',
    'urn:b:91370600MA3C00001',
    'urn:c:91370600MA3C000013',
  ]);
  // Without the one in the middle the other two are other numbers.
  await ask('POST', '/registry/merges', {
    body: { keep: 'urn:a:91370600MA3C000012', merge: ['urn:b:91370600MA3C00001'] },
    key,
  });
  expect(await there()).toEqual([['name', '1', '2']]);
});

test('what was said not to be the same is told with who and when, newest first, and may be asked about again', async () => {
  const key = await createKey(server.database.db, { role: 'capture', org: 'urn:example:fifth' });
  const there = async (query = '') => (await ask('GET', `/registry/differences?${query}`, { key })).body;
  const again = (one: string, two: string) =>
    ask('DELETE', `/registry/differences/${enc(`urn:x:${one}`)}/${enc(`urn:x:${two}`)}`, { key });
  const pairsOf = ({ pairs }: Answer['body']): string[] =>
    pairs.map((pair: Answer['body']) =>
      pair.entries.map(({ code }: { code: string }) => code.replace('urn:x:', '')).join(' '),
    );
  const apart = (...codes: readonly string[]) =>
    ask('POST', '/registry/differences', { body: { codes: codes.map((code) => `urn:x:${code}`) }, key });
  const entries = ['1', '2', '3'].map((each) => party(`urn:x:${each}`, '同名'));
  await ask('POST', '/registry/entries', { body: [...entries, thing('site', 'urn:x:4', '仓')], key });
  expect(await there()).toEqual({ pairs: [], count: 0 });
  await apart('1', '2');
  await apart('2', '3');
  const all = await there();
  expect([pairsOf(all), all.count]).toEqual([['2 3', '1 2'], 2]);
  expect(all.pairs[1]).toMatchObject({
    entries: [{ code: 'urn:x:1', kind: 'party', name: { zh: '同名' } }, { code: 'urn:x:2' }],
    person: null,
  });
  const first = await there('limit=1');
  expect([...pairsOf(first), ...pairsOf(await there(`limit=1&cursor=${first.next}`))]).toEqual(pairsOf(all));
  // Changed by hand it is still apart, since then and not since now.
  await ask('POST', '/registry/entries', { body: [party('urn:x:1', '同名二'), party('urn:x:2', '同名二')], key });
  expect((await there()).pairs[1].at).toBe(all.pairs[1].at);
  expect((await again('2', '1')).body).toEqual({ stored: 2, unchanged: 0 });
  expect((await again('2', '1')).body).toEqual({ stored: 0, unchanged: 2 });
  expect(pairsOf(await there())).toEqual(['2 3']);
  expect(told((await ask('GET', '/registry/duplicates', { key })).body)).toEqual([['name', '1', '2']]);
  const auditor = await createKey(server.database.db, { role: 'admin', org: 'urn:example:fifth' });
  const { occurrences } = (await ask('GET', '/occurrences?group=difference', { key: auditor })).body;
  expect(occurrences).toMatchObject([{ kind: 'difference.undone', detail: { codes: ['urn:x:2', 'urn:x:1'] } }]);
  expect((await again('1', 'nobody')).status).toBe(404);
  expect((await ask('GET', '/registry/differences?cursor=x', { key })).status).toBe(400);
  expect((await ask('GET', '/registry/differences', { key: other })).body.count).toBe(0);
});

test('another organisation sees none of it, and cannot merge what is not its own', async () => {
  await say(party('urn:x:o1', '同一家'), party('urn:x:o2', '同一家'));
  expect(await duplicates('kind=party')).toMatchObject({ count: 1 });
  await merge('urn:x:o1', 'urn:x:o2');
  expect((await ask('GET', '/registry/duplicates', { key: other })).body).toEqual({ groups: [], count: 0 });
  expect((await ask('GET', `/registry/entries/${enc('urn:x:o2')}`, { key: other })).status).toBe(404);
  const { body } = await ask('POST', '/registry/merges', {
    body: { keep: 'urn:x:o1', merge: ['urn:x:o2'] },
    key: other,
  });
  expect(body.code).toBe('registry.invalid');
  // Its own word on the same codes is its own, and so is what it merges.
  await ask('POST', '/registry/entries', {
    body: [party('urn:x:o2', '别家'), party('urn:x:o3', '恶作剧')],
    key: other,
  });
  await ask('POST', '/registry/merges', { body: { keep: 'urn:x:o3', merge: ['urn:x:o2'] }, key: other });
  expect(await nameOf('urn:x:o2')).toBe('同一家');
});
