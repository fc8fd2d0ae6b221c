/** A day's work of four, each from sign-in to the ledger of the law, as a person would do it: an orchard, a formula factory, a shop, a firm that maintains lifts. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OWNER, type RunningConsole, runConsole } from './console.fixture.ts';
import { guidePicture } from './guide-picture.fixture.ts';
import { dayIn, documentOf, liftOf, registered } from './lifts.fixture.ts';
import { done, ownerOf } from './parties.fixture.ts';
import { PHONE, type Tab } from './tab.fixture.ts';
import { begin, checkAndRecord, goOn, goTo, lotOfToday, report, seeLedger, signIn, walking } from './walk.fixture.ts';

const [ORCHARD, FACTORY] = ['91330100799655058B', '91350100M000100Y43'];
const SHOP = 'cn-uscc:91110000802100433B';
/** A day's work takes longer than one thing does. */
const A_DAY = { timeout: 180_000 };
const today = (): string => dayIn(0);
const PASSWORD = '九月的海风吹过渔港';

let at: RunningConsole;
let operator: Tab;

beforeAll(async () => {
  at = await runConsole();
  operator = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

/** A tab of one's own, at the sign-in page. */
const phone = async (more = {}) => walking(await at.tab({ timezoneId: 'Asia/Shanghai', viewport: PHONE, ...more }));

test('an orchard picks, certifies and ships', A_DAY, async () => {
  await done(operator, 'PATCH', '/v1/organisation', { code: ORCHARD, categories: ['edible-agri'] });
  await done(operator, 'POST', '/v1/registry/entries', [
    { kind: 'product', code: `own-product:${ORCHARD}.红富士`, attributes: { name: '红富士苹果' } },
    { kind: 'party', code: SHOP, attributes: { name: '城南食品店' } },
  ]);
  const walk = await phone();
  const { page } = walk.tab;
  await signIn(walk, OWNER);
  await begin(walk, '采收');
  await lotOfToday(walk, '红富士苹果');
  await walk.fill('数量', '500');
  await walk.pick('单位', '千克');
  await page.getByText('已保存').waitFor();
  await guidePicture(walk.tab, 'record-form');
  await checkAndRecord(walk);
  await guidePicture(walk.tab, 'record-recorded');

  await goOn(walk, '开具合格证（样式一）');
  await walk.fill('产地', '山东省烟台市栖霞市');
  await walk.fill('承诺主体', '青山果园');
  await walk.fill('联系方式', '0535-1234567');
  await walk.fill('开具日期', today());
  await walk.tap(page.getByText('自行检测合格', { exact: true }));
  await walk.pick('承诺事项', '未使用禁用农药');
  await walk.pick('承诺事项', '使用的常规农药');
  await page.keyboard.press('Escape');
  await checkAndRecord(walk);
  await walk.tap(walk.link(/^打印承诺达标合格证（样式一/));
  await walk.at('标签');
  await page.getByRole('img', { name: /打印出来的样子/ }).waitFor();
  await guidePicture(walk.tab, 'label-certificate');
  const download = page.waitForEvent('download');
  await walk.tap(walk.button('下载 PDF 打印').or(walk.link('下载 PDF 打印')));
  expect(await readFile(await (await download).path(), 'latin1')).toMatch(/^%PDF-/);
  await page.goBack();
  await page.goBack();

  await goOn(walk, '销售');
  await walk.pick('交给哪个单位', '城南食品店');
  // Whether a paper of the butcher's is needed for apples nobody can tell, as long as their kind is not said.
  await checkAndRecord(walk, { isWhole: false });
  await seeLedger(walk, '合格证开具记录', '青山果园');
  report('orchard', walk, { screens: 12, fields: 12, taps: 23 });
});

test('a formula factory receives, makes, releases, ships and drills', A_DAY, async () => {
  const organisation = { name: '晨露乳业', kind: 'enterprise', code: FACTORY, categories: ['food'] };
  const owner = await ownerOf(at, operator, { organisation, loginName: 'chen.lu' });
  for (const licence of [{ scheme: 'cn-licence-sc', number: 'SC10637060200017' }])
    await done(owner, 'POST', '/v1/licences', { ...licence, validUntil: '2029-06-30' });
  await done(owner, 'POST', '/v1/registry/entries', [
    { kind: 'product', code: '06901234567892', attributes: { name: '婴儿配方奶粉一段', netContent: '900 g' } },
    { kind: 'product', code: '06901234567908', attributes: { name: '脱脂奶粉' } },
    { kind: 'party', code: SHOP, attributes: { name: '城南食品店' } },
  ]);
  const walk = await phone();
  await signIn(walk, { loginName: 'chen.lu', password: PASSWORD });
  await begin(walk, '进货查验');
  await lotOfToday(walk, '脱脂奶粉');
  await walk.fill('数量', '1000');
  await walk.pick('单位', '千克');
  for (const [label, text] of Object.entries({
    ...{ 规格: '25 kg', 供货者名称: '绿原牧业', 供货者地址: '呼和浩特市和林格尔县', 供货者联系方式: '门市部' },
    ...{ 供货者许可证号: 'SC10637060200017', 产品合格证明编号: '合 2026-0018', 保质期至: '2027-05-01' },
  }))
    await walk.fill(label, text);
  await checkAndRecord(walk);

  await goOn(walk, '生产加工');
  await lotOfToday(walk, '婴儿配方奶粉');
  await walk.fill('数量', '900');
  await checkAndRecord(walk);
  await goOn(walk, '出厂放行');
  await walk.fill('检验合格证号', '检 2026-1128');
  await walk.fill('放行人', '质量部');
  await checkAndRecord(walk);
  await goOn(walk, '出厂、批发销售');
  await walk.pick('交给哪个单位', '城南食品店');
  for (const [label, text] of Object.entries({
    规格: '900 g',
    购货者名称: '城南食品店',
    购货者地址: '烟台市芝罘区',
    购货者联系方式: '店里',
    保质期至: '2028-05-01',
  }))
    await walk.fill(label, text);
  await checkAndRecord(walk);

  await goTo(walk, '模拟召回');
  await walk.tap(walk.button('随机抽一个批次'));
  await walk.tab.page.getByRole('heading', { name: '结果' }).waitFor();
  await guidePicture(walk.tab, 'drill');
  await seeLedger(walk, '出厂检验、批发销售记录', '城南食品店');
  report('factory', walk, { screens: 15, fields: 22, taps: 30 });
});

test('a shop receives, sells and takes back', A_DAY, async () => {
  const organisation = { name: '城南食品店', kind: 'household', code: '91110000802100433B', categories: ['food'] };
  const owner = await ownerOf(at, operator, { organisation, loginName: 'zhou.ba' });
  const licence = { scheme: 'cn-licence-jy', number: 'JY13101160000083', validUntil: '2029-06-30' };
  await done(owner, 'POST', '/v1/licences', licence);
  const walk = await phone();
  const { page } = walk.tab;
  await signIn(walk, { loginName: 'zhou.ba', password: PASSWORD });
  await walk.tap(walk.link('去收货'));
  await walk.at('记录');
  await guidePicture(walk.tab, 'record-arrivals');
  await walk.tap(walk.tab.row('婴儿配方奶粉').getByRole('button', { name: '收货' }));
  await walk.tap(page.getByRole('menuitem', { name: '进货查验' }));
  await walk.at('进货查验');
  await checkAndRecord(walk, { isWhole: false });
  await goOn(walk, '零售');
  await walk.fill('数量', '2');
  await checkAndRecord(walk);
  await goOn(walk, '进货查验');
  await checkAndRecord(walk, { isWhole: false });
  // What a customer brought back and is sold once more is no forgery.
  await goOn(walk, '零售');
  await checkAndRecord(walk);
  await walk.tap(page.locator('.facts').getByRole('link').first());
  await walk.at('追溯');
  await page.getByText('已收货，此前没有发货记录').waitFor();
  expect(await page.innerText('main')).not.toMatch(/假|伪|复制|重复/);
  // Of what it sells to those who eat it a shop keeps no ledger: what came in is what inspectors ask for.
  await seeLedger(walk, '进货查验记录', '婴儿配方奶粉');
  report('shop', walk, { screens: 13, fields: 3, taps: 22 });
});

test('a maintainer visits a lift without a line, and whoever runs it confirms the visit', A_DAY, async () => {
  const organisation = {
    name: '安达电梯维保',
    kind: 'enterprise',
    categories: ['special-equipment'],
  };
  const owner = await ownerOf(at, operator, { organisation, loginName: 'an.da' });
  await ownerOf(at, operator, { organisation: { name: '海天大厦物业', kind: 'enterprise' }, loginName: 'sun.jingli' });
  const { secret } = Object(await done(owner, 'POST', '/v1/keys', { label: '车间', role: 'capture' }));
  const captured = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: documentOf([registered(1, 10)]),
  });
  expect(captured.status).toBe(202);
  const walk = await phone({ serviceWorkers: 'allow' });
  const { page } = walk.tab;
  await signIn(walk, { loginName: 'an.da', password: PASSWORD });
  await page.evaluate(() => navigator.serviceWorker.ready);
  const held = page.waitForResponse((answer) => answer.url().endsWith('/v1/registry/entries?kind=party&limit=50'));
  await page.reload();
  await held;
  await page.context().setOffline(true);
  await begin(walk, '半月维护保养');
  await page.locator('input.unit-code').first().fill(liftOf(1));
  await walk.fill('维护保养日期', today());
  await walk.fill('维护保养单位', '安达电梯维保');
  await walk.tap(page.getByText('半月（31 项）'));
  await walk.tap(walk.button('联网后登记'));
  await walk.at('记录');
  await guidePicture(walk.tab, 'record-offline');
  await page.context().setOffline(false);
  await page.getByText('断网时填写的 1 张已登记').waitFor();
  await walk.tap(walk.link(/半月维护保养 \d/).first());
  await walk.tap(walk.link(/^查看记录/));
  await walk.at('会签');
  await walk.fill('对方的登录名', 'sun.jingli');
  await walk.fill('对方的密码', PASSWORD);
  await walk.fill('身份、职务', '大厦安全管理员');
  await walk.tap(walk.button('确认这条记录'));
  await page.getByText('已确认这条记录').waitFor();
  await guidePicture(walk.tab, 'countersigned');
  await seeLedger(walk, '维保记录', '安达电梯维保');
  report('lift', walk, { screens: 7, fields: 7, taps: 12 });
});
