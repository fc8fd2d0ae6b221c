/** Workbooks as Excel, WPS and other programs write them, read row by row. */
import { expect, test } from 'vitest';
import { openTable } from '../../src/platform/tables/open-table.ts';
import { type WrittenSheet, writeXlsx } from '../../src/platform/xlsx/write-xlsx.ts';
import { aFile, aWorkbook, LIMITS, openFile, placesOf, rowsOf, zipped } from './made-files.ts';

const book = async (made: Parameters<typeof aWorkbook>[0]) => openFile(await aWorkbook(made));

test('texts that cells share, that stand in them, in several looks, and never how they are read aloud', async () => {
  const table = await book({
    shared: [
      '<t>豆瓣酱</t>',
      '<r><t>红</t></r><r><t xml:space="preserve"> 油</t></r><rPh sb="0" eb="1"><t>hong</t></rPh>',
    ],
    sheets: [
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>a_x000D_b &amp; c</t></is></c></row>',
    ],
  });
  expect(placesOf(await rowsOf(table))).toEqual(['A2=豆瓣酱', 'C2=红 油', 'D2=a\rb & c']);
});

test('numbers keep the digits of the file', async () => {
  const table = await book({
    sheets: [
      '<row r="1"><c r="A1"><v>0.10000000000000001</v></c><c r="B1"><v>6.9012345678901235E+19</v></c><c r="C1"><v>6901234567892</v></c><c><v>1.50</v></c></row>',
    ],
  });
  expect(placesOf(await rowsOf(table))).toEqual([
    'A1=0.10000000000000001',
    'B1=6.9012345678901235E+19',
    'C1=6901234567892',
    'D1=1.50',
  ]);
});

test('a number is a date by its format alone, also by those of Chinese, and not by the letters of a colour or a unit', async () => {
  const formats = [
    14,
    31,
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy/m/d h:mm',
    'h:mm',
    '[Red]0.00',
    '0"days"',
    '[h]:mm',
    '0.0E+0',
    'General',
  ];
  const cells = formats.map((_, n) => `<c r="${'ABCDEFGHIJ'[n]}1" s="${n + 1}"><v>46027.354166666664</v></c>`).join('');
  const [row] = await rowsOf(await book({ formats, sheets: [`<row r="1">${cells}</row>`] }));
  const day = '2026-01-05T08:30:00';
  expect([...(row?.cells.values() ?? [])].map(({ kind, text }) => (kind === 'date' ? text : kind))).toEqual([
    ...[day, day, day, day, day],
    ...['number', 'number', 'number', 'number', 'number'],
  ]);
});

test.each([
  ['46027', '2026-01-05'],
  ['1', '1900-01-01'],
  ['59', '1900-02-28'],
  ['61', '1900-03-01'],
  ['0.5', '12:00:00'],
  ['2958465', '9999-12-31'],
])('day %s of 1900 is %s', async (serial, day) => {
  const rows = await rowsOf(await book({ formats: [14], sheets: [`<row><c s="1"><v>${serial}</v></c></row>`] }));
  expect(placesOf(rows)).toEqual([`A1=${day}`]);
});

test('a workbook that counts from 1904 means other days, and its plain numbers say so', async () => {
  const sheets = ['<row><c s="1"><v>44565</v></c><c><v>44565</v></c><c t="d"><v>2026-01-05T00:00:00Z</v></c></row>'];
  const [row] = await rowsOf(await book({ from1904: true, formats: [14], sheets }));
  expect([...(row?.cells.values() ?? [])]).toEqual([
    { place: 'A1', text: '2026-01-05', kind: 'date' },
    { place: 'B1', text: '44565', kind: 'number', from1904: true },
    { place: 'C1', text: '2026-01-05', kind: 'date' },
  ]);
});

test('a formula gives what it came to and that it is one; errors and truth are told as such', async () => {
  const [row] = await rowsOf(
    await book({
      formats: [14],
      sheets: [
        '<row><c s="1"><f>TODAY()</f><v>46027</v></c><c t="str"><f>A1&amp;"x"</f><v>x</v></c><c><f>B1</f></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>',
      ],
    }),
  );
  expect([...(row?.cells.values() ?? [])].map(({ text, kind, result }) => [text, kind, result])).toEqual([
    ['2026-01-05', 'formula', 'date'],
    ['x', 'formula', 'text'],
    ['=', 'formula', 'number'],
    ['#DIV/0!', 'formula', 'error'],
    ['#N/A', 'error', undefined],
    ['TRUE', 'boolean', undefined],
  ]);
});

test('of merged cells the first has the value, the others know where it stands, also those that no program wrote', async () => {
  const rows = await rowsOf(
    await book({
      sheets: [
        {
          rows: '<row r="1"><c r="A1" t="str"><v>批</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>',
          behind: '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B3:C3"/></mergeCells>',
        },
      ],
    }),
  );
  expect(rows.flatMap(({ cells }) => [...cells.values()].map(({ place, mergedInto }) => [place, mergedInto]))).toEqual([
    ['A1', undefined],
    ['B1', undefined],
    ['A2', 'A1'],
    ['B2', undefined],
    ['B3', undefined],
    ['C3', 'B3'],
  ]);
});

