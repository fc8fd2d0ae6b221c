/** Conditions are told in words, and one that is not understood is not told wrongly. */
import { expect, test } from 'vitest';
import { PACKS } from '../packs.ts';
import { KNOWN_CHECKS } from '../rules/checks.ts';
import { conditionWords } from './condition-words.ts';
import { HONEY } from './pack.fixture.ts';
import { readPack } from './read-pack.ts';

test.each([
  ['!has(it.lotNumber)', '未记录“批号”', '“Lot number” is not recorded'],
  ["has(it.grade) && it.grade == 'x'", '“等级”是“x”', '“Grade” is “x”'],
  ["it.grade in ['x', 'y']", '“等级”是“x”或“y”', '“Grade” is “x” or “y”'],
  [
    "!has(it.permit) && (!has(it.grade) || it.grade.startsWith('3'))",
    '未记录“许可证号”，且（未记录“等级”，或“等级”以“3”开头）',
    '“Permit” is not recorded, and (“Grade” is not recorded, or “Grade” begins with “3”)',
  ],
  ['days(it.expiry, event.time) > 30', '距“保质期至”超过 30 天', 'more than 30 days after “Use by”'],
])('%s', (expression, zh, en) => {
  expect(conditionWords(HONEY, expression)).toEqual({ zh, en });
});

test.each([
  'size(event.codes) > 1',
  'has(it.lotNumber) && size(event.codes) > 1',
  'has(it.nothing)',
  "it.grade == 'x' ? true : false",
  "(it.grade == 'x') == (it.grade == 'y')",
  '!(has(it.grade) || has(it.permit))',
])('%s has no words', (expression) => {
  expect(conditionWords(HONEY, expression)).toBeUndefined();
});

test('all conditions of requirements and clocks that come with the program have words', () => {
  for (const given of PACKS) {
    const read = readPack(given, KNOWN_CHECKS);
    if (!read.ok) throw new Error('a faulty pack');
    const { requirements, clocks } = read.pack;
    const without = [...requirements, ...clocks].flatMap(({ when }) =>
      when === undefined || conditionWords(read.pack, when) !== undefined ? [] : [when],
    );
    expect(without).toEqual([]);
  }
});
