/** Codes without master data in the console: what records name is described, one by one or by a file. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBER, type RunningConsole, runConsole } from './console.fixture.ts';
import { documentOf } from './cooperative.fixture.ts';
import { done, joined } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const MILK = 'https://id.gs1.org/01/06901234500011';
const YOGHURT = 'https://id.gs1.org/01/06901234500028';
const FARM = 'urn:example:farm:1';
/** Until a list has followed. */
const SOON = { timeout: 10_000 };

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

async function capture(): Promise<void> {
  const { secret } = Object(await done(tab, 'POST', '/v1/keys', { label: '车间', role: 'capture' }));
  const event = (day: string, product: string, more: object = {}) => ({
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping' },
    ...{ eventTime: `2026-06-${day}T08:00:00+08:00`, eventTimeZoneOffset: '+08:00' },
    quantityList: [{ epcClass: `${product}/10/L${day}`, quantity: 3 }],
    ...more,
  });
  const body = documentOf([
    event('10', MILK),
    event('12', MILK, { readPoint: { id: FARM } }),
    event('11', YOGHURT, {
      destinationList: [{ type: 'owning_party', destination: 'https://id.gs1.org/417/6901234000023' }],
    }),
  ]);
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  expect((await fetch(`${at.program.url}/epcis/capture`, { method: 'POST', headers, body })).status).toBe(202);
}

const main = (): Promise<string> => tab.page.innerText('main');
const codes = () => tab.page.getByRole('table', { name: '未登记的编码' });

async function ofKind(kind: string): Promise<void> {
  await tab.page.getByRole('combobox', { name: '类别' }).click();
  await tab.page.locator('.ant-select-item-option', { hasText: kind }).click();
}

test('where nothing is recorded there is nothing to describe, and the page of master data does not speak of it', async () => {
  await tab.open('master-data', '主数据');
  expect(await main()).not.toContain('未登记的编码');
  await tab.open('master-data/unknown', '未登记的编码');
  await tab.page.getByText('本单位还没有登记过事件').waitFor();
  await tab.expectUsable('unknown-codes-none');
});

test('what records name and nothing is said of is told, with how often and when last', async () => {
  await capture();
  await tab.open('master-data', '主数据');
  await tab.expectUsable('unknown-codes-notice');
  await tab.page.getByRole('link', { name: '查看未登记的编码' }).click();
  await codes().waitFor();
  const rows = await codes().getByRole('row').allInnerTexts();
  // The newest first; two of one event in any order.
  expect(rows.slice(1, 3).sort()).toEqual([
    expect.stringMatching(/^GTIN 6901234500011\s+产品\s+2 个事件\s+2026年6月12日/),
    expect.stringMatching(/^urn:example:farm:1\s+场所\s+1 个事件\s+2026年6月12日/),
  ]);
  expect(rows).toHaveLength(5);
  expect(await main()).toContain('已查看本单位登记的全部 3 个事件');
  await tab.expectUsable('unknown-codes');
});

test('one is described by the form, which has its kind and code, and is then known', async () => {
  await tab.page.getByRole('button', { name: `登记 ${FARM}` }).click();
  expect(await tab.dialog().getByLabel('编码', { exact: true }).inputValue()).toBe(FARM);
  await tab.dialog().getByLabel('名称', { exact: true }).fill('一号牧场');
  await tab.expectUsable('unknown-codes-form');
  await tab.press('保存');
  await tab.row(FARM).waitFor({ state: 'hidden' });
  const entry = Object(await done(tab, 'GET', `/v1/registry/entries/${encodeURIComponent(FARM)}`));
  expect(entry).toMatchObject({ kind: 'site', name: { zh: '一号牧场' } });
});

test('those of a kind come as a file, which is imported once names are filled in', async () => {
  await ofKind('产品');
  await tab.row('GTIN 6901234500028').waitFor();
  await tab.row('GLN').waitFor({ state: 'hidden' });
  await tab.expectUsable('unknown-codes-kind');
  const [download] = await Promise.all([
    tab.page.waitForEvent('download'),
    tab.page.getByRole('button', { name: '下载待填表格' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('未登记的产品.csv');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toMatch(/^\uFEFF"编码","名称"/);
  await tab.page.getByRole('link', { name: '返回主数据' }).click();
  await tab.page.getByRole('button', { name: '导入 CSV' }).click();
  const filled = text.replace(`"${MILK}"`, `"${MILK}",纯牛奶`).replace(`"${YOGHURT}"`, `"${YOGHURT}",酸奶`);
  const file = { name: '产品.csv', mimeType: '', buffer: Buffer.from(filled) };
  await tab.dialog().locator('input[type=file]').setInputFiles(file);
  await tab.press('导入');
  await tab.dialog().getByText('新登记或更改 2 项').waitFor();
  await tab.press('完成');
  await tab.row('酸奶').waitFor();
  await tab.page.getByRole('link', { name: '查看未登记的编码' }).click();
  await tab.row('GLN').waitFor();
  await expect.poll(() => codes().getByRole('row').count(), SOON).toBe(2);
  await ofKind('产品');
  await tab.page.getByText('这一类没有未登记的编码').waitFor();
});

test('whoever may only look sees the codes, and no button that would be refused', async () => {
  const invited = await done(tab, 'POST', '/v1/invitations', { name: MEMBER.name, role: 'viewer' });
  const clerk = await joined(at, invited, MEMBER);
  await clerk.open('master-data/unknown?kind=party', '未登记的编码');
  await clerk.row('GLN').waitFor();
  // To take the list along as a file is to look.
  const buttons = clerk.page.getByRole('main').getByRole('button');
  expect(await buttons.filter({ hasNotText: '导出' }).count()).toBe(0);
  await clerk.close();
});

test('in English nothing is left in Chinese', async () => {
  await tab.page.setViewportSize(DESK);
  await tab.page.getByRole('button', { name: 'English' }).click();
  await tab.open('master-data/unknown', 'Codes without master data');
  await tab.row('GLN').waitFor();
  expect(await main()).not.toMatch(/\p{Script=Han}/u);
  await tab.expectUsable('unknown-codes-en');
});

test('what cannot be loaded is said, with a way to try again', async () => {
  await tab.page.route('**/v1/registry/unknown?*', (route) => route.abort());
  await tab.page.route('**/v1/registry/unknown', (route) => route.abort());
  await tab.page.reload();
  await tab.page.getByText('The server cannot be reached').waitFor(SOON);
  await tab.page.unrouteAll();
  await tab.page.getByRole('button', { name: 'Load again' }).click();
  await tab.row('GLN').waitFor();
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
