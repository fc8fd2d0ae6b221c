/** Exports in the console: files of what was recorded, downloaded in the browser; at a desk and on a phone. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { textsOf } from '../../../../packages/server/test/account/workbook.ts';
import { MEMBER, type RunningConsole, runConsole } from './console.fixture.ts';
import { done, joined, ownerOf, record } from './parties.fixture.ts';
import { DESK, type Tab } from './tab.fixture.ts';

const RECORDS = 1_023;

let at: RunningConsole;
let grower: Tab;
let clerk: Tab;

beforeAll(async () => {
  at = await runConsole();
  grower = await at.firstStart();
  const invited = await done(grower, 'POST', '/v1/invitations', { name: MEMBER.name, role: 'viewer' });
  clerk = await joined(at, invited, MEMBER);
}, 180_000);
afterAll(() => at?.close());

const idOf = (n: number): string => `https://example.org/picked-${n}`;

/** Records so many events of boxes, and waits until they can be exported. */
async function recordMany(count: number): Promise<void> {
  const { secret } = Object(await done(grower, 'POST', '/v1/keys', { label: '扫码枪', role: 'capture' }));
  const eventList = Array.from({ length: count }, (_, n) => ({
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', eventID: idOf(n) },
    ...{ eventTime: '2026-03-01T08:00:00Z', eventTimeZoneOffset: '+08:00' },
    epcList: [`https://id.gs1.org/01/06901234567892/21/BOX${n}`],
  }));
  const document = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-03-01T08:00:00Z' },
    epcisBody: { eventList },
  };
  const answer = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(document),
  });
  expect(answer.status).toBe(202);
  const exported = (): Promise<string | null> =>
    grower.page.evaluate(async () => {
      const { headers } = await fetch('/v1/exports/events', { method: 'HEAD' });
      return headers.get('suyuan-export-records');
    });
  await vi.waitFor(async () => expect(await exported()).toBe(String(count)), { timeout: 30_000 });
}

/** What the browser keeps of a part, and as what. */
async function kept(no: number): Promise<{ readonly name: string; readonly file: Buffer }> {
  const [download] = await Promise.all([
    grower.page.waitForEvent('download'),
    grower.page.getByRole('link', { name: `下载第 ${no} 部分` }).click(),
  ]);
  return { name: download.suggestedFilename(), file: readFileSync(await download.path()) };
}

function eventsOf(file: Buffer): readonly string[] {
  const { epcisBody } = JSON.parse(file.toString());
  return epcisBody.eventList.map(({ eventID }: { eventID: string }) => eventID);
}

test('where nothing was recorded the page says so', async () => {
  await grower.page.goto(`${at.program.url}/console/`);
  await grower.page.getByRole('link', { name: '数据导出' }).click();
  await grower.page.getByText('还没有可以导出的记录').waitFor();
  await grower.expectUsable('exports-none');
});

test('all that was recorded is in one file, which the browser keeps', async () => {
  await recordMany(RECORDS);
  await grower.open('exports', '数据导出');
  await grower.row('第 1 部分').filter({ hasText: '1,023' }).waitFor();
  await grower.page.getByText('共 1 个文件。').waitFor();
  await grower.expectUsable('exports-one');
  const { name, file } = await kept(1);
  expect(await grower.row('第 1 部分').innerText()).toContain(name);
  expect(new Set(eventsOf(file))).toEqual(new Set(Array.from({ length: RECORDS }, (_, n) => idOf(n))));
  await grower.open('audit', '操作记录');
  await grower.row('导出').filter({ hasText: '1023' }).first().waitFor();
});

test('smaller files are several, which together are all, each record once', async () => {
  await grower.open('exports', '数据导出');
  await grower.page.getByRole('radio', { name: '1,000', exact: true }).check();
  await grower.page.getByText('共 2 个文件。').waitFor();
  await grower.row('第 2 部分').filter({ hasText: '23' }).waitFor();
  await grower.expectUsable('exports-two');
  const both = [...eventsOf((await kept(1)).file), ...eventsOf((await kept(2)).file)];
  expect(both).toHaveLength(RECORDS);
  expect(new Set(both).size).toBe(RECORDS);
});

