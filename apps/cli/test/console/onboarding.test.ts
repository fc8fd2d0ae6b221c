/** From an empty machine to the first label and the first trace, counted: as a person goes, with nothing set up before. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataDir } from '../program.ts';
import { ORGANISATION, OWNER, type RunningConsole, runConsole } from './console.fixture.ts';
import { beginWalk, type Walk } from './first-walk.fixture.ts';
import { done } from './parties.fixture.ts';
import { PHONE, type Tab } from './tab.fixture.ts';

const SCREENS_MAX = 6;
const FIELDS_MAX = 12;
/** Ten minutes are what is promised, of a person; this is of the machine alone, under the load of other tests. */
const WAITED_S_MAX = 120;

let at: RunningConsole;
let tab: Tab;
let startS = 0;

beforeAll(async () => {
  const since = performance.now();
  at = await runConsole({}, makeDataDir());
  await at.firstLink();
  startS = (performance.now() - since) / 1000;
}, 180_000);
afterAll(() => at?.close());

const button = (name: string) => tab.page.getByRole('button', { name, exact: true });
const heading = (name: string | RegExp) => tab.page.getByRole('heading', { name, exact: true });
const steps = async (): Promise<readonly boolean[]> =>
  Object(await done(tab, 'GET', '/v1/onboarding')).steps.map(({ isDone }: { isDone: boolean }) => isDone);

async function start(walk: Walk): Promise<void> {
  await tab.page.goto(await at.firstLink());
  await walk.screen('start', heading('欢迎使用溯源'));
  const field = (name: string) => tab.page.getByLabel(name, { exact: true });
  await walk.type('name', field('姓名'), OWNER.name);
  await walk.type('login name', field('登录名'), OWNER.loginName);
  await walk.type('password', field('密码'), OWNER.password);
  await walk.type('organisation', field('单位名称'), ORGANISATION.name);
  await walk.choose('what it deals in', tab.page.getByRole('checkbox', { name: '食用农产品' }));
  await walk.tap(button('开始使用'));
  await walk.screen('today', heading('开始使用'));
}

async function record(walk: Walk): Promise<void> {
  await walk.tap(button('登记采收'));
  await walk.screen('form', tab.page.getByRole('heading', { level: 1, name: '采收' }));
  await walk.tap(button('没有标签：选产品和批号').first());
  await walk.screen('product and lot', tab.dialog());
  await walk.type('product', tab.dialog().getByRole('combobox', { name: '产品' }), '红富士苹果');
  await walk.wait(tab.page.locator('.ant-select-item-option', { hasText: '登记新产品' }).waitFor());
  await walk.tap(tab.page.locator('.ant-select-item-option', { hasText: '登记新产品“红富士苹果”' }));
  await walk.choose('lot', tab.dialog().getByRole('button', { name: '用今天的日期' }));
  await tab.expectUsable('onboarding-product');
  await walk.tap(tab.dialog().getByRole('button', { name: '填入' }));
  await walk.wait(tab.dialog().waitFor({ state: 'hidden' }));
  await walk.type('quantity', tab.page.getByLabel('数量', { exact: true }).first(), '500');
  await walk.tap(button('核对'));
  await walk.wait(tab.page.getByText('没有发现问题，可以登记').waitFor());
  await walk.tap(button('登记'));
  await walk.screen('recorded', tab.page.getByText('已登记，不能再修改'));
}

async function printAndTrace(walk: Walk): Promise<string> {
  const download = tab.page.waitForEvent('download');
  await walk.wait(button('打印批次标签').waitFor());
  await walk.tap(button('打印批次标签'));
  const pdf = await readFile(await (await walk.wait(download)).path());
  await tab.expectUsable('onboarding-recorded');
  await walk.tap(tab.page.getByRole('link', { name: '追溯这批货' }));
  await walk.screen('trace', tab.page.getByRole('heading', { level: 2, name: '经过', exact: true }));
  return pdf.toString('latin1');
}

/** Told to whoever runs the tests, and held to what is promised. */
function tell(walk: Walk, by: string): void {
  const waitedS = walk.waitedMs / 1000;
  process.stdout.write(
    `onboarding ${by}: ${walk.screens.length} screens (${walk.screens.join(', ')}), ` +
      `${walk.fields.length} fields (${walk.fields.join(', ')}), ${walk.taps} taps, ${waitedS.toFixed(1)} s waited\n`,
  );
  expect(walk.screens.length).toBeLessThanOrEqual(SCREENS_MAX);
  expect(walk.fields.length).toBeLessThanOrEqual(FIELDS_MAX);
  expect(waitedS).toBeLessThan(WAITED_S_MAX);
}

const byPointer = beginWalk('pointer');

test('the first start leads to what comes next: one sentence, one button', async () => {
  tab = await at.tab();
  await start(byPointer);
  await tab.page.getByText('登记第一批货：一般从“采收”开始').waitFor();
  expect(await steps()).toEqual([true, false, false, false]);
  await tab.expectUsable('onboarding-today');
});

test('whoever does not want to be led puts it away, in each browser, and brings it back', async () => {
  await button('不再显示').click();
  await heading('开始使用').waitFor({ state: 'hidden' });
  await tab.open('', '您好');
  await tab.quiet();
  expect(await heading('开始使用').count()).toBe(0);
  await tab.open('me', '我的账号');
  await heading('新手引导').waitFor();
  await tab.expectUsable('onboarding-me');
  await button('重新显示').click();
  await heading('新手引导').waitFor({ state: 'hidden' });
  await tab.open('', '您好');
  await heading('开始使用').waitFor();
});

test('in English it is English', async () => {
  await button('English').click();
  await heading('Getting started').waitFor();
  expect(await tab.page.locator('.first-steps').innerText()).not.toMatch(/\p{Script=Han}/u);
  await button('中文').click();
  await heading('开始使用').waitFor();
});

test('from an empty machine to the first label and trace in at most six screens and twelve fields', async () => {
  await record(byPointer);
  expect(await steps()).toEqual([true, true, false, false]);
  const pdf = await printAndTrace(byPointer);
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf).toMatch(/\/Count 1\b/);
  tell(byPointer, `after a start of ${startS.toFixed(1)} s, by pointer`);
  expect(startS).toBeLessThan(WAITED_S_MAX);
});

test('each step ticks itself off, and when all are done nothing is left of them', async () => {
  await expect.poll(steps).toEqual([true, true, true, true]);
  const { entries } = Object(await done(tab, 'GET', '/v1/registry/entries?kind=product'));
  expect(entries).toMatchObject([{ attributes: { name: '红富士苹果' } }]);
  await tab.open('', '您好');
  await tab.quiet();
  expect(await heading('开始使用').count()).toBe(0);
});

test('the same on a phone by keyboard alone', async () => {
  expect(at.complaints).toEqual([]);
  await at.close();
  at = await runConsole();
  tab = await at.tab({ viewport: PHONE });
  const walk = beginWalk('keyboard');
  await start(walk);
  await record(walk);
  expect(await printAndTrace(walk)).toMatch(/^%PDF-/);
  await expect.poll(steps).toEqual([true, true, true, true]);
  tell(walk, 'by keyboard at 360');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
