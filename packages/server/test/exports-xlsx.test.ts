/** An organisation takes back all that it has recorded as Excel workbooks: what stands in them, and that they stay the same. */
import { get } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readXlsx } from '../src/modules/identity/ties/branch-sheet/read-xlsx.ts';
import { openArchive } from '../src/modules/identity/ties/branch-sheet/read-zip.ts';
import { XLSX } from '../src/platform/xlsx/write-xlsx.ts';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** Where the log ended before the test. */
let from = 0;
const lastOf = (response: Response): number => Number(response.headers.get('suyuan-export-until'));
beforeEach(async () => {
  from = lastOf(await ask('', 'zh', 'HEAD')) + 1;
});

const ask = (query: string, language = 'zh', method = 'GET'): Promise<Response> =>
  fetch(`${server.url}/v1/exports/events?format=xlsx${query}`, {
    method,
    headers: { authorization: `Bearer ${server.key}`, 'accept-language': language },
  });

const capture = async (events: readonly EventJson[], more: EventJson = {}): Promise<void> => {
  const response = await fetch(`${server.url}/epcis/capture`, {
    method: 'POST',
    body: documentOf(events, more),
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
  });
  expect([response.status, await response.text()]).toEqual([202, expect.anything()]);
};

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

/** Rows of the first sheet, by their headings. */
async function rowsOf(file: Buffer): Promise<Record<string, string>[]> {
  const { cells } = await readXlsx(file);
  const headings = new Map(cells.filter(({ row }) => row === 1).map(({ column, text }) => [column, text]));
  const rows = Map.groupBy(
    cells.filter(({ row }) => row > 1),
    ({ row }) => row,
  );
  return [...rows.values()].map((row) =>
    Object.fromEntries(row.map(({ column, text }) => [headings.get(column) ?? '', text])),
  );
}

const written = async (language?: string): Promise<Record<string, string>[]> =>
  rowsOf(await bytesOf(await ask(`&from=${from}`, language)));

const OBJECT = 'https://id.gs1.org/01/10614141073464/21/1';
const LOT = 'https://id.gs1.org/01/10614141073464/10/A1';

test('each unit is a row, with what the event says beside it, in words of the language', async () => {
  const event = {
    ...objectEvent(),
    type: 'AggregationEvent',
    eventID: 'urn:uuid:00000000-0000-4000-9000-00000000000a',
    eventTime: '2026-05-01T00:00:00.120Z',
    eventTimeZoneOffset: '+08:00',
    action: 'ADD',
    parentID: 'https://id.gs1.org/00/106141412345678908',
    childEPCs: [OBJECT],
    childQuantityList: [{ epcClass: LOT, quantity: 12.5, uom: 'KGM' }],
    epcList: undefined,
    disposition: 'in_transit',
    readPoint: { id: 'https://id.gs1.org/414/0614141000005' },
    bizLocation: { id: 'https://id.gs1.org/414/0614141000012' },
    sourceList: [{ type: 'possessing_party', source: 'https://id.gs1.org/417/0614141000005' }],
    destinationList: [
      { type: 'owning_party', destination: 'https://id.gs1.org/417/0614141000012' },
      { type: 'urn:example:type', destination: 'urn:example:party' },
    ],
    bizTransactionList: [{ type: 'po', bizTransaction: 'urn:example:po:1' }, { bizTransaction: 'urn:example:other' }],
  };
  await capture([event]);
  const zh = await written();
  const told = {
    日志位置: expect.stringMatching(/^\d+$/),
    记录时间: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \+08:00$/),
    事件编号: event.eventID,
    事件类型: 'AggregationEvent',
    动作: 'ADD',
    事件时间: '2026-05-01 08:00:00.120 +08:00',
    业务步骤: 'shipping',
    '业务步骤（名称）': '发货',
    状态: 'in_transit',
    '状态（名称）': '在途',
    读取点: expect.stringContaining('0614141000005'),
    业务地点: expect.stringContaining('0614141000012'),
    来源: expect.stringMatching(/^持有方 .*0614141000005$/),
    去向: expect.stringMatching(/^货权方 .*0614141000012; urn:example:type urn:example:party$/),
    单据: '采购订单 urn:example:po:1; urn:example:other',
  };
  expect(zh).toEqual([
    { ...told, 追溯单元: expect.stringContaining('106141412345678908'), 单元角色: '上级' },
    { ...told, 追溯单元: OBJECT, 单元角色: '下级' },
    { ...told, 追溯单元: LOT, 单元角色: '下级', 数量: '12.5', 计量单位: 'KGM' },
  ]);
  const [first] = await written('en');
  expect(first).toMatchObject({
    'Business step (name)': 'Shipping',
    Role: 'Parent',
    Documents: expect.stringMatching(/^Purchase order /),
  });
});

test('an event of no units has a row; quantities and positions are numbers, all else is text, formulas too', async () => {
  await capture([
    {
      ...objectEvent(),
      action: 'ADD',
      epcList: [],
      quantityList: [{ epcClass: LOT, quantity: 0.1 }],
      ilmd: { 'cbvmda:lotNumber': '=HYPERLINK("http://x")' },
    },
    { ...objectEvent({ epcList: [] }), eventTimeZoneOffset: '-03:30', eventTime: '2026-05-01T00:00:00Z' },
  ]);
  const file = await bytesOf(await ask(`&from=${from}`));
  const rows = await rowsOf(file);
  const position = Number(rows[0]?.日志位置);
  expect(position).toBeGreaterThanOrEqual(from);
  expect(rows).toMatchObject([
    { 数量: '0.1', 批号: '=HYPERLINK("http://x")' },
    {
      日志位置: String(position + 1),
      事件编号: expect.stringMatching(/^ni:\/\/\/sha-256;/),
      事件时间: '2026-04-30 20:30:00.000 -03:30',
    },
  ]);
  const sheet = String(await openArchive(file).part('xl/worksheets/sheet1.xml'));
  expect(sheet).not.toMatch(/<f\b/);
  const numbers = [...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value);
  expect(numbers).toEqual([String(position), '0.1', String(position + 1)]);
});

