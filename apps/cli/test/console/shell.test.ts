/** The console in a real browser, as the program serves it: at a desk and on a phone, in both languages, light and dark. */
import type { BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { type Answer, DESK, expectUsable as expectUsableAs, PHONE, watchedPage } from './tab.fixture.ts';

let at: RunningConsole;

beforeAll(async () => {
  at = await runConsole();
}, 180_000);
afterAll(() => at?.close());

const ORGANISATION = {
  id: '3f0c9a52-6c8f-4f0e-9a83-0f6a0c3f2b11',
  name: '绿源乳业婴幼儿配方乳粉厂（呼和浩特）有限公司',
  code: '91150100MA0N3QXY7K',
  kind: 'enterprise',
  status: 'active',
  role: 'owner',
  title: null,
  tie: 'itself',
};
const SESSION = {
  stage: 'full',
  person: { id: '7c1be7b0-2d0f-4b39-a6b5-0d8b8a2f2c10', name: '王小明' },
  organisation: ORGANISATION,
  rights: [],
  hasFactor: true,
  provenAt: '2026-07-01T08:00:00.000Z',
  endsAt: '2026-07-01T20:00:00.000Z',
};

const problem = (status: number, code: string, title: string): Answer => ({ status, body: { code, title, status } });
/** What every page of somebody who is signed in asks beside the session. */
const AROUND: Record<string, Answer> = {
  'GET /v1/reach': { status: 200, body: { isOpen: false, addresses: [], authority: null } },
  'GET /v1/me': {
    status: 200,
    body: {
      ...SESSION.person,
      loginNames: [{ value: 'wang.xiaoming', kind: 'name' }],
      hasPassword: true,
      hasFactor: true,
      recoveryCodesLeft: 10,
    },
  },
  'GET /v1/places': { status: 200, body: { places: [], more: false } },
  'GET /v1/providers': { status: 200, body: { providers: [] } },
  'GET /v1/jurisdictions': { status: 200, body: { own: [], given: [] } },
};
const MISSING = problem(401, 'session.missing', '尚未登录');

/** A page whose server answers under `/v1` as `answers` says, by method and path; and all that it complains of. */
async function open(
  path: string,
  {
    answers = {},
    ...options
  }: BrowserContextOptions & { answers?: Record<string, Answer | ((sent: Request) => Answer)> } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const complaints: string[] = [];
  const page = await watchedPage(at.browser, complaints, options);
  await page.route('**/v1/**', async (route) => {
    const sent = route.request();
    const asked = `${sent.method()} ${new URL(sent.url()).pathname}`;
    const answer = answers[asked] ?? AROUND[asked] ?? MISSING;
    const { status, body } = typeof answer === 'function' ? answer(sent) : answer;
    await route.fulfill({ status, json: body });
  });
  await page.goto(`${at.program.url}/console${path}`);
  await page.locator('h1').waitFor();
  return { page, complaints };
}

async function expectUsable(page: Page): Promise<void> {
  await expectUsableAs(page, 'shell');
  await expect.poll(async () => (await page.locator('h1').boundingBox())?.width ?? 0).toBeGreaterThan(0);
}

const LOOKS = [PHONE, DESK].flatMap((viewport) =>
  (['zh-CN', 'en-GB'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ viewport, locale, colorScheme })),
  ),
);
const SIGNED_IN = { 'GET /v1/session': { status: 200, body: SESSION } };
const SECOND = { 'POST /v1/session': { status: 200, body: { stage: 'second-factor' } } };

async function giveName(page: Page): Promise<void> {
  await page.locator('#name').fill('wang');
  await page.locator('#password').fill('correct horse');
  await page.keyboard.press('Enter');
}

test.each(LOOKS)('sign-in is usable: $viewport.width, $locale, $colorScheme', async (look) => {
  const { page, complaints } = await open('/sign-in', { ...look, answers: SECOND });
  await expectUsable(page);
  await giveName(page);
  await page.locator('input[autocomplete="one-time-code"]').waitFor();
  await expectUsable(page);
  const text = await page.innerText('main');
  if (look.locale === 'en-GB') expect(text).not.toMatch(/\p{Script=Han}/u);
  else expect(text).toContain('两步验证');
  expect(await page.locator('html').getAttribute('lang')).toBe(look.locale === 'en-GB' ? 'en' : 'zh-CN');
  expect(complaints).toEqual([]);
});

