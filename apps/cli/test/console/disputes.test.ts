/** Disputes in the console, seen from both sides: made from the address of a record, read, withdrawn. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBER, type RunningConsole, runConsole } from './console.fixture.ts';
import { done, joined, ownerOf, record } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const BOX = 'https://id.gs1.org/01/06901234567892/21/BOX1';
const SHIPPED = 'https://example.org/shipped-1';
const SHOP = '百果鲜生超市';
const WORDS = '送货单上写了 12 箱，实际只收到 10 箱。';

let at: RunningConsole;
let grower: Tab;
let shop: Tab;
let clerk: Tab;

beforeAll(async () => {
  at = await runConsole();
  grower = await at.firstStart();
  shop = await ownerOf(at, grower, { organisation: { name: SHOP, kind: 'enterprise' }, loginName: 'zhao.liu' });
  const invited = await done(shop, 'POST', '/v1/invitations', { name: MEMBER.name, role: 'viewer' });
  clerk = await joined(at, invited, MEMBER);
  await record(at, grower, { epc: BOX, bizStep: 'shipping', eventID: SHIPPED });
  await record(at, shop, { epc: BOX, bizStep: 'receiving', eventTime: '2026-03-02T08:00:00Z' });
}, 180_000);
afterAll(() => at?.close());

test('without disputes the page says how one is made; what is missing or unknown is said in words', async () => {
  await shop.open('disputes', '异议');
  await shop.page.getByText(/还没有提出过异议。要提出一条/).waitFor();
  await shop.page.getByRole('tab', { name: '对本单位记录的' }).click();
  await shop.page.getByText('没有单位对本单位的记录提出异议。').waitFor();
  await shop.expectUsable('disputes-none');
  await shop.page.getByRole('button', { name: '提出异议' }).click();
  await shop.press('提出');
  for (const missing of ['请输入记录编号', '请选择哪里不符', '请写明实际情况'])
    await shop.dialog().getByText(missing).waitFor();
  await shop.dialog().getByLabel('记录编号').fill('urn:uuid:no-such');
  await shop.choose('哪里不符', '时间不符');
  await shop.dialog().getByLabel('说明').fill('不是这一天');
  await shop.press('提出');
  await shop
    .dialog()
    .getByText(/没有找到您可以提出异议的记录/)
    .waitFor();
});

test('an address with the ID of a record opens the dialog with it; what is made is listed, and the dialog gone', async () => {
  await shop.page.goto(`${at.program.url}/console/disputes?${new URLSearchParams({ event: SHIPPED })}`);
  await shop.dialog().waitFor();
  expect(await shop.dialog().getByLabel('记录编号').inputValue()).toBe(SHIPPED);
  await shop.choose('哪里不符', '数量不符');
  await shop.dialog().getByLabel('说明').fill(WORDS);
  await shop.expectUsable('disputes-make');
  await shop.press('提出');
  await shop.row(SHIPPED).filter({ hasText: '数量不符' }).filter({ hasText: WORDS }).waitFor();
  await shop.row('待解决').waitFor();
  await shop.dialog().waitFor({ state: 'hidden' });
  expect(new URL(shop.page.url()).search).toBe('');
  await shop.expectUsable('disputes-mine');
});

test('whoever recorded it reads who says what, and cannot withdraw it', async () => {
  await grower.open('disputes', '异议');
  await grower.page.getByRole('tab', { name: '对本单位记录的' }).click();
  const row = grower.row(SHOP).filter({ hasText: '数量不符' }).filter({ hasText: WORDS });
  await row.filter({ hasText: SHIPPED }).waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
  await grower.expectUsable('disputes-ours');
});

test('who may only read sees them, and no buttons, whatever the address asks for', async () => {
  await clerk.open(`disputes?${new URLSearchParams({ event: SHIPPED })}`, '异议');
  await clerk.row(SHIPPED).waitFor();
  expect(await clerk.page.getByRole('button', { name: /提出异议|撤回/ }).count()).toBe(0);
  expect(await clerk.dialog().count()).toBe(0);
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await grower.page.setViewportSize(DESK);
  await grower.page.getByRole('button', { name: 'English' }).click();
  await grower.open('disputes', 'Disputes');
  await grower.page.getByRole('tab', { name: 'About your records' }).click();
  await grower.row('Another quantity').filter({ hasText: 'Open' }).waitFor();
  const told = (await grower.page.innerText('main')).replace(WORDS, '').replace(SHOP, '');
  expect(told).not.toMatch(/\p{Script=Han}/u);
  await grower.expectUsable('disputes-en');
  await grower.page.getByRole('button', { name: 'Dispute a record' }).click();
  await grower.dialog().getByLabel('ID of the record').waitFor();
  expect(await grower.dialog().innerText()).not.toMatch(/\p{Script=Han}/u);
  await grower.expectUsable('disputes-make-en');
});

test('it is withdrawn after a question, and stays in the list of both', async () => {
  await shop.page.getByRole('button', { name: `撤回对记录 ${SHIPPED} 的异议` }).click();
  await shop.dialog().getByText('追溯结果中不再显示这条异议').waitFor();
  await shop.press('撤回');
  await shop.row(SHIPPED).filter({ hasText: '已撤回' }).waitFor();
  expect(await shop.page.getByRole('button', { name: /撤回/ }).count()).toBe(0);
  await grower.open('disputes?about=ours', 'Disputes');
  await grower.row(SHOP).filter({ hasText: 'Withdrawn' }).waitFor();
  await shop.open('audit', '操作记录');
  await shop.row('撤回了异议').first().waitFor();
  await shop.row('对他人的记录提出异议').filter({ hasText: '数量不符' }).waitFor();
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
