/** Records from a file: checked by cell, recorded once, row by row. */
import { randomUUID } from 'node:crypto';
import { IMPORT_PART_BYTES } from '@suyuan/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { interlockOf } from '../../src/modules/compliance/index.ts';
import { withSites } from '../../src/modules/events/index.ts';
import { keepImporting, resealImports } from '../../src/modules/imports/index.ts';
import { tidyUp } from '../../src/modules/imports/keep-tidy.ts';
import { createSequencer } from '../../src/modules/integrity/index.ts';
import { openShelf } from '../../src/modules/standards/index.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import { createCtx } from '../../src/platform/ctx.ts';
import { createLog } from '../../src/platform/log/index.ts';
import type { Browser } from '../account/browser.ts';
import { codeOf, type Firm, type Firms, firmsOf } from '../account/firms.ts';
import { textsOf } from '../account/workbook.ts';
import { type TestServer, testServer } from '../test-server.ts';
import {
  aRow,
  check,
  csv,
  HEAD,
  inGbk,
  putPart,
  recordAll,
  type Sending,
  send,
  settled,
  someRows,
  xlsx,
} from './files.ts';

let server: TestServer;
let firms: Firms;
let mill: Firm;
let by: Sending;
beforeAll(async () => {
  server = await testServer();
  firms = await firmsOf(server);
  mill = await firms.firm('青山面粉厂', { categories: ['food'] });
  by = { server, page: mill.page };
});
afterAll(() => server.close());

async function fetched(page: Browser, path: string): Promise<{ readonly status: number; readonly file: Buffer }> {
  const answer = await fetch(server.url + path, { headers: { cookie: page.cookie ?? '', 'accept-language': 'zh' } });
  return { status: answer.status, file: Buffer.from(await answer.arrayBuffer()) };
}

/** Of the first that were recorded. */
const eventOf = async (lot: string): Promise<unknown> => {
  const { body } = await mill.page.ask('GET', '/epcis/events');
  const { eventList } = body.epcisBody.queryResults.resultsBody;
  return eventList.find((event: unknown) => JSON.stringify(event).includes(`/10/${lot}"`));
};

const countOf = async (firm: Firm): Promise<number> => {
  const { rows } = await server.database.db.query<{ n: number }>(
    `select count(*)::int as n from events.record r join identity.organisation o on o.no = r.org_no where o.id = $1`,
    [firm.id],
  );
  return rows[0]?.n ?? 0;
};

test('a template that is filled in is checked, and each of its rows recorded as one event, however often it is asked', async () => {
  const template = await fetched(mill.page, '/v1/forms/food/receipt/template');
  const texts = textsOf(template.file);
  expect(template.status).toBe(200);
  expect(texts).toEqual(expect.arrayContaining(['时间*', '货品编码*', '数量', '供货者名称']));
  const before = await countOf(mill);
  const head = texts.slice(0, 6);
  expect(head.slice(0, 5)).toEqual(['时间*', '货品编码*', '批号', '数量', '单位']);
  const rows = [
    ['2026-10-01 08:30', '06901234567892', 'T1', '10', '千克', ''],
    [46_000, '06901234567892', 'T2', 2.5, 'kg', ''],
  ];
  const checked = await check(by, await xlsx([head, ...rows]));
  expect(checked.faults).toEqual([]);
  expect(checked).toMatchObject({ state: 'checked', rows: 2, good: 2, faulty: 0, sheet: '表1' });
  expect(await countOf(mill)).toBe(before);
  const done = await recordAll(by, checked.id);
  expect(done).toMatchObject({ state: 'recorded', handled: 2, recorded: 2, refused: 0 });
  expect((await recordAll(by, checked.id)).recorded).toBe(2);
  expect(await countOf(mill)).toBe(before + 2);
  expect(await eventOf('T1')).toMatchObject({
    eventTime: '2026-10-01T08:30:00+08:00',
    quantityList: [{ epcClass: 'https://id.gs1.org/01/06901234567892/10/T1', quantity: 10, uom: 'KGM' }],
  });
  const { occurrences } = (await mill.page.ask('GET', '/v1/occurrences?kind=import.recorded')).body;
  expect(occurrences).toContainEqual(expect.objectContaining({ about: checked.id }));
});

