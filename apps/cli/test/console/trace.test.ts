/** The trace in the console, as a maker, a shop, its regulator and a stranger are told it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAN, canOnItsWay } from './can.fixture.ts';
import type { Party } from './can-parties.fixture.ts';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { testGuides } from './disclosure-guide.ts';
import { done } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const PATH = `trace?${new URLSearchParams({ code: CAN })}`;
const WORDS = '送货单上写的是整箱，到店时少了这一罐。';

let at: RunningConsole;
let tabs: Readonly<Record<Party, Tab>>;

beforeAll(async () => {
  at = await runConsole();
  tabs = await canOnItsWay(at);
}, 180_000);
afterAll(() => at?.close());

testGuides(() => ({ at, tabs }));

/** What stands in each step of the page, its lines joined. */
async function stepsOf(tab: Tab): Promise<readonly string[]> {
  await tab.open(PATH, '追溯');
  const told = await tab.page.locator('.trace-step').allInnerTexts();
  return told.map((text) => text.split(/\s*\n\s*/).join(' | '));
}

test('a code is entered in any of its spellings, or missing, or unknown; each is said in words', async () => {
  const { page, open, expectUsable } = tabs.shop;
  await open('organisation', '单位信息');
  await page.getByRole('navigation').getByRole('link', { name: '追溯', exact: true }).click();
  await page.getByRole('button', { name: '追溯' }).click();
  await page.getByText('请输入编码', { exact: true }).waitFor();
  await expectUsable('trace-none');
  await page.getByLabel('编码').fill('(01)06990030100013(21)NOBODY');
  await page.getByRole('button', { name: '追溯' }).click();
  await page.getByText(/没有找到这个编码的记录/).waitFor();
  await expectUsable('trace-unknown');
  await page.getByLabel('编码').fill('(01)06990030100013(21)SN260301-0417');
  await page.getByRole('button', { name: '追溯' }).click();
  await page.getByText('共 6 步，其中 4 步没有向本单位全部公开').waitFor();
  expect(new URL(page.url()).searchParams.get('code')).toBe('(01)06990030100013(21)SN260301-0417');
  // In words first: through whom it went, who has it, and that nothing is wrong.
  // Names come after the codes that they stand for.
  const words = async () => (await page.getByRole('region', { name: '结论' }).innerText()).replaceAll('\n', ' ');
  await expect.poll(words).toMatch(/经过哪些单位 .*济南惠安.* 现在在 .*小太阳.* 有没有问题 没有发现断链、矛盾或异议/);
});

test('every step stands there for everybody; what is told of it is what is open to them', async () => {
  const maker = await stepsOf(tabs.maker);
  expect(maker[0]).toBe('赋码 | 2026年3月1日 10:30 | 地点 晨露乳业一号工厂');
  expect(maker[2]).toMatch(/^收货 \| 另一单位，已核验 \| 2026年3月3日 10:30 \| 地点 惠安济南仓库 \| 持有单位 济南惠安/);
  expect(maker[5]).toMatch(/^仓储 \| 另一单位，已核验 \| 2026年3月6日 10:30 \| 地区 山东省济南市平阴县 · 门店 \|/);
  const shop = await stepsOf(tabs.shop);
  expect(shop[5]).toBe('仓储 | 2026年3月6日 10:30 | 地点 小太阳母婴店');
  const regulator = await stepsOf(tabs.regulator);
  expect(regulator[5]).toMatch(/^仓储 \| 另一单位，已核验 \| 2026年3月6日 10:30 \| 地点 小太阳母婴店 \|/);
  const stranger = await stepsOf(tabs.stranger);
  expect(stranger[0]).toContain('地点 晨露乳业一号工厂');
  expect(stranger[5]).toMatch(
    /^环节未公开 \| 另一单位，已核验 \| 时间未公开 \| 地区 山东省济南市平阴县 \| 未公开 \d+ 项$/,
  );
  expect(await tabs.stranger.page.innerText('main')).not.toMatch(/惠安|小太阳/);
  for (const who of ['maker', 'shop', 'regulator', 'stranger'] as const) await tabs[who].expectUsable(`trace-${who}`);
});

test('a step of another is disputed from here; what is said against it stands at it for whoever sees the trade', async () => {
  const { page } = tabs.shop;
  await page.setViewportSize(DESK);
  const links = page.locator('.trace-step').getByRole('link');
  expect(await links.count()).toBe(1);
  await links.click();
  await tabs.shop.dialog().waitFor();
  const eventID = await tabs.shop.dialog().getByLabel('记录编号').inputValue();
  await done(tabs.shop, 'POST', '/v1/disputes', { eventID, subject: 'quantity', words: WORDS });
  expect((await stepsOf(tabs.shop))[3]).toContain(`有异议：数量不符 | 平阴县小太阳母婴店：${WORDS}`);
  expect((await stepsOf(tabs.maker))[3]).toContain('有异议：数量不符');
  expect((await stepsOf(tabs.maker))[3]).not.toContain(WORDS);
  expect((await stepsOf(tabs.stranger)).join()).not.toContain('异议：');
  await tabs.shop.expectUsable('trace-disputed');
});

test('in English nothing is left in Chinese but regions', async () => {
  const { page, open, expectUsable } = tabs.regulator;
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: 'English' }).click();
  await open(PATH, 'Trace');
  await page.getByText('6 steps, 6 of them not wholly open to you').waitFor();
  await page.getByText('Little Sun Shop', { exact: false }).first().waitFor();
  const told = await page.innerText('main');
  expect(told.replace(/(Region |(?=黑龙江省|山东省))\p{Script=Han}+/gu, '')).not.toMatch(/\p{Script=Han}/u);
  await expectUsable('trace-en');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
