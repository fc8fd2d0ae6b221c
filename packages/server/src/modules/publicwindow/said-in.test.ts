import { expect, test } from 'vitest';
import type { RegistryEntry } from '../registry/index.ts';
import { englishOf, saidIn } from './said-in.ts';

test('in English what was recorded in it, else the usual word, else what was recorded', () => {
  const members = { item: '水分', itemEn: 'Moisture', result: '未检出', reason: '掺杂' };
  expect(['item', 'result', 'reason', 'none'].map((name) => saidIn('en', members, name))).toEqual([
    'Moisture',
    'Not detected',
    '掺杂',
    undefined,
  ]);
  expect(['item', 'result'].map((name) => saidIn('zh', members, name))).toEqual(['水分', '未检出']);
});

test('an empty translation is none, and a word that only begins as a usual one is no such word', () => {
  expect(saidIn('en', { item: '水分', itemEn: ' ' }, 'item')).toBe('水分');
  expect(saidIn('en', { result: '未检出（复检）' }, 'result')).toBe('未检出（复检）');
});

test('what master data say in both languages is English where records say it once more', () => {
  const attributes = { name: '苏打饼干', nameEn: 'Soda biscuits', city: '江临', weightEn: 'heavy', weight: 7 };
  const english = englishOf(new Map([['urn:x', { attributes } as unknown as RegistryEntry]]));
  expect(['苏打饼干', '江临', '合格'].map((said) => english.get(said))).toEqual(['Soda biscuits', undefined, 'Passed']);
});
