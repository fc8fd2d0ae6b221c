/** Tables as texts: in the encodings and with the separators that programs in China write, and files that are none. */
import { expect, test } from 'vitest';
import { openTable } from '../../src/platform/tables/open-table.ts';
import { aFile, LIMITS, openFile, placesOf, rowsOf } from './made-files.ts';

const TEXT = '品名,批号\r\n豆瓣酱,L1\r\n';
const CELLS = ['A1=品名', 'B1=批号', 'A2=豆瓣酱', 'B2=L1'];
const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
/** `TEXT` in GBK, by its code points. */
const gbk = Buffer.from('c6b7c3fb2cc5fabac50d0ab6b9b0eabdb42c4c310d0a', 'hex');

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 of Windows', utf16],
  ['UTF-16 the other way round', Buffer.from(utf16).swap16()],
  ['GBK', gbk],
])('%s', async (_, bytes) => {
  expect(placesOf(await rowsOf(await openFile(bytes)))).toEqual(CELLS);
});

test('GBK is seen also where the first Chinese stands far behind, and over the border of two pieces', async () => {
  const rows = Array.from({ length: 30_000 }, (_, n) => `row ${n},x\n`).join('');
  // Of one byte more before them, each second piece ends within a character.
  const chinese = Array.from({ length: 30_000 }, () => Buffer.concat([gbk.subarray(0, 4), Buffer.from('\n')]));
  const all = await rowsOf(await openFile(Buffer.concat([Buffer.from(rows), ...chinese])));
  expect(all.slice(30_000).every(({ cells }) => cells.get(1)?.text === '品名')).toBe(true);
  expect(all.length).toBe(60_000);
});

test.each([
  ['comma', '品名,数量\n甲,"1,000"\n', ['A1=品名', 'B1=数量', 'A2=甲', 'B2=1,000']],
  ['semicolon', '品名;数量\n甲;1,5\n乙;2,5\n', ['A1=品名', 'B1=数量', 'A2=甲', 'B2=1,5', 'A3=乙', 'B3=2,5']],
  ['tab', '品名\t备注\n甲\ta,b;c\n', ['A1=品名', 'B1=备注', 'A2=甲', 'B2=a,b;c']],
  ['below a title', '二月台账\n\n品名;备注\n甲;a\n', ['A1=二月台账', 'A3=品名', 'B3=备注', 'A4=甲', 'B4=a']],
  ['said in the first line', 'sep=|\n甲|乙,丙\n', ['A1=甲', 'B1=乙,丙']],
  ['of one column', '甲\n乙', ['A1=甲', 'A2=乙']],
])('separator: %s', async (_, text, cells) => {
  expect(placesOf(await rowsOf(await openFile(text)))).toEqual(cells);
});

test('quotes hold separators, line ends and quotes; a quote within a text is a sign; rows are counted as Excel does', async () => {
  const text = 'a,"b\r\n""c"" , d",e\r\n5" 管,x"y,\r\n\r\n"",,z\n="0123",\'0456,"q"w';
  expect(placesOf(await rowsOf(await openFile(text)))).toEqual([
    'A1=a',
    'B1=b\r\n"c" , d',
    'C1=e',
    'A2=5" 管',
    'B2=x"y',
    'C4=z',
    'A5=0123',
    "B5='0456",
    'C5=qw',
  ]);
});

test('a quote without another is told by its row, not read to the end as one cell', async () => {
  const rows = 'a,b\n'.repeat(100);
  for (const rest of ['', 'c,d\n'.repeat(100_000)]) {
    await expect(rowsOf(await openFile(`${rows}x,"y\n${rest}`))).rejects.toMatchObject({
      code: 'table.quotes',
      parameters: { row: 101 },
    });
  }
});

test('wide rows and long cells are refused by their row', async () => {
  await expect(rowsOf(await openFile(`a\n${'x,'.repeat(600)}x`))).rejects.toMatchObject({
    code: 'table.columns',
    parameters: { row: 2 },
  });
  await expect(rowsOf(await openFile(`a\n${'x'.repeat(40_000)}`))).rejects.toMatchObject({
    code: 'table.cell',
    parameters: { row: 2 },
  });
});

const ole = (stream: string): Buffer => {
  const file = Buffer.alloc(4_096);
  file.write('d0cf11e0a1b11ae1', 0, 'hex');
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(2, 48);
  file.write(stream, 3 * 512 + 128, 'utf16le');
  return file;
};

test.each([
  ['table.empty', {}, ''],
  ['table.save-as', { kind: '.xls' }, ole('Workbook')],
  ['table.encrypted', {}, ole('EncryptedPackage')],
  ['table.no-table', { kind: 'Word (.doc)' }, ole('WordDocument')],
  ['table.no-table', { kind: 'PDF' }, '%PDF-1.7\n'],
  ['table.no-table', { kind: 'JPEG' }, Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['table.no-table', { kind: 'PNG' }, Buffer.from('89504e470d0a1a0a', 'hex')],
  ['table.save-as', { kind: 'HTML / XML' }, '\ufeff\n<html><table><tr><td>1</td></tr></table></html>'],
  ['table.save-as', { kind: 'HTML / XML' }, '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'],
  ['table.unreadable', {}, Buffer.from([1, 2, 0, 0, 0xff, 0xff, 0])],
])('%s %j', async (code, parameters, content) => {
  const opened = aFile(content).then(async (path) => rowsOf(await openTable(path, LIMITS)));
  await expect(opened).rejects.toMatchObject({ code, parameters });
});

test('two letters that also begin a picture are a text', async () => {
  expect(placesOf(await rowsOf(await openFile('BMI,x\n1,2\n')))).toEqual(['A1=BMI', 'B1=x', 'A2=1', 'B2=2']);
});
