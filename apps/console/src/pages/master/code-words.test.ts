import { expect, test } from 'vitest';
import { codeWords } from './code-words.ts';

const NAMES = new Map([
  ['cn-uscc', '统一社会信用代码'],
  ['own-product', '自编产品码'],
  ['own-lot', '自编批次码'],
]);
const nameOf = (scheme: string): string => NAMES.get(scheme) ?? scheme;

test.each([
  ['https://id.gs1.org/01/06901234500011', 'GTIN 6901234500011'],
  ['https://id.gs1.org/01/16901234500018/21/A%2F1', 'GTIN 16901234500018 · SN A/1'],
  ['https://id.gs1.org/414/6901234500004/254/3', 'GLN 6901234500004 · EXT 3'],
  ['cn-uscc:91110000802100433B', '统一社会信用代码 91110000802100433B'],
  ['own-product:91110000802100433B.红富士80', '自编产品码 红富士80'],
  ['own-lot:91110000802100433B.红富士80.2026/1', '自编批次码 红富士80 · 2026/1'],
])('%s is said as %s', (code, words) => expect(codeWords(code, nameOf)).toBe(words));

test.each(['urn:uuid:1', 'https://example.com/01/1', 'https://id.gs1.org/99/1', 'https://id.gs1.org/01/1/21'])(
  'what no word is for stays as it is: %s',
  (code) => expect(codeWords(code, nameOf)).toBe(code),
);
