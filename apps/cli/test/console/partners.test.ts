/** Partners in the console, seen from both sides: invited, answered, ended; at a desk and on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

let at: RunningConsole;
let grower: Tab;
let shop: Tab;
let shopId: string;
let growerName: string;

beforeAll(async () => {
  at = await runConsole();
  grower = await at.firstStart();
  const given = { name: '百果鲜生超市', kind: 'enterprise', owner: '赵六' };
  const made = (await grower.ask('POST', '/v1/operator/organisations', given)).body;
  const token = String(Object(made).url).split('#')[1];
  const person = { name: '赵六', loginName: 'zhao.liu', password: '九月的海风吹过渔港' };
  shop = await at.tab({ timezoneId: 'Asia/Shanghai' });
  expect((await shop.ask('POST', '/v1/links/invitation', { token, person })).status).toBe(200);
  expect((await shop.ask('PATCH', '/v1/organisation', { code: '91110000802100433B' })).status).toBe(200);
  shopId = Object((await shop.ask('GET', '/v1/organisation')).body).id;
  growerName = Object((await grower.ask('GET', '/v1/organisation')).body).name;
}, 180_000);
afterAll(() => at?.close());

test('without partners the page says what they see, and how one comes to have some', async () => {
  await grower.open('partners', '合作伙伴');
  await grower.page.getByText(/还没有合作伙伴/).waitFor();
  await grower.page.getByText(/对方记录中的交易内容：具体地点、交易双方、数量/).waitFor();
  expect(await grower.page.getByRole('searchbox').count()).toBe(0);
  await grower.expectUsable('partners-none');
});

test('one is invited by its code; whom the platform does not know is refused in words', async () => {
  await grower.page.getByRole('button', { name: '邀请合作伙伴' }).click();
  await grower.press('邀请');
  await grower.dialog().getByText('请输入单位编码或 ID').waitFor();
  await grower.dialog().getByLabel('单位').fill('没有这样的单位');
  await grower.press('邀请');
  await grower.dialog().getByText('没有找到此单位，或它未在使用：没有这样的单位').waitFor();
  await grower.dialog().getByLabel('单位').fill('91110000802100433B');
  await grower.dialog().getByLabel('说明').fill('贵店红富士苹果的供应商');
  await grower.expectUsable('partners-invite');
  await grower.press('邀请');
  await grower.row('百果鲜生超市').filter({ hasText: '已邀请，待答复' }).waitFor();
  await grower.page.getByRole('heading', { name: '等待对方答复' }).waitFor();
  await grower.expectUsable('partners-given');
});

test('the other side finds it on top, reads the note, and declines after a question; then nothing waits', async () => {
  await shop.open('partners', '合作伙伴');
  const row = shop.row(growerName).filter({ hasText: '贵店红富士苹果的供应商' });
  await row.filter({ hasText: '对方邀请，待答复' }).waitFor();
  expect(await shop.page.getByRole('heading', { level: 2 }).first().innerText()).toBe('等待本单位答复');
  await shop.expectUsable('partners-received');
  await shop.page.getByRole('button', { name: `谢绝“${growerName}”的邀请` }).click();
  await shop.press('谢绝');
  await row.waitFor({ state: 'hidden' });
  expect((await shop.ask('GET', '/v1/partners')).body).toEqual({ partners: [] });
});

test('an invitation is taken back; another is accepted, and both sides list each other', async () => {
  await grower.open('partners', '合作伙伴');
  const invite = () => grower.ask('POST', '/v1/partners', { organisation: shopId });
  expect((await invite()).status).toBe(200);
  await grower.open('partners', '合作伙伴');
  await grower.page.getByRole('button', { name: '收回对“百果鲜生超市”的邀请' }).click();
  await grower.press('收回');
  await grower.row('百果鲜生超市').waitFor({ state: 'hidden' });
  expect((await invite()).status).toBe(200);

  await shop.open('partners', '合作伙伴');
  await shop.page.getByRole('button', { name: `接受“${growerName}”的邀请` }).click();
  await shop.expectUsable('partners-accept');
  await shop.press('接受');
  await shop.row(growerName).filter({ hasText: '合作中' }).waitFor();
  await shop.page.getByRole('heading', { name: '等待本单位答复' }).waitFor({ state: 'hidden' });
  await shop.page.getByRole('searchbox').fill('没有这样的');
  await shop.page.getByText('没有找到合作伙伴。').waitFor();
  await shop.page.getByRole('searchbox').fill('');
  await shop.row(growerName).waitFor();
  await shop.expectUsable('partners-accepted');
  await grower.open('partners', '合作伙伴');
  await grower.row('百果鲜生超市').filter({ hasText: '合作中' }).waitFor();
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await grower.page.setViewportSize(DESK);
  await grower.page.getByRole('button', { name: 'English' }).click();
  await grower.open('partners', 'Partners');
  await grower.row('百果鲜生超市').filter({ hasText: 'Agreed' }).waitFor();
  const main = await grower.page.innerText('main');
  expect(main.replaceAll('百果鲜生超市', '')).not.toMatch(/\p{Script=Han}/u);
  await grower.expectUsable('partners-en');
});

test('either side ends it, after a question, and what happened is told in plain words', async () => {
  await shop.page.getByRole('button', { name: `结束与“${growerName}”的合作关系` }).click();
  await shop.press('结束');
  await shop.page.getByText(/还没有合作伙伴/).waitFor();
  expect((await grower.ask('GET', '/v1/partners')).body).toEqual({ partners: [] });
  await shop.open('audit', '操作记录');
  await shop.page.getByText('结束合作关系或收回邀请').first().waitFor();
  await shop.page.getByText('接受合作邀请，成为合作伙伴').first().waitFor();
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
