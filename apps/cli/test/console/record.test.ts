/** Recording in the console: a mill fills in a receipt, is told what is missing, records it, and finds it again. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done, ownerOf } from './parties.fixture.ts';
import { DESK, PHONE, type Tab } from './tab.fixture.ts';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

const LOT = 'https://id.gs1.org/01/06901234567892/10/F1';
const sheets = async (state: string): Promise<readonly { id: string; name: string; version: number }[]> =>
  Object(await done(tab, 'GET', `/v1/sheets?state=${state}`)).sheets;
/** Of the food pack: others have steps of the same name. */
const step = (name: string) =>
  tab.page
    .locator('.stage-choice', { has: tab.page.getByRole('heading', { name: '食品', exact: true }) })
    .getByRole('link', { name, exact: true });
const field = (label: string) => tab.page.getByLabel(label, { exact: true });

test('without a category there is a way to say what one deals in', async () => {
  await tab.open('record', '记录');
  await tab.page.getByText('还没有适用的规则包').waitFor();
  await tab.expectUsable('record-none');
  await tab.page.getByRole('button', { name: '填写经营品类' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '单位' }).waitFor();
});

test('the steps of one’s pack are large buttons, found by name', async () => {
  await done(tab, 'PATCH', '/v1/organisation', { categories: ['food', 'edible-agri'] });
  await tab.page.goto(`${at.program.url}/console/`);
  await tab.page.getByRole('navigation').getByRole('link', { name: '记录', exact: true }).click();
  await tab.page.getByRole('heading', { level: 3, name: '食品', exact: true }).waitFor();
  await step('出厂放行').waitFor();
  await tab.expectUsable('record');
  await tab.page.getByRole('textbox', { name: '查找环节：食品' }).fill('查验');
  await step('出厂放行').waitFor({ state: 'hidden' });
  const box = await step('进货查验').boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await step('进货查验').click();
  await tab.page.getByRole('heading', { level: 1, name: '进货查验' }).waitFor();
});

test('a name and a day are there already; what is typed is saved by itself, and is there after a reload', async () => {
  expect(await tab.page.locator('#name').inputValue()).toMatch(/^进货查验 \d{4}-\d\d-\d\d$/);
  expect(await field('日期（北京时间）').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await sheets('open')).toEqual([]);
  await tab.expectUsable('record-form');
  await tab.page.locator('#name').fill('青山粮油来的面粉');
  await tab.page.getByText('已保存').waitFor();
  expect(await sheets('open')).toMatchObject([{ name: '青山粮油来的面粉' }]);
  await tab.page.reload();
  await tab.page.getByRole('heading', { level: 1, name: '进货查验' }).waitFor();
  expect(await tab.page.locator('#name').inputValue()).toBe('青山粮油来的面粉');
});

test('a scanner fills line after line, and the same label twice counts once', async () => {
  const codes = () => tab.page.locator('input.unit-code');
  await codes().first().click();
  await tab.page.keyboard.type(LOT);
  await tab.page.keyboard.press('Enter');
  await expect.poll(() => codes().count()).toBe(2);
  await tab.page.keyboard.type(LOT);
  await tab.page.keyboard.press('Enter');
  await tab.page.getByText('已经在上面，不重复计').waitFor();
  await tab.page.keyboard.type('06901234567891');
  await field('数量').first().fill('10');
  expect(await codes().evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).toEqual([
    LOT,
    '06901234567891',
  ]);
});

test('checking tells what is wrong at its field, in plain words, and records nothing', async () => {
  await tab.page.getByRole('button', { name: '核对' }).click();
  await tab.page.getByText('有 1 处须先填写或更正').waitFor();
  await tab.page.getByText(/编码有误：校验位/).waitFor();
  // The browser asks for less motion.
  expect(await tab.page.locator('.ant-wave').count()).toBe(0);
  expect(await tab.page.getByRole('button', { name: '登记', exact: true }).isEnabled()).toBe(false);
  await tab.expectUsable('record-fault');
  await tab.page.getByRole('button', { name: '删除第 2 行' }).click();
  await tab.page.getByRole('button', { name: '核对' }).click();
  await tab.page.getByText(/有 \d+ 处不合要求/).waitFor();
  await tab.page.getByText('缺少供货者名称').waitFor();
  await tab.page
    .getByText(/依据：.*食品安全法/)
    .first()
    .waitFor();
  await tab.expectUsable('record-findings');
  expect(await sheets('recorded')).toEqual([]);
});

