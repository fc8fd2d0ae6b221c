/** What cells mean in a column of a kind, and what is said of those that mean nothing. */
import { expect, test } from 'vitest';
import type { ColumnSpec } from '../../src/platform/tables/column-spec.ts';
import { readCell } from '../../src/platform/tables/read-cell.ts';
import type { Cell } from '../../src/platform/tables/table.ts';

const spec = (kind: ColumnSpec['kind'], more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  id: 'a',
  names: ['甲'],
  kind,
  ...more,
});
const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ place: 'B7', text, kind: 'text', ...more });
const NUMBER: Partial<Cell> = { kind: 'number' };

/** The value, or the Chinese words of the fault. */
function told(given: Cell | undefined, of: ColumnSpec): string {
  const read = readCell(given, of);
  if ('value' in read) return read.value;
  expect(read.fault.en).not.toMatch(/\p{Script=Han}{9}/u);
  return `✗ ${read.fault.zh}`;
}

test.each([
  '2026-01-05',
  '2026/1/5',
  '2026.1.5',
  '2026. 1. 5',
  '20260105',
  '2026年1月5日',
  '2026年01月05号',
  '２０２６－１－５'.replaceAll('－', '-'),
  '46027',
  '2026-01-05 08:30',
  '2026/1/5 8:30:00',
  '2026年1月5日8时30分',
  '2026年1月5日 08:30',
  ' 2026-01-05　',
  '2026-01-05T08:30:00.000',
])('the date %s', (text) => {
  expect(told(cell(text), spec('date'))).toBe('2026-01-05');
});

test('dates that Excel made: by their format, as plain numbers, also from 1904', () => {
  expect(told(cell('2026-01-05T08:30:00', { kind: 'date' }), spec('date'))).toBe('2026-01-05');
  expect(told(cell('2026-01-05', { kind: 'formula', result: 'date' }), spec('date'))).toBe('2026-01-05');
  expect(told(cell('46027', NUMBER), spec('date'))).toBe('2026-01-05');
  expect(told(cell('44565', { ...NUMBER, from1904: true }), spec('date'))).toBe('2026-01-05');
  expect(told(cell('20260105', NUMBER), spec('date'))).toBe('2026-01-05');
  expect(told(cell('46027.354166666664', NUMBER), spec('dateTime'))).toBe('2026-01-05T08:30:00');
});

test('times of a day are kept where they are asked for', () => {
  expect(told(cell('2026/1/5 8:30'), spec('dateTime'))).toBe('2026-01-05T08:30:00');
  expect(told(cell('2026-01-05 23:59:07'), spec('dateTime'))).toBe('2026-01-05T23:59:07');
  expect(told(cell('2026-01-05'), spec('dateTime'))).toBe('2026-01-05');
});

test.each(['01/02/2026', '1-2-26', '26.1.5', '13/02/2026 08:00'])('%s may be several dates', (text) => {
  expect(told(cell(text), spec('date'))).toContain('分不清');
});

test.each(['2026-02-30', '2026-13-01', '2026年1月', '昨天', '2026-01-05 25:00', '7', '20261305', '2026-1-105:30'])(
  '%s is no date',
  (text) => {
    expect(told(cell(text), spec('date'))).toContain('不是日期');
  },
);

test.each([
  ['1,234.5', '1234.5'],
  ['１２', '12'],
  ['-3', '-3'],
  ['.5', '0.5'],
  ['007', '7'],
  ['1，234', '1234'],
  ['+2', '2'],
  ['0.10', '0.10'],
])('the number %s is %s', (text, value) => {
  expect(told(cell(text), spec('number'))).toBe(value);
});

test.each([
  ['1.1000000000000001', '1.1'],
  ['3.20102E5', '320102'],
  ['1E-7', '0.0000001'],
  ['1.5E+21', '1500000000000000000000'],
  ['0.30000000000000004', '0.3'],
])('the number %s as Excel writes it is %s', (text, value) => {
  expect(told(cell(text, NUMBER), spec('number'))).toBe(value);
});

test('a unit stands behind a number only where the column has it', () => {
  expect(readCell(cell('12.5 KG'), spec('number', { units: ['kg', '千克'] }))).toEqual({ value: '12.5', unit: 'kg' });
  expect(readCell(cell('12千克'), spec('number', { units: ['kg', '千克'] }))).toEqual({ value: '12', unit: '千克' });
  for (const text of ['12.5kg', '1,23', '12-13', '约12', '1 2', ',5'])
    expect(told(cell(text), spec('number'))).toContain('不是数字');
});

test('a code that Excel took the end of is refused, and how to keep it is told', () => {
  const lost = [
    cell('6.9012345678901235E+19', NUMBER),
    cell('69012345678901230000', NUMBER),
    cell('1234567890123456', NUMBER),
    cell('6.90123E+19'),
    cell('1e+15', NUMBER),
  ];
  for (const one of lost) expect(told(one, spec('code'))).toContain('“文本”格式');
  for (const text of ['12345678901234567890', '1E10', '00123', 'L-2026/1'])
    expect(told(cell(text), spec('code'))).toBe(text);
});

test('a code that Excel made a short number is its digits, with a note where a zero may be gone', () => {
  expect(readCell(cell('6901234567892', NUMBER), spec('code'))).toEqual({ value: '6901234567892' });
  expect(readCell(cell('3.20102E5', NUMBER), spec('code'))).toEqual({ value: '320102' });
  const noted = readCell(cell('6901234567892', NUMBER), spec('code', { digits: 14 }));
  expect(noted).toMatchObject({ value: '6901234567892', note: { zh: expect.stringContaining('14 位') } });
  expect(readCell(cell('6901234567892'), spec('code', { digits: 14 }))).toEqual({ value: '6901234567892' });
});

test('choices by their code or any name, however it is written; others are told what there is', () => {
  const choices = [
    { code: 'in', names: ['进货', 'Received'] },
    { code: 'out', names: ['销 售', 'Sold'] },
  ];
  for (const text of ['out', 'OUT', '销售', ' 销　售 ', 'ＳＯＬＤ', 'sold'])
    expect(told(cell(text), spec('choice', { choices }))).toBe('out');
  expect(told(cell('退货'), spec('choice', { choices }))).toBe('✗ 没有“退货”，可填：进货、销 售');
});

test('empty cells, errors and formulas that were never reckoned', () => {
  for (const empty of [undefined, cell('  '), cell('', { mergedInto: 'B6' })]) {
    expect(told(empty, spec('text'))).toBe('');
    expect(told(empty, spec('text', { required: true }))).toBe('✗ 不能为空');
  }
  expect(told(cell('#N/A', { kind: 'error' }), spec('text'))).toContain('#N/A');
  expect(told(cell('#REF!', { kind: 'formula', result: 'error' }), spec('number'))).toContain('#REF!');
  expect(told(cell('=', { kind: 'formula', result: 'number' }), spec('number'))).toContain('公式');
  expect(told(cell('12', { kind: 'formula', result: 'number' }), spec('number'))).toBe('12');
});

test('texts have digits and letters of half width, and keep their other signs', () => {
  expect(told(cell(' ＡＢ１２（大）， '), spec('text'))).toBe('AB12（大），');
});
