/** Confidential readings in the console: asked for by one, approved by another, ended, and only then told; at a desk and on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBER, ORGANISATION, type RunningConsole, runConsole } from './console.fixture.ts';
import { done, joined, ownerOf, record, trace } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const CODE = 'https://id.gs1.org/01/06901234567892/21/BOX1';
const CASE = '鲁市监案〔2026〕17 号';
const REASON = '群众举报，先行核查进货来源';
const READINGS = '/v1/confidential-readings';

let at: RunningConsole;
let grower: Tab;
let office: Tab;
let second: Tab;

beforeAll(async () => {
  at = await runConsole();
  grower = await at.firstStart();
  await done(grower, 'PATCH', '/v1/organisation', { region: '370602' });
  const regulator = { name: '山东省监管局', kind: 'regulator', region: '37' };
  office = await ownerOf(at, grower, { organisation: regulator, loginName: 'sheng' });
  const invited = await done(office, 'POST', '/v1/invitations', { name: MEMBER.name, role: 'administrator' });
  second = await joined(at, invited, MEMBER);
  await record(at, grower, { epc: CODE, bizStep: 'shipping' });
}, 180_000);
afterAll(() => at?.close());

/** What is told to the grower of looks at its records. */
async function told(): Promise<readonly unknown[]> {
  return Object(await done(grower, 'GET', '/v1/occurrences?group=records')).occurrences;
}

test('who is no regulator has no entry, and is told whose page it is', async () => {
  await grower.page.goto(`${at.program.url}/console/readings`);
  await grower.page.getByText('此页只对监管部门开放').waitFor();
  expect(await grower.page.getByRole('navigation').innerText()).not.toContain('保密查看');
});

test('a regulator without a jurisdiction is told what it lacks, and cannot ask', async () => {
  await office.page.goto(`${at.program.url}/console/`);
  await office.page.getByRole('link', { name: '保密查看' }).click();
  await office.page.getByText('本单位还没有管辖范围').waitFor();
  await office.page.getByText('还没有保密查看。每次查看都当时告知对方。').waitFor();
  expect(await office.page.getByRole('button', { name: '申请保密查看' }).count()).toBe(0);
  await office.expectUsable('readings-no-jurisdiction');
});

test('what is missing is said in words; what is asked for waits, and is not for whoever asked to approve', async () => {
  const { id } = Object(await done(office, 'GET', '/v1/organisation'));
  await done(grower, 'POST', '/v1/operator/jurisdictions', { organisation: id, region: '37', category: '*' });
  await office.open('readings', '保密查看');
  await office.page.getByText(/由一人申请，另一人批准，最长 180 天/).waitFor();
  await office.expectUsable('readings-none');
  await office.page.getByRole('button', { name: '申请保密查看' }).click();
  await office.press('申请');
  for (const missing of ['请输入案号', '请写明理由', '请选择 1 至 50 个单位'])
    await office.dialog().getByText(missing).waitFor();
  await office.dialog().getByLabel('案号').fill(CASE);
  await office.dialog().getByLabel('理由').fill(REASON);
  await office.choose('单位', ORGANISATION.name);
  await office.dialog().getByLabel('天数').fill('181');
  await office.press('申请');
  await office.dialog().getByText('请输入 1 至 180 的整数').waitFor();
  await office.dialog().getByLabel('天数').fill('60');
  await office.expectUsable('readings-ask');
  await office.press('申请');
  const row = office.row(CASE).filter({ hasText: REASON }).filter({ hasText: ORGANISATION.name });
  await row.filter({ hasText: '待批准' }).filter({ hasText: '赵六申请' }).waitFor();
  await row.getByText('您申请的，须由另一人批准').waitFor();
  expect(await row.getByRole('button', { name: `批准案件“${CASE}”的保密查看` }).isDisabled()).toBe(true);
  await office.expectUsable('readings-waiting');
  const [{ id: asked }] = Object(await done(office, 'GET', READINGS)).readings;
  const refused = await office.ask('POST', `${READINGS}/${asked}/approve`);
  expect(refused).toMatchObject({ status: 403, body: { title: '保密查看须由申请人以外的人批准' } });
});

