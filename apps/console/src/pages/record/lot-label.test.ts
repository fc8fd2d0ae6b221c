import type { SheetWhole } from '@suyuan/api';
import { expect, test } from 'vitest';
import { lotLabelOf, lotOf } from './lot-label.ts';

const sheet = (code: string, values = {}): SheetWhole => ({
  ...{ id: '0b0b4b3e-0000-4000-8000-000000000001', pack: 'edible-agri', stage: 'harvest', name: 'x', version: 1 },
  ...{ stageName: { zh: '采收', en: 'Harvest' }, state: 'recorded', changedAt: '2026-11-28T01:00:00Z' },
  content: { at: '2026-11-28T08:00:00+08:00', units: [{ code }], values },
});
const ORIGIN = 'https://example.org';
const GS1 = 'https://id.gs1.org/01/06901234567892/10/A%2F1';
const OWN = 'own-lot:91110000802100433B.红富士苹果.20261128';

test('lots of GS1 and of one’s own have a number; single things, products and what cannot be read have none', () => {
  expect(lotOf(GS1)).toBe('A/1');
  expect(lotOf(OWN)).toBe('20261128');
  for (const code of [
    'https://id.gs1.org/01/06901234567892',
    `${GS1}/21/7`,
    'https://id.gs1.org/01/06901234567892/10/%E0%A4',
    '',
  ])
    expect(lotOf(code), code).toBeUndefined();
});

test('a label says what was recorded, and leads to the page of the lot', () => {
  expect(lotLabelOf(sheet(GS1), '红富士', ORIGIN)).toEqual({
    ...{ layout: 'lot-50x30', copies: 1 },
    values: {
      ...{ link: `${ORIGIN}/01/06901234567892/10/A%2F1`, name: '红富士', lot: 'A/1', date: '2026-11-28' },
    },
  });
});

test('what the sheet calls the goods comes first, then their name, then their number', () => {
  expect(lotLabelOf(sheet(OWN, { productName: '苹果' }), '红富士', ORIGIN)?.values.name).toBe('苹果');
  expect(lotLabelOf(sheet(OWN), undefined, ORIGIN)?.values.name).toBe('红富士苹果');
  expect(lotLabelOf(sheet(GS1), undefined, ORIGIN)).toBeUndefined();
});
