/** What is counted against which line. */
import { expect, test } from 'vitest';
import { countLines } from './count-lines.ts';

const MILK = 'https://id.gs1.org/01/06901234567892';
const line = (quantity: string, more: object = {}) => ({ product: MILK, quantity, ...more });
const lot = (number: string, quantity?: number, uom?: string) => ({
  ...{ code: `${MILK}/10/${number}`, isClass: true },
  ...(quantity === undefined ? {} : { quantity }),
  ...(uom === undefined ? {} : { uom }),
});

test('single items are a piece each; dozens are pieces too', () => {
  const items = ['1', '2', '3'].map((serial) => ({ code: `${MILK}/21/${serial}`, isClass: false }));
  expect(countLines([line('10')], items).shipped).toEqual([3]);
  expect(countLines([line('1', { uom: 'DZN' })], [lot('A', 18)]).shipped).toEqual([1.5]);
});

test('kilograms are no litres: they count for no line', () => {
  expect(countLines([line('10', { uom: 'LTR' })], [lot('A', 5, 'KGM')])).toEqual({
    shipped: [0],
    others: [`${MILK}/10/A`],
  });
});

test('tenths add up to what they are', () => {
  expect(countLines([line('1', { uom: 'KGM' })], [lot('A', 0.1, 'KGM'), lot('B', 0.2, 'KGM')]).shipped).toEqual([0.3]);
});

test('of two lines of one product the first is filled first, and the last has what is beyond', () => {
  expect(countLines([line('4'), line('4')], [lot('A', 6)]).shipped).toEqual([4, 2]);
  expect(countLines([line('4'), line('4')], [lot('A', 9)]).shipped).toEqual([4, 5]);
});

test('a line that wants a lot is filled by it first, also by single items of it', () => {
  const lines = [line('4'), line('2', { lot: `${MILK}/10/A` })];
  expect(countLines(lines, [lot('A', 3)]).shipped).toEqual([1, 2]);
  expect(countLines(lines, [{ code: `${MILK}/10/A/21/1`, isClass: false }]).shipped).toEqual([0, 1]);
});
