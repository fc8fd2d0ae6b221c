import type { StageFormBody } from '@suyuan/api';
import { expect, test } from 'vitest';
import { chinaClock, contentOf, emptySheet, givenOf, goingOn, shippingFor } from './given-sheet.ts';

const words = { zh: '采收', en: 'Harvest' };
const field = { name: words, type: 'text', need: 'required', entered: 'value', isPersonal: false } as const;
const form: StageFormBody = {
  ...{
    pack: 'edible-agri',
    version: '2026.1',
    stage: 'harvest',
    name: words,
    inputs: 'optional',
    parent: 'none',
    opens: false,
    handover: 'none',
  },
  fields: [
    { ...field, element: 'activity', fixed: 'harvest' },
    { ...field, element: 'variety' },
  ],
  last: { place: 'https://id.gs1.org/414/6901234567892', values: { variety: '富士' } },
};

test('a new form has the day and time of China, the goods to fill in, and what was the same last time', () => {
  expect(chinaClock(Date.parse('2026-11-30T17:05:00Z'))).toEqual({ day: '2026-12-01', time: '01:05' });
  expect(emptySheet(form, '采收', Date.parse('2026-11-30T01:00:00Z'))).toEqual({
    ...{ name: '采收 2026-11-30', day: '2026-11-30', time: '09:00', units: [{}], inputs: [], parent: '' },
    ...{ place: 'https://id.gs1.org/414/6901234567892', from: '', to: '', notice: '', order: '' },
    values: { variety: '富士', activity: 'harvest' },
  });
});

test('only what is filled in is sent, and comes back into the form as it was', () => {
  const given = {
    ...emptySheet({ ...form, last: {} }, '采收', Date.parse('2026-11-30T01:00:00Z')),
    units: [{ code: ' 06901234567892 ', quantity: '3', uom: 'KGM' }, {}],
    values: { activity: 'harvest', variety: ' ', note: undefined, tests: ['a', 'b'] },
  };
  const content = contentOf(given);
  expect(content).toEqual({
    at: '2026-11-30T09:00:00+08:00',
    units: [{ code: '06901234567892', quantity: '3', uom: 'KGM' }],
    values: { activity: 'harvest', tests: ['a', 'b'] },
  });
  expect(contentOf(givenOf(form, '采收', content))).toEqual(content);
  expect(contentOf({ ...given, day: '' })).not.toHaveProperty('at');
});

test('the next step is of the goods of the one before, or is made of them, and at its place where none was last', () => {
  const before = { units: [{ code: 'A', quantity: '3', uom: 'KGM' }], place: 'P' };
  const empty = emptySheet({ ...form, last: {} }, '销售', 0);
  expect(goingOn({ ...form, inputs: 'none' }, empty, before)).toEqual({ ...empty, ...before });
  expect(goingOn(form, empty, before)).toEqual({ ...empty, inputs: before.units, place: 'P' });
  expect(goingOn(form, { ...empty, place: 'Q' }, before).place).toBe('Q');
  expect(goingOn({ ...form, opens: true }, empty, before)).toEqual({ ...empty, parent: 'A', place: 'P' });
});

test('for an order there is a line for what is still to go; a line that nothing was scanned for is not sent', () => {
  const line = { product: 'https://id.gs1.org/01/06901234567892', quantity: '10', shipped: '4', open: '6', uom: 'KGM' };
  const order = {
    ...{ id: 'o', number: 'SO-1', state: 'partly' as const, version: 1, uri: 'urn:x', buyer: 'cn-uscc:x' },
    ...{ lineCount: 2, openCount: 1, changedAt: '', others: [], shipments: [] },
    lines: [line, { ...line, product: 'own-product:x.y', open: '0' }],
  };
  const begun = shippingFor(emptySheet(form, '发货', Date.parse('2026-11-30T01:00:00Z')), order);
  expect(begun).toMatchObject({
    order: 'o',
    to: 'cn-uscc:x',
    units: [{ code: line.product, quantity: '6', uom: 'KGM' }],
  });
  expect(contentOf(begun).units).toBeUndefined();
  const scanned = { ...begun, units: begun.units.map((unit) => ({ ...unit, code: `${line.product}/10/A` })) };
  expect(contentOf(scanned)).toMatchObject({
    order: 'o',
    units: [{ code: `${line.product}/10/A`, quantity: '6', uom: 'KGM' }],
  });
});
