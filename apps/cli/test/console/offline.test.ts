/** The console without a line: it opens, what is recorded waits on the device, and is recorded once when the line is back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningConsole, runConsole } from './console.fixture.ts';
import { done } from './parties.fixture.ts';
import type { Tab } from './tab.fixture.ts';

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  const first = await at.firstStart();
  await done(first, 'PATCH', '/v1/organisation', { categories: ['food'] });
  const state = await first.page.context().storageState();
  tab = await at.tab({ serviceWorkers: 'allow', storageState: state });
}, 180_000);
afterAll(() => at?.close());

const PRODUCT = 'https://id.gs1.org/01/06901234567892/10/';
const sheets = async (state: string): Promise<readonly { id: string; name: string; version: number }[]> =>
  Object(await done(tab, 'GET', `/v1/sheets?state=${state}`)).sheets;
const named = async (state: string): Promise<readonly string[]> => (await sheets(state)).map(({ name }) => name);
const offline = (is: boolean): Promise<void> => tab.page.context().setOffline(is);

/** Fills in a receipt and wants it recorded when there is a line. */
async function recordLater(page: Page, name: string, code: string): Promise<void> {
  await page.goto(`${at.program.url}/console/record/new/food/receipt`);
  await page.getByRole('heading', { level: 1, name: '进货查验' }).waitFor();
  await page.locator('#name').fill(name);
  await page.locator('input.unit-code').first().fill(code);
  await page.getByLabel('供货者名称', { exact: true }).fill('山里的粮油店');
  await page.getByRole('button', { name: '联网后登记' }).click();
  await page.getByRole('heading', { level: 1, name: '记录', exact: true }).waitFor();
  await page.getByRole('row', { name }).waitFor();
}

test('after it was open once it opens without a line, with the forms that were never opened', async () => {
  const held = tab.page.waitForResponse((answer) => answer.url().endsWith('/v1/registry/entries?kind=party&limit=50'));
  await tab.open('', '王建国，您好');
  await tab.page.evaluate(() => navigator.serviceWorker.ready);
  await tab.page.reload();
  await held;
  await tab.quiet();
  await offline(true);
  await tab.page.goto(`${at.program.url}/console/record`);
  await tab.page.getByRole('heading', { level: 1, name: '记录', exact: true }).waitFor();
  await tab.page.getByText('没有网络。可以继续填写和登记').waitFor();
  await tab.expectUsable('offline-record');
  await recordLater(tab.page, '山里收的面粉', `${PRODUCT}M1`);
  await tab.page.getByText('1 张等待联网后登记').waitFor();
  await tab.expectUsable('offline-waiting');
  await tab.page.goto(`${at.program.url}/console/record/new/food/receipt`);
  await tab.page.getByRole('button', { name: '联网后登记' }).waitFor();
  await tab.expectUsable('offline-form');
});

test('what waits survives the browser tab, and waits also when a code in it is wrong', async () => {
  const page = await tab.page.context().newPage();
  await recordLater(page, '扫错了的一袋', '06901234567891');
  expect(await page.getByRole('row', { name: '山里收的面粉' }).count()).toBe(1);
  await page.close();
});

