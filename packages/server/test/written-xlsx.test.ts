/** Workbooks that the platform writes, opened again by the reader of the branch sheet and by the rules of ZIP. */
import { expect, test } from 'vitest';
import { readXlsx } from '../src/modules/identity/ties/branch-sheet/read-xlsx.ts';
import { openArchive } from '../src/modules/identity/ties/branch-sheet/read-zip.ts';
import type { Row, SheetLimits } from '../src/platform/xlsx/write-sheet.ts';
import { type WrittenSheet, writeXlsx } from '../src/platform/xlsx/write-xlsx.ts';

const aSheet = (rows: WrittenSheet['rows'], headings: readonly string[] = ['甲', '乙']): WrittenSheet => ({
  name: '表',
  headings,
  rows,
  widths: headings.map(() => 20),
});

const written = async (sheets: readonly WrittenSheet[], limits?: SheetLimits): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(writeXlsx(sheets, limits)));

const cellsOf = async (...rows: Row[]): Promise<readonly string[]> =>
  (await readXlsx(await written([aSheet(rows)]))).cells.slice(2).map(({ text }) => text);

const partOf = async (file: Buffer, name: string): Promise<string> =>
  String((await openArchive(file).part(name)) ?? `no ${name}`);

test('texts come back as they were: Chinese, formulas, signs of XML, line breaks, what looks like an escape', async () => {
  const texts = ['乳粉🍼', '=1+1', '+1', '-1', '@SUM(A1)', '<a&"b">', 'a\nb', '_x0041_', '  ', '007'];
  for (const text of texts) expect(await cellsOf([`${text}.`])).toEqual([`${text}.`]);
  expect(await partOf(await written([aSheet([['=1+1', '']])]), 'xl/worksheets/sheet1.xml')).not.toMatch(/<f\b/);
});

test('what XML has no place for is replaced, and a text longer than a cell is cut', async () => {
  expect(await cellsOf(['a\u0000b\u0001c\ud800d\uffff'])).toEqual(['a\ufffdb\ufffdc\ufffdd\ufffd']);
  const [long] = await cellsOf(['字'.repeat(40_000)]);
  expect([long?.length, long?.at(-1)]).toEqual([32_767, '…']);
});

test('numbers are numbers, but those that Excel would round', async () => {
  const sheet = await partOf(
    await written([
      aSheet([
        [12.5, 0.1 + 0.2],
        [-0.001, 2 ** 60],
        [1e21, Number.NaN],
      ]),
    ]),
    'xl/worksheets/sheet1.xml',
  );
  const values = [...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value);
  expect(values).toEqual(['12.5', '-0.001', '1e+21']);
  for (const text of ['0.30000000000000004', String(2 ** 60), 'NaN']) expect(sheet).toContain(`>${text}</t>`);
});

test('rows beyond the bound of a sheet go on in the next, below the same headings', async () => {
  const rows = Array.from({ length: 5 }, (_, i): Row => [`行${i}`]);
  const file = await written([aSheet(rows)], { rows: 2, chars: 1e9 });
  const sheets = await Promise.all([1, 2, 3].map((n) => partOf(file, `xl/worksheets/sheet${n}.xml`)));
  const texts = sheets.map((sheet) => [...sheet.matchAll(/<t [^>]*>([^<]*)</g)].map(([, text]) => text));
  expect(texts).toEqual([
    ['甲', '乙', '行0', '行1'],
    ['甲', '乙', '行2', '行3'],
    ['甲', '乙', '行4'],
  ]);
  expect(
    [...(await partOf(file, 'xl/workbook.xml')).matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name),
  ).toEqual(['表', '表 2', '表 3']);
  expect(await partOf(file, '[Content_Types].xml')).toContain('/xl/worksheets/sheet3.xml');
  expect(await partOf(file, 'xl/worksheets/sheet4.xml')).toBe('no xl/worksheets/sheet4.xml');
  // A bound that the rows just reach makes no empty sheet.
  expect(await partOf(await written([aSheet(rows)], { rows: 5, chars: 1e9 }), 'xl/workbook.xml')).not.toContain('表 2');
});

test('a sheet of no rows has its headings, which stay when one scrolls', async () => {
  const sheet = await partOf(await written([aSheet([])]), 'xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/ySplit="1"[^>]*state="frozen"/);
  expect(sheet).toContain('>甲</t>');
});

test('rows are asked for as the reader takes them, and the same rows are the same bytes', async () => {
  let asked = 0;
  let isClosed = false;
  async function* endless(): AsyncGenerator<Row> {
    try {
      for (;;) {
        asked += 1;
        yield [`${asked}`, `${Math.sin(asked)}`];
      }
    } finally {
      isClosed = true;
    }
  }
  const pieces = writeXlsx([aSheet(endless())]);
  for (let bytes = 0; bytes < 100_000; ) bytes += (await pieces.next()).value?.length ?? 0;
  // 100 kB of it are some 5,000 rows; what is made ahead is bounded by the buffers between.
  expect(asked).toBeLessThan(50_000);
  await pieces.return(undefined);
  expect(isClosed).toBe(true);
  const rows = (): Row[] => Array.from({ length: 20_000 }, (_, i) => [`${i}`, Math.sin(i)]);
  expect((await written([aSheet(rows())])).equals(await written([aSheet(rows())]))).toBe(true);
});

test('what goes wrong with the rows is told to whoever reads', async () => {
  async function* failing(): AsyncGenerator<Row> {
    yield ['a'];
    throw new Error('no more');
  }
  await expect(written([aSheet(failing())])).rejects.toThrow('no more');
});
