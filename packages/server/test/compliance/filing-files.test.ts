/** Files that authorities are handed, as records make them: headings and lines. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readXlsx } from '../../src/modules/identity/ties/branch-sheet/read-xlsx.ts';
import type { EventJson } from '../documents.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['food', 'special-equipment'] });
});
afterAll(() => own.close());

/** 2026, in China. */
function event(bizStep: string, time: string, more: EventJson): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep, eventTimeZoneOffset: '+08:00' },
    ...{ eventTime: `2026-${time}:00+08:00`, ...more },
  };
}

/** The file of all that waits. */
async function fileOf(kind: string): Promise<{ readonly type: string | null; readonly bytes: Buffer }> {
  await own.settle();
  const headers = { authorization: `Bearer ${own.server.key}`, 'content-type': 'application/json' };
  const path = `${own.server.url}/v1/compliance`;
  const made = await fetch(`${path}/filings/${kind}`, { method: 'POST', headers, body: '{}' });
  const { id } = await made.json();
  const response = await fetch(`${path}/filed/${id}/file`, { headers });
  return { type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
}

const recall = (time: string, lot: string, more: EventJson): EventJson =>
  event('holding', time, {
    quantityList: [{ epcClass: `https://id.gs1.org/01/06901234567892/10/${lot}`, quantity: 120, uom: 'C62' }],
    ...{ disposition: 'recalled', 'ex:activity': 'recall-start', ...more },
  });

test('the report of a recall: a line for each lot that is recalled, in the order of the days', async () => {
  const flour = { 'ex:productName': '小麦粉', 'ex:specification': '5 kg', 'ex:productionDate': '2026-09-01' };
  const { status } = await own.capture([
    recall('11-20T10:00', '0002', { ...flour, 'ex:recallClass': '2', 'ex:recallReason': '标签未标致敏物质' }),
    recall('11-19T10:00', '0001', { ...flour, 'ex:recallClass': '1', 'ex:recallReason': '菌落总数超标' }),
  ]);
  expect(status).toBe(202);
  const { cells } = await readXlsx((await fileOf('food/recall-report')).bytes);
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()].map((row) => row.map(({ text }) => text));
  expect(rows).toEqual([
    ['食品名称', '规格', '批号', '生产日期', '数量', '召回级别', '召回原因'],
    ['小麦粉', '5 kg', '0001', '2026-09-01', '120', '一级', '菌落总数超标'],
    ['小麦粉', '5 kg', '0002', '2026-09-01', '120', '二级', '标签未标致敏物质'],
  ]);
});

const CYLINDER = 'YX3205830001863';
const ofCylinder = (bizStep: string, time: string, more: EventJson): EventJson =>
  event(bizStep, time, { epcList: [`cn-gas-cylinder:${CYLINDER}`], ...more });

test('the fillings of gas cylinders: a line for each, as CSV', async () => {
  const filling = (time: string, more: EventJson): EventJson =>
    ofCylinder('packing', time, {
      ...{ 'example:activity': 'cylinder-filling', 'example:fillerNumber': 'TS4235011-2027' },
      ...{ 'example:cylinderNumber': CYLINDER, 'example:medium': '液化石油气', ...more },
    });
  const checked = (time: string): EventJson =>
    ofCylinder('inspecting', time, { 'example:activity': 'cylinder-check-before', 'example:result': 'fit' });
  const { status, body } = await own.capture([
    ofCylinder('commissioning', '01-05T09:00', {
      ...{ 'example:activity': 'cylinder-dossier', 'example:fillerNumber': 'TS4235011-2027' },
      ...{ 'example:cylinderNumber': CYLINDER, 'example:cylinderOwner': '示例燃气公司', action: 'ADD' },
      ...{ 'example:medium': '液化石油气', 'example:inspectionDue': '2026-12-31', 'example:useLimit': '2030-03-01' },
      'example:isMarkReadable': 'true',
    }),
    checked('11-01T08:50'),
    filling('11-01T09:00', { 'example:filledKg': 14.5, 'example:filledBy': ['赵六'] }),
    checked('11-20T08:50'),
    filling('11-20T09:00', { 'example:filledKg': 14, 'example:filledBy': ['赵六', '钱七'] }),
  ]);
  expect([status, body]).toEqual([202, expect.anything()]);
  const { type, bytes } = await fileOf('special-equipment/cylinder-filling-upload');
  expect(type).toBe('text/csv; charset=utf-8');
  expect(bytes.toString().split('\r\n')).toEqual([
    '\uFEFF气瓶编号,充装介质,充装量（kg）,充装人员,充装时间,充装单位编号',
    `${CYLINDER},液化石油气,14.5,赵六,2026-11-01 09:00,TS4235011-2027`,
    `${CYLINDER},液化石油气,14,赵六、钱七,2026-11-20 09:00,TS4235011-2027`,
    '',
  ]);
});
