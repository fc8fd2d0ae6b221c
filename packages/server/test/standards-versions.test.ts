/** Older versions of packs and what changed: whatever was in use is for everybody, and of whoever added it nothing is told. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firms, firmsOf } from './account/firms.ts';
import { cosmetics } from './compliance/cosmetics.fixture.ts';
import { type TestServer, testServer } from './test-server.ts';

const OPERATOR = '/v1/operator/packs';
const SALE = { id: 'sale', name: { zh: '销售', en: 'Sale' } };
const LAW = { source: 'law', clause: '§31', confidence: 'B' };
const WITH_DATE = {
  requirements: [{ stage: 'sale', element: 'useBy', need: 'required', ...LAW }],
};

let now = '2026-03-02T00:00:00.000Z';
let server: TestServer;
let firms: Firms;
beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date(now) } });
  firms = await firmsOf(server);
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/v1/standards/packs/${path}`, { headers: { 'accept-language': 'en', ...headers } });

async function operate(method: string, path: string, body?: object): Promise<void> {
  expect((await firms.operator.ask(method, OPERATOR + path, body)).status).toBeLessThan(300);
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into by tests
async function versionsOf(id: string): Promise<any[]> {
  return (await (await get(`${id}/versions`)).json()).versions;
}

test('a pack that comes with the program has the one version that is in force', async () => {
  const [food, ...others] = await versionsOf('food');
  expect([food, others]).toEqual([
    { version: expect.any(String), digest: expect.stringMatching(/^[0-9a-f]{64}$/), state: 'in-force', isAdded: false },
    [],
  ]);
  const only = await (await get(`food/versions/${food.version}/differences`)).json();
  expect(only).toMatchObject({ id: 'food', version: food.version, differences: [], differenceCount: 0 });
  expect(only.before).toBeUndefined();
});

test('what the operator adds is told from then on with what was before, and never who did it', async () => {
  await operate('POST', '', cosmetics('2026.1'));
  now = '2026-03-05T00:00:00.000Z';
  await operate('POST', '', cosmetics('2026.10', WITH_DATE));
  const text = await (await get('cosmetics/versions')).text();
  const { id, name, versions } = JSON.parse(text);
  expect([id, name.zh]).toEqual(['cosmetics', '化妆品']);
  expect(versions).toEqual([
    {
      ...{ version: '2026.10', digest: expect.any(String), state: 'in-force', isAdded: true },
      addedAt: '2026-03-05T00:00:00.000Z',
    },
    {
      ...{ version: '2026.1', digest: expect.any(String), state: 'overridden', isAdded: true },
      addedAt: '2026-03-02T00:00:00.000Z',
    },
  ]);
  const { name: operator } = (await firms.operator.ask('GET', '/v1/session')).body.person;
  expect(operator).toBeTruthy();
  expect(text).not.toContain(operator);
});

test('each version is what its digest says, the one in force the same as without a version', async () => {
  for (const { version, digest } of await versionsOf('cosmetics')) {
    const answer = await get(`cosmetics/versions/${version}`);
    const text = await answer.text();
    expect([JSON.parse(text).version, answer.headers.get('etag')]).toEqual([version, `"${digest}"`]);
    expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
    const again = await get(`cosmetics/versions/${version}`, { 'if-none-match': `"${digest}"` });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
  const newest = await (await get('cosmetics/versions/2026.10')).text();
  expect(await (await get('cosmetics')).text()).toBe(newest);
});

test('what two versions say otherwise is told in words, to either side, as the operator reads it', async () => {
  const path = 'cosmetics/versions/2026.10/differences';
  const told = await (await get(path)).json();
  const { body: toOperator } = await firms.operator.ask('GET', `${OPERATOR}/cosmetics/2026.10/differences`);
  expect(told).toEqual(toOperator);
  expect(told).toMatchObject({ before: '2026.1', version: '2026.10', differenceCount: 2 });
  const saysOf = ({ differences }: typeof told): unknown[] =>
    differences.map(({ change, says }: (typeof differences)[number]) => [change, says.zh]);
  expect(saysOf(told)).toEqual([
    ['removed', `删除数据要求“${SALE.name.zh}：备案编号”`],
    ['added', `新增数据要求“${SALE.name.zh}：限用日期”`],
  ]);
  expect(await (await get(`${path}?before=2026.1`)).json()).toEqual(told);
  const back = await (await get('cosmetics/versions/2026.1/differences?before=2026.10')).json();
  expect(saysOf(back)).toEqual([
    ['added', `新增数据要求“${SALE.name.zh}：备案编号”`],
    ['removed', `删除数据要求“${SALE.name.zh}：限用日期”`],
  ]);
});

test('a version that was withdrawn stays readable, and is no ground to stand on', async () => {
  now = '2026-03-09T00:00:00.000Z';
  await operate('DELETE', '/cosmetics/2026.10');
  const [withdrawn, first] = await versionsOf('cosmetics');
  expect([withdrawn, first.state]).toEqual([
    expect.objectContaining({
      ...{ version: '2026.10', state: 'withdrawn' },
      ...{ addedAt: '2026-03-05T00:00:00.000Z', withdrawnAt: '2026-03-09T00:00:00.000Z' },
    }),
    'in-force',
  ]);
  const answer = await get('cosmetics/versions/2026.10');
  expect(await answer.json()).toMatchObject({ version: '2026.10', requirements: [{ element: 'useBy' }] });
  expect(answer.headers.get('etag')).toBe(`"${withdrawn.digest}"`);
  expect(await (await get('cosmetics')).json()).toMatchObject({ version: '2026.1' });

  await operate('POST', '', cosmetics('2026.11', WITH_DATE));
  const { before } = await (await get('cosmetics/versions/2026.11/differences')).json();
  expect(before).toBe('2026.1');
  const none = await (await get('cosmetics/versions/2026.11/differences?before=2026.10')).json();
  expect(none).toMatchObject({ before: '2026.10', differences: [] });
});

test('what was withdrawn and added anew is there once, as it was added last', async () => {
  await operate('DELETE', '/cosmetics/2026.11');
  await operate('POST', '', cosmetics('2026.11', { requirements: [] }));
  const versions = await versionsOf('cosmetics');
  expect(versions.map(({ version, state }) => [version, state])).toEqual([
    ['2026.11', 'in-force'],
    ['2026.10', 'withdrawn'],
    ['2026.1', 'overridden'],
  ]);
  expect(await (await get('cosmetics/versions/2026.11')).json()).toMatchObject({ requirements: [] });
});

test('what was proposed, refused or never there is not found, in the language of whoever asks', async () => {
  await operate('POST', '/check', cosmetics('2026.12'));
  expect((await firms.operator.ask('POST', OPERATOR, cosmetics('2026.13', { stages: [] }))).status).toBe(400);
  for (const path of [
    ...['none/versions', 'none/versions/2026.1', 'none/versions/2026.1/differences', 'constructor/versions'],
    ...['cosmetics/versions/2026.12', 'cosmetics/versions/2026.13', 'cosmetics/versions/2026.12/differences'],
    ...['cosmetics/versions/2026.11/differences?before=2026.12', 'food/versions/2026.11'],
  ]) {
    const answer = await get(path);
    expect([path, answer.status, (await answer.json()).code]).toEqual([path, 404, 'resource.not-found']);
  }
  const inChinese = await (await get('food/versions/1999.1', { 'accept-language': 'zh-CN' })).json();
  const inEnglish = await (await get('food/versions/1999.1')).json();
  expect(inChinese.title).toContain('food 1999.1');
  expect(inChinese.title).toMatch(/[一-鿿]/);
  expect(inEnglish.title).toContain('food 1999.1');
  expect(inEnglish.title).not.toMatch(/[一-鿿]/);
});
