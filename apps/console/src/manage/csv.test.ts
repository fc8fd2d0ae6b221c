import { expect, test } from 'vitest';
import { csvLine, csvOf, unbroken } from './csv.ts';

test('quotes every cell, and begins with the mark of UTF-8', () => {
  expect(
    csvOf([
      ['时间', '内容'],
      ['a"b', '一行\n两行, x'],
    ]),
  ).toBe('\ufeff"时间","内容"\r\n"a""b","一行\n两行, x"\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1'])('%j is no formula', (text) => {
  expect(csvOf([[text]])).toBe(`\ufeff"'${text}"\r\n`);
});

test('what is none stays as it is', () => {
  expect(csvOf([['2026-03-01T00:00:00Z', '127.0.0.1', '王-1', '']])).toBe(
    '\ufeff"2026-03-01T00:00:00Z","127.0.0.1","王-1",""\r\n',
  );
});

test.each(['12345678901234567890', '690123450001', '007'])('%s keeps all its digits in a spreadsheet', (digits) => {
  expect(csvLine([unbroken(digits)])).toBe(`"=""${digits}"""\r\n`);
});

test.each(['12', '0', '3.5', '0.5', '9 001', 'GTIN 06901234500011', '2026-03-01'])('%j is as it is', (text) => {
  expect(unbroken(text)).toBe(text);
});

test.each(['="1"&HYPERLINK("http://x")', '="12"+1', '="a"'])('%j is a formula, however it begins', (text) => {
  expect(csvLine([unbroken(text)])).toBe(`"'${text.replaceAll('"', '""')}"\r\n`);
});
