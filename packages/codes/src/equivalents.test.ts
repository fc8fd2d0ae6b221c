import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearCode, twoSpellings } from './codes.fixture.ts';
import { canonical, digitalLinkPath, equivalents } from './index.ts';

const LINK = 'https://id.gs1.org/01/06951181105326';

test('a product class has a link, an element string, a pattern and bare digits', () => {
  expect(equivalents('6951181105326')).toEqual([
    LINK,
    '(01)06951181105326',
    'urn:epc:idpat:sgtin:69511811.00532.*',
    '06951181105326',
  ]);
  expect(equivalents(LINK)).toEqual([
    '(01)06951181105326',
    'urn:epc:idpat:sgtin:69511811.00532.*',
    '06951181105326',
    '6951181105326',
  ]);
});

test('bare digits come in the length that the number was issued in', () => {
  expect(equivalents('https://id.gs1.org/01/00000096385074')).toContain('96385074');
  expect(equivalents('https://id.gs1.org/01/00614141123452')).toContain('614141123452');
  expect(equivalents('https://id.gs1.org/01/16901234000016')).not.toContain('6901234000016');
});

test('an instance with its lot has no EPC URN, which would drop the lot', () => {
  expect(equivalents(`${LINK}/10/L/21/S`)).toEqual(['(01)06951181105326(10)L(21)S']);
});

test('without a known length of company prefix there is no EPC URN', () => {
  expect(equivalents('urn:epc:id:sgtin:4012345.011111.9876')).toEqual([
    'https://id.gs1.org/01/04012345111118/21/9876',
    '(01)04012345111118(21)9876',
  ]);
});

test('an 18-digit number that is a social credit identifier is no spelling of the SSCC of the same digits', () => {
  // It passes both checks of GB 32100 and the check digit of GS1.
  const digits = '913301001000004387';
  expect(canonical(digits)).toBe(digits);
  expect(equivalents(`https://id.gs1.org/00/${digits}`)).toEqual([`(00)${digits}`]);
});

test('a code that is unknown or broken has none', () => {
  for (const code of ['', 'urn:uuid:1', 'https://id.gs1.org/01/06951181105327', '81234560000000000017']) {
    expect(equivalents(code)).toEqual([]);
  }
});

test('an EPC URN with a Chinese company prefix comes back from its link', () => {
  fc.assert(
    fc.property(twoSpellings, ({ link, urn }) => {
      expect(equivalents(link)).toContain(urn);
      expect(equivalents(urn)).toContain(link);
    }),
    { numRuns: 3000 },
  );
});

test('every equivalent has the same canonical spelling, and the path of its link', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        nearCode,
        twoSpellings.map(({ urn }) => urn),
      ),
      (code) => {
        for (const other of equivalents(code)) {
          expect(other).not.toBe(code);
          expect(canonical(other)).toBe(canonical(code));
          expect(`https://id.gs1.org${digitalLinkPath(other)}`).toBe(canonical(code));
        }
      },
    ),
    { numRuns: 3000 },
  );
});
