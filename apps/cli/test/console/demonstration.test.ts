/** Somebody who tries the program looks around in a demonstration, which is apart from the real one, and leaves it behind. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databasePid } from '../program.ts';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import type { Tab } from './tab.fixture.ts';

/** A second database is made and filled. */
const STARTED_MS = 120_000;

let at: RunningConsole;
let tab: Tab;
let folder: string;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
  folder = join(at.program.dataDir, 'demonstration');
}, 180_000);
afterAll(() => at?.close());

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const state = async () => Object(await done(tab, 'GET', '/v1/operator/demonstration'));

test(
  'whoever would rather look first begins a demonstration, and is told when it is ready',
  async () => {
    await done(tab, 'PATCH', '/v1/organisation', { categories: ['food'] });
    await tab.open('', '王建国，您好');
    await tab.page.getByRole('link', { name: '不想先填？看看演示' }).click();
    await tab.page.getByRole('heading', { level: 1, name: '演示' }).waitFor();
    await tab.expectUsable('demonstration-none');
    await tab.page.getByRole('button', { name: '开始演示' }).click();
    await tab.page.getByText(/正在/).first().waitFor();
    await tab.page.getByText('演示已经就绪').waitFor({ timeout: STARTED_MS });
    await tab.expectUsable('demonstration-running');
  },
  STARTED_MS + 30_000,
);

test('it opens with the name and password that are told, says what it is, and signs nobody out of the real one', async () => {
  const { loginName, password } = await state();
  const [page] = await Promise.all([
    tab.page.context().waitForEvent('page'),
    tab.page.getByRole('link', { name: '打开演示' }).click(),
  ]);
  await page.getByLabel('登录名').fill(loginName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /您好/ }).waitFor();
  await page.getByText('这是演示：').waitFor();
  const url = new URL(page.url()).origin;
  await page.goto(`${url}/console/compliance`);
  await page.getByText('已核对的记录').first().waitFor();
  // It offers no demonstration of itself.
  await page.goto(`${url}/console/demonstration`);
  await page.getByText('此安装没有演示').waitFor();
  await page.close();
  // Nothing of it is here, and whoever was signed in here still is.
  await tab.open('', '王建国，您好');
  await tab.page.getByText('演示正在运行').waitFor();
  expect(await tab.page.getByText('这是演示：').count()).toBe(0);
  expect(Object(await done(tab, 'GET', '/epcis/events')).epcisBody.queryResults.resultsBody.eventList).toEqual([]);
});

test('left behind, it is gone: its program, its database and all of its files', async () => {
  const pid = databasePid(folder);
  expect(isAlive(pid)).toBe(true);
  await tab.page.getByRole('link', { name: '打开或离开演示' }).click();
  await tab.page.getByRole('button', { name: '离开演示' }).click();
  await tab.press('离开演示');
  await tab.page.getByRole('button', { name: '开始演示' }).waitFor();
  expect(existsSync(folder)).toBe(false);
  await expect.poll(() => isAlive(pid)).toBe(false);
  const { occurrences } = Object(await done(tab, 'GET', '/v1/occurrences'));
  expect(occurrences.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['demonstration.begun', 'demonstration.left']),
  );
});

test(
  'one that is left while it is on its way is gone, and stays so',
  async () => {
    for (const until of ['starting', 'loading']) {
      await done(tab, 'POST', '/v1/operator/demonstration');
      await expect.poll(async () => (await state()).state, { timeout: STARTED_MS, interval: 20 }).toBe(until);
      await done(tab, 'DELETE', '/v1/operator/demonstration');
      // Longer than what was under way would have taken to make it anew.
      await new Promise((passed) => setTimeout(passed, 4_000));
      expect([until, existsSync(folder), (await state()).state]).toEqual([until, false, 'none']);
    }
  },
  STARTED_MS + 60_000,
);

test(
  'it ends with the program that started it, even one that is killed',
  async () => {
    await done(tab, 'POST', '/v1/operator/demonstration');
    await expect.poll(async () => (await state()).state, { timeout: STARTED_MS }).toBe('running');
    const pid = databasePid(folder);
    await at.program.end('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
  },
  STARTED_MS + 60_000,
);

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
