import { expect, test } from 'vitest';
import { anEvent, EPC } from './document.fixture.ts';
import type { Finding } from './model.ts';
import { validateEvent } from './validate.ts';

const findingsOf = (event: unknown): Finding[] => validateEvent(event, { eventIndex: 4, pointer: '/e/4' });

test('the event, the place, the rule and its clause, the value, and what was probably meant', () => {
  expect(findingsOf(anEvent('ObjectEvent', { bizStep: 'Shiping' }))).toEqual([
    {
      eventIndex: 4,
      pointer: '/e/4/bizStep',
      rule: 'event.cbv-unknown',
      clause: 'CBV 2.0 §7',
      value: '"Shiping"',
      message: {
        en: expect.stringContaining('"Shiping" is no business step of the standard. Did you mean "shipping"?'),
        zh: expect.stringContaining('"Shiping" 不是标准中的业务步骤。是否想写 "shipping"？'),
      },
    },
  ]);
});

test.each<[Record<string, unknown>, string]>([
  [anEvent('ObjectEvnt'), 'Did you mean "ObjectEvent"?'],
  [anEvent('objectEvent'), 'Did you mean "ObjectEvent"?'],
  [anEvent('ObjectEvent', { epclist: [] }), 'Did you mean "epcList"?'],
  [anEvent('ObjectEvent', { bizStep: 'Storing' }), 'Did you mean "storing" or "stocking"?'],
  [anEvent('ObjectEvent', { disposition: 'urn:epcglobal:cbv:disp:inTransit' }), 'Did you mean "in_transit"?'],
  [anEvent('ObjectEvent', { bizStep: 'https://ns.gs1.org/cbv/BizStep-packing' }), 'Did you mean "packing"?'],
  [anEvent('ObjectEvent', { childEPCs: [] }), 'It stands only in AggregationEvent, AssociationEvent.'],
  [anEvent('ObjectEvent', { lot: 1 }), 'for example "ex:lot".'],
  [anEvent('ObjectEvent', { eventID: 'urn:x:批' }), 'percent-encoded'],
  [anEvent('AggregationEvent', { parentID: undefined }), 'action ADD needs it.'],
  [anEvent('ObjectEvent', { epcList: [EPC, EPC] }), '"/e/4/epcList/0"'],
])('%#: %s', (event, words) => {
  expect(findingsOf(event)[0]?.message.en).toContain(words);
});

test('a missing member has no value', () => {
  expect(findingsOf(anEvent('AggregationEvent', { parentID: undefined }))[0]).not.toHaveProperty('value');
});
