/** What others see, in the console: defaults, openings and their effect, who looked; at a desk and on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBER, type RunningConsole, runConsole } from './console.fixture.ts';
import { done, joined, ownerOf, record, trace } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const CODE = 'https://id.gs1.org/01/06901234567892/21/BOX1';
const PRODUCT = '6901234567892';
const PARTNER = '百果鲜生超市';
const OFFICE = '山东省监管局';

let at: RunningConsole;
let grower: Tab;
let shop: Tab;
let office: Tab;
let clerk: Tab;

beforeAll(async () => {
  at = await runConsole();
  grower = await at.firstStart();
  await done(grower, 'PATCH', '/v1/organisation', { region: '370602' });
  shop = await ownerOf(at, grower, { organisation: { name: PARTNER, kind: 'enterprise' }, loginName: 'zhao.liu' });
  const regulator = { name: OFFICE, kind: 'regulator', region: '37' };
  office = await ownerOf(at, grower, { organisation: regulator, loginName: 'sheng' });
  const officeId = Object(await done(office, 'GET', '/v1/organisation')).id;
  await done(grower, 'POST', '/v1/operator/jurisdictions', { organisation: officeId, region: '37', category: '*' });
  const shopId = Object(await done(shop, 'GET', '/v1/organisation')).id;
  await done(grower, 'POST', '/v1/partners', { organisation: shopId });
  const [{ id }] = Object(await done(shop, 'GET', '/v1/partners')).partners;
  await done(shop, 'POST', `/v1/partners/${id}/accept`);
  clerk = await joined(
    at,
    await done(grower, 'POST', '/v1/invitations', { name: MEMBER.name, role: 'viewer' }),
    MEMBER,
  );
  await record(at, grower, { epc: CODE, bizStep: 'shipping' });
}, 180_000);
afterAll(() => at?.close());

/** What of the grower's record is not told to whoever asks. */
async function hiddenTo(tab: Tab): Promise<readonly string[]> {
  const { events } = Object((await trace(tab, CODE)).body);
  return events[0].hidden ?? [];
}

test('the page tells the default of each element in plain words, and that nothing was opened further', async () => {
  await grower.open('openings', '公开范围');
  await grower.page.getByText(/目前都按默认范围公开。要让更多人/).waitFor();
  const table = grower.page.getByRole('table', { name: '默认范围' });
  expect(await table.getByRole('row').count()).toBe(1 + 18);
  await grower.row('数量').filter({ hasText: '直接的上下游、约定的合作伙伴' }).waitFor();
  await grower.row('时间').filter({ hasText: '召回和通知：公众' }).waitFor();
  await grower.row('其他自定义内容').filter({ hasText: '只有本单位' }).waitFor();
  await grower.expectUsable('openings-none');
});

test('what is missing or no product is said in words; what is open anyway needs no opening', async () => {
  await grower.page.getByRole('button', { name: '多公开一项' }).click();
  await grower.press('保存');
  await grower.dialog().getByText('请选择要公开的内容').waitFor();
  await grower.dialog().getByText('请选择对谁公开').waitFor();
  await grower.dialog().getByLabel('产品').fill('6901234567893');
  await grower.dialog().getByLabel('产品').blur();
  await grower
    .dialog()
    .getByText(/应为 2/)
    .waitFor();
  await grower.dialog().getByLabel('产品').fill(CODE);
  await grower.dialog().getByLabel('产品').blur();
  await grower
    .dialog()
    .getByText(/这不是产品编码/)
    .waitFor();
  await grower.choose('内容', '产品信息');
  await grower.dialog().getByRole('radio', { name: /^公众/ }).check();
  await grower.dialog().getByText('不需要另行公开：“产品信息”的默认范围是“公众”').waitFor();
});

test('one element is opened to one partner for one product: said before, listed after, and seen by that partner', async () => {
  expect(await hiddenTo(shop)).toEqual(['productMore', 'other']);
  await grower.choose('内容', '其他自定义内容');
  await grower.dialog().getByRole('radio', { name: '某个合作伙伴' }).check();
  await grower.choose('合作伙伴', PARTNER);
  await grower.dialog().getByLabel('产品').fill(PRODUCT);
  await grower.dialog().getByLabel('备注').fill('共同送检');
  await grower.dialog().getByLabel('结束日期').fill('2099-12-31');
  await grower
    .dialog()
    .getByText(
      `保存后，“${PARTNER}”可以看到本单位记录中的“其他自定义内容”（仅限产品 ${PRODUCT}），到 2099-12-31 为止。`,
    )
    .waitFor();
  await grower.expectUsable('openings-add');
  await grower.press('保存');
  const row = grower.row(PARTNER).filter({ hasText: '共同送检' });
  await row.filter({ hasText: '生效中' }).filter({ hasText: '06901234567892' }).waitFor();
  await grower.expectUsable('openings-one');
  expect(await hiddenTo(shop)).toEqual(['productMore']);
});