test('what is asked is filled in by keyboard, checked and recorded; then it is closed and found again', async () => {
  const answers = {
    ...{ 供货者名称: '青山粮油公司', 供货者地址: '烟台市栖霞路 1 号', 供货者联系方式: '门市部' },
    ...{ 供货者许可证号: 'SC10437060200017', 产品合格证明编号: '合 2026-0018', 规格: '25 kg', 保质期至: '2027-05-01' },
  };
  for (const [label, answer] of Object.entries(answers)) await field(label).fill(answer);
  await tab.page.locator('#values_productName').fill('小麦粉');
  await tab.page.getByRole('button', { name: '核对' }).click();
  await tab.page.getByText('没有发现问题，可以登记').waitFor();
  await tab.expectUsable('record-fine');
  await tab.page.getByRole('button', { name: '登记', exact: true }).dblclick();
  await tab.page.getByText('已登记，不能再修改').waitFor();
  const [recorded] = await sheets('recorded');
  expect(await sheets('recorded')).toHaveLength(1);
  const { status } = await tab.ask('GET', `/epcis/events/urn:uuid:${recorded?.id}`);
  expect(status).toBe(200);
  await tab.expectUsable('record-recorded');
  await tab.page.getByRole('link', { name: /^查看记录/ }).click();
  await tab.page.getByText(`urn:uuid:${recorded?.id}`).first().waitFor();
});

test('the next begins with what may be the same again; one that is not wanted is taken away, and comes back', async () => {
  await tab.open('record', '记录');
  await step('进货查验').click();
  await tab.page.getByRole('heading', { level: 1, name: '进货查验' }).waitFor();
  expect(await field('供货者名称').inputValue()).toBe('青山粮油公司');
  expect(await tab.page.locator('input.unit-code').first().inputValue()).toBe('');
  await tab.page.locator('#name').fill('填错的一张');
  await tab.page.getByText('已保存').waitFor();
  await tab.page.getByRole('button', { name: '不要了' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '记录' }).waitFor();
  await tab.page.getByText('没有填了一半的').waitFor();
  await tab.page.getByRole('button', { name: '恢复' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '进货查验' }).waitFor();
  expect(await tab.page.locator('#name').inputValue()).toBe('填错的一张');
});

test('what was typed a moment before the page is left is kept', async () => {
  const [{ id = '' } = {}] = await sheets('open');
  await tab.open('record', '记录');
  await step('贮存').click();
  await tab.page.locator('#name').fill('冷库三号');
  await tab.page.getByRole('link', { name: '返回记录' }).click();
  await tab.page.getByRole('link', { name: '冷库三号' }).first().waitFor();
  await step('贮存').click();
  await tab.page.getByRole('heading', { level: 1, name: '贮存' }).waitFor();
  await tab.page.getByRole('link', { name: '返回记录' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '记录' }).waitFor();
  expect((await sheets('open')).map(({ name }) => name)).toEqual(['冷库三号', '填错的一张']);
  for (const { id: other, name } of await sheets('open'))
    if (name === '冷库三号') await done(tab, 'DELETE', `/v1/sheets/${other}`);
  await tab.open(`record/${id}`, '进货查验');
});

test('goods without a label are chosen by product and lot', async () => {
  const product = {
    kind: 'product',
    code: 'https://id.gs1.org/01/06901234567892',
    attributes: { name: '富强粉（烟台青山面粉厂 2026 年新麦，适合做面条和饺子）' },
  };
  await done(tab, 'POST', '/v1/registry/entries', [product]);
  await tab.page.getByRole('button', { name: '没有标签：选产品和批号' }).click();
  await tab.dialog().getByRole('combobox', { name: '产品' }).click();
  await tab.page.locator('.ant-select-item-option', { hasText: '富强粉' }).click();
  await tab.dialog().getByLabel('批号').fill('2026-11/03');
  await tab.expectUsable('record-by-product');
  await tab.page.setViewportSize(PHONE);
  const edge = async (of: Locator): Promise<number> => {
    const box = await of.boundingBox();
    return (box?.x ?? 0) + (box?.width ?? Number.POSITIVE_INFINITY);
  };
  const shell = await edge(tab.page.locator('.ant-modal-container'));
  for (const label of ['产品', '批号']) expect(await edge(tab.dialog().getByLabel(label).last())).toBeLessThan(shell);
  await tab.press('填入');
  expect(await tab.page.locator('input.unit-code').first().inputValue()).toBe(`${product.code}/10/2026-11%2F03`);
  await expect
    .poll(async () => {
      const [{ id = '' } = {}] = await sheets('open');
      return Object(await done(tab, 'GET', `/v1/sheets/${id}`)).content.units;
    })
    .toEqual([{ code: `${product.code}/10/2026-11%2F03` }]);
});

