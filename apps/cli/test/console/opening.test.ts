/** A carton is packed, opened at a shop, one bottle of it is put into a smaller box, and the rest comes out: by scanner and by click. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import { DESK, PHONE, type Tab } from './tab.fixture.ts';

const CARTON = 'https://id.gs1.org/00/069012345600000015';
const BOX = 'https://id.gs1.org/00/069012345600000022';
const bottle = (serial: number): string => `https://id.gs1.org/01/06901234567892/21/S${serial}`;
const LOT = 'https://id.gs1.org/01/06901234567892/10/L1';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
  await done(tab, 'PATCH', '/v1/organisation', { categories: ['food'] });
}, 180_000);
afterAll(() => at?.close());

const step = (name: string) => tab.page.getByRole('link', { name, exact: true });
/** As a scanner types them, each when the one before has its line. */
async function scan(...codes: readonly string[]): Promise<void> {
  const focused = () => tab.page.evaluate(() => Object(document.activeElement).value);
  for (const [at, code] of codes.entries()) {
    if (at > 0) await expect.poll(focused).toBe('');
    await tab.page.keyboard.type(code);
    await tab.page.keyboard.press('Enter');
  }
}
async function record(): Promise<void> {
  await tab.page.getByRole('button', { name: '核对' }).click();
  await tab.page.getByRole('button', { name: '登记', exact: true }).click();
  await tab.page.getByText('已登记，不能再修改').waitFor();
}
async function begin(name: string): Promise<void> {
  await tab.open('record', '记录');
  await step(name).click();
  await tab.page.getByRole('heading', { level: 1, name }).waitFor();
}
/** What is in it by now. */
async function held(code: string): Promise<readonly string[]> {
  const { links } = Object(await done(tab, 'GET', `/v1/trace?code=${encodeURIComponent(code)}`));
  return links
    .filter(
      (link: { kind: string; from: string; until?: string }) =>
        link.kind === 'containment' && link.from === code && link.until === undefined,
    )
    .map(({ to }: { to: string }) => to)
    .sort();
}

test('a carton is packed by scanning what goes into it', async () => {
  await begin('包装赋码');
  await tab.page.locator('input.unit-code').first().click();
  await scan(bottle(1), bottle(2), bottle(3), LOT);
  await tab.page.getByLabel('数量').nth(3).fill('12');
  await tab.page.locator('#parent').fill(CARTON);
  await record();
  expect(await held(CARTON)).toEqual([LOT, bottle(1), bottle(2), bottle(3)].sort());
});

test('opening it shows what is in it; one bottle is taken out by a click', async () => {
  await begin('拆箱');
  const { page } = tab;
  await page.getByLabel('打开哪个包装').fill(CARTON);
  await page.getByText('里面登记有 4 种货物').waitFor();
  expect(await page.locator('.contents').innerText()).toMatch(/L1\s+12 件/);
  await page.setViewportSize(PHONE);
  await tab.expectUsable('opening-contents');
  await page.getByRole('button', { name: `取出 ${bottle(2)}` }).click();
  await expect.poll(() => page.locator('input.unit-code').first().inputValue()).toBe(bottle(2));
  expect(await page.getByRole('button', { name: `已填在下面 ${bottle(2)}` }).isEnabled()).toBe(false);
  await page.setViewportSize(DESK);
  await tab.expectUsable('opening-taken');
  await record();
  await page.getByText(CARTON).first().waitFor();
  await tab.expectUsable('opening-recorded');
  expect(await held(CARTON)).toEqual([LOT, bottle(1), bottle(3)].sort());
});

test('it goes into another box without being in two at once', async () => {
  await begin('包装赋码');
  await tab.page.locator('input.unit-code').first().click();
  await scan(bottle(2));
  await tab.page.locator('#parent').fill(BOX);
  await record();
  expect(await held(BOX)).toEqual([bottle(2)]);
  const { anomalies } = Object(await done(tab, 'GET', `/v1/trace?code=${encodeURIComponent(bottle(2))}`));
  expect(anomalies.filter(({ kind }: { kind: string }) => /twice|open|without/.test(kind))).toEqual([]);
});

test('with nothing entered all that is left comes out; a package that is not named is asked for', async () => {
  await begin('拆箱');
  await tab.page.getByRole('button', { name: '核对' }).click();
  await tab.page.getByText('请填写打开的是哪个包装').waitFor();
  await tab.page.getByLabel('打开哪个包装').click();
  await scan(CARTON);
  await tab.page.getByText('里面登记有 3 种货物').waitFor();
  await record();
  await vi.waitFor(async () => expect(await held(CARTON)).toEqual([]), { timeout: 10_000 });
  await begin('拆箱');
  await tab.page.getByLabel('打开哪个包装').fill(CARTON);
  await tab.page.getByText('没有登记过里面装着什么').waitFor();
});

test('the next step of a carton that was stored is to open it', async () => {
  await begin('贮存');
  await tab.page.locator('input.unit-code').first().fill(BOX);
  await record();
  await tab.page.getByRole('button', { name: /下一步/ }).click();
  await tab.page.getByRole('menuitem', { name: '拆箱' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '拆箱' }).waitFor();
  expect(await tab.page.getByLabel('打开哪个包装').inputValue()).toBe(BOX);
  await tab.page.getByText('里面登记有 1 种货物').waitFor();
});

test('in English nothing is left in Chinese', async () => {
  await tab.page.getByRole('button', { name: 'English' }).click();
  await tab.page.getByText('Recorded inside, 1 in all:').waitFor();
  expect(await tab.page.locator('.contents').innerText()).not.toMatch(/\p{Script=Han}/u);
  await tab.expectUsable('opening-en');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
