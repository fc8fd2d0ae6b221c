/** The page of a food has the four groups that Shanghai asks for, once its maker says that it deals in food: in a real browser. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console/console.fixture.ts';
import { done } from './console/parties.fixture.ts';
import { makeStartedDataDir, run } from './program.ts';

const BISCUITS = '/01/06990060100212/10/B20260907';
const LIFT = `/q/${encodeURIComponent('311032058202600123')}`;
const LICENCE = 'SC10832058300123';

let at: RunningConsole;

beforeAll(async () => {
  const dataDir = makeStartedDataDir();
  at = await runConsole({}, dataDir);
  const maker = await at.firstStart();
  await run(dataDir, 'demo');
  await done(maker, 'PATCH', '/v1/organisation', { categories: ['food'] });
  await done(maker, 'POST', '/v1/licences', { scheme: 'cn-licence-sc', number: LICENCE, validUntil: '2029-06-30' });
}, 240_000);
afterAll(() => at?.close());

test.each([
  { language: 'zh', width: 360 },
  { language: 'en', width: 360 },
  { language: 'zh', width: 1280 },
])('the biscuits of the demonstration in $language at $width pixels', async ({ language, width }) => {
  const { page } = await at.tab({ viewport: { width, height: 800 } });
  await page.goto(`${at.program.url}${BISCUITS}?lang=${language}`);
  const groups = page.locator('section[aria-labelledby="groups"]');
  expect(await groups.locator('h3').allInnerTexts()).toEqual(
    language === 'zh'
      ? ['企业信息', '原辅料信息', '出厂产品信息', '检验合格信息']
      : ['Enterprise', 'Ingredients', 'Product', 'Inspection'],
  );
  const text = await groups.innerText();
  for (const said of [LICENCE, 'B20260907', '2026-09-07', '麦检B20260907', '水分、酸价、菌落总数'])
    expect(text).toContain(said);
  // Who inspected, who bought and for whom is nobody's but the owner's.
  expect(await page.content()).not.toMatch(/周敏|高建国|0512-00000601|buyerName/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  // Nothing to follow, to install or to sign in to stands before it.
  expect(await groups.isVisible()).toBe(true);
});

test('the page of a lift says when it was maintained, until when it is inspected, and whom to call', async () => {
  const { page } = await at.tab({ viewport: { width: 360, height: 800 } });
  await page.goto(`${at.program.url}${LIFT}`);
  const text = await page.locator('section[aria-labelledby="groups"]').innerText();
  expect(text).not.toContain('企业信息');
  for (const said of ['梯11苏E3622(26)', '2026-10-23', '2027-03-18', '0512-00096333']) expect(text).toContain(said);
  expect(text).not.toMatch(/沈国强|陆伟|郑丽华/);
});
