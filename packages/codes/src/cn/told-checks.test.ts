import { describe, expect, test } from 'vitest';
import { canonical, readCode, schemeOf } from '../index.ts';
import { vectors } from '../vectors.fixture.ts';
import { maCheckDigit } from './ma-check.ts';

const told = (code: string): string =>
  readCode(code)
    .findings?.map(({ en }) => en)
    .join() ?? '';

/** The code with each other digit at the end. */
function wrongAtTheEnd(code: string): string[] {
  return [...'0123456789'].filter((digit) => digit !== code.slice(-1)).map((digit) => code.slice(0, -1) + digit);
}

describe('the check digit of a national drug code', () => {
  const published = vectors('cn-drug-standard-code-valid').filter(([code = '']) =>
    /:869\d{5}000|:8690\d{4}00/.test(code),
  );

  test('comes out in published codes, and any other is told and taken', () => {
    expect(published.length).toBeGreaterThanOrEqual(11);
    for (const [code = ''] of published) {
      expect(told(code), code).toBe('');
      for (const wrong of wrongAtTheEnd(code)) {
        expect(told(wrong), wrong).toMatch(/check digit does not come out/);
        expect(schemeOf('cn-drug-standard-code')?.isValid(wrong.replace(/^.*:/, '')), wrong).toBe(true);
      }
    }
  });
});

describe('the check digits of an MA code', () => {
  const identifiers = ['MA.156.M0.100204.13351764', 'MA.156.M0.100350.01004YA10017', 'MA.156.M0.100011.2cscp023'];
  test.each(identifiers)('of %s comes out, and any other is told and taken', (code) => {
    expect(told(code)).toBe('');
    for (const wrong of wrongAtTheEnd(code)) {
      expect(told(wrong), wrong).toMatch(/device identifier does not come out/);
      expect(canonical(wrong)).toBe(`cn-udi-ma:${wrong}`);
    }
  });

  test('of the production part likewise, and both are told', () => {
    const code = 'MA.156.M0.100011.2cscp023.Ste002.M200206.L343432.D555555.E200228.V200307.C9';
    expect(told(code)).toBe('');
    for (const wrong of wrongAtTheEnd(code)) expect(told(wrong), wrong).toMatch(/production part does not come out/);
    const both = told(code.replace('2cscp023', '2cscp024').replace('C9', 'C8'));
    expect(both).toMatch(/device identifier.*production part/s);
  });

  test('are not spoken of where the number of a character is not known', () => {
    expect(maCheckDigit('.S19')).toBeUndefined();
    expect(maCheckDigit('.S-1')).toBeUndefined();
    expect(told('MA.156.M0.100204.93351760')).toBe('');
  });
});

describe('the first row of a cigarette carton', () => {
  test('is the day of sorting, the case and the carton', () => {
    expect(readCode('2090112345678903YCYC320902100001')).toMatchObject({
      scheme: 'cn-tobacco',
      parts: { year: '2', day: '0901', case: '123456789', carton: '03', distributor: 'YCYC', retailer: '320902100001' },
    });
    expect(told('2090112345678903YCYC320902100001')).toBe('');
  });

  test('with a day that does not exist is told and taken', () => {
    for (const day of ['0001', '1301', '0230', '0431']) {
      const code = `2${day}12345678903YCYC320902100001`;
      expect(readCode(code), code).toMatchObject({ wellFormed: true, canonical: `cn-tobacco:${code}` });
      expect(told(code), code).toMatch(/do not exist/);
    }
  });
});

test('the licence of a maker of special equipment has the five digits that its device codes carry', () => {
  expect(readCode('TS2223010-2015').parts).toEqual({ kind: '22', region: '23', sequence: '010', validTo: '2015' });
});
