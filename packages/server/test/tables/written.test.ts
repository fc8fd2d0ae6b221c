/** Workbooks that are handed out to be filled in or mended, read again by our own reader. */
import { expect, test } from 'vitest';
import { findHeader } from '../../src/platform/tables/find-header.ts';
import { openTable } from '../../src/platform/tables/open-table.ts';
import { type AnnotatedRow, writeAnnotated } from '../../src/platform/tables/write-annotated.ts';
import { type TemplateColumn, writeTemplate } from '../../src/platform/tables/write-template.ts';
import { openArchive } from '../../src/platform/tables/zip-part.ts';
import { aFile, LIMITS, openFile, placesOf, rowsOf } from './made-files.ts';

const partOf = async (path: string, name: string): Promise<string> =>
  Buffer.concat(await Array.fromAsync((await openArchive(path, LIMITS.inflatedMax)).part(name))).toString();

const many = Array.from({ length: 60 }, (_, n) => `第${n}种食品类别`);
const COLUMNS: readonly TemplateColumn[] = [
  {
    spec: { id: 'code', names: ['编码'], kind: 'code', required: true },
    heading: '编码',
    example: '12345678901234567890',
    note: '二十位',
  },
  {
    spec: { id: 'way', names: ['方式'], kind: 'choice' },
    heading: '方式',
    example: '进货',
    note: '',
    words: ['进货', '销售'],
  },
  { spec: { id: 'kind', names: ['类别'], kind: 'choice' }, heading: '类别', example: '', note: '', words: many },
];

test('a template: headings that are found again, text in every column, the example beside it, words to choose from', async () => {
  const path = await aFile(writeTemplate({ language: 'zh', name: '进货/台账', columns: COLUMNS }));
  const table = await openTable(path, LIMITS);
  expect(table.sheets).toEqual(['进货 台账', '填写说明', '选项']);
  const rows = await rowsOf(table);
  const header = findHeader(
    rows,
    COLUMNS.map(({ spec }) => spec),
  );
  expect([Object.fromEntries(header?.columnOf ?? []), rows.length]).toEqual([{ code: 1, way: 2, kind: 3 }, 1]);
  expect(placesOf(await rowsOf(table, '填写说明'))).toContain('C2=12345678901234567890');
  expect((await rowsOf(table, '选项')).length).toBe(61);
  const sheet = await partOf(path, 'xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/<col min="1" max="1" [^>]*style="2"/);
  // Excel calls a rule of more than 255 characters broken: the words stand in a sheet of their own then.
  expect([...sheet.matchAll(/<formula1>([^<]*)</g)].map(([, rule]) => rule)).toEqual([
    '"进货,销售"',
    "'选项'!$A$2:$A$61",
  ]);
});

test('a copy with faults: what is wrong in front, its cells marked, all others as they were', async () => {
  const sent = await openFile('编码,日期,数量\nL1,2026-01-05,007\nL2,,x\n');
  async function* rows(): AsyncGenerator<AnnotatedRow> {
    for await (const row of sent.rows('')) {
      if (row.row === 1) continue;
      const faults = new Map([
        [2, { zh: '不能为空', en: 'There is nothing here' }],
        [3, { zh: '不是数字', en: 'This is no number' }],
      ]);
      yield { row, faults: row.row === 3 ? faults : new Map() };
    }
  }
  const annotated = { headings: ['编码', '日期', '数量'], name: '问题', rows: rows() };
  const path = await aFile(writeAnnotated({ ...annotated, language: 'zh' }));
  const copy = await rowsOf(await openTable(path, LIMITS));
  expect(placesOf(copy)).toEqual([
    ...['A1=问题', 'B1=编码', 'C1=日期', 'D1=数量'],
    ...['B2=L1', 'C2=2026-01-05', 'D2=007'],
    ...['A3=B3：不能为空；C3：不是数字', 'B3=L2', 'C3= ', 'D3=x'],
  ]);
  const sheet = await partOf(path, 'xl/worksheets/sheet1.xml');
  expect([...sheet.matchAll(/r="(\w+)" t="inlineStr" s="3"/g)].map(([, place]) => place)).toEqual(['A3', 'C3', 'D3']);
  expect(await partOf(path, 'xl/styles.xml')).toMatch(/<xf [^>]*fillId="2"[^>]*applyFill="1"/);
  // Sent again, its first column is no column that nobody knows.
  const header = findHeader(copy, [{ id: 'code', names: ['编码'], kind: 'code' }]);
  expect(header?.unknown.map(({ name }) => name)).toEqual(['日期', '数量']);
});
