import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearCode, twoSpellings } from './codes.fixture.ts';
import { canonical, digitalLinkPath, equivalents, readCompanyPrefixes } from './index.ts';

const LINK = 'https://id.gs1.org/01/06951181105326';

test('a product class has a link, an element string, a pattern and bare digits', () => {
  expect(equivalents('6951181105326')).toEqual([
    LINK,
    '(01)06951181105326',
    'urn:epc:idpat:sgtin:69511811.00532.*',
    ']d20106951181105326',
    '06951181105326',
    'https://id.gs1.org/AQyk5VxxXA',
  ]);
  expect(equivalents(LINK)).toEqual([
    '(01)06951181105326',
    'urn:epc:idpat:sgtin:69511811.00532.*',
    ']d20106951181105326',
    '06951181105326',
    '6951181105326',
    'https://id.gs1.org/AQyk5VxxXA',
  ]);
});

test('bare digits come in the length that the number was issued in', () => {
  expect(equivalents('https://id.gs1.org/01/00000096385074')).toContain('96385074');
  expect(equivalents('https://id.gs1.org/01/00614141123452')).toContain('614141123452');
  expect(equivalents('https://id.gs1.org/01/16901234000016')).not.toContain('6901234000016');
});

test('an instance with its lot has no EPC URN, which would drop the lot', () => {
  expect(equivalents(`${LINK}/10/L/21/S`)).toEqual([
    '(01)06951181105326(10)L(21)S',
    ']d2010695118110532610L\u001d21S',
    'https://id.gs1.org/Cwyk5VxxXMJZCwpA',
  ]);
});

test('without a known length of company prefix there is no EPC URN', () => {
  expect(equivalents('urn:epc:id:sgtin:4012345.011111.9876')).toEqual([
    'https://id.gs1.org/01/04012345111118/21/9876',
    '(01)04012345111118(21)9876',
    ']d20104012345111118219876',
    'https://id.gs1.org/DAdMZM9knAk0o',
  ]);
});

test('an 18-digit number that is a social credit identifier is no spelling of the SSCC of the same digits', () => {
  // It passes both checks of GB 32100 and the check digit of GS1.
  const digits = '913301001000004387';
  expect(canonical(digits)).toBe(`cn-uscc:${digits}`);
  expect(equivalents(`https://id.gs1.org/00/${digits}`)).toEqual([
    `(00)${digits}`,
    `]d200${digits}`,
    'https://id.gs1.org/AMrLJr6Z0rIw',
  ]);
});

test('a code that is unknown or broken has none', () => {
  for (const code of ['', 'urn:uuid:1', 'https://id.gs1.org/01/06951181105327']) expect(equivalents(code)).toEqual([]);
});

test('a code of another scheme may be written behind the name of the scheme', () => {
  expect(equivalents('81234560000000000017')).toEqual(['cn-drug:81234560000000000017']);
  expect(equivalents('cn-elevator:京A%')).toEqual(['cn-elevator:京A%25', 'cn-elevator:%E4%BA%ACA%25']);
  expect(canonical('cn-elevator:%E4%BA%ACA%25')).toBe('cn-elevator:京A%25');
  expect(equivalents('CN-DRUG:81234560000000000017')).toEqual(['81234560000000000017', 'cn-drug:81234560000000000017']);
});

test('with the own list, an EPC URN of any country comes back', () => {
  const prefixes = readCompanyPrefixes({ GCPPrefixFormatList: { entry: [{ prefix: '40', gcpLength: 7 }] } });
  expect(equivalents('https://id.gs1.org/01/04012345111118/21/9876', prefixes)).toContain(
    'urn:epc:id:sgtin:4012345.011111.9876',
  );
  expect(readCompanyPrefixes([{ prefix: '4O', gcpLength: 7 }])).toBeUndefined();
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
          const path = digitalLinkPath(code);
          if (path !== null) expect(`https://id.gs1.org${digitalLinkPath(other)}`).toBe(canonical(code));
        }
      },
    ),
    { numRuns: 3000 },
  );
});
