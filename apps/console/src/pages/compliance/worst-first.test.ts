import type { FindingEffect } from '@suyuan/api';
import { expect, test } from 'vitest';
import { countsByEffect, type RuleFound, worstFirst } from './worst-first.ts';

const found = (rule: string, effect: FindingEffect, findings: number): RuleFound => ({
  ...{ rule, effect, findings },
  name: { zh: rule, en: rule },
});

const RULES = [
  found('date', 'flag', 90),
  found('dose', 'unknown', 40),
  found('name', 'flag', 120),
  found('scrapped', 'refuse', 1),
];

test('one that is forbidden comes before a hundred that are not in order, and these before what cannot be told', () => {
  expect(worstFirst(RULES).map(({ rule }) => rule)).toEqual(['scrapped', 'name', 'date', 'dose']);
});

test('counts are of the effects that there are, the worst first', () => {
  expect(countsByEffect(RULES)).toEqual([
    { effect: 'refuse', count: 1 },
    { effect: 'flag', count: 210 },
    { effect: 'unknown', count: 40 },
  ]);
  expect(countsByEffect([found('name', 'flag', 2)])).toEqual([{ effect: 'flag', count: 2 }]);
});