test('for reading there are Excel tables, and the command follows', async () => {
  await grower.page.getByRole('radio', { name: /^Excel 表格/ }).check();
  await grower.page.getByText('suyuan export --format xlsx --out 文件夹').waitFor();
  await grower.row('第 2 部分').filter({ hasText: '.xlsx' }).waitFor();
  const { name, file } = await kept(2);
  expect(name).toMatch(/\.xlsx$/);
  expect(textsOf(file).join('\n')).toContain(idOf(RECORDS - 1));
});

test('what others recorded of its goods is another kind, in files by so many own records', async () => {
  const shop = await ownerOf(at, grower, {
    organisation: { name: '百果鲜生超市', kind: 'enterprise' },
    loginName: 'zhao.liu',
  });
  const sold = 'https://example.org/sold-at-the-shop';
  const box = { epc: 'https://id.gs1.org/01/06901234567892/21/BOX0', bizStep: 'retail_selling', eventID: sold };
  await record(at, shop, box);
  await grower.open('exports', '数据导出');
  await grower.page.getByRole('radio', { name: /^上下游的记录/ }).check();
  await grower.page.getByText('共 3 个文件。').waitFor();
  await grower.row('第 3 部分').filter({ hasText: '23' }).waitFor();
  await grower.page.getByText('suyuan export --chains --format epcis --out 文件夹').waitFor();
  await grower.expectUsable('exports-chains');
  const { name, file } = await kept(1);
  expect(name).toContain('-chains-');
  expect(eventsOf(file)).toEqual([sold]);
  await grower.page.getByRole('radio', { name: '5,000', exact: true }).check();
  await grower.page.getByText('共 1 个文件。').waitFor();
  // Back at the first kind, its own sizes are there.
  await grower.page.getByRole('radio', { name: /^本单位的记录/ }).check();
  await grower.row('第 1 部分').filter({ hasText: '1,023' }).waitFor();
  expect(await grower.page.getByRole('radio', { name: '10,000', exact: true }).isChecked()).toBe(true);
});

test('of many parts the first are shown, and more on demand; what fails on the way is told, and goes on', async () => {
  // On the way to the server the parts are made small, so that a few records are many parts.
  let isBusy = false;
  await grower.page.route('**/v1/exports/**', (route) =>
    isBusy
      ? route.fulfill({ status: 503 })
      : route.continue({
          url: route
            .request()
            .url()
            .replace('count=1000&', 'count=40&')
            .replace(/count=1000$/, 'count=40'),
        }),
  );
  await grower.open('exports', '数据导出');
  await grower.page.getByRole('radio', { name: '1,000', exact: true }).check();
  await grower.page.getByText('已列出 20 个文件，还有更多。').waitFor();
  await grower.expectUsable('exports-many');
  isBusy = true;
  await grower.page.getByRole('button', { name: '显示更多' }).click();
  await grower.page.getByText('服务器正忙，或已有文件在下载').waitFor();
  await grower.row('第 20 部分').waitFor();
  isBusy = false;
  await grower.page.getByRole('button', { name: '重新载入' }).click();
  await grower.page.getByText('共 26 个文件。').waitFor();
  await grower.row('第 26 部分').filter({ hasText: '23' }).waitFor();
  expect(await grower.page.getByRole('button', { name: '显示更多' }).count()).toBe(0);
  await grower.page.unrouteAll();
});

test('whose role does not allow it has no entry, and is told why the page is empty', async () => {
  await clerk.page.goto(`${at.program.url}/console/exports`);
  await clerk.page.getByText('您的角色不能查看此页').waitFor();
  expect(await clerk.page.getByRole('navigation').innerText()).not.toContain('数据导出');
});

test('in English nothing is left in Chinese', async () => {
  await grower.page.setViewportSize(DESK);
  await grower.page.getByRole('button', { name: 'English' }).click();
  await grower.open('exports', 'Exports');
  await grower.row('Part 1').filter({ hasText: '1,023' }).waitFor();
  expect(await grower.page.innerText('main')).not.toMatch(/\p{Script=Han}/u);
  await grower.expectUsable('exports-en');
});

test('the content policy refused nothing, and nothing broke', () => {
  expect(at.complaints).toEqual([]);
});