test('an end before the beginning is refused in words; a later opening is not in force', async () => {
  await grower.page.getByRole('button', { name: '多公开一项' }).click();
  await grower.choose('内容', '单据');
  await grower
    .dialog()
    .getByRole('radio', { name: /^同一链条/ })
    .check();
  await grower.dialog().getByLabel('开始日期').fill('2099-02-01');
  await grower.dialog().getByLabel('结束日期').fill('2099-01-01');
  await grower.press('保存');
  await grower.dialog().getByText('结束时间应晚于开始时间').waitFor();
  await grower.dialog().getByLabel('结束日期').fill('');
  await grower.press('保存');
  await grower.row('单据').filter({ hasText: '尚未生效' }).filter({ hasText: '直到收回' }).waitFor();
});

test('who may only read sees all of it, and no buttons', async () => {
  await clerk.open('openings', '公开范围');
  await clerk.row(PARTNER).filter({ hasText: '生效中' }).waitFor();
  expect(await clerk.page.getByRole('button', { name: /多公开一项|收回/ }).count()).toBe(0);
  expect(await clerk.page.getByRole('link', { name: '谁看过' }).count()).toBe(0);
  await clerk.expectUsable('openings-clerk');
  await clerk.page.goto(`${at.program.url}/console/looks`);
  await clerk.page.getByText('您的角色不能查看此页').waitFor();
});

test('a look of a regulator is told: who, at which code, by what right', async () => {
  await grower.open('looks', '谁看过');
  await grower.page.getByText('还没有监管部门看过').waitFor();
  expect((await trace(office, CODE)).status).toBe(200);
  await grower.open('openings', '公开范围');
  await grower.page.getByRole('main').getByRole('link', { name: '谁看过' }).click();
  const row = grower.row(OFFICE).filter({ hasText: '赵六' }).filter({ hasText: CODE });
  await row.filter({ hasText: '本单位在其管辖范围内' }).waitFor();
  expect(await row.count()).toBe(1);
  await grower.expectUsable('looks');
  await office.open('looks', '谁看过');
  await office.row(CODE).filter({ hasText: '本单位看的，已告知 1 个登记单位' }).waitFor();
});

test('it is ended after a question, and the default holds again at once', async () => {
  await grower.open('openings', '公开范围');
  await grower.page.getByRole('button', { name: '收回“其他自定义内容”的公开' }).click();
  await grower.expectUsable('openings-end');
  await grower.press('收回');
  await grower.row(PARTNER).waitFor({ state: 'hidden' });
  expect(await hiddenTo(shop)).toEqual(['productMore', 'other']);
  await grower.open('audit', '操作记录');
  await grower.row('收回了多公开的一项内容').waitFor();
  await grower.row('多公开了一项内容').filter({ hasText: '同一链条' }).waitFor();
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await grower.page.setViewportSize(DESK);
  await grower.page.getByRole('button', { name: 'English' }).click();
  await grower.open('openings', 'What others see');
  await grower.row('Trade documents').filter({ hasText: 'Not yet in force' }).waitFor();
  expect(await grower.page.innerText('main')).not.toMatch(/\p{Script=Han}/u);
  await grower.expectUsable('openings-en');
  await grower.page.getByRole('button', { name: 'Open something further' }).click();
  await grower.choose('What', 'Everything');
  await grower
    .dialog()
    .getByRole('radio', { name: /^Public/ })
    .check();
  await grower
    .dialog()
    .getByText('Once this is saved, anybody (without signing in) can see “Everything” in your records (all goods)')
    .waitFor();
  expect(await grower.dialog().innerText()).not.toMatch(/\p{Script=Han}/u);
  await grower.expectUsable('openings-add-en');
  await grower.open('looks', 'Who looked');
  await grower.row(OFFICE).filter({ hasText: 'You are in its jurisdiction' }).waitFor();
  expect((await grower.page.innerText('main')).replaceAll(/山东省监管局|赵六/g, '')).not.toMatch(/\p{Script=Han}/u);
  await grower.expectUsable('looks-en');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
