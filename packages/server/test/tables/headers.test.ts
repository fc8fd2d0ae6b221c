/** Where the header of a table stands, and what its columns are. */
import { expect, test } from 'vitest';
import { cellsOfRow } from '../../src/platform/tables/cells-of-row.ts';
import type { ColumnSpec } from '../../src/platform/tables/column-spec.ts';
import { findHeader } from '../../src/platform/tables/find-header.ts';
import { aWorkbook, openFile, rowsOf } from './made-files.ts';

const COLUMNS: readonly ColumnSpec[] = [
  { id: 'name', names: ['产品名称', '品名', 'Product'], kind: 'text', required: true },
  { id: 'spec', names: ['规格', 'Size'], kind: 'text' },
  { id: 'model', names: ['型号', 'Model'], kind: 'text' },
  { id: 'day', names: ['生产日期', 'Made on'], kind: 'date', required: true },
  { id: 'lot', names: ['批号', '生产批号', 'Lot no.'], kind: 'code', required: true },
  { id: 'kg', names: ['数量（千克）', 'Quantity (kg)'], kind: 'number' },
  { id: 'pieces', names: ['数量', 'Quantity'], kind: 'number' },
];

const headerOf = async (csv: string) => {
  const rows = await rowsOf(await openFile(csv));
  return { rows, header: findHeader(rows, COLUMNS) };
};

const columnsOf = (header: ReturnType<typeof findHeader>) => Object.fromEntries(header?.columnOf ?? []);

test('names are known however they are written', async () => {
  const { header } = await headerOf(
    '*产 品 名 称：,"生产\n批号",【规格】,ＭＡＤＥ on（年月日）,数量(千克),数量（件）,备注\n',
  );
  expect(columnsOf(header)).toEqual({ name: 1, lot: 2, spec: 3, day: 4, kg: 5, pieces: 6 });
  expect(header?.unknown).toEqual([{ column: 7, name: '备注' }]);
  expect(header?.missing).toEqual([]);
});

test('the header stands below a title and lines of what the table is about, which are told', async () => {
  const { header } = await headerOf(
    '进货查验台账,,,\n收货单位：,甲公司,电话：010-12345678,时间 08:30\n生产日期,2026-01-05,品名：,\n\n序号,品名,批号,规格\n1,豆瓣酱,L1,500g\n',
  );
  expect(header?.headerRow).toBe(5);
  expect(columnsOf(header)).toEqual({ name: 2, lot: 3, spec: 4 });
  expect(header?.before.map(({ key, value, cell, id }) => [key, value, cell.place, id])).toEqual([
    ['收货单位', '甲公司', 'B2', undefined],
    ['电话', '010-12345678', 'C2', undefined],
    ['生产日期', '2026-01-05', 'B3', 'day'],
  ]);
  // The day stands above; nothing is missing.
  expect(header?.missing).toEqual([]);
});

test('a block of names and values with as many names as the header is not taken for it', async () => {
  const { header } = await headerOf('品名：,豆瓣酱,批号：,L1\n品名,批号\n红油,L2\n');
  expect(header?.headerRow).toBe(2);
});

test('required columns that are nowhere are missing, and a table of unknown names has no header', async () => {
  expect((await headerOf('品名,规格\na,b\n')).header?.missing).toEqual(['day', 'lot']);
  expect((await headerOf('甲,乙\n1,2\n')).header).toBeUndefined();
  expect(findHeader([], COLUMNS)).toBeUndefined();
});

test('one heading of two columns: its cells are taken apart so that each part can be read', async () => {
  const { rows, header } = await headerOf(
    '品名,生产日期/批号,规格║型号\na,2026-01-05/L1,500g║X\nb,2026/1/5/L/2,500g\nc,20260105／L3,\n',
  );
  const told = rows.slice(1).map((row) => {
    if (header === undefined) return [];
    return [...cellsOfRow(row, header, COLUMNS)].map(([id, cell]) => `${id} ${cell?.place}=${cell?.text}`);
  });
  expect(told).toEqual([
    ['name A2=a', 'day B2=2026-01-05', 'lot B2=L1', 'spec C2=500g', 'model C2=X'],
    ['name A3=b', 'day B3=2026/1/5', 'lot B3=L/2', 'spec C3=500g', 'model undefined=undefined'],
    ['name A4=c', 'day B4=20260105', 'lot B4=L3', 'spec undefined=undefined', 'model undefined=undefined'],
  ]);
});

test('a header in two lines, merged across and down', async () => {
  const at = (place: string, text: string) => `<c r="${place}" t="str"><v>${text}</v></c>`;
  const table = await openFile(
    await aWorkbook({
      sheets: [
        {
          rows: `<row r="1">${at('A1', '品名')}${at('B1', '生产')}${at('D1', '数量')}</row><row r="2">${at('B2', '日期')}${at('C2', '批号')}${at('D2', '（千克）')}${at('E2', '（件）')}</row><row r="3">${at('A3', '豆瓣酱')}${at('C3', 'L1')}</row>`,
          behind: '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>',
        },
      ],
    }),
  );
  const header = findHeader(await rowsOf(table), COLUMNS);
  expect(header?.headerRow).toBe(2);
  expect(columnsOf(header)).toEqual({ name: 1, day: 2, lot: 3, kg: 4, pieces: 5 });
  expect(header?.unknown).toEqual([]);
});