test('two tabs and a line that is back: recorded once; what the check refuses stays, says so, and is mended', async () => {
  const other = await tab.page.context().newPage();
  await other.goto(`${at.program.url}/console/record`);
  await other.getByRole('row', { name: '扫错了的一袋' }).waitFor();
  await tab.page.goto(`${at.program.url}/console/record`);
  await tab.page.getByRole('row', { name: '扫错了的一袋' }).waitFor();
  await offline(false);
  await tab.page.getByText('断网时填写的 1 张没有登记成功').waitFor();
  await other.getByText('断网时填写的 1 张没有登记成功').waitFor();
  await other.close();
  expect(await named('recorded')).toEqual(['山里收的面粉']);
  const [recorded] = await sheets('recorded');
  await done(tab, 'GET', `/epcis/events/urn:uuid:${recorded?.id}`);
  // Signed on this device, when it was wanted.
  expect(Object(await done(tab, 'GET', `/v1/sheets/${recorded?.id}`)).signed.agent).toMatch(/Chrome/);
  await tab.page.getByText('检查发现问题').waitFor();
  await tab.expectUsable('offline-stopped');

  await tab.page.getByRole('link', { name: '扫错了的一袋' }).first().click();
  await tab.page.getByText('检查发现问题').waitFor();
  await tab.page.locator('input.unit-code').first().fill(`${PRODUCT}M2`);
  await tab.page.getByText('已保存').waitFor();
  await tab.page.getByRole('button', { name: '核对' }).click();
  await tab.page.getByText(/有 \d+ 处不合要求/).waitFor();
  await tab.page.getByRole('button', { name: '仍然登记' }).click();
  await tab.page.getByText('已登记，不能再修改').waitFor();
  expect(await tab.page.getByText('没有登记成功').count()).toBe(0);
  expect(await named('recorded')).toEqual(['扫错了的一袋', '山里收的面粉']);
});

test('what is taken back while another is sent is not recorded', async () => {
  const { page } = tab;
  await offline(true);
  await recordLater(page, '先发的一袋', `${PRODUCT}M4`);
  await recordLater(page, '改主意的一袋', `${PRODUCT}M5`);
  // The first is on its way as long as the second is being changed.
  let go = (): void => undefined;
  const isLetGo = new Promise<void>((done) => {
    go = done;
  });
  const other = await page.context().newPage();
  await other.goto(`${at.program.url}/console/record`);
  await other.getByRole('link', { name: '改主意的一袋' }).first().click();
  await other.getByText('这一张等待联网后登记').waitFor();
  const isSent = new Promise<void>((done) => {
    void page.context().route('**/v1/sheets/*/submission', async (route) => {
      done();
      await isLetGo;
      await route.continue();
    });
  });
  await offline(false);
  await isSent;
  await other.locator('input.unit-code').first().fill(`${PRODUCT}M6`);
  await other.getByText('这一张等待联网后登记').waitFor({ state: 'hidden' });
  go();
  await expect.poll(() => named('recorded'), { timeout: 15_000 }).toContain('先发的一袋');
  await other.getByText('已保存').waitFor();
  expect(await named('open')).toContain('改主意的一袋');
  expect(await named('recorded')).not.toContain('改主意的一袋');
  await page.context().unroute('**/v1/sheets/*/submission');
  for (const { id, name } of await sheets('open'))
    if (name === '改主意的一袋') await done(tab, 'DELETE', `/v1/sheets/${id}`);
  await other.close();
});

test('somebody else changed it meanwhile: nothing is recorded, both are shown, and the person chooses', async () => {
  await tab.page.goto(`${at.program.url}/console/record/new/food/receipt`);
  await tab.page.getByRole('heading', { level: 1, name: '进货查验' }).waitFor();
  await tab.page.locator('#name').fill('两个人改的');
  await tab.page.getByText('已保存').waitFor();
  await offline(true);
  await tab.page.locator('input.unit-code').first().fill(`${PRODUCT}M3`);
  await tab.page.getByLabel('规格', { exact: true }).fill('10 kg');
  await tab.page.getByRole('button', { name: '联网后登记' }).click();
  await tab.page.getByRole('row', { name: '两个人改的' }).waitFor();

  const colleague = await at.tab({ storageState: await tab.page.context().storageState() });
  const [open] = Object(await done(colleague, 'GET', '/v1/sheets?state=open')).sheets;
  const whole = Object(await done(colleague, 'GET', `/v1/sheets/${open.id}`));
  const content = { ...whole.content, values: { ...whole.content.values, specification: '50 kg' } };
  const { pack, stage, name, version } = whole;
  await done(colleague, 'PUT', `/v1/sheets/${open.id}`, { pack, stage, name, version, content });
  await offline(false);
  await tab.page.getByText('别人也改了这一张').first().waitFor();
  await tab.page.getByRole('link', { name: '两个人改的' }).first().click();
  await expect.poll(() => tab.row('规格').innerText()).toMatch(/10 kg[\s\S]*50 kg/);
  await tab.page.getByRole('button', { name: '保留我的' }).click();
  await expect
    .poll(async () => Object(await done(tab, 'GET', `/v1/sheets/${open.id}`)).content.values.specification)
    .toBe('10 kg');
  expect(await named('recorded')).not.toContain('两个人改的');
});

