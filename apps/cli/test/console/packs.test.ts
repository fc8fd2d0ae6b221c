/** Category packs in the console: the operator looks at what a newer version changes, puts it in force, and withdraws it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBER, type RunningConsole, runConsole } from './console.fixture.ts';
import { done, joined } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const FOOD = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../packages/profiles/src/food/pack.json'), 'utf8'),
);
const NEXT = { ...FOOD, version: '2999.1', rules: FOOD.rules.slice(1) };
/** Until a list has followed. */
const SOON = { timeout: 10_000 };

let at: RunningConsole;
let tab: Tab;

beforeAll(async () => {
  at = await runConsole();
  tab = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

const inForce = async (): Promise<string> =>
  Object(await done(tab, 'GET', '/v1/standards/packs')).packs.find(({ id }: { id: string }) => id === 'food').version;
const put = () => tab.dialog().getByRole('button', { name: '采用', exact: true });

async function choose(content: unknown, name = 'food.json'): Promise<void> {
  const buffer = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  await tab.dialog().locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
}

test('the menu leads to the packs, which are those of the program at first', async () => {
  await tab.page.goto(`${at.program.url}/console/`);
  await tab.page.getByRole('navigation').getByRole('link', { name: '规则包', exact: true }).click();
  const row = tab.row('special-equipment');
  expect(await row.innerText()).toMatch(/生效中\s+随程序提供/);
  expect(await row.getByRole('link').getAttribute('href')).toBe('/standards/special-equipment');
  expect(await tab.page.getByRole('button', { name: /^撤回/ }).count()).toBe(0);
  await tab.expectUsable('packs');
  await tab.row('special-equipment').getByRole('button').click();
  await tab.dialog().getByText('没有更早的版本可以比较').waitFor();
  await tab.press('完成');
});

test('what is no pack is refused: by its file, by its shape, and by what it says, each fault at its place', async () => {
  await tab.page.getByRole('button', { name: '添加规则包' }).click();
  await choose('x', 'food.xlsx');
  await tab.dialog().getByText('这不是 .json 文件').waitFor();
  await choose('{"id": ');
  await tab.dialog().getByText('不是 JSON').waitFor();
  expect(await put().isDisabled()).toBe(true);
  await choose({ ...NEXT, version: 7, clocks: 'none' });
  const faults = tab.dialog().getByRole('region', { name: '需要更正的地方' }).getByRole('listitem');
  await faults.first().waitFor();
  expect(await faults.allInnerTexts()).toEqual([
    expect.stringMatching(/应为文字\s+\/version$/),
    expect.stringMatching(/应为列表 \[…\]\s+\/clocks$/),
  ]);
  await choose({ ...NEXT, requirements: [{ ...FOOD.requirements[0], stage: 'nowhere' }] });
  await tab.dialog().getByText('/requirements/0/stage').waitFor();
  await tab.expectUsable('packs-faults');
  expect(await put().isDisabled()).toBe(true);
  await choose({ ...NEXT, version: FOOD.version });
  await tab.dialog().getByText(`已在使用 ${FOOD.version} 版`).waitFor();
  expect(await inForce()).toBe(FOOD.version);
});

test('what a version changes is seen before it is put in force', async () => {
  await choose(NEXT);
  await tab.dialog().getByText(`${FOOD.version} 版改为 2999.1 版，共 1 处差异`).waitFor();
  const changes = await tab.dialog().getByRole('region', { name: '差异' }).getByRole('listitem').allInnerTexts();
  expect(changes).toEqual([expect.stringMatching(/^删除规则/)]);
  await tab.dialog().getByText('以前的记录也按它重新核对').waitFor();
  await tab.expectUsable('packs-changes');
  expect(await inForce()).toBe(FOOD.version);
  await put().click();
  await tab.dialog().waitFor({ state: 'hidden' });
  await tab.row('2999.1').waitFor();
  expect(await tab.row('2999.1').innerText()).toMatch(/生效中\s+王建国 添加/);
  expect(await tab.row(FOOD.name.zh).filter({ hasText: '已被更高版本取代' }).innerText()).toContain(FOOD.version);
  await expect.poll(inForce, SOON).toBe('2999.1');
  await tab.expectUsable('packs-added');
  await tab.row('2999.1').getByRole('button', { name: /差异/ }).click();
  await tab
    .dialog()
    .getByText(/^删除规则/)
    .waitFor();
  await tab.expectUsable('packs-differences');
  await tab.press('完成');
});

test('while records wait to be judged again, it is told how many', async () => {
  await tab.page.route('**/v1/compliance', (route) => route.fulfill({ json: { packs: [], waiting: 1234 } }));
  await tab.page.getByText('还有 1,234 条记录等待核对').waitFor(SOON);
  await tab.expectUsable('packs-judging');
  await tab.page.unrouteAll();
  await tab.page.getByText('条记录等待核对').waitFor({ state: 'hidden', ...SOON });
});

test('in English nothing is left in Chinese but names', async () => {
  await tab.page.setViewportSize(DESK);
  await tab.page.getByRole('button', { name: 'English' }).click();
  await tab.page.getByRole('heading', { level: 1, name: 'Category packs' }).waitFor();
  await tab.page.getByRole('button', { name: 'Add a pack' }).click();
  await choose({ ...NEXT, version: 7 });
  await tab.dialog().getByText('must be a text').waitFor();
  expect(await tab.dialog().innerText()).not.toMatch(/\p{Script=Han}/u);
  await choose({ ...NEXT, version: '2999.2' });
  await tab.dialog().getByText('From 2999.1 to 2999.2 nothing differs.').waitFor();
  await tab.expectUsable('packs-same-en');
  await tab.press('Cancel');
  expect((await tab.page.innerText('main')).replaceAll('王建国', '')).not.toMatch(/\p{Script=Han}/u);
  await tab.page.getByRole('button', { name: '中文' }).click();
  await tab.page.getByRole('heading', { level: 1, name: '规则包' }).waitFor();
});

test('a version is withdrawn once it is told what follows; the one under it counts again', async () => {
  await tab.row('2999.1').getByRole('button', { name: /^撤回/ }).click();
  await tab.dialog().getByText(`${FOOD.version} 版恢复生效`).waitFor();
  await tab.dialog().getByText('系统中的记录会重新核对').waitFor();
  await tab.expectUsable('packs-withdraw');
  await tab.press('撤回');
  await tab.dialog().waitFor({ state: 'hidden' });
  const withdrawn = tab.page
    .getByRole('table', { name: '已撤回的版本' })
    .getByRole('row')
    .filter({ hasText: '2999.1' });
  await withdrawn.waitFor();
  expect(await withdrawn.innerText()).toMatch(/王建国 撤回/);
  await expect.poll(inForce, SOON).toBe(FOOD.version);
  await tab.expectUsable('packs-withdrawn');
});

test('whoever does not run the installation has neither the entry nor the page', async () => {
  const invited = await done(tab, 'POST', '/v1/invitations', { name: MEMBER.name, role: 'viewer' });
  const clerk = await joined(at, invited, MEMBER);
  await clerk.page.goto(`${at.program.url}/console/packs`);
  await clerk.page.getByText('您的角色不能查看此页').waitFor();
  expect(await clerk.page.getByRole('link', { name: '规则包', exact: true }).count()).toBe(0);
  await clerk.close();
});

test('what cannot be loaded is said, with a way to try again', async () => {
  await tab.page.route('**/v1/operator/packs', (route) => route.abort());
  await tab.page.reload();
  await tab.page.getByText('连不上服务器').waitFor(SOON);
  await tab.page.unrouteAll();
  await tab.page.getByRole('button', { name: '重新载入' }).click();
  await tab.row('special-equipment').waitFor();
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