test('goods without a bar code are a lot of the day under a number of one’s own', async () => {
  const code = 'own-product:91110000802100433B.手工挂面';
  const twice = 'own-product:91110000802100433B.手擀面';
  await done(tab, 'POST', '/v1/registry/entries', [
    { kind: 'product', code, attributes: { name: '手工挂面' } },
    { kind: 'product', code: twice, attributes: { name: '手擀面' } },
  ]);
  await done(tab, 'POST', '/v1/registry/merges', { keep: code, merge: [twice] });
  const [{ id = '' } = {}] = await sheets('open');
  const lines = async (): Promise<readonly { code: string }[]> =>
    Object(await done(tab, 'GET', `/v1/sheets/${id}`)).content.units;
  const before = await lines();
  await tab.page.getByRole('button', { name: '没有标签：选产品和批号' }).click();
  await tab.dialog().getByRole('combobox', { name: '产品' }).fill('手擀面');
  // What was merged is told below the one that stands for it, which is chosen, and is no new product.
  const choices = tab.page.locator('.ant-select-item-option').filter({ visible: true });
  await choices.filter({ hasText: '手工挂面' }).getByText('又名：手擀面').waitFor();
  expect(await choices.count()).toBe(1);
  await tab.expectUsable('record-by-merged-product');
  await choices.filter({ hasText: '手工挂面' }).click();
  await tab.press('用今天的日期');
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
  expect(await tab.dialog().getByLabel('批号').inputValue()).toBe(day);
  await tab.press('填入');
  await expect.poll(lines).toEqual([...before, { code: `own-lot:91110000802100433B.手工挂面.${day}` }]);
  await tab.page.getByRole('button', { name: '核对' }).click();
  await tab.page.getByText(/有 \d+ 处不合要求/).waitFor();
  await tab.page.getByRole('button', { name: '删除第 2 行' }).click();
  await expect.poll(lines).toEqual(before);
});

test('where it was is chosen by its name, which stands below its code; who may type a code does so', async () => {
  const site = { kind: 'site', code: 'https://id.gs1.org/414/6901234500004', attributes: { name: '青山二号面粉库' } };
  await done(tab, 'POST', '/v1/registry/entries', [site]);
  const [{ id = '' } = {}] = await sheets('open');
  const place = tab.page.getByRole('combobox', { name: '在哪里' });
  await place.fill('二号');
  await tab.page.locator('.ant-select-item-option', { hasText: '青山二号面粉库' }).click();
  expect(await place.inputValue()).toBe(site.code);
  await tab.page.locator('.ant-form-item-extra', { hasText: '青山二号面粉库' }).waitFor();
  await tab.expectUsable('record-place');
  const kept = async (): Promise<unknown> => Object(await done(tab, 'GET', `/v1/sheets/${id}`)).content.place;
  await expect.poll(kept).toBe(site.code);
  await place.fill('6901234500004');
  await place.press('Enter');
  await expect.poll(kept).toBe('6901234500004');
  await place.fill('');
  await expect.poll(kept).toBeUndefined();
});

test('two tabs on one sheet: the later is told what differs, and says which stays', async () => {
  const [{ id = '' } = {}] = await sheets('open');
  const { version, content, pack, stage, name } = Object(await done(tab, 'GET', `/v1/sheets/${id}`));
  const other = { ...content, values: { ...content.values, specification: '50 kg' } };
  await done(tab, 'PUT', `/v1/sheets/${id}`, { pack, stage, name, version, content: other });
  await field('规格').fill('10 kg');
  await tab.page.getByText(/也改了这一张/).waitFor();
  expect(await tab.row('规格').innerText()).toMatch(/10 kg[\s\S]*50 kg/);
  await tab.expectUsable('record-conflict');
  await tab.page.getByRole('button', { name: '保留我的' }).click();
  await expect
    .poll(async () => Object(await done(tab, 'GET', `/v1/sheets/${id}`)).content.values.specification)
    .toBe('10 kg');
});

test('without a connection what is typed is kept on the device; a browser that dies takes nothing, and it is saved later', async () => {
  const before = await sheets('open');
  // A page of its own, which is closed as a browser that is killed closes it: nothing is asked, nothing is sent.
  const page = await tab.page.context().newPage();
  await page.goto(`${at.program.url}/console/record/new/food/receipt`);
  await page.getByRole('heading', { level: 1, name: '进货查验' }).waitFor();
  await page.context().setOffline(true);
  await page.locator('#name').fill('地窖里记的');
  await page.getByLabel('供货者名称', { exact: true }).fill('断网时的粮油店');
  await page.getByText('没有网络，已保存在本机').waitFor();
  const { pathname } = new URL(page.url());
  await page.close();
  await tab.page.context().setOffline(false);
  expect(await sheets('open')).toEqual(before);
  await tab.open('record', '记录');
  await tab.page.getByRole('heading', { name: '本机上还没有保存的' }).waitFor();
  await tab.expectUsable('record-kept');
  await tab.page.getByRole('link', { name: '地窖里记的' }).click();
  await tab.page.getByText('上次没有来得及保存的内容已经恢复').waitFor();
  expect(new URL(tab.page.url()).pathname).toBe(pathname);
  expect(await field('供货者名称').inputValue()).toBe('断网时的粮油店');
  await expect.poll(async () => (await sheets('open')).map(({ name }) => name)).toContain('地窖里记的');
  await tab.open('record', '记录');
  await tab.page.getByRole('link', { name: '地窖里记的' }).waitFor();
  expect(await tab.page.getByRole('heading', { name: '本机上还没有保存的' }).count()).toBe(0);
});

