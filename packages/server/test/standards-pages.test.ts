/** The pages of what the law asks: what holds on the day, what is to come, and nothing that is over. */
import type { PackDifferencesPage, PackPage, StandardsPage } from '@suyuan/api/public-page';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firmsOf } from './account/firms.ts';
import { cosmetics } from './compliance/cosmetics.fixture.ts';
import { type TestServer, testServer } from './test-server.ts';

/** The rules on recall change on 2026-12-01. */
let now = '2026-11-30T12:00:00Z';
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date(now) } });
});
afterAll(() => server.close());

async function page<Model>(path: string): Promise<Model> {
  const answer = await fetch(server.url + path, { headers: { accept: 'text/html' } });
  expect(answer.status).toBe(200);
  return answer.json();
}

test('each pack says what changes next, by the day in China', async () => {
  const nextOf = async (): Promise<string | undefined> =>
    (await page<StandardsPage>('/standards')).packs.find(({ id }) => id === 'food')?.next?.day;
  now = '2026-11-30T15:59:59Z';
  expect(await nextOf()).toBe('2026-12-01');
  now = '2026-11-30T16:00:00Z';
  expect(await nextOf()).not.toBe('2026-12-01');
});

test('what ends is there on its last day, and gone on the next', async () => {
  const clocksOf = async (): Promise<string[]> =>
    (await page<PackPage>('/standards/food')).clocks.map(({ name }) => name.zh);
  now = '2026-11-30T12:00:00Z';
  expect(await clocksOf()).toContain('一级召回完成');
  now = '2026-12-01T12:00:00Z';
  expect(await clocksOf()).not.toContain('一级召回完成');
});

test('stages come after those that they follow, and what is asked alike is told at once', async () => {
  for (const id of ['food', 'edible-agri', 'special-equipment']) {
    const { stages } = await page<PackPage>(`/standards/${id}`);
    const order = stages.map((stage) => stage.id);
    const early = stages.flatMap(({ id: own, follows }) =>
      follows
        .filter((before) => order.indexOf(before.id) > order.indexOf(own))
        .map((before) => `${own} < ${before.id}`),
    );
    expect([id, early]).toEqual([id, []]);
  }
  const { stages } = await page<PackPage>('/standards/food');
  const receipt = stages.find(({ id }) => id === 'receipt');
  const said = receipt?.needs.map(({ need, when, elements }) => [need, when, elements.map(({ name }) => name.en)]);
  expect(said).toContainEqual([
    'conditional',
    { says: expect.objectContaining({ zh: '未记录“生产批号”' }) },
    ['Date of production'],
  ]);
  expect(receipt?.needs[0]).toMatchObject({ need: 'required', basis: { zh: expect.stringContaining('食品安全法') } });
});

test('a pack that is not there is a page that says so', async () => {
  const answer = await fetch(`${server.url}/standards/cosmetics`, { headers: { accept: 'text/html' } });
  expect([answer.status, (await answer.json()).kind]).toEqual([404, 'error']);
});

test('each version has a page that says which is in force, and two of them one of what differs', async () => {
  // In China it is the next day. Sessions are of the machine's own time, so that all of this is before it.
  now = '2026-03-01T16:00:00Z';
  const { operator } = await firmsOf(server);
  const put = async (method: string, path: string, body?: object): Promise<void> => {
    expect((await operator.ask(method, `/v1/operator/packs${path}`, body)).status).toBeLessThan(300);
  };
  await put('POST', '', cosmetics('2026.1'));
  now = '2026-03-03T12:00:00Z';
  await put('POST', '', cosmetics('2026.2', { requirements: [] }));
  const newest = await page<PackPage>('/standards/cosmetics');
  expect([newest.version, newest.versions]).toEqual([
    '2026.2',
    [
      { version: '2026.2', state: 'in-force', isAdded: true, addedOn: '2026-03-03', under: '2026.1' },
      { version: '2026.1', state: 'overridden', isAdded: true, addedOn: '2026-03-02' },
    ],
  ]);
  const older = await page<PackPage>('/standards/cosmetics/versions/2026.1');
  expect([older.version, older.versions]).toEqual(['2026.1', newest.versions]);
  expect([older.stages[0]?.needs.length, newest.stages[0]?.needs.length]).toEqual([1, 0]);

  const told = await page<PackDifferencesPage>('/standards/cosmetics/differences');
  expect(told).toMatchObject({
    ...{ kind: 'pack-differences', version: '2026.2', before: '2026.1', cut: 0 },
    counts: { added: 0, removed: 1, changed: 0 },
    groups: [{ of: 'requirements', differences: [{ change: 'removed', name: { zh: '销售：备案编号' }, parts: [] }] }],
  });
  const back = await page<PackDifferencesPage>('/standards/cosmetics/differences?version=2026.1&before=2026.2');
  expect(back.counts).toEqual({ added: 1, removed: 0, changed: 0 });
  const first = await page<PackDifferencesPage>('/standards/cosmetics/differences?version=2026.1');
  expect([first.before, first.groups]).toEqual([undefined, []]);

  await put('DELETE', '/cosmetics/2026.2');
  await put('DELETE', '/cosmetics/2026.1');
  const gone = await page<PackPage>('/standards/cosmetics/versions/2026.2');
  expect(gone.versions.map(({ state, withdrawnOn }) => [state, withdrawnOn])).toEqual([
    ['withdrawn', '2026-03-03'],
    ['withdrawn', '2026-03-03'],
  ]);
  for (const path of ['', '/differences', '/versions/2026.3', '/differences?version=2026.2&before=2026.3']) {
    const answer = await fetch(`${server.url}/standards/cosmetics${path}`, { headers: { accept: 'text/html' } });
    expect([path, answer.status, (await answer.json()).kind]).toEqual([path, 404, 'error']);
  }
});