test('another person approves it after a look at what is asked for; looks are then held back', async () => {
  expect((await trace(office, CODE)).status).toBe(200);
  expect(await told()).toHaveLength(1);
  await second.open('readings', '保密查看');
  await second.page.getByRole('button', { name: `批准案件“${CASE}”的保密查看` }).click();
  await second.dialog().getByText('批准后 60 天内').waitFor();
  await second.dialog().getByText(REASON).waitFor();
  await second.dialog().getByText(ORGANISATION.name).waitFor();
  await second.expectUsable('readings-approve');
  await second.press('批准');
  await second
    .row(CASE)
    .filter({ hasText: '有效期至' })
    .filter({ hasText: `${MEMBER.name}批准` })
    .waitFor();
  expect(await second.page.getByRole('button', { name: /^批准/ }).count()).toBe(0);
  expect((await trace(office, CODE)).status).toBe(200);
  expect(await told()).toHaveLength(1);
  await office.open('readings', '保密查看');
  await office.row(CASE).filter({ hasText: '尚未告知的查看：1 次' }).waitFor();
  await office.expectUsable('readings-running');
});

test('one that was decided meanwhile is refused in the words of the server', async () => {
  const asked = { caseNo: '另案', reason: '并案', about: 'all' };
  await done(office, 'POST', READINGS, asked);
  await second.open('readings', '保密查看');
  await second.row('另案').filter({ hasText: '所有单位' }).waitFor();
  await office.open('readings', '保密查看');
  await office.page.getByRole('button', { name: '收回案件“另案”的申请' }).click();
  await office.press('收回');
  await office.row('另案').filter({ hasText: '未批准，已收回' }).waitFor();
  await second.page.getByRole('button', { name: '批准案件“另案”的保密查看' }).click();
  await second.press('批准');
  await second.dialog().getByText('此保密查看已批准或已结束').waitFor();
  await second.open('readings', '保密查看');
  await second.row('另案').filter({ hasText: '未批准，已收回' }).waitFor();
});

test('it is ended after a question, and then told, with the case', async () => {
  await office.page.getByRole('button', { name: `结束案件“${CASE}”的保密查看` }).click();
  await office
    .dialog()
    .getByText(/结束后立即逐次告知对方/)
    .waitFor();
  await office.expectUsable('readings-end');
  await office.press('结束');
  await office.row(CASE).filter({ hasText: '已结束' }).filter({ hasText: '已全部告知' }).waitFor();
  expect(await office.row(CASE).getByRole('button').count()).toBe(0);
  await office.expectUsable('readings-ended');
  expect(await told()).toHaveLength(2);
  await grower.open('looks', '谁看过');
  await grower
    .row(CODE)
    .filter({ hasText: `保密查看，案号 ${CASE}` })
    .waitFor();
});

test('a long list is read page by page, the newest first', async () => {
  for (let n = 1; n <= 50; n += 1)
    await done(office, 'POST', READINGS, { caseNo: `案件 ${n}`, reason: '并案', about: 'all' });
  await office.open('readings', '保密查看');
  await office.row('案件 50').waitFor();
  expect(await office.row(CASE).count()).toBe(0);
  await office.page.getByRole('button', { name: '显示更多' }).click();
  await office.row(CASE).waitFor();
  expect(await office.page.getByRole('button', { name: '显示更多' }).count()).toBe(0);
});

test('in English nothing is left in Chinese but what people gave', async () => {
  await second.page.setViewportSize(DESK);
  await second.page.getByRole('button', { name: 'English' }).click();
  await second.open('readings', 'Confidential readings');
  await second.row('Waiting for approval').first().waitFor();
  const given = /赵六|李梅|案件 \d+|并案/g;
  expect((await second.page.innerText('main')).replaceAll(given, '')).not.toMatch(/\p{Script=Han}/u);
  await second.page.getByRole('button', { name: 'Ask for a reading' }).click();
  await second.dialog().getByLabel('Case number').waitFor();
  expect(await second.dialog().innerText()).not.toMatch(/\p{Script=Han}/u);
  await second.expectUsable('readings-ask-en');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
