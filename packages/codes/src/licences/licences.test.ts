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
      expect(reading, other).toMatchObject({ wellFormed: true, canonical: `cn-licence-jy:${other}` });
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
      canonical: 'cn-equipment-registration:31103506002016053337',
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
    for (const text of spellings)
      expect(readCode(text).canonical, text).toBe('cn-licence-fertiliser:微生物肥(2016)准字1896号');
  });

  test('an old pesticide number keeps its hyphen, whatever stands before it', () => {
    for (const text of ['PD86148-17', 'pd86148-17', '农药登记证号：PD86148-17', 'ＰＤ８６１４８－１７']) {
      expect(detect(text).readings[0], text).toMatchObject({
        scheme: 'cn-licence-pesticide-old',
        canonical: 'cn-licence-pesticide-old:PD86148-17',
      });
    }
  });
});

describe('numbers as they are printed and typed', () => {
  test.each([
    ['注册证编号：国械注准20203140123', 'cn-licence-device', '国械注准20203140123'],
    ['粤械注准２０２１２１４０００１', 'cn-licence-device', '粤械注准20212140001'],
    ['沪浦械备20150012号', 'cn-licence-device-filing', '沪浦械备20150012号'],
    ['国食健注G20200012', 'cn-licence-health-food', '国食健注G20200012'],
    ['食健备 G202011001234', 'cn-licence-health-food-filing', '食健备G202011001234'],
    ['国妆特字20210012', 'cn-licence-cosmetics', '国妆特字20210012'],
    ['粤Ｇ妆网备字2021012345', 'cn-licence-cosmetics-filing', '粤G妆网备字2021012345'],
    ['国妆网备进字（沪）2021000123', 'cn-licence-cosmetics-filing', '国妆网备进字(沪)2021000123'],
    ['注册证号：HC20160012', 'cn-licence-drug-imported', 'HC20160012'],
    ['（2019）外兽药证字12号', 'cn-licence-veterinary-drug-imported', '(2019)外兽药证字12号'],
    ['（苏）WH安许证字〔2019〕0123号', 'cn-licence-safety', '(苏)WH安许证字(2019)0123号'],
    ['苏（宁）危化经字00123', 'cn-licence-hazardous-chemical', '苏(宁)危化经字00123'],
    ['京20150034', 'cn-licence-drug-production', '京20150034'],
    ['粤DA7550012', 'cn-licence-drug-trade', '粤DA7550012'],
    ['京海食药监械经营许20150012号', 'cn-licence-device-business', '京海食药监械经营许20150012号'],
    ['MA.156.M0.100123.1ABC0001', 'cn-udi-ma', 'MA.156.M0.100123.1ABC0001'],
    ['MA.156.M0.100123.1ABC0001.S0001.L2020', 'cn-udi-ma-unit', 'MA.156.M0.100123.1ABC0001.S0001.L2020'],
    ['111010500000001', 'cn-ear-tag', '111010500000001'],
    ['1 110105 00000001', 'cn-ear-tag', '111010500000001'],
    ['220220201123456788', 'cn-customs-declaration', '220220201123456788'],
    ['0123456789012345\nGZYC123456789012', 'cn-tobacco', '0123456789012345GZYC123456789012'],
  ])('%j is a %s', (text, scheme, code) => {
    expect(detect(text).readings[0]).toMatchObject({ scheme, canonical: `${scheme}:${code}`, wellFormed: true });
  });

  test('older owners of a length keep it: drugs, pesticides, shipping units', () => {
    expect(readCode('81103506002016053337').scheme).toBe('cn-drug');
    expect(readCode('12007061110011234567890123456789').scheme).toBe('cn-pesticide');
    expect(readCode('220220201880490019').kind).toBe('sscc');
  });

  test('words of ordinary text are no broken numbers', () => {
    const texts = [
      '国械注准是什么意思',
      '国械注册证',
      '国食健注',
      '食健备案怎么办',
      '国妆特字号查询',
      '妆网备字',
      '外兽药证字',
      'WH安许证字',
      '危化经字',
      '械备20200012',
      '食药监械经营许',
      'MA.156',
      'MA.156.M0',
      'H2016',
      'PD86148',
      'PD-100',
    ];
    for (const text of texts) expect(readCode(text), text).toMatchObject({ scheme: 'unknown', wellFormed: true });
  });
});
