/** A ledger of 100,000 receipts as one workbook, from the program itself: in bounded memory, and whole when it is read back. */
import { createClient } from '@suyuan/api';
import { readConfig } from '@suyuan/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ReadCell, rowsOf } from '../../../packages/server/test/account/workbook.ts';
import { withJoinedDatabase } from '../src/with-database.ts';
import { makeStartedDataDir, type Program, removeDataDir, run, startProgram } from './program.ts';
import { whileWatched } from './resident-memory.ts';

const RECORDS = 100_000;
const PER_DOCUMENT = 500;
const SENDERS = 4;
/** The sheet is 120 MB of XML, more than the program may hold of it in either kind of memory. */
const HEAP_MB = 96;
const GROWTH_MB_MAX = 100;

let dataDir: string;
let program: Program;
let [writer, reader] = ['', ''];

beforeAll(async () => {
  dataDir = makeStartedDataDir();
  writer = (await run(dataDir, 'key', 'create')).stdout.trim();
  reader = (await run(dataDir, 'key', 'create', '--role', 'query')).stdout.trim();
  program = await startProgram(dataDir, { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` });
  await withJoinedDatabase(readConfig({ SUYUAN_DATA: dataDir }), ({ owner }) =>
    owner.query(`update identity.organisation set categories = '{food}'`),
  );
  await captureAll();
  await vi.waitFor(async () => expect(await countJudged()).toBe(RECORDS), { timeout: 900_000, interval: 2_000 });
}, 1_800_000);
afterAll(async () => {
  await program?.end('SIGTERM');
  removeDataDir(dataDir);
});

test(`${RECORDS} receipts are one sheet, with the columns of §50, and no code loses a digit`, {
  timeout: 900_000,
}, async () => {
  const start = performance.now();
  const { result, beforeMb, mostMb } = await whileWatched(program.process.pid ?? 0, () => download());
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  console.log(JSON.stringify({ records: RECORDS, seconds, bytes: result.length, beforeMb, mostMb }));
  expect(mostMb - beforeMb).toBeLessThan(GROWTH_MB_MAX);
  const [headings, ...rows] = rowsOf(result);
  const columns = [...(headings ?? [])].map(([letters, { value }]) => [value, letters] as const);
  expect(columns.map(([name]) => name)).toEqual(expect.arrayContaining(HEADINGS));
  const cell = (row: ReadonlyMap<string, ReadCell> | undefined, name: string): ReadCell | undefined =>
    row?.get(new Map(columns).get(name) ?? '');
  expect(rows).toHaveLength(RECORDS);
  // In the order of the events, each once.
  expect(rows.findIndex((row, n) => cell(row, '生产批号')?.value !== lotOf(n))).toBe(-1);
  for (const n of [0, RECORDS / 2, RECORDS - 1]) {
    const of = (name: string): ReadCell | undefined => cell(rows[n], name);
    expect(HEADINGS.map(of)).toEqual(said(n));
    expect(of('追溯编码')).toEqual(text(`https://id.gs1.org/01/06901234567892/10/${lotOf(n)}`));
    expect(of('产品合格证明编号')).toEqual(text(certificateOf(n)));
    expect(of('供货者许可证号')).toEqual(text('SC10437060200017'));
  }
});

/** 食品安全法 §50 ¶2: what an inspector looks for in the book of receipts. */
const HEADINGS = [
  ...['名称', '规格', '数量', '生产批号', '保质期至', '日期'],
  ...['供货者名称', '供货者地址', '供货者联系方式'],
];
/** Zeros before a lot, and more digits than a number of Excel keeps. */
const lotOf = (n: number): string => String(n).padStart(8, '0');
const certificateOf = (n: number): string => `20261001000000${lotOf(n)}`;
const timeOf = (n: number): Date => new Date(Date.UTC(2026, 8, 1) + n * 1000);
const text = (value: string): ReadCell => ({ type: 'inlineStr', value });

function said(n: number): ReadCell[] {
  const day = new Date(timeOf(n).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return [
    ...[
      text('小麦粉'),
      text('25 kg'),
      { type: undefined, value: '12.5' },
      text(lotOf(n)),
      text('2027-05-01'),
      text(day),
    ],
    ...[text('青山粮油公司'), text('烟台市栖霞路 1 号'), text('05351234567')],
  ];
}

async function captureAll(): Promise<void> {
  const client = createClient({ url: program.url, key: writer });
  const firsts = Array.from({ length: RECORDS / PER_DOCUMENT }, (_, i) => i * PER_DOCUMENT).values();
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      for (const first of firsts) await client.capture(documentFrom(first));
    }),
  );
}

function documentFrom(first: number): string {
  return JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { ex: 'https://example.org/ns/' }],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-11-01T00:00:00Z' },
    epcisBody: { eventList: Array.from({ length: PER_DOCUMENT }, (_, i) => receipt(first + i)) },
  });
}

const receipt = (n: number): object => ({
  ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'receiving' },
  ...{ eventTime: timeOf(n).toISOString(), eventTimeZoneOffset: '+08:00' },
  quantityList: [{ epcClass: `https://id.gs1.org/01/06901234567892/10/${lotOf(n)}`, quantity: 12.5, uom: 'KGM' }],
  ...{ 'ex:productName': '小麦粉', 'ex:specification': '25 kg', 'ex:itemExpirationDate': '2027-05-01' },
  ...{ 'ex:supplierName': '青山粮油公司', 'ex:supplierAddress': '烟台市栖霞路 1 号' },
  ...{ 'ex:supplierContact': '05351234567', 'ex:supplierLicence': 'SC10437060200017' },
  'ex:certificateNo': certificateOf(n),
});

const ask = (path: string): Promise<Response> =>
  fetch(program.url + path, { headers: { authorization: `Bearer ${reader}`, 'accept-language': 'zh' } });

async function countJudged(): Promise<number> {
  const { packs } = Object(await (await ask('/v1/compliance')).json());
  return packs[0]?.records ?? 0;
}

async function download(): Promise<Buffer> {
  const answer = await ask('/v1/compliance/ledgers/food/receipt/xlsx');
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
