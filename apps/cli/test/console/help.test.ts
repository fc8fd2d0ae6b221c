/** The guides as help inside the console: from a page to its guide, from guide to guide, and by a search. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import { DESK, expectUsable, PHONE, type Tab } from './tab.fixture.ts';

/** A form that keeps nothing on its own. */
const ORDER = 'orders/0b0b4b3e-0000-4000-8000-000000000031/change';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
  await done(tab, 'PATCH', '/v1/organisation', { categories: ['food'] });
}, 180_000);
afterAll(() => at?.close());

const address = (): string => tab.page.url().slice(`${at.program.url}/console`.length);
const title = (name: string | RegExp) => tab.page.getByRole('heading', { level: 1, name });
const heading = (name: string) => tab.page.getByRole('heading', { name, exact: true });

/** Until this heading has the focus and is in sight, below the head of the page. */
async function isAt(name: string): Promise<void> {
  await expect.poll(() => heading(name).evaluate((found) => found === document.activeElement)).toBe(true);
  await expect
    .poll(() => heading(name).evaluate((found) => Math.round(found.getBoundingClientRect().top)))
    .toSatisfy((top: number) => top >= 56 && top < 740);
}

/** From the main part of the page to the link to its help, which is followed by Enter. */
async function openByKeys(): Promise<void> {
  const { page } = tab;
  await page.getByRole('main').focus();
  for (let tabs = 0; tabs < 10 && !(await isFocused(pageHelp())); tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

const pageHelp = () => tab.page.getByRole('main').getByRole('link', { name: /^(本页帮助|Help with this page)$/ });
const isFocused = (of: Locator): Promise<boolean> => of.evaluate((element) => element === document.activeElement);

test('at a desk, help stands beside a form, which is filled in meanwhile; Escape closes it', async () => {
  const { page } = tab;
  await page.setViewportSize(DESK);
  await tab.open(ORDER, '新建订单');
  await page.getByLabel('备注').fill('周二前');
  const title = await page.title();
  await openByKeys();
  const help = page.getByRole('complementary', { name: '帮助' });
  await help.getByRole('heading', { name: '记录：填写、核对、登记' }).waitFor();
  await isAt('从订单发货');
  expect([address(), await page.title()]).toEqual([`/${ORDER}`, title]);
  await page.getByLabel('备注').fill('周二前送到');
  await help.getByText('目录').click();
  await help.getByRole('link', { name: '批量导入' }).click();
  await isAt('批量导入');
  await tab.expectUsable('help-beside');
  await page.setViewportSize(DESK);
  await help.getByRole('link', { name: '全部帮助' }).click();
  await help.getByLabel('在帮助里查找').fill('额度');
  await help.getByRole('status').getByText(/^找到/).waitFor();
  await tab.expectUsable('help-beside-found');
  await page.setViewportSize(DESK);
  await help.locator('.guide-list').getByRole('link').first().click();
  await help.getByRole('heading', { name: /^合规/ }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => isFocused(pageHelp())).toBe(true);
  expect(await help.count()).toBe(0);
  expect(await page.getByLabel('备注').inputValue()).toBe('周二前送到');
  expect(address()).toBe(`/${ORDER}`);
});

test('on a phone, help lies over the page: by Escape, by its cross and by going back one is where one was', async () => {
  const { page } = tab;
  await page.setViewportSize(PHONE);
  await tab.open(ORDER, '新建订单');
  const number = page.getByLabel('订单编号');
  await number.fill('SO-2026-7');
  const before = address();
  const ways = [() => page.keyboard.press('Escape'), () => tab.press('关闭'), () => page.goBack()];
  for (const leave of ways) {
    await openByKeys();
    await tab.dialog().getByRole('heading', { name: '从订单发货' }).waitFor();
    await isAt('从订单发货');
    expect(address()).toBe(before);
    await expectUsable(page, 'help-over');
    await leave();
    await tab.dialog().waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(pageHelp())).toBe(true);
    expect(await number.inputValue()).toBe('SO-2026-7');
    expect(address()).toBe(before);
  }
});

test('in English, help beside and over a page fits', async () => {
  const { page } = tab;
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: 'English' }).click();
  await pageHelp().click();
  await page.getByRole('complementary', { name: 'Help' }).getByText('Contents').waitFor();
  await expectUsable(page, 'help-beside-en');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.setViewportSize(PHONE);
  await pageHelp().click();
  await isAt('Shipping from an order');
  await expectUsable(page, 'help-over-en');
  await tab.press('Close');
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: '中文' }).click();
});

