import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitText, nearCode, text82, twoSpellings, withCheckDigit } from './codes.fixture.ts';
import {
  alternates,
  canonical,
  classOf,
  digitalLinkPath,
  gs1CheckDigit,
  hasValidCheckDigit,
  keysToAsk,
  lotCode,
  readCode,
} from './index.ts';
import { vectors } from './vectors.fixture.ts';

const GTIN = '06951181105326';
const LINK = `https://id.gs1.org/01/${GTIN}`;

describe('the vectors', () => {
  test.each(vectors('gs1-valid'))('%j: canonical %j names a %j of class %j', (given, link, names, itsClass) => {
    const reading = readCode(given ?? '');
    expect(reading).toMatchObject({ scheme: 'gs1', canonical: link, names, classOf: itsClass, wellFormed: true });
    expect(reading).not.toHaveProperty('refusal');
    expect(classOf(given ?? '')).toBe(itsClass);
    expect(classOf(link ?? '')).toBe(itsClass);
  });

  test.each(vectors('gs1-invalid'))('%j is refused: %s', (given, reason) => {
    const reading = readCode(given ?? '');
    expect(reading).toMatchObject({ scheme: 'gs1', canonical: given, classOf: given, parts: {}, wellFormed: false });
    expect(reading.refusal?.reason).toBe(reason);
    expect(classOf(given ?? '')).toBe(given);
    expect(reading.refusal?.message.en).toMatch(/^[A-Z]/);
    expect(reading.refusal?.message.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test.each(vectors('unknown'))('%j is a unit of no known scheme', (given = '') => {
    const unknown = {
      scheme: 'unknown',
      canonical: given,
      names: 'unknown',
      parts: {},
      classOf: given,
      wellFormed: true,
    };
    expect(readCode(given)).toMatchObject(unknown);
    expect(classOf(given)).toBe(given);
    expect(digitalLinkPath(given)).toBeNull();
    expect(alternates(given)).toEqual([]);
  });
});

describe('parts', () => {
  const cases: readonly (readonly [code: string, parts: Record<string, string>])[] = [
    [`${LINK}/10/L1/21/S1`, { gtin: GTIN, lot: 'L1', serial: 'S1' }],
    [`${LINK}/22/V/10/A%2FB`, { gtin: GTIN, variant: 'V', lot: 'A/B' }],
    [`${LINK}/235/T`, { gtin: GTIN, thirdPartySerial: 'T' }],
    ['urn:epc:id:sscc:6901234.0000000001', { sscc: withCheckDigit('06901234000000001') }],
    ['urn:epc:id:sgln:6901234.00002.D1', { gln: withCheckDigit('690123400002'), extension: 'D1' }],
    ['urn:epc:id:pgln:6901234.00002', { gln: withCheckDigit('690123400002') }],
    ['urn:epc:id:grai:6901234.11111.7', { grai: `0${withCheckDigit('690123411111')}`, serial: '7' }],
    ['urn:epc:id:gdti:6901234.55555.T', { gdti: withCheckDigit('690123455555'), serial: 'T' }],
    ['urn:epc:id:giai:6901234.PUMP', { giai: '6901234PUMP' }],
    ['urn:epc:id:cpi:6901234.A.9', { cpid: '6901234A', serial: '9' }],
    ['urn:epc:id:itip:69511811.00532.01.02.9', { gtin: GTIN, piece: '01', total: '02', serial: '9' }],
    ['81234560000000000017', { product: '8123456', serial: '0000000000017' }],
    ['9144030071526726XG', { department: '9', kind: '1', division: '440300', organisation: '71526726X', check: 'G' }],
  ];
  test.each(cases)('of %s', (code, parts) => {
    expect(readCode(code).parts).toEqual(parts);
  });
});

describe('lots and classes', () => {
  test('a lot is the class of its instances, and is told apart as their lot', () => {
    expect(readCode(`${LINK}/10/L1/21/S1`).lotOf).toBe(`${LINK}/10/L1`);
    expect(readCode(`${LINK}/10/L1`).lotOf).toBe(`${LINK}/10/L1`);
    expect(readCode(`${LINK}/21/S1`)).not.toHaveProperty('lotOf');
  });

  test('lotCode is the canonical spelling of a lot', () => {
    fc.assert(
      fc.property(text82(20), (lot) => {
        const code = lotCode(GTIN, lot);
        expect(canonical(code)).toBe(code);
        expect(readCode(code).parts).toEqual({ gtin: GTIN, lot });
      }),
    );
    expect(lotCode('6951181105326', 'A')).toBe(`${LINK}/10/A`);
  });

  test('lotCode spells out any lot at all, even half a surrogate pair', () => {
    expect(lotCode(GTIN, '批 1')).toBe(`${LINK}/10/%E6%89%B9%201`);
    expect(lotCode(GTIN, '\ud800')).toBe(`${LINK}/10/%EF%BF%BD`);
  });

  test('the class of a class is itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nearCode,
          twoSpellings.map(({ urn }) => urn),
        ),
        (code) => {
          const itsClass = classOf(code);
          expect(classOf(itsClass)).toBe(itsClass);
          expect(canonical(itsClass)).toBe(itsClass);
          expect(classOf(canonical(code))).toBe(itsClass);
          const reading = readCode(code);
          // Digits that may be two things are a code of their own, and each reading has its own form.
          if (reading.canonical !== code && canonical(code) === code)
            expect(keysToAsk(code)).toContain(reading.canonical);
          else expect(reading).toMatchObject({ canonical: canonical(code), classOf: itsClass });
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('alternates', () => {
  test('an instance with its lot may be met without it', () => {
    expect(alternates(`${LINK}/10/L1/21/S1`)).toEqual([`${LINK}/21/S1`]);
    expect(alternates(`https://example.com/01/${GTIN}/22/V/10/L1/21/S1`)).toEqual([
      `${LINK}/10/L1/21/S1`,
      `${LINK}/22/V/21/S1`,
      `${LINK}/21/S1`,
    ]);
  });

  test('what has no lot and serial together has none', () => {
    for (const code of [LINK, `${LINK}/10/L1`, `${LINK}/21/S1`, 'urn:epc:id:sscc:6901234.0000000001', '', 'x']) {
      expect(alternates(code)).toEqual([]);
    }
  });
});

describe('check digits', () => {
  test('are the ones of the General Specifications', () => {
    fc.assert(
      fc.property(digitText(1, 17), (body) => {
        expect(body + gs1CheckDigit(body)).toBe(withCheckDigit(body));
        expect(hasValidCheckDigit(withCheckDigit(body))).toBe(true);
      }),
    );
  });

  test('catch every single wrong digit', () => {
    fc.assert(
      fc.property(digitText(13), fc.nat(13), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const good = withCheckDigit(body);
        const wrong = good.slice(0, at) + ((Number(good[at]) + shift) % 10) + good.slice(at + 1);
        expect(hasValidCheckDigit(wrong)).toBe(false);
        expect(readCode(`https://example.com/01/${wrong}`)).toMatchObject({ refusal: { reason: 'check-digit' } });
        const instance = `https://id.gs1.org/01/${wrong}/21/S1`;
        expect(classOf(instance)).toBe(instance);
      }),
    );
  });

  test('are none for what is no number', () => {
    for (const text of ['', '0', 'abc', '0000000000000x', '６９５１１８１１０５３２６'])
      expect(hasValidCheckDigit(text)).toBe(false);
  });

  test('of social credit identifiers catch every single wrong character', () => {
    const characters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    for (const [code = ''] of vectors('cn-uscc-valid').slice(0, 7)) {
      for (let at = 0; at < code.length; at += 1) {
        for (const other of characters.filter((each) => each !== code.charAt(at))) {
          const wrong = code.slice(0, at) + other + code.slice(at + 1);
          const { scheme, wellFormed } = readCode(wrong);
          expect(scheme === 'cn-uscc' && wellFormed, wrong).toBe(false);
        }
      }
    }
  });
});
