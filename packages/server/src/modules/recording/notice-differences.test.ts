import type { UnitMention } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import { differencesOf } from './notice-differences.ts';

const of = (code: string, quantity?: number, uom?: string): UnitMention => ({
  ...{ code, role: 'object', isClass: quantity !== undefined },
  ...(quantity === undefined ? {} : { quantity }),
  ...(uom === undefined ? {} : { uom }),
});
const nothing = (): UnitMention[] => [];

test('what came as it was sent differs in nothing, in whatever order and however many lines', () => {
  const sent = [of('a', 10, 'KGM'), of('b'), of('c', 0.3, 'KGM')];
  const came = [of('c', 0.1, 'KGM'), of('b'), of('c', 0.2, 'KGM'), of('a', 10, 'KGM')];
  expect(differencesOf(sent, came, nothing)).toEqual([]);
});

test('each way to differ is told with what was sent and what came', () => {
  const sent = [of('gone'), of('less', 40, 'KGM'), of('more', 4), of('unit', 2, 'KGM'), of('unsaid', 5)];
  const came = [of('less', 38.5, 'KGM'), of('more', 5), of('unit', 2), of('unsaid'), of('new', 1, 'KGM')];
  expect(differencesOf(sent, came, nothing)).toEqual([
    { code: 'gone', kind: 'missing', told: {} },
    { code: 'less', kind: 'less', told: { quantity: '40', uom: 'KGM' }, came: { quantity: '38.5', uom: 'KGM' } },
    { code: 'more', kind: 'more', told: { quantity: '4' }, came: { quantity: '5' } },
    { code: 'unit', kind: 'unit', told: { quantity: '2', uom: 'KGM' }, came: { quantity: '2' } },
    { code: 'new', kind: 'extra', came: { quantity: '1', uom: 'KGM' } },
  ]);
});

test('cartons that come without their pallet are the pallet; the one that is missing is told, and not the pallet', () => {
  const contentsOf = (code: string): UnitMention[] =>
    code === 'pallet' ? ['c1', 'c2', 'c3'].map((each) => of(each)) : [];
  const sent = [of('pallet')];
  expect(differencesOf(sent, [of('pallet')], contentsOf)).toEqual([]);
  expect(differencesOf(sent, [of('c1'), of('c2'), of('c3')], contentsOf)).toEqual([]);
  expect(differencesOf(sent, [of('c1'), of('c3')], contentsOf)).toEqual([{ code: 'c2', kind: 'missing', told: {} }]);
  expect(differencesOf(sent, [of('x')], contentsOf)).toEqual([
    { code: 'pallet', kind: 'missing', told: {} },
    { code: 'x', kind: 'extra', came: {} },
  ]);
});