/** Changes what waits on the device, as another program on it might. */
async function tamper(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('suyuan');
        opening.onerror = fail;
        opening.onsuccess = () => {
          const commands = opening.result.transaction('commands', 'readwrite').objectStore('commands');
          commands.openCursor().onsuccess = ({ target }) => {
            const cursor: IDBCursorWithValue | null = (target as IDBRequest).result;
            if (cursor === null) return done();
            const { value } = cursor;
            if (value.name === wanted) value.content.values.supplierName = '别的粮油店';
            cursor.update(value);
            cursor.continue();
          };
        };
      }),
    name,
  );
}

test('what was changed on the device behind the person’s back, or signed by a device that was removed, is not recorded', async () => {
  const { page } = tab;
  await offline(true);
  await recordLater(page, '被改过的一袋', `${PRODUCT}M7`);
  await tamper(page, '被改过的一袋');
  await offline(false);
  await page.getByText('签名与内容不符').first().waitFor();
  expect(await named('recorded')).not.toContain('被改过的一袋');
  await tab.expectUsable('offline-tampered');

  await offline(true);
  await recordLater(page, '丢了的设备上的一袋', `${PRODUCT}M8`);
  const owner = await at.tab({ storageState: await page.context().storageState() });
  await owner.open('me', '我的账号');
  await owner.page.getByRole('heading', { name: '断网登记用过的设备' }).waitFor();
  await owner.expectUsable('me-devices');
  await owner.page.getByRole('button', { name: /^移除设备/ }).click();
  await owner.press('移除');
  await owner.page.getByRole('heading', { name: '断网登记用过的设备' }).waitFor({ state: 'hidden' });
  await owner.close();
  await offline(false);
  await page.getByText('这台设备没有登记，或者已被移除').first().waitFor();
  expect(await named('recorded')).not.toContain('丢了的设备上的一袋');
  // It signs with another key from then on.
  await offline(true);
  await recordLater(page, '找回来以后的一袋', `${PRODUCT}M9`);
  await offline(false);
  await expect.poll(() => named('recorded'), { timeout: 15_000 }).toContain('找回来以后的一袋');
});

test('a clock that is an hour fast is told, and times are filled in by the server’s', async () => {
  const ahead = await at.tab({ storageState: await tab.page.context().storageState() });
  await ahead.page.clock.install({ time: Date.now() + 3_600_000 });
  await ahead.open('record/new/food/receipt', '进货查验');
  await ahead.page.getByText('本机时钟快了约 60 分钟').waitFor();
  const [, minute] = (await ahead.page.getByLabel('时间', { exact: true }).inputValue()).split(':');
  const shown = await ahead.page.getByLabel('时间', { exact: true }).inputValue();
  const now = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 13);
  expect([shown.slice(0, 2), minute?.length]).toEqual([now, 2]);
  await ahead.close();
});

test('whoever signs out leaves nothing of what was answered on the device', async () => {
  await tab.open('', '王建国，您好');
  await tab.page.getByRole('button', { name: /王建国/ }).click();
  await tab.page.getByRole('menuitem', { name: '退出登录' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
  await offline(true);
  await tab.page.goto(`${at.program.url}/console/record`);
  await tab.page
    .getByText(/连不上|无法连接|没有网络/)
    .first()
    .waitFor();
  expect(await tab.page.locator('body').innerText()).not.toContain('王建国');
  await offline(false);
  expect(at.complaints).toEqual([]);
});
