import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitText, gtin } from '../codes.fixture.ts';
import { gs1CheckDigit } from './check-digit.ts';
import { formatDigitalLink, parseDigitalLink } from './digital-link.ts';
import { plainClassEnd, plainForeignLink } from './plain-link.ts';

const value = fc.string({ unit: fc.constantFrom(...'AZaz09-._/%!'), maxLength: 22 });
const sscc = fc.oneof(
  digitText(17).map((body) => body + gs1CheckDigit(body)),
  digitText(18),
  digitText(17),
);
const link = fc.tuple(fc.oneof(gtin, digitText(14)), fc.option(value), fc.option(value)).map(([key, lot, serial]) => {
  const qualified = (lot === null ? '' : `/10/${lot}`) + (serial === null ? '' : `/21/${serial}`);
  return `https://id.gs1.org/01/${key}${qualified}`;
});

test('takes nothing for a canonical link that the parser would write otherwise, or refuse', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        link,
        sscc.map((key) => `https://id.gs1.org/00/${key}`),
      ),
      (text) => {
        fc.pre(plainClassEnd(text) >= 0);
        const parsed = parseDigitalLink(text);
        expect(parsed?.ok && formatDigitalLink(parsed.value)).toBe(text);
      },
    ),
    { numRuns: 2000 },
  );
});

test('finds the end of the class in each of its forms', () => {
  const key = 'https://id.gs1.org/01/06951181105326';
  expect(plainClassEnd(key)).toBe(key.length);
  expect(plainClassEnd(`${key}/21/S-1`)).toBe(key.length);
  expect(plainClassEnd(`${key}/10/L.1`)).toBe(key.length + 7);
  expect(plainClassEnd(`${key}/10/L.1/21/S-1`)).toBe(key.length + 7);
  expect(plainClassEnd('https://id.gs1.org/00/069012340000000016')).toBe(40);
  expect(plainClassEnd('https://id.gs1.org/00/069012340000000015')).toBe(-1);
});

test('reads no link of another host otherwise than the parser, whatever stands around its key', () => {
  const part = fc.constantFrom(
    '',
    '/t',
    '/01',
    '/01/1',
    '/10',
    '/21/a',
    '/gtin/p',
    '/414/x',
    '?',
    '#',
    '//',
    '/01/06951181105326',
  );
  const end = fc.constantFrom(
    '',
    '/',
    '?17=271231',
    '?21=S2',
    '?10=L',
    '?x=1',
    '?17=271231&21=S',
    '#x',
    '?17=271231#x',
    '?12=1',
  );
  let read = 0;
  fc.assert(
    fc.property(
      fc.constantFrom('https://a.cn', 'https://01', 'http://a.cn', 'https://', 'https:/'),
      part,
      link,
      end,
      (host, before, text, behind) => {
        const foreign = `${host}${before}${text.slice('https://id.gs1.org'.length)}${behind}`;
        const plain = plainForeignLink(foreign);
        fc.pre(plain !== undefined);
        read += 1;
        const parsed = parseDigitalLink(foreign);
        expect(parsed?.ok && formatDigitalLink(parsed.value)).toBe(plain);
      },
    ),
    { numRuns: 2000, maxSkipsPerRun: 1000 },
  );
  expect(read).toBeGreaterThan(100);
});
