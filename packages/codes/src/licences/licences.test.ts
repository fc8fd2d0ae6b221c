import { describe, expect, test } from 'vitest';
import { detect, readCode } from '../index.ts';

const JY_PUBLISHED = [
  'JY13101160000083',
  'JY13101060025900',
  'JY13101140093802',
  'JY13301080111719',
  'JY13101050042467',
  'JY23101140041987',
  'JY14403030012013',
];

describe('the check digit of a food trade licence', () => {
  test.each(JY_PUBLISHED)('of the published %s comes out, and every other digit in its place is told', (code) => {
    expect(readCode(code)).toMatchObject({ scheme: 'cn-licence-jy', wellFormed: true });
    expect(readCode(code)).not.toHaveProperty('findings');
    for (let digit = 0; digit < 10; digit += 1) {
      const other = code.slice(0, -1) + digit;
      if (other === code) continue;
      const reading = readCode(other);
      expect(reading, other).toMatchObject({ scheme: 'cn-licence-jy', wellFormed: true, canonical: other });
      expect(reading.findings?.map(({ en }) => en).join(), other).toMatch(/check digit does not come out/);
    }
  });

  test('that is right is a reason to take the text for one', () => {
    const [right] = detect('JY13101160000083').readings;
    const [wrong] = detect('JY13101160000084').readings;
    expect(right?.reasons.some(({ en }) => en.includes('MOD 11,10'))).toBe(true);
    expect((right?.score ?? 0) - (wrong?.score ?? 0)).toBeGreaterThan(0);
    expect(wrong?.findings).toHaveLength(1);
  });
});

describe('the four numbers of one lift', () => {
  test('a registration code of 20 digits is told from a market lot, and both are shown', () => {
    const { readings, ambiguous } = detect('31103506002016053337');
    expect(readings[0]).toMatchObject({
      scheme: 'cn-equipment-registration',
      canonical: '31103506002016053337',
      parts: { kind: '3110', division: '350600', year: '2016', month: '05', serial: '3337' },
    });
    expect(ambiguous).toBe(false);
    expect(detect('37068100000000000998').readings[0]?.scheme).toBe('cn-market-lot');
  });

  test('a registration for use has a serial of four or five characters', () => {
    expect(readCode('梯11闽E3622(16)').parts).toMatchObject({ place: 'E', sequence: '3622', year: '16' });
    expect(readCode('梯11京A00001（24）').parts).toMatchObject({ place: 'A', sequence: '00001', year: '24' });
  });
});

describe('spellings of one number', () => {
  test('a microbial fertiliser is the same with and without the inner brackets', () => {
    const spellings = ['微生物肥（2016）准字（1896号）', '微生物肥(2016)准字(1896)号', '微生物肥〔2016〕准字1896号'];
    for (const text of spellings) expect(readCode(text).canonical, text).toBe('微生物肥(2016)准字1896号');
  });

  test('an old pesticide number keeps its hyphen, whatever stands before it', () => {
    for (const text of ['PD86148-17', 'pd86148-17', '农药登记证号：PD86148-17', 'ＰＤ８６１４８－１７']) {
      expect(detect(text).readings[0], text).toMatchObject({
        scheme: 'cn-licence-pesticide-old',
        canonical: 'PD86148-17',
      });
    }
  });
});
