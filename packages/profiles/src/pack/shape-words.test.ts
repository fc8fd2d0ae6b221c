import { expect, test } from 'vitest';
import { HONEY } from './pack.fixture.ts';
import { readPack } from './read-pack.ts';

const faultsOf = (more: object): string[] => {
  const read = readPack({ ...HONEY, ...more }, new Set(['known']));
  return read.ok ? [] : read.faults.map(({ pointer, message }) => `${pointer} ${message.zh} | ${message.en}`);
};
const [rule] = HONEY.rules;

test.each<readonly [string, object, string]>([
  ['a member that is missing', { name: { zh: '蜂蜜' } }, '/name 缺少 en | en is missing'],
  ['a member of another type', { clocks: 'none' }, '/clocks 应为列表 […] | must be a list […]'],
  [
    'a value that is none of them',
    { rules: [{ ...rule, effect: 'shout' }] },
    '/rules/0/effect 应为其中之一：refuse、flag',
  ],
  ['a version that is none', { version: '1' }, '/version 应为年份和序号，如 2026.1 | must be a year and a number'],
  ['an id that is none', { id: 'Honey!' }, '/id 应为小写字母、数字和连字符'],
  ['a text that is empty', { name: { zh: '', en: 'Honey' } }, '/name/zh 不得为空 | must not be empty'],
])('%s is told in words of both languages, at its place', (_, more, told) => {
  expect(faultsOf(more)).toEqual([expect.stringContaining(told)]);
});

test('a member that a pack does not have is told once, at its own place', () => {
  expect(faultsOf({ 'a/b': 1 })).toEqual([
    '/a~1b 规则包中没有这一项，请删去或改正名称 | there is no such member: remove it, or mend its name',
  ]);
});

test('no words of Chinese hold the sentence of the checker', () => {
  const read = readPack({ id: 'x' }, new Set());
  expect(read.ok ? [] : read.faults.map(({ message }) => message.zh)).toEqual([expect.not.stringMatching(/must/)]);
});
