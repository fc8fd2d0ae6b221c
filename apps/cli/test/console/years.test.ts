/** What an inspector asks for in the console: the ledgers of the last two years, with counts by stage and month. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { documentOf, harvest, spraying } from './cooperative.fixture.ts';
import { done } from './parties.fixture.ts';
import type { Tab } from './tab.fixture.ts';

let at: RunningConsole;
let farm: Tab;

beforeAll(async () => {
  at = await runConsole();
  farm = await at.firstStart();
  await done(farm, 'PATCH', '/v1/organisation', { categories: ['edible-agri'] });
  const key = await done(farm, 'POST', '/v1/keys', { label: '农事记录', role: 'capture' });
  // The first is of July in China, and of June in Greenwich; the last is of no day that is asked for.
  const faulty = spraying('F3', '08-02T07:00', { 'agri:inputDose': undefined });
  const old = { ...spraying('F9', '06-01T07:00'), eventTime: '2021-06-01T07:00:00+08:00' };
  const answer = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${String(Object(key).secret)}`, 'content-type': 'application/json' },
    body: documentOf([
      spraying('F1', '07-01T07:00'),
      spraying('F2', '08-01T07:00'),
      faulty,
      harvest('F1', 'B1', '08-20T06:00'),
      old,
    ]),
  });
  expect(answer.status).toBe(202);
  await vi.waitFor(
    async () =>
      expect(Object(await done(farm, 'GET', '/v1/compliance'))).toMatchObject({ waiting: 0, packs: [{ records: 5 }] }),
    { timeout: 60_000 },
  );
}, 240_000);
afterAll(() => at?.close());

test('one click opens the last two years, which the address keeps', async () => {
  await farm.open('compliance', '合规');
  await farm.page.getByRole('button', { name: '近两年台账' }).click();
  await farm.page.getByRole('heading', { level: 1, name: '检查用：台账和问题' }).waitFor();
  await farm.page.getByRole('table', { name: '食用农产品：按月份' }).waitFor();
  const given = new URL(farm.page.url()).searchParams;
  expect(given.get('from')).toMatch(/^\d{4}-\d\d-\d\d$/);
  const days = (Date.parse(given.get('until') ?? '') - Date.parse(given.get('from') ?? '')) / 86_400_000;
  expect(days).toBeGreaterThan(728);
  expect(days).toBeLessThan(732);
  await farm.expectUsable('years');
});

test('records and findings are counted by stage and by month, in the months of China', async () => {
  await farm.page.goto(`${at.program.url}/console/compliance/years?from=2026-01-01&until=2026-12-31`);
  const stages = farm.page.getByRole('table', { name: '食用农产品：按环节' }).getByRole('row');
  await stages.nth(2).waitFor();
  const [head, sprayed] = await stages.allInnerTexts();
  expect(head?.split(/\s+/)).toEqual(['环节', '记录', '事后补记', '法规禁止', '不合要求', '无法判断']);
  expect(sprayed).toMatch(/\s3\s+3\s+0\s+[1-9]\d*\s+\d+$/);
  const months = await farm.page.getByRole('table', { name: '食用农产品：按月份' }).getByRole('row').allInnerTexts();
  expect(months.slice(1).map((row) => row.split(/\s+/).slice(0, 4))).toEqual([
    ['2026-08', '2', '1', '3'],
    ['2026-07', '1', '0', '1'],
  ]);
});

test('days that are chosen narrow the counts and the ledgers', async () => {
  await farm.page.getByLabel('从').fill('2026-08-02');
  await farm.page.getByLabel('到').fill('2026-08-02');
  await expect
    .poll(() => farm.page.getByRole('table', { name: '食用农产品：按环节' }).getByRole('row').count())
    .toBe(2);
  expect(new URL(farm.page.url()).search).toBe('?from=2026-08-02&until=2026-08-02');
  const workbook = farm.page.getByRole('link', { name: '下载 Excel：农药使用记录' });
  expect(await workbook.getAttribute('href')).toContain('from=2026-08-02&until=2026-08-02');
  const [download] = await Promise.all([
    farm.page.waitForEvent('download'),
    farm.page.getByRole('button', { name: '导出“食用农产品：按环节”' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/^"[^"]+","1","1","0","[1-9]\d*","\d+"$/);
  await farm.page.getByRole('link', { name: '农药使用记录', exact: true }).click();
  await farm.page.getByRole('heading', { level: 1, name: '农药使用记录' }).waitFor();
  expect(new URL(farm.page.url()).search).toBe('?from=2026-08-02&until=2026-08-02');
  await farm.row('吡虫啉').waitFor();
  expect(await farm.row('吡虫啉').count()).toBe(1);
});

test('on paper the page stands alone', async () => {
  await farm.page.goBack();
  await farm.page.getByRole('table', { name: '食用农产品：按月份' }).waitFor();
  await farm.page.emulateMedia({ media: 'print' });
  expect(await farm.page.getByRole('button').evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual([]);
  expect(await farm.page.getByRole('navigation').count()).toBe(0);
  expect(await farm.page.getByRole('table').count()).toBe(2);
  expect(await farm.page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  await farm.page.emulateMedia({ media: null });
});

test('a time without records says so', async () => {
  await farm.page.goto(`${at.program.url}/console/compliance/years?from=2025-01-01&until=2025-12-31`);
  await farm.page.getByText('这段时间没有记录。').waitFor();
});

test('nothing was complained of', () => expect(at.complaints).toEqual([]));
