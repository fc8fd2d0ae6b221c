/** The operator's map in the console: given, seen in the view of regions in the place of the tiles, saved, removed. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAN, canOnItsWay } from './can.fixture.ts';
import type { Party } from './can-parties.fixture.ts';
import { OWNER, type RunningConsole, runConsole } from './console.fixture.ts';
import { drawnMap, middleOf } from './drawn-map.fixture.ts';
import { done } from './parties.fixture.ts';
import { DESK, PHONE, type Tab } from './tab.fixture.ts';

const TRACE = `trace?${new URLSearchParams({ code: CAN, view: 'regions' })}`;
const FOUR_STEPS = [0xa9, 0xdc, 0xcb];

let at: RunningConsole;
let tabs: Readonly<Record<Party, Tab>>;
let operator: Tab;

beforeAll(async () => {
  at = await runConsole();
  tabs = await canOnItsWay(at);
  operator = await at.tab();
  await done(operator, 'POST', '/v1/session', { name: OWNER.loginName, password: OWNER.password });
}, 180_000);
afterAll(() => at?.close());

const part = ({ page }: Tab) => page.locator('.picture-section');
const choose = (content: string, name = '地图.svg') =>
  operator
    .dialog()
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });

test('without a map nobody sees a sign of it', async () => {
  const { maker } = tabs;
  await maker.open(TRACE, '追溯');
  await part(maker).locator('.region-tiles').waitFor();
  expect(await part(maker).getByText('地图', { exact: true }).count()).toBe(0);
  expect(await part(maker).getByText('审图号').count()).toBe(0);
});

test('the operator comes to the page; what is wrong with a file is told by its place', async () => {
  await operator.open('operator', '平台运营');
  await operator.page.getByRole('link', { name: '追溯用的地图' }).click();
  await operator.page.getByText('还没有地图').waitFor();
  await operator.expectUsable('map-none');
  await operator.page.getByRole('button', { name: '上传地图' }).click();
  await choose('x', 'map.png');
  await operator.dialog().getByText('这不是 .svg 文件').waitFor();
  await choose(drawnMap([], '<script>alert(1)</script><g style="fill:red" onclick="alert(1)"/>'));
  const faults = operator.dialog().getByRole('region', { name: '文件中需要更正的地方' }).getByRole('listitem');
  await faults.first().waitFor();
  expect(await faults.allInnerTexts()).toEqual([
    expect.stringMatching(/^第 \d+ 行第 1 列 <script>：不能使用此元素$/),
    expect.stringMatching(/<script>：文字只能放在 text 里$/),
    expect.stringMatching(/^第 \d+ 行第 \d+ 列 <g>：不能使用属性 style$/),
    expect.stringMatching(/<g>：不能使用属性 onclick$/),
  ]);
  await operator.expectUsable('map-faults');
  await choose(drawnMap(['71']));
  await operator.dialog().getByText('缺少 台湾省').waitFor();
  await operator.press('采用');
  await operator.dialog().getByText('请选择地图文件').waitFor();
  await operator.dialog().getByText('请填写审图号').waitFor();
});

test('a map in order is seen before it comes into use, with its number and its maker', async () => {
  await choose(drawnMap());
  await operator.dialog().getByRole('img', { name: '地图预览' }).waitFor();
  await operator.dialog().getByLabel('审图号').fill('1234');
  await operator.dialog().getByLabel('制图单位').fill('某某地图出版社');
  await operator.press('采用');
  await operator.dialog().getByText('审图号的写法不对').waitFor();
  await operator.expectUsable('map-preview');
  await operator.dialog().getByLabel('审图号').fill('GS(2024)1234号');
  await operator.press('采用');
  await operator.dialog().waitFor({ state: 'hidden' });
  await operator.page.getByText('GS（2024）1234号').waitFor();
  await operator.page.getByRole('button', { name: '更换地图' }).waitFor();
  await operator.expectUsable('map-kept');
});

test('in the view of regions the map stands in the place of the tiles, with number and maker below it', async () => {
  const { maker } = tabs;
  await maker.page.setViewportSize(PHONE);
  await maker.page.reload();
  const map = part(maker).getByRole('group', { name: '地图，2 个省份有记录' });
  await map.waitFor();
  expect(await part(maker).locator('.region-tiles').count()).toBe(0);
  expect(await map.locator('.map-region').count()).toBe(34);
  expect(await map.getByRole('button').locator('title').allTextContents()).toEqual([
    '黑龙江省，1 处，2 步，2026-03-01 至 2026-03-02',
    '山东省，3 处，4 步，2026-03-03 至 2026-03-06',
  ]);
  const fills = map.locator('.level-2 :is(path, polygon)');
  expect(await fills.evaluateAll((all) => all.map((each) => getComputedStyle(each).fill))).toEqual(
    Array(2).fill(`rgb(${FOUR_STEPS.join(', ')})`),
  );
  await part(maker).getByText('审图号：GS（2024）1234号').waitFor();
  await part(maker).getByText('制图：某某地图出版社').waitFor();
  await maker.expectUsable('map-regions');
});

test('a key and a click open a province; tiles are a choice that the address keeps', async () => {
  const { maker } = tabs;
  const { page } = maker;
  await page.setViewportSize(DESK);
  await part(maker)
    .getByRole('button', { name: /^山东省/ })
    .focus();
  await page.keyboard.press('Enter');
  const shandong = part(maker).getByRole('region', { name: '山东省' });
  await shandong.getByText('惠安济南仓库：1 步').waitFor();
  expect(await part(maker).locator('.map-region.is-chosen').getAttribute('aria-pressed')).toBe('true');
  await maker.expectUsable('map-regions-open');
  await part(maker)
    .getByRole('button', { name: /^黑龙江省/ })
    .click();
  await part(maker).getByRole('region', { name: '黑龙江省' }).waitFor();
  await part(maker).getByText('方格', { exact: true }).click();
  await part(maker).locator('.region-tiles').waitFor();
  await page.reload();
  await part(maker).locator('.region-tiles').waitFor();
  expect(new URL(page.url()).searchParams.get('as')).toBe('tiles');
  expect(await part(maker).getByText('审图号').count()).toBe(0);
  await part(maker).getByText('地图', { exact: true }).click();
  await part(maker).locator('.region-map').waitFor();
  expect(new URL(page.url()).searchParams.get('as')).toBeNull();
});

test('it is saved as SVG and PNG in its colours, with number and maker, and printed with them', async () => {
  const { page } = tabs.maker;
  const save = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    if (process.env.SUYUAN_SHOTS !== undefined)
      await file.saveAs(`${process.env.SUYUAN_SHOTS}/map-${file.suggestedFilename()}`);
    return readFile(await file.path());
  };
  const svg = (await save('保存为 SVG')).toString();
  for (const text of ['审图号：GS（2024）1234号', '制图：某某地图出版社', '山东省，3 处，4 步', '颜色表示步骤数'])
    expect(svg).toContain(text);
  expect(svg).toMatch(/<g data-region="370000"><title>[^<]*<\/title><path [^>]*fill="#a9dccb"/);
  const png = (await save('保存为 PNG')).toString('base64');
  const { x, y } = middleOf('37');
  // Beside the words; the map has a margin of 24, is 760 wide, and all is three times as fine.
  const place = [x - 35, y + 35].map((of) => Math.round((24 + (of * 760) / 700) * 3));
  expect(await page.evaluate(pixelAt, { png, place })).toEqual([...FOUR_STEPS, 255]);
  await page.evaluate(() => {
    document.documentElement.dataset.print = 'picture';
  });
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
  expect(await page.locator('.region-map').isVisible()).toBe(true);
  expect(await page.getByText('审图号：GS（2024）1234号').isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => delete document.documentElement.dataset.print);
});

async function pixelAt({ png, place: [x = 0, y = 0] }: { png: string; place: number[] }): Promise<number[]> {
  const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const context = canvas.getContext('2d');
  context?.drawImage(picture, 0, 0);
  return [...(context?.getImageData(x, y, 1, 1).data ?? [])];
}

test('in the dark and in English it is as readable', async () => {
  const { shop } = tabs;
  await shop.page.emulateMedia({ colorScheme: 'dark' });
  await shop.page.setViewportSize(DESK);
  await shop.page.getByRole('button', { name: 'English' }).click();
  await shop.open(TRACE, 'Trace');
  await part(shop)
    .getByRole('button', { name: /^Shandong, / })
    .waitFor();
  expect((await part(shop).innerText()).replace(/GS（2024）1234号|某某地图出版社/g, '')).not.toMatch(/\p{Script=Han}/u);
  await shop.expectUsable('map-regions-dark-en');
});

test('once it is removed there are the tiles again', async () => {
  await operator.page.setViewportSize(DESK);
  await operator.page.getByRole('button', { name: 'English' }).click();
  await operator.page.getByRole('button', { name: 'Replace the map' }).click();
  await choose(drawnMap(['71', '81'], '<a/>'));
  await operator.dialog().getByText('this element is not allowed').waitFor();
  expect(await operator.dialog().innerText()).not.toMatch(/(?!地图\.svg)\p{Script=Han}{5}/u);
  await operator.expectUsable('map-faults-en');
  await operator.press('Cancel');
  await operator.page.getByRole('button', { name: 'Remove the map' }).click();
  await operator.press('Remove');
  await operator.page.getByText('There is no map').waitFor();
  await tabs.maker.page.reload();
  await part(tabs.maker).locator('.region-tiles').waitFor();
  expect(await part(tabs.maker).getByText('审图号').count()).toBe(0);
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
