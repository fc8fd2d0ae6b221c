/** Words are not broken licences: a refusal needs more than one character of a province or two letters. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, detect, readCode } from './index.ts';
import { vectors } from './vectors.fixture.ts';

const PROVINCES = [...'京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新港澳台'];
const EQUIPMENT = [...'锅容瓶管梯起索游车'];
const STARTS = [
  '农肥',
  '微生物肥',
  '兽药',
  '国药',
  '饲证',
  'SC',
  'TS',
  'MB',
  'PD',
  'JY',
  '准字',
  '许可',
  '（京）',
  '第',
  '号',
];

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
const first = fc.oneof(fc.constantFrom(...PROVINCES), fc.constantFrom(...EQUIPMENT), fc.constantFrom(...STARTS), han);
const word = fc.tuple(first, fc.string({ unit: han, maxLength: 11 })).map(([start, rest]) => start + rest);
/** Words with a few figures and Latin letters, as names of models, dates and packages have them. */
const mixed = fc
  .tuple(
    word,
    fc.array(
      fc.oneof(word, fc.constantFrom('2024', '250ml', 'A级', '12', '号', '（', '）', ' ', 'SC', 'Pro', '-', '3.5')),
      {
        maxLength: 6,
      },
    ),
  )
  .map(([start, rest]) => start + rest.join(''));

describe('a word', () => {
  test('with a year twice is the number of a licence, and no word', () => {
    expect(canonical('京20242024')).toBe('cn-licence-drug-production:京20242024');
  });

  test.each(vectors('words').map(([text = '']) => text))('%j is a unit as it stands, refused by no scheme', (text) => {
    expect(readCode(text)).toMatchObject({ scheme: 'unknown', wellFormed: true, canonical: text });
    expect(detect(text).readings).toEqual([]);
  });

  test('of any Chinese text is never refused as a licence', () => {
    fc.assert(
      fc.property(fc.oneof(word, mixed), (text) => {
        const { scheme, wellFormed } = readCode(text);
        expect(wellFormed).toBe(true);
        // Once in some thousand times the pieces make a licence, such as 京20242024, which has a spelling of its own.
        if (scheme === 'unknown') expect(canonical(text)).toBe(text);
        else expect(canonical(text)).toMatch(new RegExp(`^${scheme}:`));
        expect(detect(text).readings.filter(({ wellFormed }) => !wellFormed)).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('what was meant for a licence', () => {
  const slips: readonly (readonly [text: string, scheme: string])[] = [
    ['国药准字H2020300', 'cn-licence-drug'],
    ['国药准字2020300', 'cn-licence-drug'],
    ['SC1013305220001', 'cn-licence-sc'],
    ['sc10133052200011', 'cn-licence-sc'],
    ['兽药字(2020)1001', 'cn-licence-veterinary-drug'],
  ];
  test.each(slips)('%s is refused as a broken %s', (text, scheme) => {
    expect(readCode(text)).toMatchObject({ scheme, wellFormed: false, canonical: text });
  });

  test.each(['京饲证(2018)0100', '京饲证2018)01001', '粤农肥(2018)准字1234567号'])(
    '%s stands for itself, as the form of the licence is unverified',
    (text) => {
      expect(readCode(text)).toMatchObject({ scheme: 'unknown', wellFormed: true, canonical: text });
    },
  );
});
