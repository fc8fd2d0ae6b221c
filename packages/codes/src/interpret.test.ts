import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearCode } from './codes.fixture.ts';
import { canonical, detect, interpret, readCode } from './index.ts';
import { vectors } from './vectors.fixture.ts';

describe('the one answer', () => {
  test.each(vectors('interpreted'))('%j is taken for %s: %j', (given = '', scheme = '', key = '') => {
    const { reading, code } = interpret(given);
    expect(reading).toMatchObject({ canonical: key, wellFormed: true });
    expect(reading.kind ?? reading.scheme).toBe(scheme);
    expect(canonical(code)).toBe(key);
  });

  test('a broken code leads with what is wrong, and the check that would be right', () => {
    const cases: readonly (readonly [text: string, reason: string, expected?: string])[] = [
      ['6951181105327', 'check-digit', '6'],
      ['(01) 06951181105327 (10) L1', 'check-digit', '6'],
      ['https://id.gs1.org/01/06951181105327/10/L1', 'check-digit', '6'],
      ['9144030071526726XA', 'check-digit', 'G'],
      ['SC11351090100012', 'check-digit', '0'],
      ['(01)06951181105326(17)991332', 'date'],
    ];
    for (const [text, reason, expected] of cases) {
      const { refusal } = interpret(text).reading;
      expect(refusal?.reason, text).toBe(reason);
      expect(refusal?.expected, text).toBe(expected);
      if (expected === undefined) continue;
      expect(refusal?.message.zh).toContain(`应为 ${expected}`);
      expect(refusal?.message.en).toContain(`should be ${expected}`);
    }
  });

  test('a link of GS1 to the letter is what it says, whatever its lot or serial number looks like', () => {
    // What importing and sheets take for granted of such a link, without looking for what else it may be.
    const text = fc.stringMatching(/^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/);
    const lots = vectors('interpreted').map(([given = '']) => given.slice(0, 20));
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom(...lots)), fc.constantFrom('10', '21'), (value, ai) => {
        const link = canonical(`https://id.gs1.org/01/06901234567892/${ai}/${encodeURIComponent(value)}`);
        if (!readCode(link).wellFormed) return;
        expect(interpret(link).reading.canonical).toBe(link);
        expect(interpret(link).reading.names).toBe(readCode(link).names);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is not sure', () => {
  test.each(vectors('unsure'))('%j may be %s, which is offered and not chosen', (given = '', scheme = '') => {
    const { reading, detection } = interpret(given);
    expect(reading).toMatchObject({ scheme: 'unknown', wellFormed: true, canonical: canonical(given) });
    const offered = detection.readings.find((each) => each.scheme === scheme);
    expect(offered).toMatchObject({ sure: false });
  });

  test('a national drug code and the GTIN of the same digits are both shown', () => {
    const { readings, ambiguous } = detect('86901890000654');
    expect(ambiguous).toBe(true);
    expect(readings.slice(0, 2).map(({ kind, scheme }) => kind ?? scheme)).toEqual(['gtin', 'cn-drug-standard-code']);
    expect(canonical('86901890000654')).toBe('86901890000654');
  });
});

test('what is taken for something is among the readings and sure of it, and its key is one, or the text’s own', () => {
  fc.assert(
    fc.property(nearCode, (text) => {
      const { reading, code, detection } = interpret(text);
      if (reading.wellFormed) expect([reading.canonical, code]).toContain(canonical(code));
      if (reading.scheme === 'unknown') return;
      expect(detection.readings.filter(({ sure }) => sure).map((each) => each.canonical)).toContain(reading.canonical);
    }),
    { numRuns: 2_000 },
  );
});