test('what a supplier has sent is received with one tap; of what came otherwise it is told, and puts its record right', async () => {
  await done(tab, 'PATCH', '/v1/organisation', { code: '91330100799655058B' });
  const organisation = { name: '大山粮油', kind: 'enterprise', code: '91110000802100433B', categories: ['food'] };
  const supplier = await ownerOf(at, tab, { organisation, loginName: 'zhao.liu' });
  const sent = {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', eventTimeZoneOffset: '+08:00' },
    ...{ eventTime: new Date(Date.now() - 3_600_000).toISOString() },
    quantityList: [{ epcClass: 'https://id.gs1.org/01/06901234567892/10/S7', quantity: 40, uom: 'KGM' }],
    sourceList: [{ type: 'owning_party', source: 'cn-uscc:91110000802100433B' }],
    destinationList: [{ type: 'owning_party', destination: 'cn-uscc:91330100799655058B' }],
  };
  const context = ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'];
  await done(supplier, 'POST', '/epcis/events', { '@context': context, ...sent });
  await tab.page.goto(`${at.program.url}/console/`);
  await tab.page.getByText('对方已发出、还没有登记收货的：1 批').waitFor();
  await tab.page.getByRole('link', { name: '去收货' }).click();
  await tab.page.getByRole('heading', { name: '待收货' }).waitFor();
  await tab.row('大山粮油').getByText('40 千克').waitFor();
  await tab.expectUsable('record-arrivals');
  await tab.row('大山粮油').getByRole('button', { name: '收货' }).click();
  await tab.page.getByRole('menuitem', { name: '进货查验' }).last().click();
  await tab.page.getByRole('heading', { level: 1, name: '进货查验' }).waitFor();
  expect(await tab.page.locator('input.unit-code').first().inputValue()).toContain('/10/S7');
  expect(await tab.page.getByLabel('数量').first().inputValue()).toBe('40');
  await tab.page.getByLabel('数量').first().fill('38');
  await tab.page.getByRole('button', { name: '核对' }).click();
  await tab.page.getByText('与发货单位登记的有 1 处不符').waitFor();
  await tab.page.getByLabel('对发货单位说明').fill('少了两公斤');
  await tab.expectUsable('record-otherwise');
  await tab.page.getByRole('button', { name: /登记$/ }).last().click();
  await tab.page.getByText('已登记').first().waitFor();
  await supplier.page.goto(`${at.program.url}/console/disputes?about=ours`);
  await supplier.row('少了两公斤').getByText('38 千克').waitFor();
  await supplier.expectUsable('disputes-differences');
  await supplier
    .row('少了两公斤')
    .getByRole('button', { name: /^按此更正/ })
    .click();
  await supplier.page.getByRole('dialog').getByRole('button', { name: '按此更正' }).click();
  await supplier.row('少了两公斤').getByText('登记单位已更正').waitFor();
  await expect.poll(async () => Object(await done(tab, 'GET', '/v1/arrivals')).arrivals).toEqual([]);
  await tab.open('record', '记录');
  expect(await tab.page.getByRole('heading', { name: '待收货' }).count()).toBe(0);
});

test('in English nothing is left in Chinese but what was entered and the numbers of laws', async () => {
  await tab.page.setViewportSize(DESK);
  await tab.page.getByRole('button', { name: 'English' }).click();
  await tab.open('record', 'Record');
  await tab.page.getByRole('heading', { name: 'Not recorded yet' }).waitFor();
  await tab.expectUsable('record-en');
  await tab.page.locator('.stage-choice').nth(0).getByRole('link').first().click();
  await tab.page.getByRole('button', { name: 'Check' }).click();
  await tab.page.getByText(/To be filled in or corrected first/).waitFor();
  await tab.expectUsable('record-form-en');
  expect(await tab.page.innerText('main')).not.toMatch(/\p{Script=Han}/u);
  await tab.page.setViewportSize(PHONE);
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
