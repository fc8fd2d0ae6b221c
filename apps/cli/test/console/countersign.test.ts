/** A draft by hand, released by somebody else, and confirmed by a person of another organisation on the same phone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deviceCode, earlierCode } from '../device-code.ts';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { DESK, expectUsable, PHONE, type Tab } from './tab.fixture.ts';

const PASSWORD = '九月的海风吹过渔港';
const LIFT = 'https://id.gs1.org/8004/0614141LIFT0017';
/** Of an organisation, not of goods. */
const FIRM = '91350100M000100Y43';
const GLN = '0614141123452';

let at: RunningConsole;
let operator: Tab;
/** Of whoever services lifts: it writes, its colleague releases. */
let mechanic: Tab;
let colleague: Tab;
let manager: Tab;

beforeAll(async () => {
  at = await runConsole();
  operator = await at.firstStart();
  mechanic = await ownerOf('安达电梯维保', { name: '赵六', loginName: 'zhao.liu' });
  manager = await ownerOf('海天大厦物业', { name: '孙经理', loginName: 'sun.jingli' });
  const invited = await mechanic.ask('POST', '/v1/invitations', { name: '钱七', role: 'releaser' });
  colleague = await join(invited.body, { name: '钱七', loginName: 'qian.qi' });
  const site = { name: '海天大厦 1 号梯', kind: 'equipment', code: `(414)${GLN}` };
  expect((await mechanic.ask('POST', '/v1/sites', site)).status).toBe(200);
}, 180_000);
afterAll(() => at?.close());

interface Named {
  readonly name: string;
  readonly loginName: string;
}

async function ownerOf(organisation: string, person: Named): Promise<Tab> {
  const given = { name: organisation, kind: 'enterprise', owner: person.name };
  return join((await operator.ask('POST', '/v1/operator/organisations', given)).body, person);
}

async function join(invited: unknown, person: Named): Promise<Tab> {
  const tab = await at.tab({ timezoneId: 'Asia/Shanghai', viewport: PHONE });
  const token = String(Object(invited).url).split('#')[1];
  const given = { token, person: { ...person, password: PASSWORD } };
  expect((await tab.ask('POST', '/v1/links/invitation', given)).status).toBe(200);
  return tab;
}

test('a wrong code says so at its line, and one that names no goods', async () => {
  await mechanic.open('drafts', '起草与放行');
  await mechanic.page.getByRole('button', { name: '起草一条记录' }).click();
  const codes = mechanic.dialog().getByLabel('编码');
  await codes.fill(`${LIFT}\n09506000134353\n${FIRM}\n天知道`);
  await mechanic.press('提交');
  await mechanic.dialog().getByText('请选择步骤').waitFor();
  await mechanic
    .dialog()
    .getByText(/第 2 行（09506000134353）：.*应为 2/)
    .waitFor();
  await mechanic
    .dialog()
    .getByText(/第 4 行（天知道）：认不出/)
    .waitFor();
  expect(
    await mechanic
      .dialog()
      .getByText(/第 1 行（/)
      .count(),
  ).toBe(0);
  await mechanic.expectUsable('draft-wrong');
});

test('a draft by hand says what was done, to what, when and where', async () => {
  await mechanic.page.setViewportSize(PHONE);
  const dialog = mechanic.dialog();
  await dialog.getByLabel('编码').fill(LIFT);
  await dialog.getByRole('combobox', { name: '做了什么' }).fill('维修');
  await mechanic.page.locator('.ant-select-item-option', { hasText: '维修' }).click();
  await dialog.getByText('时区 +08:00').waitFor();
  await dialog.getByLabel('什么时候').fill('2026-11-20T09:30');
  await mechanic.choose('在哪里', '海天大厦 1 号梯');
  await dialog.getByLabel('说明').fill('半月保，更换门锁触点');
  await dialog.getByText(/第 1 行：/).waitFor();
  await mechanic.expectUsable('draft-made');
  await mechanic.press('提交');
  await mechanic.row('半月保，更换门锁触点').waitFor();
  const { drafts } = Object((await mechanic.ask('GET', '/v1/drafts')).body);
  const { document } = Object((await mechanic.ask('GET', `/v1/drafts/${drafts[0].id}`)).body);
  expect(document.epcisBody.eventList).toEqual([
    expect.objectContaining({
      type: 'ObjectEvent',
      eventTime: '2026-11-20T01:30:00.000Z',
      eventTimeZoneOffset: '+08:00',
      bizStep: 'repairing',
      action: 'OBSERVE',
      epcList: [LIFT],
      readPoint: { id: `https://id.gs1.org/414/${GLN}` },
    }),
  ]);
});

test('somebody else sees the step in words and releases it; the draft then leads to the countersignature', async () => {
  await colleague.open('drafts', '起草与放行');
  await colleague.page.getByRole('button', { name: '查看赵六起草的草稿' }).click();
  await colleague.dialog().getByRole('cell', { name: '维修' }).waitFor();
  expect(await colleague.dialog().getByRole('link', { name: '请人会签' }).count()).toBe(0);
  await colleague.press('放行');
  await colleague.press('放行');
  await colleague.page.getByText('已放行').waitFor();
  await mechanic.open('drafts', '起草与放行');
  await mechanic.page.getByRole('button', { name: '查看赵六起草的草稿' }).click();
  await mechanic.dialog().getByRole('link', { name: '请人会签' }).waitFor();
  await mechanic.expectUsable('draft-released');
  await mechanic.dialog().getByRole('link', { name: '请人会签' }).click();
  await mechanic.page.getByRole('heading', { level: 1, name: '会签' }).waitFor();
});

