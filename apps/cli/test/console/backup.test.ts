/** A backup by a button, in a real browser: what is saved is restored by the command. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runIn } from '../program.ts';
import { ORGANISATION, type RunningConsole, runConsole } from './console.fixture.ts';
import type { Tab } from './tab.fixture.ts';

const PASSPHRASE = '八月桂花 满院香';

let at: RunningConsole;
let tab: Tab;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suyuan-button-'));
  at = await runConsole();
  tab = await at.firstStart();
}, 180_000);
afterAll(async () => {
  await at?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a passphrase is asked for twice; the file is saved, told, and restored by the command', async () => {
  const { page } = tab;
  await tab.open('', '王建国，您好');
  await page.getByRole('link', { name: '备份' }).click();
  await page.getByText('还没有在此备份过').waitFor();
  await tab.expectUsable('backup');
  await page.getByLabel('备份口令').fill('short');
  await page.getByLabel('再输入一次').fill('other');
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText('口令至少 8 个字符').waitFor();
  await page.getByText('两次输入的口令不同').waitFor();
  await tab.expectUsable('backup-refused');
  await page.getByLabel('备份口令').fill(PASSPHRASE);
  await page.getByLabel('再输入一次').fill(PASSPHRASE);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '立即备份' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^suyuan-\d{4}-\d\d-\d\d\.backup$/);
  const file = join(folder, 'a.backup');
  await saved.saveAs(file);
  await page.getByText(/已下载 suyuan-.*KB/).waitFor();
  await page.getByText('上次在此备份：').waitFor();
  expect(await page.getByLabel('备份口令').inputValue()).toBe('');
  await tab.expectUsable('backup-made');

  const restored = { SUYUAN_DATA: join(folder, 'restored'), SUYUAN_BACKUP_PASSPHRASE: PASSPHRASE };
  const { code, stderr } = await runIn(restored, ['restore', file]);
  expect([code, stderr]).toEqual([0, expect.anything()]);
  const { stdout } = await runIn(restored, ['person', 'list']);
  expect(stdout).toContain('王建国');
  expect((await runIn(restored, ['verify'])).code).toBe(0);
});

test('what was done is told among what happened', async () => {
  await tab.open('audit', '操作记录');
  await tab.row('下载了完整的备份').waitFor();
  await tab.row('开始下载备份').waitFor();
});

test('one that breaks off is said to be none', async () => {
  const { page } = tab;
  await tab.open('backup', '备份');
  await page.route('**/v1/operator/backup', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.getByLabel('备份口令').fill(PASSPHRASE);
  await page.getByLabel('再输入一次').fill(PASSPHRASE);
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText('连不上服务器').waitFor();
  await page.unroute('**/v1/operator/backup');
});

test('in English nothing is left in Chinese, dark too; who does not run the installation has no such page', async () => {
  const { page } = tab;
  await page.getByRole('button', { name: 'English' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await tab.open('backup', 'Backup');
  await tab.expectUsable('backup-en-dark');
  expect(await page.innerText('main')).not.toMatch(/\p{Script=Han}/u);
  const made = await tab.ask('POST', '/v1/invitations', { name: '李梅', role: 'viewer' });
  const theirs = await at.tab();
  const person = { name: '李梅', loginName: 'li.mei', password: '七月的葡萄架下乘凉' };
  const token = String(Object(made.body).url).split('#')[1];
  expect((await theirs.ask('POST', '/v1/links/invitation', { token, person })).status).toBe(200);
  await theirs.page.goto(`${at.program.url}/console/backup`);
  await theirs.page.getByText('您的角色不能查看此页').waitFor();
  expect(await theirs.page.getByRole('navigation').innerText()).not.toContain('备份');
  await theirs.page.getByText(ORGANISATION.name).first().waitFor();
  expect(at.complaints).toEqual([]);
});
