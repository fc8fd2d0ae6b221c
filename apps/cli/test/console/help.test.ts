/** The guides as help inside the console: from a page to its guide, from guide to guide, and by a search. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import { PHONE, type Tab } from './tab.fixture.ts';

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

test('on a phone, by keys alone: from a page to what is said of it, and back', async () => {
  const { page } = tab;
  await page.setViewportSize(PHONE);
  await tab.open('record/import', '批量导入');
  const help = page.getByRole('main').getByRole('link', { name: '本页帮助' });
  await page.getByRole('main').focus();
  for (let tabs = 0; tabs < 10 && !(await help.evaluate((link) => link === document.activeElement)); tabs += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await title('记录：填写、核对、登记').waitFor();
  expect(address()).toBe('/help/record#from-a-file');
  await isAt('批量导入');
  await page.goBack();
  await title('批量导入').waitFor();
});

test('the pictures of a guide are there, and fit', async () => {
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