test('what stands above the table is of every row, names of the trade are known, and GBK is read', async () => {
  const gbk = inGbk(
    '供货者名称：青山粮油公司\r\n购进日期,商品条码,批次\r\n2026/10/1,06901234567892,G1\r\n2026年10月2日,06901234567892,G2',
  );
  const checked = await check(by, gbk, { name: '进货.csv' });
  expect(checked).toMatchObject({ state: 'checked', rows: 2, good: 2, faults: [] });
  await recordAll(by, checked.id);
  expect(await eventOf('G2')).toMatchObject({
    'suyuan:supplierName': '青山粮油公司',
  });
});

test('faults are told by cell, the copy has those rows alone, and it can be mended and sent again', async () => {
  const before = await countOf(mill);
  const file = csv([
    HEAD,
    aRow(1, { 批号: 'F1' }),
    aRow(2, { 批号: 'F2', 购进日期: '01/02/2026' }),
    aRow(3, { 批号: 'F3', 货品编码: '06901234567891', 数量: '一箱' }),
  ]);
  const checked = await check(by, file);
  expect(checked).toMatchObject({ rows: 3, good: 1, faulty: 2 });
  expect(checked.faults.map(({ cell }: { cell: string }) => cell)).toEqual(['A3', 'D4']);
  expect(checked.faults[0]).toMatchObject({
    row: 3,
    column: { zh: '时间' },
    message: { zh: expect.stringContaining('年') },
  });
  const copy = await fetched(mill.page, `/v1/imports/${checked.id}/annotated`);
  const texts = textsOf(copy.file);
  expect(texts.join('|')).toContain('A3：');
  expect(texts).not.toContain('F1');
  expect(texts).toEqual(expect.arrayContaining(['F2', 'F3']));
  expect(await recordAll(by, checked.id)).toMatchObject({ state: 'recorded', handled: 1, recorded: 1 });
  expect(await countOf(mill)).toBe(before + 1);
  const mended = await check(
    by,
    csv([
      ['问题', ...HEAD],
      ['', ...aRow(2, { 批号: 'F2' })],
    ]),
  );
  expect(await recordAll(by, mended.id)).toMatchObject({ recorded: 1 });
  expect(await countOf(mill)).toBe(before + 2);
});

test('what the rules forbid is refused for its row alone, with the reason, also where many are', async () => {
  const sale = (n: number, expiry: string) => ['2026-10-01', '06901234567892', `S${n}`, '1', expiry];
  const expired = Array.from({ length: 150 }, (_, n) => sale(n, '2026-09-01'));
  const head = ['时间', '货品编码', '批号', '数量', 'expiryDate'];
  const file = csv([head, sale(1_000, '2027-09-01'), ...expired, sale(1_001, '2027-09-01')]);
  const checked = await check(by, file, { stage: 'sale' });
  expect(checked).toMatchObject({ good: 152, faulty: 0 });
  const done = await recordAll(by, checked.id);
  expect(done).toMatchObject({ state: 'recorded', handled: 152, recorded: 2, refused: 150 });
  expect(done.faults[0]).toMatchObject({ row: 3, message: { zh: expect.any(String), en: expect.any(String) } });
  const texts = textsOf((await fetched(mill.page, `/v1/imports/${checked.id}/annotated`)).file);
  expect(texts).toEqual(expect.arrayContaining(['S0', 'S149']));
  expect(texts).not.toContain('S1000');
});