test('hidden rows are there and say so; hidden sheets and charts are not offered', async () => {
  const row = (text: string) => `<row hidden="1"><c t="str"><v>${text}</v></c></row>`;
  const table = await book({ sheets: [row('一'), { rows: row('二'), state: 'hidden' }, row('三')] });
  expect(table.sheets).toEqual(['表1', '表3']);
  expect(await rowsOf(table, '表3')).toEqual([
    { row: 1, isHidden: true, cells: new Map([[1, { place: 'A1', text: '三', kind: 'text' }]]) },
  ]);
  await expect(rowsOf(table, '表2')).rejects.toMatchObject({ code: 'table.sheet' });
});

test('an empty sheet, and one of rows in which nothing stands, give no rows', async () => {
  const table = await book({ sheets: ['', '<row r="1"><c r="A1" s="0"/></row><row r="9"/>'] });
  expect([await rowsOf(table, '表1'), await rowsOf(table, '表2')]).toEqual([[], []]);
});

test('a workbook with macros is read as its tables', async () => {
  const more = { 'xl/vbaProject.bin': 'Auto_Open' };
  expect(placesOf(await rowsOf(await book({ more, sheets: ['<row><c><v>1</v></c></row>'] })))).toEqual(['A1=1']);
});

test('a document type with entities is refused, and its entities are never expanded', async () => {
  const bomb = `<!DOCTYPE a [<!ENTITY x "${'y'.repeat(100)}">]><worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>`;
  const table = await book({ sheets: [''], more: { 'xl/worksheets/sheet0.xml': bomb } });
  await expect(rowsOf(table)).rejects.toMatchObject({ code: 'table.unreadable' });
});

test('an archive that says it is too large, or inflates to more than it says, is refused before any row', async () => {
  const rows = '<row><c t="str"><v>甲</v></c></row>'.repeat(50_000);
  const file = await aWorkbook({ sheets: [rows] });
  await expect(openFile(file, { ...LIMITS, inflatedMax: 1_000_000 })).rejects.toMatchObject({
    code: 'table.too-large',
  });
  await expect(openFile(file, { ...LIMITS, bytesMax: 1_000 })).rejects.toMatchObject({ code: 'table.too-large' });
  // In the directory stands less than is in the part.
  const lying = Buffer.from(file);
  const name = lying.lastIndexOf('xl/worksheets/sheet0.xml');
  lying.writeUInt32LE(500_000, name - 46 + 24);
  let seen = 0;
  const table = await openFile(lying);
  await expect(
    (async () => {
      for await (const _ of table.rows('表1')) seen += 1;
    })(),
  ).rejects.toMatchObject({ code: 'table.unreadable' });
  expect(seen).toBe(0);
});

test.each([
  ['table.columns', '<row><c r="SS1"><v>1</v></c></row>'],
  ['table.cell', `<row><c t="str"><v>${'字'.repeat(32_768)}</v></c></row>`],
  ['table.unreadable', '<row r="2"/><row r="2"/>'],
  ['table.unreadable', '<row r="9999999"><c><v>1</v></c></row>'],
  ['table.unreadable', '<row><c t="s"><v>7</v></c></row>'],
  ['table.unreadable', '<row><c><v>twelve</v></c></row>'],
  ['table.unreadable', '<row><c r="A7"><v>1</v></c></row>'],
  ['table.unreadable', '<row><c>'],
])('%s: %s', async (code, rows) => {
  await expect(rowsOf(await book({ sheets: [rows] }))).rejects.toMatchObject({ code });
});

test('an archive of another kind is told by what it is', async () => {
  const kinds = [
    [{ 'content.xml': '', 'META-INF/manifest.xml': '' }, 'table.save-as', '.ods'],
    [{ 'xl/workbook.bin': 'x' }, 'table.save-as', '.xlsb'],
    [{ 'word/document.xml': '' }, 'table.no-table', 'Word (.docx)'],
    [{ 'a.jpg': 'x' }, 'table.no-table', 'ZIP'],
  ] as const;
  for (const [parts, code, kind] of kinds) {
    await expect(openFile(await zipped(parts))).rejects.toMatchObject({ code, parameters: { kind } });
  }
  await expect(openFile((await aWorkbook({ sheets: [''] })).subarray(0, 900))).rejects.toMatchObject({
    code: 'table.unreadable',
  });
});

test('a hundred thousand rows of twenty columns: each of them, in order, in the memory of a few', async () => {
  const ROWS = 100_000;
  function* rows() {
    for (let n = 2; n <= ROWS + 1; n += 1)
      yield Array.from({ length: 20 }, (_, i) => (i < 8 ? n * i : `文字 ${n} ${i}`));
  }
  const sheet: WrittenSheet = {
    name: '表',
    headings: Array.from({ length: 20 }, (_, i) => `列${i}`),
    rows: rows(),
    widths: new Array(20).fill(9),
  };
  const path = await aFile(writeXlsx([sheet]));
  const table = await openTable(path, LIMITS);
  const before = process.memoryUsage().rss;
  let [count, cells, wrong, peak] = [0, 0, 0, before];
  for await (const row of table.rows('表')) {
    count += 1;
    cells += row.cells.size;
    if (row.row !== count || (count > 1 && row.cells.get(20)?.text !== `文字 ${count} 19`)) wrong += 1;
    if (count % 5_000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  expect({ count, cells, wrong }).toEqual({ count: ROWS + 1, cells: (ROWS + 1) * 20, wrong: 0 });
  // Some 60 MB where it was measured; all of it at once is some 800.
  expect((peak - before) / 1e6).toBeLessThan(300);
});
