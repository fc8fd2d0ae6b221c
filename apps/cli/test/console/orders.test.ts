/** Orders in the console: a mill notes what a shop wants, and ships it by scanning in two goes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import type { Tab } from './tab.fixture.ts';

const FLOUR = 'https://id.gs1.org/01/06901234567892';
const CAN = 'https://id.gs1.org/01/06901234567908';
const SHOP = 'cn-uscc:91330100799655058B';
/** On China's clocks. */
const YESTERDAY = new Date(Date.now() - 16 * 3_600_000).toISOString().slice(0, 10);
const LOT = `${FLOUR}/10/F1`;

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
  await done(tab, 'PATCH', '/v1/organisation', { categories: ['food'] });
  const entry = (kind: string, code: string, name: string) => ({
    ...{ kind, code, attributes: { name }, identifiers: [], parts: [] },
  });
  await done(tab, 'POST', '/v1/registry/entries', Object([entry('product', FLOUR, '小麦粉')]));
  await done(tab, 'POST', '/v1/registry/entries', Object([entry('product', CAN, '炼乳')]));
  await done(tab, 'POST', '/v1/registry/entries', Object([entry('party', SHOP, '城南食品店')]));
}, 180_000);
afterAll(() => at?.close());

const field = (label: string) => tab.page.getByLabel(label, { exact: true });
const button = (name: string | RegExp) => tab.page.getByRole('button', { name, exact: true });
const orders = async (): Promise<readonly { id: string; number: string; state: string }[]> =>
  Object(await done(tab, 'GET', '/v1/orders')).orders;
/** Where several steps ship, one is chosen. */
async function ship(): Promise<void> {
  await button('发货 SO-2026-001').click();
  await tab.page.getByRole('menuitem', { name: '食品 出厂、批发销售', exact: true }).click();
}
/** From a list of the page. */
async function choose(index: number, label: string, option: string): Promise<void> {
  await tab.page.getByRole('combobox', { name: label, exact: true }).nth(index).click();
  await tab.page.locator('.ant-select-item-option').filter({ hasText: option, visible: true }).first().click();
}
async function scan(code: string): Promise<void> {
  await tab.page.locator('input.unit-code').last().click();
  await tab.page.keyboard.type(code);
  await tab.page.keyboard.press('Enter');
}

test('an order is entered: the buyer and the products are chosen by their names', async () => {
  await tab.open('orders', '订单');
  await tab.page.getByText('没有还要发货的订单').waitFor();
  await tab.expectUsable('orders-none');
  await button('新建订单').click();
  await tab.page.getByRole('heading', { level: 1, name: '新建订单' }).waitFor();
  await button('保存').click();
  await tab.page.getByText('请填写订单编号').waitFor();
  await field('订单编号').fill('SO-2026-001');
  await tab.page.locator('#to').fill('城南');
  await tab.page.locator('.ant-select-item-option').filter({ hasText: '城南食品店' }).click();
  await field('要求到货').fill(YESTERDAY);
  await choose(0, '产品', '小麦粉');
  await field('数量').first().fill('100');
  await choose(0, '单位', '千克');
  await button('再加一种').click();
  await choose(1, '产品', '炼乳');
  await field('数量').nth(1).fill('2');
  await tab.expectUsable('order-form');
  await button('保存').click();
  await tab.page.getByRole('heading', { level: 1, name: 'SO-2026-001' }).waitFor();
  await tab.page.getByText('买方：城南食品店').waitFor();
  await tab.row('小麦粉').getByText('100 千克').first().waitFor();
  expect(await orders()).toMatchObject([{ number: 'SO-2026-001', state: 'open', openCount: 2 }]);
  await tab.expectUsable('order');
});

test('what is late stands in today’s list, and where one records, with a button to ship it', async () => {
  await tab.page.goto(`${at.program.url}/console/`);
  await tab.page.getByText('今天或更早就该到的订单：1 张').waitFor();
  await tab.open('record', '记录');
  await tab.page.getByRole('heading', { name: '从订单发货' }).waitFor();
  await tab.page.getByText('已过期').waitFor();
  await tab.expectUsable('record-orders');
  await ship();
  await tab.page.getByText('按订单 SO-2026-001 发货').waitFor();
});

