/** What the stages of a story say, in both languages. */
import { expect, test } from 'vitest';
import { sentenceOf, titleOf } from './words.ts';

const NAMES = [
  { zh: '北岭牧场', en: 'Beiling Farm' },
  { zh: '青川牧场', en: 'Qingchuan Farm' },
  { zh: '江临牧场', en: 'Jianglin Farm' },
];
const SAYING = {
  kind: 'origin' as const,
  isNamed: false,
  isLess: false,
  places: NAMES,
  placeCount: 3,
  products: [{ zh: '生鲜乳', en: 'Raw milk' }],
  count: 3,
  deeds: [],
  isPacked: false,
  isContainer: false,
};

test('of many places two are named and all are counted', () => {
  expect(sentenceOf(SAYING)).toEqual({
    zh: '生鲜乳来自北岭牧场、青川牧场等 3 处。',
    en: 'Raw milk: from Beiling Farm, Qingchuan Farm and 1 more.',
  });
});

test('a place that is not public is told as that, and not left out', () => {
  expect(sentenceOf({ ...SAYING, places: [], placeCount: 0 })).toEqual({
    zh: '生鲜乳来自没有公开的地点。',
    en: 'Raw milk: from a place that is not public.',
  });
});

test('what only got a code is not said to have been made, nor what was handed on to have been sold', () => {
  const coded = { ...SAYING, kind: 'making' as const, isLess: true, places: NAMES.slice(0, 1), placeCount: 1 };
  expect(titleOf(coded).zh).toBe('开始登记');
  expect(sentenceOf(coded).zh).not.toContain('生产');
  const passedOn = { ...coded, kind: 'selling' as const };
  expect(titleOf(passedOn).en).toBe('Where it went');
  expect(sentenceOf(passedOn).en).toBe('It was at Beiling Farm.');
});

test('a test is praised only where that may be said', () => {
  const tested = { ...SAYING, kind: 'testing' as const, places: NAMES.slice(0, 1), placeCount: 1, count: 2 };
  expect(sentenceOf(tested).zh).toBe('在北岭牧场检验 2 次。');
  expect(sentenceOf({ ...tested, found: 'passed' }).zh).toContain('合格');
  expect(sentenceOf({ ...tested, found: 'failed' }).en).toContain('not good');
});

test('a way of few places is told from end to end, one of many by its beginning', () => {
  const way = { ...SAYING, kind: 'moving' as const };
  expect(sentenceOf(way).zh).toBe('从北岭牧场出发，经青川牧场，到江临牧场。');
  expect(sentenceOf({ ...way, places: [...NAMES, ...NAMES] }).en).toBe(
    'From Beiling Farm to Qingchuan Farm, Jianglin Farm and 3 more places.',
  );
});

test('what packs have a name for is told by it, and how often; the rest is counted', () => {
  const deeds = [
    { name: { zh: '半月维护保养', en: 'Half-monthly maintenance' }, count: 10 },
    { name: { zh: '定期检验', en: 'Periodic inspection' }, count: 1 },
  ];
  const cared = { ...SAYING, kind: 'care' as const, places: NAMES.slice(0, 1), placeCount: 1, products: [], deeds };
  expect(titleOf(cared)).toEqual({ zh: '检查和保养', en: 'Checks and upkeep' });
  expect(sentenceOf({ ...cared, count: 11 })).toEqual({
    zh: '半月维护保养 10 次、定期检验，在北岭牧场。',
    en: 'Half-monthly maintenance (10 times), Periodic inspection; at Beiling Farm.',
  });
  expect(sentenceOf({ ...cared, kind: 'other', count: 13 }).zh).toBe(
    '半月维护保养 10 次、定期检验，另有 2 次，在北岭牧场。',
  );
  expect(sentenceOf({ ...cared, found: 'failed', count: 11 }).zh).toContain('有不合格的结论');
});
