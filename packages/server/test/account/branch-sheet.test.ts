/** Branches of a chain by one Excel file. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readXlsx } from '../../src/modules/identity/ties/branch-sheet/read-xlsx.ts';
import { type TestServer, testServer } from '../test-server.ts';
import type { Answer, Browser } from './browser.ts';
import { type Firms, firmsOf } from './firms.ts';
import { parts, workbook, zip } from './workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEAD = ['名称', '统一社会信用代码', '机构类别', '行政区划代码', '负责人姓名', '负责人角色'];

let server: TestServer;
let firms: Firms;
beforeAll(async () => {
  server = await testServer();
  firms = await firmsOf(server);
});
afterAll(() => server.close());

async function send(page: Browser, file: Buffer, query = ''): Promise<Answer> {
  const answer = await fetch(`${server.url}/v1/branches/sheet${query}`, {
    method: 'POST',
    headers: {
      'content-type': XLSX,
      cookie: page.cookie ?? '',
      'sec-fetch-site': 'same-origin',
      'accept-language': 'zh',
    },
    body: new Uint8Array(file),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

async function found(page: Browser, file: Buffer): Promise<unknown[]> {
  const { status, body } = await send(page, file, '?check=true');
  expect([status, body.code]).toEqual([200, undefined]);
  return body.findings.map(({ cell, code }: { cell: string; code: string }) => `${cell} ${code}`);
}

const namesOf = async (page: Browser): Promise<string[]> =>
  (await page.ask('GET', '/v1/branches')).body.branches.map(({ name }: { name: string }) => name);

test('looks first and keeps nothing, then makes all branches, with links that lead into them', async () => {
  const { page } = await firms.firm('连锁药房');
  const file = workbook([
    HEAD,
    ['  一号店 ', '９１１１００００８０２１００４３３ｂ', '企业', '<c><v>3.20102E5</v></c>', '李四', '登记员'],
    [],
    ['<c t="s"><v>0</v></c>', '', '', '', '=1+1', 'viewer'],
    ['三号店'],
  ]);
  const looked = await send(page, file, '?check=true');
  expect(looked.body).toMatchObject({
    wanted: { branches: 3, invitations: 2 },
    findingCount: 0,
    made: 0,
    branches: [],
  });
  expect(await namesOf(page)).toEqual([]);

  const { body } = await send(page, file);
  expect(body).toMatchObject({ made: 3, branches: [{ name: '一号店' }, { name: '富文本店' }, { name: '三号店' }] });
  expect((await page.ask('GET', '/v1/branches')).body.branches[0]).toMatchObject({
    code: 'cn-uscc:91110000802100433B',
    region: '320102',
  });
  const person = await firms.accept(body.branches[0].invitation.url);
  expect((await person.ask('GET', '/v1/session')).body.organisation.id).toBe(body.branches[0].id);
  const links = await readXlsx(Buffer.from(body.sheet, 'base64'));
  // A name that looks like a formula is a text in the file with the links.
  expect(links.cells.find(({ text }) => text === '=1+1')).toMatchObject({ row: 3, column: 2 });
  expect(links.cells.some(({ flaw }) => flaw !== undefined)).toBe(false);
  const { body: noted } = await page.ask('GET', '/v1/occurrences?kind=branch.made');
  expect(noted.occurrences).toHaveLength(3);
  expect(await found(page, file)).toEqual([
    'A2 branch-sheet.name-taken',
    'B2 organisation.code-taken',
    'A4 branch-sheet.name-taken',
    'A5 branch-sheet.name-taken',
  ]);
});

test('tells everything that is wrong, cell by cell, and then makes nothing', async () => {
  const { page } = await firms.firm('乙连锁');
  const file = workbook(
    [
      HEAD,
      ['', '', '', '320102'],
      ['甲店', '91110000802100433A'],
      ['甲店', '', '未知', '999999', '李四', '皇帝'],
      ['乙店', '<c><v>9.1110000802100433E17</v></c>', '', '', '', '登记员'],
      ['<c><f>1+1</f><v>2</v></c>', '', '', '', '李四'],
      ['字'.repeat(201)],
    ],
    '<mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>',
  );
  const expected = [
    'A2 branch-sheet.name-missing',
    'A3 branch-sheet.merged',
    'B3 organisation.code-invalid',
    'A4 branch-sheet.name-twice',
    'C4 branch-sheet.kind-unknown',
    'D4 region.unknown',
    'F4 role.unknown',
    'B5 branch-sheet.rounded',
    'E5 branch-sheet.person-missing',
    'A6 branch-sheet.formula',
    'F6 branch-sheet.role-missing',
    'A7 branch-sheet.too-long',
  ];
  expect(await found(page, file)).toEqual(expected);
  // In one language each, also where the reason comes from the codes.
  const { body } = await send(page, file, '?check=true');
  const { title } = body.findings.find(({ cell }: { cell: string }) => cell === 'B3');
  expect(title).toMatch(/无效：校验位不正确/);
  expect(title).not.toMatch(/[a-z]/);
  expect(await send(page, file)).toMatchObject({ status: 400, body: { code: 'branch-sheet.findings' } });
  expect(await namesOf(page)).toEqual([]);
  expect(await found(page, workbook([['店名', '名称 *', 'Name']]))).toEqual([
    'A1 branch-sheet.heading-unknown',
    'C1 branch-sheet.heading-twice',
  ]);
  expect(await found(page, workbook([['机构类别'], ['企业']]))).toEqual(['A1 branch-sheet.heading-missing']);
});

test('nobody gives by a sheet what it does not have', async () => {
  const { page } = await firms.firm('丙连锁');
  const { body } = await page.ask('POST', '/v1/invitations', { name: '管', role: 'administrator' });
  const administrator = await firms.accept(body.url);
  expect(await found(administrator, workbook([HEAD, ['店', '', '', '', '李四', '所有者']]))).toEqual([
    'F2 role.beyond',
  ]);
});

test('refuses what is no workbook, and what inflates beyond its bound, also where it says less of itself', async () => {
  const { page } = await firms.firm('丁连锁');
  const bomb = parts(Buffer.alloc(100 * 1024 * 1024, ' '));
  for (const [file, code] of [
    [Buffer.from('not a workbook'), 'branch-sheet.unreadable'],
    [zip({ 'a.txt': 'a' }), 'branch-sheet.unreadable'],
    [zip(parts('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>')), 'branch-sheet.unreadable'],
    [zip(parts('<worksheet><sheetData>')), 'branch-sheet.unreadable'],
    [zip(bomb), 'branch-sheet.too-large'],
    [zip(bomb, 1000), 'branch-sheet.unreadable'],
    [workbook([HEAD, ...Array.from({ length: 5_001 }, (_, n) => [`店${n}`])]), 'branch-sheet.rows'],
  ] as const)
    expect((await send(page, file, '?check=true')).body.code).toBe(code);
});

test('the template is one that can be sent as soon as it is filled in, in the language of the caller', async () => {
  const { page } = await firms.firm('戊连锁');
  for (const [language, head] of [
    ['zh', HEAD],
    ['en', ['Name', 'Organisation code', 'Kind', 'Region code', 'Person in charge', 'Role of the person']],
  ] as const) {
    const answer = await fetch(`${server.url}/v1/branches/sheet`, {
      headers: { cookie: page.cookie ?? '', 'accept-language': language },
    });
    expect(answer.headers.get('content-type')).toBe(XLSX);
    const file = Buffer.from(await answer.arrayBuffer());
    expect((await readXlsx(file)).cells.map(({ text }) => text)).toEqual(head);
    expect(await found(page, file)).toEqual([]);
  }
});
