import type { Onboarding } from '@suyuan/api/onboarding';
import { expect, test } from 'vitest';
import { whereNext } from './where-next.ts';

const told = (more: Partial<Onboarding> = {}): Onboarding => ({ isOffered: true, isHidden: false, steps: [], ...more });
const first = { pack: 'edible-agri', stage: 'harvest', name: { zh: '采收', en: 'Harvest' } };
const recorded = { sheet: '0b0b4b3e-0000-4000-8000-000000000001', unit: 'own-lot:x.苹果.1' };

test('each step is done on its page, with what is known filled in', () => {
  expect(whereNext('categories', told())).toBe('/organisation');
  expect(whereNext('record', told({ first }))).toBe('/record/new/edible-agri/harvest');
  expect(whereNext('label', told({ recorded }))).toBe(`/record/${recorded.sheet}`);
  expect(whereNext('trace', told({ recorded }))).toBe(`/trace?${new URLSearchParams({ code: recorded.unit })}`);
});

test('where nothing is known, on the page where one says it', () => {
  expect(whereNext('record', told())).toBe('/record');
  expect(whereNext('label', told())).toBe('/labels');
  expect(whereNext('trace', told({ recorded: { sheet: recorded.sheet } }))).toBe('/trace');
});
