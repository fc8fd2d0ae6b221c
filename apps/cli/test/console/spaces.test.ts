/** Shared spaces in the console, seen by who leads one and by who is invited; at a desk and on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done, ownerOf, record } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const PALLET = 'https://id.gs1.org/00/069012345678901235';
const GROWER = 'https://id.gs1.org/417/0614141000012';
const SHOP = '91110000802100433B';
const PURPOSE = '果园、冷库与超市一起追溯烟台苹果，从采摘到上架。';

let at: RunningConsole;
let grower: Tab;
let shop: Tab;
let growerName: string;

beforeAll(async () => {
  at = await runConsole();
  grower = await at.firstStart();
  shop = await ownerOf(at, grower, {
    organisation: { name: '百果鲜生超市', kind: 'enterprise', code: SHOP },
    loginName: 'zhao.liu',
  });
  growerName = Object((await grower.ask('GET', '/v1/organisation')).body).name;
}, 180_000);
afterAll(() => at?.close());

test('without a space the page of partners says what one is for; it is founded there, and its page opens', async () => {
  await grower.open('partners', '合作伙伴');
  await grower.page.getByText(/还没有共享空间/).waitFor();
  await grower.expectUsable('spaces-none');
  await grower.page.getByRole('button', { name: '新建共享空间' }).click();
  await grower.press('新建');
  await grower.dialog().getByText('请输入名称').waitFor();
  await grower.dialog().getByLabel('名称').fill('烟台苹果产销联合体');
  await grower.dialog().getByLabel('用途').fill(PURPOSE);
  await grower.expectUsable('spaces-new');
  await grower.press('新建');
  await grower.page.getByRole('heading', { level: 1, name: '烟台苹果产销联合体' }).waitFor();
  await grower.row(growerName).filter({ hasText: '牵头' }).waitFor();
});

test('another is invited by its code, finds it under what there is to do, sees who is in it, and joins', async () => {
  await grower.page.getByRole('button', { name: '邀请单位' }).click();
  await grower.dialog().getByLabel('单位').fill('没有这样的单位');
  await grower.press('邀请');
  await grower.dialog().getByText('没有找到此单位，或它未在使用：没有这样的单位').waitFor();
  await grower.dialog().getByLabel('单位').fill(SHOP);
  await grower.press('邀请');
  await grower.row('百果鲜生超市').filter({ hasText: '已邀请，待答复' }).waitFor();
  await grower.expectUsable('space-invited');

  await shop.page.goto(`${at.program.url}/console/`);
  await shop.page.getByText('等待您答复的合作邀请：1 个').waitFor();
  await shop.open('partners', '合作伙伴');
  await shop.row('烟台苹果产销联合体').filter({ hasText: '待本单位答复' }).waitFor();
  await shop.expectUsable('spaces-received');
  await shop.page.getByRole('link', { name: '打开“烟台苹果产销联合体”' }).click();
  await shop.page.getByText(`${growerName}邀请本单位加入这个共享空间`).waitFor();
  await shop.expectUsable('space-invitation');
  await shop.page.getByRole('button', { name: '加入“烟台苹果产销联合体”' }).click();
  await shop.press('加入');
  await shop.row('百果鲜生超市').filter({ hasText: '本单位' }).waitFor();
  await shop.page.getByRole('button', { name: '退出' }).waitFor();
  expect(await shop.page.getByRole('button', { name: '邀请单位' }).count()).toBe(0);
});

test('what was sent by one member to another and not received stands at the sender', async () => {
  await done(grower, 'PATCH', '/v1/organisation', { code: GROWER });
  const [from, to] = await Promise.all(
    [grower, shop].map(async (tab) => Object(await done(tab, 'GET', '/v1/organisation')).code),
  );
  await record(at, grower, {
    epc: PALLET,
    bizStep: 'shipping',
    eventTime: new Date(Date.now() - 3_600_000).toISOString(),
    sourceList: [{ type: 'owning_party', source: from }],
    destinationList: [{ type: 'owning_party', destination: to }],
  });
  await shop.page.reload();
  await shop.quiet();
  await shop.row(growerName).getByRole('link', { name: '已发来、本单位还没有登记收货：1 批' }).waitFor();
  await shop.expectUsable('space-member');
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await grower.page.setViewportSize(DESK);
  await grower.page.getByRole('button', { name: 'English' }).click();
  await grower.page.getByRole('heading', { name: 'What members see of each other' }).waitFor();
  await grower.page.reload();
  await grower.row('百果鲜生超市').filter({ hasText: 'Remove' }).waitFor();
  const main = await grower.page.innerText('main');
  const rest = [growerName, '百果鲜生超市', '烟台苹果产销联合体', PURPOSE].reduce(
    (text, own) => text.replaceAll(own, ''),
    main,
  );
  expect(rest).not.toMatch(/\p{Script=Han}/u);
  await grower.expectUsable('space-en');
  await grower.page.getByRole('button', { name: '中文' }).click();
});

test('a member is removed with a reason, which both read under what happened; then the space is dissolved', async () => {
  await grower.page.getByRole('button', { name: '移出“百果鲜生超市”' }).click();
  await grower.press('移出');
  await grower.dialog().getByText('请说明移出的原因').waitFor();
  await grower.dialog().getByLabel('原因').fill('合同已到期');
  await grower.expectUsable('space-remove');
  await grower.press('移出');
  await grower.row('百果鲜生超市').waitFor({ state: 'hidden' });
  await shop.open('audit', '操作记录');
  await shop.page.getByText('被移出共享空间').first().waitFor();
  expect((await shop.ask('GET', '/v1/spaces')).body).toEqual({ spaces: [] });
  await grower.page.getByRole('button', { name: '解散' }).click();
  await grower.press('解散');
  await grower.page.getByText(/还没有共享空间/).waitFor();
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