test('an event that says of another that it was wrong tells when, why, and what stands instead', async () => {
  const event = { ...objectEvent(), eventID: 'urn:uuid:00000000-0000-4000-9000-00000000000b' };
  const errorDeclaration = {
    declarationTime: '2026-05-02T01:00:00Z',
    reason: 'incorrect_data',
    correctiveEventIDs: ['urn:uuid:00000000-0000-4000-9000-00000000000c'],
  };
  await capture([event, { ...event, errorDeclaration }]);
  expect((await written()).map(({ 事件编号: id, 声明有误: declared }) => [id, declared])).toEqual([
    [event.eventID, undefined],
    [event.eventID, '2026-05-02 09:00:00.000 +08:00; 数据有误; urn:uuid:00000000-0000-4000-9000-00000000000c'],
  ]);
});

test('an event of thousands of units is as many rows', async () => {
  const epcList = Array.from({ length: 3_000 }, (_, i) => `https://id.gs1.org/01/10614141073464/21/M${i}`);
  await capture([objectEvent({ epcList })]);
  expect((await written()).map(({ 追溯单元: unit }) => unit)).toEqual(epcList);
});

test('parts follow each other without a gap, hold events alone, and are the same to the byte when asked for again', async () => {
  const vocabularyList = [
    {
      type: 'urn:epcglobal:epcis:vtype:EPCClass',
      vocabularyElementList: [{ id: 'urn:epc:idpat:sgtin:0614141.107346.*', attributes: [] }],
    },
  ];
  await capture([objectEvent(), objectEvent()], { epcisHeader: { epcisMasterData: { vocabularyList } } });
  await capture([objectEvent()]);
  const parts: { path: string; file: Buffer; headers: Headers }[] = [];
  for (let path: string | undefined = `&from=${from}&count=2`; path !== undefined; ) {
    const response = await ask(path);
    parts.push({ path, file: await bytesOf(response), headers: response.headers });
    path = /format=xlsx(&[^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  expect(parts.map(({ headers }) => headers.get('suyuan-export-count'))).toEqual(['2', '1']);
  expect(parts.map(({ headers }) => headers.get('suyuan-export-records'))).toEqual(['2', '1']);
  expect((await Promise.all(parts.map(({ file }) => rowsOf(file)))).map((rows) => rows.length)).toEqual([2, 1]);
  for (const { headers } of parts)
    expect([headers.get('content-type'), headers.get('content-encoding'), headers.get('vary')]).toEqual([
      XLSX,
      null,
      'accept-language',
    ]);
  expect(parts[0]?.headers.get('content-disposition')).toMatch(/filename="suyuan-[\da-f]{8}-\d{12}-\d{12}\.xlsx"$/);
  const [first] = parts;
  const until = first?.headers.get('suyuan-export-until');
  await capture([objectEvent()]);
  const [again, english, epcis] = [
    await ask(`&from=${from}&count=2&until=${until}`),
    await ask(`&from=${from}&count=2&until=${until}`, 'en'),
    await fetch(`${server.url}/v1/exports/events?from=${from}&count=2&until=${until}`, {
      headers: { authorization: `Bearer ${server.key}` },
    }),
  ];
  expect((await bytesOf(again)).equals(first?.file ?? Buffer.alloc(0))).toBe(true);
  const tags = [first?.headers, again.headers, english.headers, epcis.headers].map((headers) => headers?.get('etag'));
  expect([tags[0] === tags[1], new Set(tags).size]).toEqual([true, 3]);
  await Promise.all([english.arrayBuffer(), epcis.arrayBuffer()]);
});

test('an organisation that has recorded nothing since gets a workbook with headings', async () => {
  const response = await ask(`&from=${from}`);
  expect([response.status, response.headers.get('suyuan-export-records')]).toEqual([200, '0']);
  const { cells } = await readXlsx(await bytesOf(response));
  expect(cells[0]).toMatchObject({ text: '日志位置', row: 1 });
});

describe('so many at once', () => {
  test('a third of one organisation is told to come again, and has room when one is done', async () => {
    await capture([objectEvent()]);
    const release = await withheldNotes();
    const asked = [1, 2, 3].map(() => ask(`&from=${from}`));
    const first = await Promise.race(asked);
    expect([first.status, Number(first.headers.get('retry-after')) > 0]).toEqual([503, true]);
    await release();
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503]);
    for (const answer of answers) await answer.arrayBuffer();
    expect(await rowsOf(await bytesOf(await ask(`&from=${from}`)))).toHaveLength(1);
  });

  test('clients that leave in the middle keep no place', async () => {
    // A client that comes at once may be earlier than the news that the one before has left.
    for (let i = 0; i < 6; i += 1) await expect.poll(leaveAfterHead).toBe(200);
  });
});

/** On a connection of its own, closed once the head is there. */
function leaveAfterHead(): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${server.key}` };
  return new Promise((done, fail) => {
    get(`${server.url}/v1/exports/events?format=xlsx`, { agent: false, headers }, (response) => {
      response.destroy();
      done(response.statusCode);
    }).on('error', fail);
  });
}

/** Nobody can note what was done until it is released: an export stays under way. */
async function withheldNotes(): Promise<() => Promise<void>> {
  const client = await server.database.owner.connect();
  await client.query('begin');
  await client.query('lock table identity.occurrence in exclusive mode');
  return async () => {
    await client.query('commit');
    client.release();
  };
}