test('what is confirmed stands in plain words', async () => {
  const facts = mechanic.page.getByRole('region', { name: '所确认的记录' });
  await facts.getByText('赵六 · 安达电梯维保').waitFor();
  await facts.getByText('海天大厦 1 号梯').waitFor();
  const said = await facts.innerText();
  for (const text of ['维修', LIFT, '2026年11月20日 09:30', GLN]) expect(said).toContain(text);
  await mechanic.page.getByText('还没有人确认这条记录').waitFor();
  await mechanic.expectUsable('countersign');
});

test('a wrong password, a colleague and a missing capacity are told in words', async () => {
  const { page } = mechanic;
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: '确认这条记录' }).click();
  await page.getByText('请输入身份或职务').waitFor();
  await sign('sun.jingli', '不是这个密码吧');
  await page.getByText('登录名或密码不正确').waitFor();
  await sign('qian.qi', PASSWORD);
  await page.getByText('须由另一单位的人员确认').waitFor();
  await mechanic.expectUsable('countersign-refused');
});

async function sign(name: string, password: string): Promise<void> {
  const { page } = mechanic;
  await page.getByLabel('对方的登录名').fill(name);
  await page.getByRole('textbox', { name: '对方的密码' }).fill(password);
  await page.getByLabel('身份、职务').fill('大厦安全管理员');
  await page.getByRole('button', { name: '确认这条记录' }).click();
}

test('a person of the other organisation confirms on the same phone, whose owner stays signed in', async () => {
  const { page } = mechanic;
  await page.setViewportSize(PHONE);
  await sign('sun.jingli', PASSWORD);
  await page.getByText('孙经理已确认这条记录').waitFor();
  // Not to be signed twice by a second touch, and no password is left in the page.
  expect(await page.getByLabel('对方的登录名').count()).toBe(0);
  const row = mechanic.row('孙经理').filter({ hasText: '海天大厦物业' }).filter({ hasText: '大厦安全管理员' });
  await row.getByText('用自己的密码证实了身份').waitFor();
  await mechanic.expectUsable('countersigned');
  expect((await mechanic.ask('GET', '/v1/session')).body).toMatchObject({ person: { name: '赵六' } });
});

test('who has a second factor is asked for a code, and that it was given is told', async () => {
  const { secret } = Object((await manager.ask('POST', '/v1/me/totp')).body);
  const confirmed = await manager.ask('POST', '/v1/me/totp/confirm', { code: await earlierCode(secret) });
  expect(confirmed.status).toBe(200);
  const { page } = mechanic;
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: '再由一人确认' }).click();
  await sign('sun.jingli', PASSWORD);
  await page.getByText('对方设有两步验证').waitFor();
  await mechanic.expectUsable('countersign-code');
  await page.getByLabel('对方的验证码').fill(deviceCode(secret, 0));
  await page.getByRole('button', { name: '确认这条记录' }).click();
  await mechanic.row('用自己的密码和验证码证实了身份').waitFor();
});

test('the look-up of the menu opens it too, and says where a record is nobody’s of one’s own', async () => {
  const page = colleague.page;
  await page.setViewportSize(DESK);
  await page.goto(`${at.program.url}/console/`);
  await page.getByRole('navigation').getByRole('link', { name: '会签' }).click();
  await colleague.expectUsable('countersign-find');
  const eventID = decodeURIComponent(mechanic.page.url().split('/').at(-1) ?? '');
  await page.getByLabel('事件 ID').fill(` ${eventID} `);
  await page.getByRole('button', { name: '打开' }).click();
  await colleague.row('孙经理').first().waitFor();
  // Who may not record is not offered to have one confirmed.
  await page.getByText('您的角色不能请人会签').waitFor();
  await manager.page.goto(mechanic.page.url());
  await manager.page.getByRole('alert').waitFor();
  expect(await manager.page.getByLabel('对方的登录名').count()).toBe(0);
});

test('an event without an ID of its own is found by its hash', async () => {
  const event = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'ObjectEvent',
    eventTime: '2026-11-21T01:00:00Z',
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    bizStep: 'inspecting',
    epcList: [LIFT],
  };
  expect((await mechanic.ask('POST', '/epcis/events', event)).status).toBe(201);
  const found = await mechanic.ask('GET', '/epcis/events?EQ_bizStep=inspecting');
  const [{ eventID }] = Object(found.body).epcisBody.queryResults.resultsBody.eventList;
  expect(eventID).toMatch(/^ni:/);
  await mechanic.open(`countersign/${encodeURIComponent(eventID)}`, '会签');
  await mechanic.page.getByText('检验', { exact: true }).waitFor();
});

test('in the dark and in English it is as usable, with nothing left in Chinese but what people gave', async () => {
  const dark = await at.tab({ colorScheme: 'dark' });
  const signedIn = await dark.ask('POST', '/v1/session', { name: 'zhao.liu', password: PASSWORD });
  expect(signedIn.status).toBe(200);
  const eventID = decodeURIComponent(colleague.page.url().split('/').at(-1) ?? '');
  await dark.open(`countersign/${encodeURIComponent(eventID)}`, '会签');
  await dark.row('孙经理').first().waitFor();
  await dark.expectUsable('countersign-dark');
  await dark.page.getByRole('button', { name: 'English' }).click();
  await dark.page.getByRole('heading', { level: 1, name: 'Countersignature' }).waitFor();
  const given = /海天大厦 1 号梯|赵六|安达电梯维保|孙经理|海天大厦物业|大厦安全管理员/g;
  expect((await dark.page.innerText('main')).replace(given, '')).not.toMatch(/\p{Script=Han}/u);
  await dark.page.setViewportSize(PHONE);
  await expectUsable(dark.page, 'countersign-dark-english');
});

test('nothing that a page complained of', () => {
  expect(at.complaints).toEqual([]);
});
