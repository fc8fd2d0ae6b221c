/** A person at work in the console: what is shown, filled in and tapped on the way is counted, and kept from growing. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Tab } from './tab.fixture.ts';

export interface Count {
  /** Pages and dialogs that are seen, one after another. */
  readonly screens: number;
  /** Typed or chosen; what is there already costs nothing. */
  readonly fields: number;
  /** Links, buttons and choices from menus. */
  readonly taps: number;
}

export interface Walk {
  readonly tab: Tab;
  /** At this page, or dialog. */
  at(heading: string): Promise<void>;
  tap(target: Locator): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** From a list below a field. */
  pick(label: string, option: string): Promise<void>;
  button(name: string | RegExp): Locator;
  link(name: string | RegExp): Locator;
  counted(): Count;
}

export function walking(tab: Tab): Walk {
  const { page } = tab;
  const count = { screens: 0, fields: 0, taps: 0 };
  /** In the dialog that is open, else in the page. */
  const within = async (): Promise<Locator> =>
    (await page.getByRole('dialog').count()) > 0 ? page.getByRole('dialog').last() : page.locator('main, body').last();
  return {
    tab,
    async at(heading) {
      await page
        .getByRole('heading', { name: heading, exact: true })
        .or(page.getByRole('dialog', { name: heading }))
        .first()
        .waitFor();
      count.screens += 1;
    },
    async tap(target) {
      await target.click();
      count.taps += 1;
    },
    async fill(label, text) {
      await (await within()).getByLabel(label, { exact: true }).first().fill(text);
      count.fields += 1;
    },
    async pick(label, option) {
      await (await within()).getByRole('combobox', { name: label }).first().click();
      await page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
        .getByText(option, { exact: false })
        .first()
        .click();
      count.fields += 1;
    },
    button: (name) => page.getByRole('button', { name }),
    link: (name) => page.getByRole('link', { name }),
    counted: () => ({ ...count }),
  };
}

/** From the sign-in page to today's. */
export async function signIn(
  walk: Walk,
  person: { readonly loginName: string; readonly password: string },
): Promise<void> {
  await walk.at('登录');
  await walk.fill('登录名', person.loginName);
  await walk.fill('密码', person.password);
  await walk.tap(walk.button('登录').last());
  await walk.tab.page.getByRole('heading', { level: 1, name: /您好$/ }).waitFor();
}

/** From the menu, which is behind a button on a phone. */
export async function goTo(walk: Walk, page: string): Promise<void> {
  const menu = walk.button('菜单');
  if (await menu.isVisible()) await walk.tap(menu);
  await walk.tap(walk.tab.page.getByRole('navigation').last().getByRole('link', { name: page, exact: true }));
  await walk.at(page);
}

/** A step of the pack, from the menu. */
export async function begin(walk: Walk, stage: string): Promise<void> {
  await goTo(walk, '记录');
  await walk.tap(walk.tab.page.locator('.stage-choice').getByRole('link', { name: stage, exact: true }).first());
  await walk.at(stage);
}

/** Goods without a label: one's product and the lot of the day. */
export async function lotOfToday(walk: Walk, product: string): Promise<void> {
  const { page } = walk.tab;
  await walk.tap(walk.button('没有标签：选产品和批号').first());
  await walk.at('选产品和批号');
  await walk.pick('产品', product);
  await walk.tap(page.getByRole('dialog').getByRole('button', { name: '用今天的日期' }));
  await walk.tap(page.getByRole('dialog').getByRole('button', { name: '填入' }));
}

/** The step that follows, with the same goods. */
export async function goOn(walk: Walk, stage: string): Promise<void> {
  await walk.tap(walk.button('用这些货物登记下一步'));
  await walk.tap(walk.tab.page.getByRole('menuitem', { name: stage, exact: true }));
  await walk.at(stage);
}

/** Checked, with nothing left to say, and recorded; or recorded with what is still to be told later. */
export async function checkAndRecord(walk: Walk, { isWhole = true } = {}): Promise<void> {
  const { page } = walk.tab;
  await walk.tap(walk.button('核对'));
  await page.locator('.told-summary').waitFor();
  const told = await page.locator('.told-summary, .ant-form-item-explain').allInnerTexts();
  if (isWhole) expect(told).toEqual(['没有发现问题，可以登记']);
  await walk.tap(page.getByRole('button', { name: isWhole ? '登记' : '仍然登记', exact: true }));
  await page.getByText('已登记，不能再修改').waitFor();
  await walk.at((await page.getByRole('heading', { level: 1 }).innerText()).trim());
}

/** The ledger of the law by this name, from the menu, until a line of it holds this text. */
export async function seeLedger(walk: Walk, name: string, text: string): Promise<void> {
  const { page } = walk.tab;
  await goTo(walk, '合规');
  await walk.tap(page.getByRole('region', { name: /^台账/ }).getByRole('link', { name }));
  await walk.at(name);
  await page.locator('table tbody tr').filter({ hasText: text }).first().waitFor();
}

/** Printed, and of no more than it was. */
export function report(name: string, walk: Walk, most: Count): void {
  const { screens, fields, taps } = walk.counted();
  console.log(`${name}: ${screens} screens, ${fields} fields, ${taps} taps`);
  expect(screens, `${name}: screens`).toBeLessThanOrEqual(most.screens);
  expect(fields, `${name}: fields`).toBeLessThanOrEqual(most.fields);
  expect(taps, `${name}: taps`).toBeLessThanOrEqual(most.taps);
}