test('of a package that is opened a row may name no goods, which is all of them', async () => {
  const [of, stage] = ['food', 'unpacking'];
  const template = textsOf((await fetched(mill.page, `/v1/forms/${of}/${stage}/template`)).file);
  expect(template).toEqual(expect.arrayContaining(['货品编码', '包装编码*']));
  const box = '(00)069012345600000015';
  const rows = [`2026-10-01,,${box}`, `2026-10-02,(01)06901234567892(21)S1,${box}`, '2026-10-03,,'];
  const checked = await check(by, csv(['时间,货品编码,包装编码', ...rows].map((row) => row.split(','))), { stage });
  expect(checked).toMatchObject({ good: 2, faulty: 1, faults: [{ cell: 'C4' }] });
  await recordAll(by, checked.id);
  const { body } = await mill.page.ask('GET', '/epcis/events?EQ_bizStep=unpacking');
  const { eventList } = body.epcisBody.queryResults.resultsBody;
  expect(
    eventList.map(({ action, childEPCs }: { action: string; childEPCs?: string[] }) => [action, childEPCs]),
  ).toEqual(
    expect.arrayContaining([
      ['DELETE', undefined],
      ['DELETE', ['https://id.gs1.org/01/06901234567892/21/S1']],
    ]),
  );
});

test('a file without the columns that a record needs, or without a table, says what to do', async () => {
  const failed = async (file: Buffer) => {
    const { state, problem } = await check(by, file);
    return [state, problem?.code, problem?.message.zh];
  };
  const without = csv([HEAD.filter((name) => name !== '货品编码'), ['2026-10-01', 'W1', '1', '千克', 'x', 'y']]);
  expect(await failed(without)).toEqual(['failed', 'import.columns', expect.stringContaining('货品编码')]);
  expect(await failed(csv([['甲', '乙']]))).toEqual(['failed', 'import.no-header', expect.stringContaining('模板')]);
  expect(await failed(csv([HEAD]))).toEqual(['failed', 'import.empty', expect.any(String)]);
  expect((await failed(Buffer.from('%PDF-1.7\n')))[1]).toBe('table.no-table');
  expect((await failed((await xlsx([HEAD, aRow(1)])).subarray(0, 300)))[0]).toBe('failed');
});

test('parts come in any order and go on where they stopped; the same file is recorded under one import', async () => {
  const remark = '备'.repeat(500);
  const lines = Array.from({ length: 800 }, (_, n) => [...aRow(n), remark]);
  const file = csv([[...HEAD, '备注'], ...lines]);
  const id = randomUUID();
  const given = { pack: 'food', stage: 'receipt', name: '大.csv', bytes: file.length };
  expect((await mill.page.ask('PUT', `/v1/imports/${id}`, given)).body).toMatchObject({
    state: 'uploading',
    missing: [1, 2],
  });
  const part = (n: number) => file.subarray((n - 1) * IMPORT_PART_BYTES, n * IMPORT_PART_BYTES);
  expect(await putPart(by, `/v1/imports/${id}/parts/2`, part(2))).toBe(204);
  expect(await putPart(by, `/v1/imports/${id}/parts/1`, part(2))).toBe(400);
  expect(await putPart(by, `/v1/imports/${id}/parts/3`, part(2))).toBe(400);
  expect((await mill.page.ask('PUT', `/v1/imports/${id}`, given)).body.missing).toEqual([1]);
  expect(await codeOf(mill.page, 'POST', `/v1/imports/${id}/check`)).toBe('import.incomplete');
  expect(await codeOf(mill.page, 'POST', `/v1/imports/${id}/recording`)).toBe('import.unchecked');
  expect(await putPart(by, `/v1/imports/${id}/parts/1`, part(1))).toBe(204);
  expect(await putPart(by, `/v1/imports/${id}/parts/1`, part(1))).toBe(204);
  await mill.page.ask('POST', `/v1/imports/${id}/check`);
  expect(await settled(by, id)).toMatchObject({ state: 'checked', rows: 800, good: 800 });
  expect(await putPart(by, `/v1/imports/${id}/parts/1`, part(1))).toBe(409);
  expect(await check(by, file)).toMatchObject({
    code: 'import.exists',
    title: expect.stringContaining('大.csv'),
    errors: [{ pointer: '/id', value: JSON.stringify(id) }],
  });
  expect(await codeOf(mill.page, 'DELETE', `/v1/imports/${id}`)).toBe(204);
  expect(await codeOf(mill.page, 'GET', `/v1/imports/${id}`)).toBe('resource.not-found');
});

