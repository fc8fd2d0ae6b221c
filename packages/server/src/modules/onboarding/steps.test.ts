import { expect, test } from 'vitest';
import { FEW, type Known, onboardingOf } from './steps.ts';

const named = (stage: string) => ({ stage, name: { zh: stage, en: stage } });
const AGRI = { pack: 'edible-agri', first: 'harvest', stages: [named('input-purchase'), named('harvest')] };
const FOOD = { pack: 'food', first: 'receipt', stages: [named('raw-milk-handover'), named('receipt')] };
const recorded = { sheet: '0b0b4b3e-0000-4000-8000-000000000001', unit: 'own-lot:x.y.1' };

const told = (more: Partial<Known> = {}) =>
  onboardingOf({
    ...{ hasCategories: true, packs: [AGRI], sheets: 0, hasOtherEvents: false, marks: new Set() },
    ...more,
  });

test('one step after another, until all are done', () => {
  expect(told({ packs: [], hasCategories: false })).toMatchObject({ isOffered: true, next: 'categories' });
  expect(told()).toMatchObject({ isOffered: true, next: 'record' });
  expect(told({ sheets: 1, recorded })).toMatchObject({ isOffered: true, next: 'label', recorded });
  expect(told({ sheets: 1, recorded, marks: new Set(['label']) })).toMatchObject({ isOffered: true, next: 'trace' });
  const all = told({ sheets: 1, recorded, marks: new Set(['label', 'trace']) });
  expect(all.isOffered).toBe(false);
  expect(all.next).toBeUndefined();
});

test('steps that were done before their turn stay done', () => {
  expect(told({ marks: new Set(['trace']) }).steps).toEqual([
    { step: 'categories', isDone: true },
    { step: 'record', isDone: false },
    { step: 'label', isDone: false },
    { step: 'trace', isDone: true },
  ]);
});

test('whoever knows the way is not led', () => {
  expect(told({ sheets: FEW }).isOffered).toBe(true);
  expect(told({ sheets: FEW + 1 }).isOffered).toBe(false);
  expect(told({ hasOtherEvents: true }).isOffered).toBe(false);
});

test('where no pack is there for what one deals in, there is nothing to lead to', () => {
  expect(told({ packs: [], hasCategories: true }).isOffered).toBe(false);
});

test('that a person does not want to be led changes nothing else', () => {
  expect(told({ marks: new Set(['hidden']) })).toMatchObject({ isOffered: true, isHidden: true, next: 'record' });
});

test('it begins with what the first pack that says so most often begins with', () => {
  const own = { pack: 'own', stages: [named('a'), named('b')] };
  expect(told({ packs: [own, AGRI, FOOD] }).first).toMatchObject({ pack: 'edible-agri', stage: 'harvest' });
  expect(told({ packs: [FOOD] }).first).toMatchObject({ pack: 'food', stage: 'receipt' });
  expect(told({ packs: [own] }).first).toMatchObject({ stage: 'a' });
  expect(told({ packs: [] }).first).toBeUndefined();
});
