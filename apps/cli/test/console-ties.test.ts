/** Organisations and each other in the console, in a real browser against the real program: at a desk and on a phone. */
import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { makeDataDir, type Program, removeDataDir, startProgram } from './program.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const OWNER = { name: '王建国', loginName: 'wang.jianguo', password: '四月的麦田与风筝' };
/** Where pictures of the pages are kept for whoever wants to look at them. */
const SHOTS = process.env.SUYUAN_SHOTS;

let dataDir: string;
let program: Program;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  dataDir = makeDataDir();
  program = await startProgram(dataDir);
  browser = await launchBrowser();
  const token = await vi.waitFor(() => {
    const [, printed] = /\/console\/start#([\w-]{43})/.exec(program.wrote()) ?? [];
    if (printed === undefined) throw new Error('no link was printed');
    return printed;
  });
  page = await newPage();
  await page.goto(`${program.url}/console/sign-in`);
  const started = await ask(page, 'POST', '/v1/links/first-start', {
    token,
    person: OWNER,
    organisation: { name: '青山果园（烟台）有限公司', categories: ['水果'] },
  });
  expect(started.status).toBe(200);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.end('SIGTERM');
  removeDataDir(dataDir);
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    viewport: DESK,
    acceptDownloads: true,
  });
  // Before any policy of the page holds.
  await context.addInitScript({ content: axeCore.source });
  const opened = await context.newPage();
  opened.on('console', (message) => {
    // A refusal of the server is told here as well, and is expected.
    if (['error', 'warning'].includes(message.type()) && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text());
  });
  opened.on('pageerror', (error) => complaints.push(error.message));
  return opened;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** As the page itself asks, with its session. */
function ask(from: Page, method: string, path: string, body?: object): Promise<Answer> {
  return from.evaluate(
    async ([how, where, sent]) => {
      const answer = await fetch(where, {
        method: how,
        ...(sent === '' ? {} : { headers: { 'content-type': 'application/json' }, body: sent }),
      });
      return { status: answer.status, body: await answer.json().catch(() => null) };
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  );
}

async function open(path: string, title: string): Promise<void> {
  await page.goto(`${program.url}/console/${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.waitForLoadState('networkidle');
}

const dialog = () => page.getByRole('dialog');
const row = (text: string) => page.getByRole('row').filter({ hasText: text });

/** Fails on what a person would miss, at both widths: pale text, a field without a name, a page wider than its window. */
async function expectUsable(name: string): Promise<void> {
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    // What fades in is pale until it is there; what turns for ever is none of that.
    const moving = () =>
      document
        .getAnimations()
        .filter((found) => found.playState === 'running' && found.effect?.getComputedTiming().endTime !== Infinity)
        .length;
    await expect.poll(() => page.evaluate(moving)).toBe(0);
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-${viewport.width}.png`, fullPage: true });
    const violations = await page.evaluate(async () => {
      const found = await globalThis.axe.run(document, { resultTypes: ['violations'] });
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
      );
    });
    expect(violations, `${name} ${viewport.width}`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${name} ${viewport.width}`).toBeLessThanOrEqual(0);
  }
}

const choose = async (label: string, option: string): Promise<void> => {
  await dialog().getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
};
const press = (name: string): Promise<void> => dialog().getByRole('button', { name, exact: true }).click();

test('sites and licences: added, and each licence says how it stands', async () => {
  await open('sites', '场所与许可');
  await page.getByRole('button', { name: '添加场所' }).click();
  await dialog().getByLabel('名称').fill('莱山冷库');
  await choose('类型', '仓库');
  await dialog().getByLabel('地址').fill('莱山区滨海路 1 号');
  await expectUsable('sites-form');
  await press('保存');
  await row('莱山冷库').filter({ hasText: '使用中' }).waitFor();

  await page.getByRole('button', { name: '添加许可' }).click();
  // The list draws what is near alone: the last is looked for.
  await dialog().getByRole('combobox', { name: '种类' }).fill('其他');
  await page.locator('.ant-select-item-option', { hasText: /^其他$/ }).click();
  await dialog().getByLabel('编号').fill('冷链-2020-17');
  await dialog().getByLabel('有效期至').fill('2021-01-01');
  await choose('场所', '莱山冷库');
  await expectUsable('licence-form');
  await press('保存');
  await row('冷链-2020-17').filter({ hasText: '已过期' }).filter({ hasText: '莱山冷库' }).waitFor();
  await row('冷链-2020-17').filter({ hasText: '未核验' }).waitFor();
  await expectUsable('sites');
  expect((await ask(page, 'GET', '/v1/licences')).body).toMatchObject({
    licences: [{ number: '冷链-2020-17', validUntil: '2021-01-01', verified: null }],
  });
});

test('branches: one is added, and it is acted for', async () => {
  const own = (await ask(page, 'GET', '/v1/organisation')).body;
  await open('branches', '下属单位');
  await page.getByText('没有找到下属单位').waitFor();
  await page.getByRole('button', { name: '添加下属单位' }).click();
  await dialog().getByLabel('名称').fill('青山果园福山站');
  await expectUsable('branch-form');
  await press('保存');
  await row('青山果园福山站').waitFor();
  await expectUsable('branches');
  await page.getByRole('searchbox').fill('没有这样的');
  await row('青山果园福山站').waitFor({ state: 'hidden' });
  await page.getByRole('searchbox').fill('福山');
  await page.getByRole('button', { name: '代表它工作：青山果园福山站' }).click();
  await page.locator('.app-head').getByText('青山果园福山站').waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/console\/?$/);
  expect((await ask(page, 'GET', '/v1/session')).body).toMatchObject({ organisation: { name: '青山果园福山站' } });
  const { id } = Object(own);
  expect((await ask(page, 'POST', '/v1/session/organisation', { id })).status).toBe(200);
});

test('mandates: one is given to a branch by its ID, and ended', async () => {
  const { branches } = Object((await ask(page, 'GET', '/v1/branches')).body);
  await open('mandates', '委托代办');
  await page.getByRole('button', { name: '委托一个单位' }).click();
  await dialog().getByLabel('受托单位').fill(branches[0].id);
  await dialog().getByRole('checkbox', { name: /^登记/ }).check();
  await expectUsable('mandate-form');
  await press('委托');
  await row('青山果园福山站').filter({ hasText: '查看记录 · 登记' }).waitFor();
  await expectUsable('mandates');
  await page.getByRole('button', { name: '终止与“青山果园福山站”的委托' }).click();
  await press('终止');
  await row('青山果园福山站').waitFor({ state: 'hidden' });
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await open('sites', '场所与许可');
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: 'English' }).click();
  for (const [path, title] of [
    ['sites', 'Sites and licences'],
    ['branches', 'Branches'],
    ['mandates', 'Mandates'],
  ] as const) {
    await open(path, title);
    const given = /青山果园（烟台）有限公司|青山果园福山站|莱山冷库|冷链-2020-17|莱山区滨海路 1 号|王建国|李梅/g;
    expect((await page.innerText('main')).replace(given, '')).not.toMatch(/\p{Script=Han}/u);
    await expectUsable(`${path}-en`);
  }
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(complaints).toEqual([]);
});