test('the pictures of a guide are there, and fit', async () => {
  await tab.page.setViewportSize(PHONE);
  await tab.open('help/record', '记录：填写、核对、登记');
  for (const picture of await tab.page.locator('article img').all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    expect((await picture.boundingBox())?.width).toBeLessThanOrEqual(320);
  }
  await tab.expectUsable('help-record');
});

test('a link in a guide leads to the heading of another guide, and files that are no guides are no links', async () => {
  await tab.page.getByRole('article').getByRole('link', { name: '怎样改正' }).click();
  await title('合规：记录有什么问题，怎样改正').waitFor();
  expect(address()).toBe('/help/compliance#mending-a-finding');
  await isAt('怎样改正');
  expect(await tab.page.getByRole('article').locator('a[href*=".md"], a[href*=".json"]').count()).toBe(0);
  await tab.expectUsable('help-compliance');
});

test('the contents lead to a heading; the other language stays at it', async () => {
  const { page } = tab;
  await page.setViewportSize(PHONE);
  await tab.open('help/organisations', '单位');
  const contents = page.getByRole('navigation', { name: '目录' });
  await contents.getByText('目录').click();
  await tab.expectUsable('help-organisations');
  await contents.getByRole('link', { name: '委托：由别人代办' }).click();
  await isAt('委托：由别人代办');
  const before = address();
  await page.getByRole('button', { name: 'English' }).click();
  await title('Organisations').waitFor();
  expect(address()).toBe(before);
  await isAt('Mandates: somebody acts for you');
  await tab.expectUsable('help-organisations-en');
});

test('the list, in English: a search over all guides, and a result that leads to its heading', async () => {
  const { page } = tab;
  await page.setViewportSize(PHONE);
  await page.getByRole('link', { name: 'All of the help' }).click();
  await title('Help').waitFor();
  expect(await page.getByRole('main').locator('.guide-list a').count()).toBe(12);
  await tab.expectUsable('help-list-en');
  await page.getByLabel('Search the help').fill('quotas');
  await page
    .getByRole('status')
    .getByText(/^Found: \d+$/)
    .waitFor();
  await tab.expectUsable('help-found-en');
  await page.getByRole('main').locator('.guide-list').getByRole('link').first().press('Enter');
  await title(/^Compliance/).waitFor();
  await isAt('Quotas');
  await page.goBack();
  expect(await page.getByLabel('Search the help').inputValue()).toBe('quotas');
});

test('the list, in Chinese, from the menu: words that stand nowhere as typed, and nothing found', async () => {
  const { page } = tab;
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('navigation').getByRole('link', { name: '帮助' }).click();
  await title('帮助').waitFor();
  await tab.expectUsable('help-list');
  await page.getByLabel('在帮助里查找').fill('打印标签');
  await page.getByRole('main').getByRole('link', { name: '标签：填写、预览、打印、登记使用' }).waitFor();
  await tab.expectUsable('help-found');
  await page.getByLabel('在帮助里查找').fill('齐柏林飞艇');
  await page.getByText('没有找到。').waitFor();
  await tab.open('help/zeppelin', '没有这篇说明');
  await page.getByRole('main').getByRole('link', { name: '全部帮助' }).click();
  await title('帮助').waitFor();
});

test('a page that no guide speaks of leads to the list', async () => {
  await tab.open('help?of=/elsewhere', '帮助');
  expect(address()).toBe('/help');
});

test('nothing was complained of', () => {
  expect(at.complaints).toEqual([]);
});
