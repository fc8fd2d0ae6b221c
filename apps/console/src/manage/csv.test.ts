import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

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