test.each(LOOKS)('home is usable, its menus too: $viewport.width, $locale, $colorScheme', async (look) => {
  const { page, complaints } = await open('', { ...look, answers: SIGNED_IN });
  await expectUsable(page);
  for (const said of [SESSION.person.name, ORGANISATION.name, ORGANISATION.code])
    expect(await page.innerText('main')).toContain(said);
  const isPhone = look.viewport === PHONE;
  expect(await page.locator('nav').isVisible()).toBe(!isPhone);
  if (isPhone) {
    await page.getByRole('button', { name: /^(菜单|Menu)$/ }).click();
    await page.locator('nav').waitFor();
    await page.getByRole('button', { name: /^(外观|Appearance)/ }).click();
    await page.getByRole('menuitem').first().waitFor();
    await expectUsable(page);
    await page.getByRole('menuitem').first().click();
    await page.getByRole('menuitem').first().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^(关闭菜单|Close the menu)$/ }).click();
    await page.locator('nav').waitFor({ state: 'hidden' });
  }
  await page.getByRole('button', { name: /王小明/ }).click();
  await page.getByRole('menuitem').first().waitFor();
  await expectUsable(page);
  expect(complaints).toEqual([]);
});

test('by keyboard alone: the first field has the focus, Enter signs in, and one comes back to where one was going', async () => {
  let isSignedIn = false;
  const sent: unknown[] = [];
  const answers = {
    'GET /v1/session': () => (isSignedIn ? { status: 200, body: SESSION } : MISSING),
    'POST /v1/session': (request: Request) => {
      sent.push(request.postDataJSON());
      return { status: 200, body: { stage: 'second-factor' } };
    },
    'POST /v1/session/second-factor': (request: Request) => {
      sent.push(request.postDataJSON());
      isSignedIn = true;
      return { status: 200, body: SESSION };
    },
  };
  const { page, complaints } = await open('/not-yet?x=1', { answers });
  await page.waitForURL('**/console/sign-in?return=%2Fnot-yet%3Fx%3D1');
  await page.locator('#name:focus').waitFor();
  await page.keyboard.type('wang');
  await page.keyboard.press('Tab');
  await page.keyboard.type('correct horse');
  await page.keyboard.press('Enter');
  await page.locator('#code:focus').waitFor();
  await page.keyboard.type('123 456');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/console/not-yet?x=1');
  await page.getByRole('button', { name: /王小明/ }).waitFor();
  expect(sent).toEqual([{ name: 'wang', password: 'correct horse' }, { code: '123456' }]);
  expect(complaints).toEqual([]);
});

test('the skip link is the first stop, and leads past the menus', async () => {
  const { page } = await open('', { answers: SIGNED_IN });
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: '跳到正文' });
  expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
  expect((await skip.boundingBox())?.width).toBeGreaterThan(40);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
});

test('what the server refuses is said in its own words, and read out', async () => {
  const answers = { 'POST /v1/session': problem(401, 'sign-in.wrong', '登录名或密码不正确') };
  const { page } = await open('/sign-in', { answers });
  await giveName(page);
  const alert = page.getByRole('alert').filter({ hasText: '登录名或密码不正确' });
  await alert.waitFor();
  expect(await page.locator('#name').inputValue()).toBe('wang');
  await expectUsable(page);
});

test('a field that was left empty says so and is named with it', async () => {
  const { page } = await open('/sign-in');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('请输入登录名').waitFor();
  await page.getByText('请输入密码').waitFor();
  await expectUsable(page);
});

