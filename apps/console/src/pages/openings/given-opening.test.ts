import { expect, test } from 'vitest';
import { openAnyway, openingOf } from './given-opening.ts';

const GIVEN = { element: 'place', product: '', to: 'public', fromDay: '', untilDay: '', note: ' ' } as const;

test('sends nothing of what was left empty', () => {
  expect(openingOf(GIVEN, null)).toEqual({ elements: ['place'], level: 'public' });
});

test('to one partner, of one product, for whole days, the last one included', () => {
  const partner = { value: 'b7e1', label: '百果鲜生超市' };
  const given = {
    ...GIVEN,
    to: 'one',
    partner,
    fromDay: '2026-03-01',
    untilDay: '2026-03-31',
    note: ' 共同送检 ',
  } as const;
  expect(openingOf(given, 'https://id.gs1.org/01/06901234567892')).toEqual({
    elements: ['place'],
    partner: 'b7e1',
    product: 'https://id.gs1.org/01/06901234567892',
    from: new Date(2026, 2, 1).toISOString(),
    until: new Date(2026, 2, 31, 23, 59, 59).toISOString(),
    note: '共同送检',
  });
});

test.each([
  ['place', 'partner', 'partner'],
  ['place', 'one', 'partner'],
  ['place', 'chain', undefined],
  ['time', 'partner', 'chain'],
  ['product', 'public', 'public'],
  ['other', 'one', undefined],
  ['*', 'partner', undefined],
] as const)('%s opened to %s: seen anyway at the level %s', (element, to, level) => {
  expect(openAnyway(element, to)).toBe(level);
});
