/** What the law has everybody see of a code, in its groups, and its statutory marks: of the demonstration, in a real browser. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console/console.fixture.ts';
import { done } from './console/parties.fixture.ts';
import type { Tab } from './console/tab.fixture.ts';
import { makeStartedDataDir, run } from './program.ts';

const BISCUITS = '/01/06990060100212/10/B20260907';
const LIFT = `/q/${encodeURIComponent('311032058202600123')}`;
const LICENCE = 'SC10832058300123';

let at: RunningConsole;
let maker: Tab;
let demo: string;

beforeAll(async () => {
  const dataDir = makeStartedDataDir();
  at = await runConsole({}, dataDir);
  maker = await at.firstStart();
  demo = (await run(dataDir, 'demo', '--json')).stdout;
  await done(maker, 'PATCH', '/v1/organisation', { categories: ['food'] });
  await done(maker, 'POST', '/v1/licences', { scheme: 'cn-licence-sc', number: LICENCE, validUntil: '2029-06-30' });
}, 240_000);
afterAll(() => at?.close());

test.each([
  { language: 'zh', width: 360 },
  { language: 'en', width: 360 },
  { language: 'zh', width: 1280 },
] as const)('the biscuits of the demonstration in $language at $width pixels', async ({ language, width }) => {
  const { page } = await at.tab({ viewport: { width, height: 800 } });
  await page.goto(`${at.program.url}${BISCUITS}?lang=${language}`);
  const groups = page.locator('section[aria-labelledby="groups"]');
  expect(await groups.locator('h3').allInnerTexts()).toEqual(
    language === 'zh'
      ? ['企业信息', '原辅料信息', '出厂产品信息', '检验合格信息']
      : ['Enterprise', 'Ingredients', 'Product', 'Inspection'],
  );
  const text = await groups.innerText();
  const words = {
    zh: ['水分、酸价、菌落总数', '麦田苏打饼干 400克', '400克'],
    en: ['Moisture, acid value, total plate count', 'Maitian Soda Biscuits, 400 g', '400 g'],
  };
  for (const said of [LICENCE, 'B20260907', '2026-09-07', '麦检B20260907', ...words[language]])
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

/** The marks on the page of a code, and its text. */
async function pageOf(path: string): Promise<{ readonly marks: readonly string[]; readonly text: string }> {
  const { page } = await at.tab();
  await page.goto(`${at.program.url}${path}`);
  const groups = page.locator('section[aria-labelledby="groups"]');
  return { marks: await groups.locator('.tag').allInnerTexts(), text: await groups.innerText() };
}

test('marks of a lift are told once custom content is open to the public too, and not before', async () => {
  // The demonstration has opened time and step.
  expect((await pageOf(LIFT)).marks).toEqual([]);
  await done(maker, 'POST', '/v1/openings', { elements: ['other'], level: 'public' });
  expect((await pageOf(LIFT)).marks.toSorted()).toEqual(['定期检验标志', '特种设备使用标志']);
});

test('vegetables with a certificate of commitment have its mark by default', async () => {
  await done(maker, 'PATCH', '/v1/organisation', { categories: ['edible-agri'] });
  const [path = ''] = /\/01\/\d{14}\/10\/C20260911(?=")/.exec(demo) ?? [];
  const { marks, text } = await pageOf(path);
  expect(marks).toEqual(['承诺达标合格证']);
  expect(text).toContain('云溪县柳林镇柳林村');
});
