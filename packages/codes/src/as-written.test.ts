/** What a person is told of a code is what stands on the goods. */
import { expect, test } from 'vitest';
import { asWritten } from './index.ts';

test.each([
  ['cn-special-equipment:311032058202600123', '311032058202600123'],
  ['cn-drug:81234560000000000017', '81234560000000000017'],
  ['https://id.gs1.org/01/06990020200099/21/F260707-0001', '(01)06990020200099(21)F260707-0001'],
  ['https://id.gs1.org/01/06990020200099/10/F260711', '(01)06990020200099(10)F260711'],
  [']d2010699002020009921F260707-0001', '(01)06990020200099(21)F260707-0001'],
  ['https://id.gs1.org/414/6901234567892', '(414)6901234567892'],
])('%s is written %s', (code, written) => {
  expect(asWritten(code)).toBe(written);
});

test.each([
  '6990020200099',
  '069900202000000044',
  '311032058202600123',
  'https://example.com/x',
  'cn-drug:8',
  'nothing known',
])('%s is written as it is', (text) => {
  expect(asWritten(text)).toBe(text);
});