test('language and theme hold the next time, and nothing else is kept', async () => {
  const { page } = await open('/sign-in');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByRole('button', { name: /Appearance/ }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await page.locator('html[data-theme="dark"]').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  const kept = await page.evaluate(() => [Object.values(localStorage), Object.keys(sessionStorage)]);
  expect(kept).toEqual([[JSON.stringify({ language: 'en', theme: 'dark' })], []]);
});

test('a one-time link: its token is sent, and left in no address', async () => {
  const sent: unknown[] = [];
  const answers = {
    'POST /v1/links/open': (request: Request) => {
      sent.push(request.postDataJSON());
      return {
        status: 200,
        body: { purpose: 'invitation', name: '王小明', organisation: { name: ORGANISATION.name } },
      };
    },
  };
  const { page, complaints } = await open('/start#Token-1_x', { answers, viewport: PHONE });
  await page.getByText('王小明，您好').waitFor();
  expect(page.url()).toBe(`${at.program.url}/console/start`);
  expect(sent).toEqual([{ token: 'Token-1_x' }]);
  expect(
    await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])),
  ).not.toContain('Token-1_x');
  await expectUsable(page);
  await page.goto(`${at.program.url}/console/start#Token-2`);
  await expect.poll(() => sent.length).toBe(2);
  expect(page.url()).toBe(`${at.program.url}/console/start`);
  expect(complaints).toEqual([]);
});

test('signing out ends the session on the server and shows the sign-in page', async () => {
  let isSignedIn = true;
  const { page } = await open('', {
    answers: {
      'GET /v1/session': () => (isSignedIn ? { status: 200, body: SESSION } : MISSING),
      'DELETE /v1/session': () => {
        isSignedIn = false;
        return { status: 200, body: {} };
      },
    },
  });
  await page.getByRole('button', { name: /王小明/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.waitForURL('**/console/sign-in');
  await page.locator('#name').waitFor();
  expect(isSignedIn).toBe(false);
  await page.goBack();
  await page.waitForURL('**/console/sign-in');
});

test('a page that is not there says so; a server that is busy is said to be, with a way to try again', async () => {
  const { page } = await open('/nowhere', { answers: SIGNED_IN });
  expect(await page.innerText('h1')).toBe('没有这个页面');
  await expectUsable(page);
  const refused = problem(403, 'key.role', '没有权限');
  const { page: busy } = await open('', { answers: { 'GET /v1/session': refused } });
  expect(await busy.innerText('h1')).toBe('页面没有打开');
  expect(await busy.innerText('main')).toContain('没有权限');
  await busy.getByRole('button', { name: '重新载入' }).waitFor();
  await expectUsable(busy);
});

test('what needs a fresh proof asks for it in a dialog, and is done when it was given', async () => {
  let isProven = false;
  let isSignedIn = true;
  const sent: unknown[] = [];
  const { page, complaints } = await open('', {
    viewport: PHONE,
    answers: {
      'GET /v1/session': () => (isSignedIn ? { status: 200, body: SESSION } : MISSING),
      'DELETE /v1/session': () => {
        isSignedIn = !isProven;
        return isProven ? { status: 200, body: {} } : problem(403, 'session.stale', '此操作需要再次验证身份');
      },
      'POST /v1/session/proof': (request: Request) => {
        sent.push(request.postDataJSON());
        isProven = sent.length === 2;
        return isProven ? { status: 200, body: SESSION } : problem(401, 'sign-in.wrong', '登录名或密码不正确');
      },
    },
  });
  await page.getByRole('button', { name: /王小明/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  const dialog = page.getByRole('dialog', { name: '请再次验证身份' });
  for (const password of ['not it', 'correct horse']) {
    await dialog.getByLabel('密码', { exact: true }).fill(password);
    await dialog.getByLabel('验证码').fill('123456');
    await dialog.getByRole('button', { name: '验证并继续' }).click();
    // While it is asked its button is pale.
    if (password === 'not it') await dialog.getByText('登录名或密码不正确').waitFor();
    else await page.locator('#name').waitFor();
    await dialog.locator('.ant-btn-loading').waitFor({ state: 'detached' });
    await expectUsable(page);
  }
  await page.waitForURL('**/console/sign-in');
  expect(sent).toEqual(['not it', 'correct horse'].map((password) => ({ password, code: '123456' })));
  expect(complaints).toEqual([]);
});
