/** Shared links in the console: made after a proof of who asks, shown once, opened without an account, revoked. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBER, OWNER, type RunningConsole, runConsole } from './console.fixture.ts';
import { done, joined, record } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const BOX = 'https://id.gs1.org/01/06901234567892/21/BOX1';
const SHIPPED = 'https://example.org/shipped-1';
const NOTE = '烟台市质检站，核对三月一日的发货';

let at: RunningConsole;
let grower: Tab;
let clerk: Tab;
/** The link that was made. */
let url = '';

beforeAll(async () => {
  at = await runConsole();
  grower = await at.firstStart();
  const invited = await done(grower, 'POST', '/v1/invitations', { name: MEMBER.name, role: 'viewer' });
  clerk = await joined(at, invited, MEMBER);
  await record(at, grower, { epc: BOX, bizStep: 'shipping', eventID: SHIPPED });
}, 180_000);
afterAll(() => at?.close());

/** As a program, without any session. */
const openLink = (): Promise<Response> => fetch(url, { headers: { accept: 'application/json' } });

test('without links the page says how one is made; what is missing or out of bounds is said in words', async () => {
  await grower.open('shares', '分享链接');
  await grower.page.getByText(/还没有分享链接。点击“新建链接”/).waitFor();
  await grower.expectUsable('shares-none');
  await grower.page.getByRole('button', { name: '新建链接' }).click();
  await grower.dialog().getByLabel('有效天数').fill('91');
  await grower.press('新建');
  for (const wrong of ['请输入追溯码', '请注明给谁看', '请输入 1 至 90 的整数'])
    await grower.dialog().getByText(wrong).waitFor();
  const many = Array.from({ length: 21 }, (_, index) => `${BOX}${index}`).join('\n');
  await grower.dialog().getByLabel('追溯码').fill(many);
  await grower.dialog().getByText('最多 20 个，现在有 21 个').waitFor();
  await grower.dialog().getByLabel('追溯码').fill(BOX);
  await grower.dialog().getByLabel('记录编号').fill('urn:uuid:no-such');
  await grower.dialog().getByLabel('给谁看').fill(NOTE);
  await grower.dialog().getByLabel('有效天数').fill('90');
  await grower.press('新建');
  await grower.dialog().getByText('在此追溯结果中没有找到这条记录：urn:uuid:no-such').waitFor();
});

test('a proof of who asks is taken where the server wants one; the link is then shown once, with a button to copy it', async () => {
  await grower.dialog().getByLabel('记录编号').fill(SHIPPED);
  await grower.expectUsable('shares-make');
  // As if the last proof was long ago.
  const stale = { type: 'about:blank', status: 403, code: 'session.stale', title: '此操作需要再次验证身份' };
  await grower.page.route('**/v1/shares', (route) => route.fulfill({ status: 403, json: stale }), { times: 1 });
  await grower.press('新建');
  const proof = grower.page.getByRole('dialog', { name: '请再次验证身份' });
  await proof.getByLabel('密码', { exact: true }).fill(OWNER.password);
  await proof.getByRole('button', { name: '验证并继续' }).click();
  const once = grower.page.getByRole('dialog', { name: '链接已新建' });
  await once.getByText(/链接只显示这一次/).waitFor();
  await once.getByRole('button', { name: '复制: 链接' }).waitFor();
  url = await once.locator('code').innerText();
  expect(url.startsWith(`${at.program.url}/s/`)).toBe(true);
  await grower.expectUsable('shares-once');
  await grower.press('完成');
  const row = grower.row(NOTE).filter({ hasText: OWNER.name }).filter({ hasText: BOX });
  await row
    .filter({ hasText: `仅一条记录：${SHIPPED}` })
    .filter({ hasText: '有效' })
    .waitFor();
  expect(await grower.page.innerText('main')).not.toContain(url.slice(-43));
});

test('somebody without an account opens it, and the list counts that', async () => {
  const answer = await openLink();
  expect(answer.status).toBe(200);
  expect(Object(await answer.json()).event).toBeDefined();
  await grower.open('shares', '分享链接');
  await grower.row(NOTE).filter({ hasText: '最近打开' }).waitFor();
  const [share] = Object(await done(grower, 'GET', '/v1/shares')).shares;
  expect(share.openedCount).toBe(1);
  await grower.expectUsable('shares-opened');
});

test('who does not manage the organisation is told that the page is not theirs', async () => {
  await clerk.page.goto(`${at.program.url}/console/shares`);
  await clerk.page.getByText('您的角色不能查看此页').waitFor();
  expect(await clerk.page.getByRole('link', { name: '分享链接' }).count()).toBe(0);
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await grower.page.setViewportSize(DESK);
  await grower.page.getByRole('button', { name: 'English' }).click();
  await grower.open('shares', 'Shared links');
  await grower.row('Last opened').filter({ hasText: 'Valid until' }).waitFor();
  const told = (await grower.page.innerText('main')).replace(NOTE, '').replace(OWNER.name, '');
  expect(told).not.toMatch(/\p{Script=Han}/u);
  await grower.expectUsable('shares-en');
  await grower.page.getByRole('button', { name: 'Make a link' }).click();
  await grower.dialog().getByLabel('Days valid').waitFor();
  expect(await grower.dialog().innerText()).not.toMatch(/\p{Script=Han}/u);
  await grower.expectUsable('shares-make-en');
  await grower.press('Cancel');
});

test('it is revoked after a question, and opens nothing any more', async () => {
  await grower.page.getByRole('button', { name: `Revoke the link “${NOTE}”` }).click();
  await grower.press('Revoke');
  await grower.row(NOTE).filter({ hasText: 'Revoked' }).waitFor();
  expect(await grower.page.getByRole('button', { name: /^Revoke/ }).count()).toBe(0);
  expect((await openLink()).status).toBe(404);
  await grower.open('audit', 'What happened');
  await grower.row('Made a link to share').filter({ hasText: SHIPPED }).filter({ hasText: 'Valid until' }).waitFor();
  await grower.row('Revoked a shared link').waitFor();
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