test('what is scanned takes the line of its product; what is not scanned is told, and not recorded', async () => {
  await tab.page.getByText('还没有扫描：小麦粉 100 千克、炼乳 2 件').waitFor();
  expect(await tab.page.locator('#to').inputValue()).toBe(SHOP);
  await button('再加一行').click();
  await scan(LOT);
  await tab.page.getByText('还没有扫描：炼乳 2 件').waitFor();
  await scan(`${CAN}/21/1`);
  await tab.page.getByText('还没有扫描：炼乳 1 件').waitFor();
  const codes = () =>
    tab.page.locator('input.unit-code').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
  expect(await codes()).toEqual([LOT, `${CAN}/21/1`, CAN, '']);
  await field('数量').first().fill('60');
  await tab.expectUsable('order-ship');
  await button('核对').click();
  await tab.page.getByText('登记后，订单还差').waitFor();
  await tab.page.getByText('小麦粉 40 千克').waitFor();
  await tab.expectUsable('order-ship-checked');
  await button(/^(仍然)?登记$/).click();
  await tab.page.getByText('已登记，不能再修改').waitFor();
  expect(await orders()).toMatchObject([{ state: 'partly', openCount: 2 }]);
});

test('the rest is shipped from the order itself; then it is shipped, and its shipments lead to their records', async () => {
  const [order] = await orders();
  await tab.open(`orders/${order?.id}`, 'SO-2026-001');
  await tab.page.getByText('部分发货').waitFor();
  await tab.expectUsable('order-partly');
  await ship();
  await tab.page.getByText('还没有扫描：小麦粉 40 千克、炼乳 1 件').waitFor();
  await button('再加一行').click();
  await scan(`${FLOUR}/10/F2`);
  await scan(`${CAN}/21/2`);
  await tab.page.getByText('订单上的每种货都扫描了').waitFor();
  await button('核对').click();
  await tab.page.getByText('登记后，这张订单就发完了').waitFor();
  await button(/^(仍然)?登记$/).click();
  await tab.page.getByText('已登记，不能再修改').waitFor();
  await tab.open(`orders/${order?.id}`, 'SO-2026-001');
  await tab.page.getByText('已发完').waitFor();
  await tab.expectUsable('order-shipped');
  await tab.page
    .getByRole('link', { name: /^查看记录/ })
    .first()
    .click();
  await tab.page
    .getByText(/urn:uuid:/)
    .first()
    .waitFor();
});

test('each record of shipping names the order', async () => {
  const [order] = await orders();
  const { uri, shipments } = Object(await done(tab, 'GET', `/v1/orders/${order?.id}`));
  expect(shipments).toHaveLength(2);
  for (const { eventID } of shipments)
    expect(JSON.stringify(await done(tab, 'GET', `/epcis/events/${eventID}`))).toContain(uri);
});

test('one is closed with a reason, and opened again; in English nothing is left in Chinese but what was entered', async () => {
  const id = crypto.randomUUID();
  const lines = [{ product: FLOUR, quantity: '5', uom: 'KGM' }];
  await done(tab, 'PUT', `/v1/orders/${id}`, { number: 'SO-2', buyer: SHOP, lines, version: 0 });
  await tab.open(`orders/${id}`, 'SO-2');
  await button('不再发货').click();
  await tab.dialog().getByLabel('原因').fill('买方不要了');
  await tab.press('不再发货');
  await tab.page.getByText('已结束：买方不要了').waitFor();
  await button('重新打开').click();
  await button('撤回').waitFor();
  await tab.page.getByRole('button', { name: 'English' }).click();
  await button('Withdraw').waitFor();
  await tab.expectUsable('order-en');
  await tab.open(`orders/${id}/change`, 'Change order SO-2');
  await tab.expectUsable('order-form-en');
  await tab.open('orders', 'Orders');
  await tab.expectUsable('orders-en');
});