test('whoever may only draft, and whoever may only look, imports nothing; another organisation sees none of it', async () => {
  const invited = async (role: string): Promise<Browser> =>
    firms.accept((await mill.page.ask('POST', '/v1/invitations', { name: '钱七', role })).body.url);
  const [drafter, viewer] = [await invited('drafter'), await invited('viewer')];
  expect(await codeOf(drafter, 'GET', '/v1/imports')).toBe('import.draft-only');
  expect(await codeOf(viewer, 'GET', '/v1/imports')).toBe('right.missing');
  const { imports } = (await mill.page.ask('GET', '/v1/imports?perPage=1')).body;
  const [{ id }] = imports;
  const other = await firms.firm('别家面粉厂', { categories: ['food'] });
  expect((await other.page.ask('GET', '/v1/imports')).body).toEqual({ imports: [] });
  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/check'],
    ['POST', '/recording'],
    ['GET', '/annotated'],
    ['DELETE', ''],
  ] as const)
    expect(await codeOf(other.page, method, `/v1/imports/${id}${path}`)).toBe('resource.not-found');
  // The same file of another organisation is its own.
  const file = someRows(3);
  const [own, theirs] = [await check(by, file), await check({ server, page: other.page }, file)];
  await recordAll(by, own.id);
  await recordAll({ page: other.page }, theirs.id);
  expect(await countOf(other)).toBe(3);
});

test('a program that is ended in the middle, or killed before it noted what it recorded, records nothing twice', async () => {
  const firm = await firms.firm('断电面粉厂', { categories: ['food'] });
  const { id } = await check({ server, page: firm.page }, someRows(1_200));
  const { db, access, ctx: program } = server.database;
  const log = createLog('silent');
  const shelf = openShelf(program);
  const begin = () =>
    keepImporting({
      ...{ program, keyring: server.keyring, spoolFolder: server.spoolFolder, packs: shelf.packs },
      sequencer: createSequencer(program),
      interlock: withSites(interlockOf({ program, packs: shelf.packs })),
      ctxOf: (actor) => createCtx({ access, clock: systemClock, log }, actor),
    });
  const { rows } = await db.query<{ person: string }>('select made_by as person from imports.import where id = $1', [
    id,
  ]);
  await db.query("update imports.import set state = 'recording', for_person = $2 where id = $1", [id, rows[0]?.person]);
  const first = begin();
  first.nudge();
  const stateOf = async () => (await firm.page.ask('GET', `/v1/imports/${id}`)).body;
  while ((await stateOf()).handled === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await first.close();
  const stopped = await stateOf();
  expect(stopped.state).toBe('recording');
  expect(stopped.handled).toBeLessThan(1_200);
  const resumed = begin();
  resumed.nudge();
  expect(await settled({ page: firm.page }, id)).toMatchObject({ state: 'recorded', handled: 1_200, recorded: 1_200 });
  expect(await countOf(firm)).toBe(1_200);
  // As if it had been killed before it noted any of it.
  await db.query(
    "update imports.import set state = 'recording', last_row = 0, handled = 0, recorded = 0 where id = $1",
    [id],
  );
  resumed.nudge();
  expect(await settled({ page: firm.page }, id)).toMatchObject({ state: 'recorded', recorded: 1_200, refused: 0 });
  expect(await countOf(firm)).toBe(1_200);
  await resumed.close();
}, 60_000);

test('a new key seals the parts anew, and files are taken away a week after they were used', async () => {
  const { db, ctx } = server.database;
  const id = await send(by, someRows(7));
  const keyNo = server.keyring.addKey();
  expect(await ctx.write((tx) => resealImports(tx, server.keyring, keyNo))).toBeGreaterThan(0);
  expect(await ctx.write((tx) => resealImports(tx, server.keyring, keyNo))).toBe(0);
  await mill.page.ask('POST', `/v1/imports/${id}/check`);
  await settled(by, id);
  await recordAll(by, id);
  await db.query("update imports.import set changed_at = now() - interval '8 days'", []);
  await tidyUp(ctx);
  expect((await mill.page.ask('GET', `/v1/imports/${id}`)).body).toMatchObject({ state: 'recorded', hasFile: false });
  expect(await codeOf(mill.page, 'GET', `/v1/imports/${id}/annotated`)).toBe('import.gone');
});
