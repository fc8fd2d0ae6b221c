import { expect, test } from 'vitest';
import { eventLine } from './event-lines.ts';

test.each([
  'shipping',
  'cbv:BizStep-shipping',
  'urn:epcglobal:cbv:bizstep:shipping',
  'https://ref.gs1.org/cbv/BizStep-shipping',
])('a step is its word, spelt %s', (bizStep) => {
  expect(eventLine({ type: 'ObjectEvent', bizStep }).step).toBe('shipping');
});

test('an event without a step is told by its type, and codes of classes with how many', () => {
  const quantityList = [{ epcClass: 'https://id.gs1.org/01/09506000134352', quantity: 2.5, uom: 'KGM' }];
  expect(
    eventLine({ type: 'ObjectEvent', eventTime: '2026-11-01T08:00:00Z', epcList: ['urn:a:b'], quantityList }),
  ).toEqual({
    eventID: undefined,
    time: '2026-11-01T08:00:00Z',
    step: 'ObjectEvent',
    codes: ['urn:a:b', 'https://id.gs1.org/01/09506000134352 × 2.5KGM'],
    place: undefined,
  });
});
