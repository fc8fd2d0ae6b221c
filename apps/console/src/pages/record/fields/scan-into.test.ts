import { expect, test } from 'vitest';
import { scanInto } from './scan-into.ts';

const MILK = 'https://id.gs1.org/01/06901234567892';
const lot = (number: string): string => `${MILK}/10/${number}`;
const item = (serial: string): string => `${MILK}/21/${serial}`;
const waiting = (quantity: string, uom?: string) => ({
  ...{ code: MILK, awaits: MILK, quantity },
  ...(uom === undefined ? {} : { uom }),
});

test('without an order a code goes into the first line that is empty, else into one of its own, once', () => {
  expect(scanInto([{ code: lot('A') }, { quantity: '3' }], lot('B'))).toEqual([
    { code: lot('A') },
    { code: lot('B'), quantity: '3' },
  ]);
  expect(scanInto([{ code: lot('A') }], lot('B'))).toEqual([{ code: lot('A') }, { code: lot('B') }]);
  expect(scanInto([{ code: lot('A') }], lot('A'))).toBeUndefined();
  // A product that was typed waits for nothing.
  expect(scanInto([{ code: MILK, quantity: '3' }], lot('B'))).toHaveLength(2);
});

test('a lot takes the line of its product, with what is still to be shipped', () => {
  expect(scanInto([waiting('60', 'KGM')], lot('A'))).toEqual([{ code: lot('A'), quantity: '60', uom: 'KGM' }]);
});

test('single items are one each, and the line waits for the others until there are none', () => {
  const one = scanInto([waiting('2')], item('1')) ?? [];
  expect(one).toEqual([{ code: item('1') }, waiting('1')]);
  expect(scanInto(one, item('1'))).toBeUndefined();
  expect(scanInto(one, item('2'))).toEqual([{ code: item('1') }, { code: item('2') }]);
});

test('goods without a lot are what the line waits for, once somebody says so', () => {
  expect(scanInto([waiting('5')], MILK)).toEqual([{ code: MILK, quantity: '5' }]);
});
