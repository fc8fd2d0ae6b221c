import { describe, expect, test } from 'vitest';
import { readCode } from '../index.ts';
import { joined, linkOfScanned } from './joined.ts';

const G = '06951181105326';
const EAN = '6951181105326';
const LINK = `https://id.gs1.org/01/${G}`;

describe('the number in one bar code, lot, serial or date in the other', () => {
  test.each([
    [EAN, ']C110L1', `(01)${G}(10)L1`],
    // In whichever order they are scanned.
    [']C110L1', EAN, `(01)${G}(10)L1`],
    [`]C101${G}`, ']C11726123110L1', `(01)${G}(17)261231(10)L1`],
    [G, ']d210L1\u001d21S1', `(01)${G}(10)L1(21)S1`],
    [`(01)${G}`, '(21)S1', `(01)${G}(21)S1`],
    [LINK, ']C121S1', `(01)${G}(21)S1`],
    // A third.
    [`(01)${G}(10)L1`, ']C121S1', `(01)${G}(10)L1(21)S1`],
    [`${LINK}/10/L1?17=261231`, ']C121S1', `(01)${G}(10)L1(17)261231(21)S1`],
    // Without the mark that says what it is.
    [EAN, '10L-2026', `(01)${G}(10)L-2026`],
    [EAN, '21ABC', `(01)${G}(21)ABC`],
    [EAN, '1726123110L1', `(01)${G}(17)261231(10)L1`],
    [EAN, '17261231', `(01)${G}(17)261231`],
    // What both say is said once.
    [`(01)${G}(17)261231`, ']C11726123110L1', `(01)${G}(17)261231(10)L1`],
  ])('%j and %j are %j', (first, second, both) => {
    const code = joined(first, second);
    expect(code).toBe(both);
    expect(readCode(code ?? '')).toMatchObject({ scheme: 'gs1', wellFormed: true });
  });

  test.each([
    ['two numbers', EAN, '6901234567892'],
    ['two lots', `(01)${G}(10)L1`, ']C110L2'],
    ['the same once more', `(01)${G}(10)L1`, ']C110L1'],
    ['no number', ']C110L1', ']C121S1'],
    ['a carton', EAN, '(00)369511811053260014'],
    ['what is in a carton', EAN, ']C1020695118110532637 10'],
    ['a place', EAN, `(414)${EAN}`],
    ['a number with a wrong check digit', '6951181105327', ']C110L1'],
    ['a date that is none', EAN, ']C117261331'],
    ['an ear tag, which begins as a serial does', EAN, '211010500000001'],
    ['a number of digits, which may be anything', EAN, '1020261128'],
    ['a code of a drug', EAN, '81234560000000000017'],
    ['a code of one’s own', EAN, '10/大米/3'],
    ['a value that reads as an identifier', EAN, ']C110A(21)B'],
    ['a lot beside a serial of a third party', `(01)${G}(235)T1`, ']C121S1'],
    ['nothing', EAN, ''],
  ])('not: %s', (_, first, second) => {
    expect(joined(first, second)).toBeUndefined();
  });
});

test('what a scanner gave is the link that names the same', () => {
  for (const text of [`(01)${G}(10)L1`, `01${G}10L1`, `]C101${G}10L1`, `]d201${G}17261231\u001d10L1`, `${LINK}/10/L1`])
    expect(linkOfScanned(text)).toBe(`${LINK}/10/L1`);
  expect(linkOfScanned(EAN)).toBe(LINK);
  expect(linkOfScanned(G)).toBe(LINK);
  for (const text of [']C110L1', '81234560000000000017', 'own-lot:1.大米', '', '6951181105327'])
    expect(linkOfScanned(text)).toBe(text);
});
