import { describe, expect, test } from 'vitest';
import type { GivenUnit } from '../given-sheet.ts';
import { scanInto, type Taken } from './scan-into.ts';

const MILK = 'https://id.gs1.org/01/06901234567892';
const lot = (number: string): string => `${MILK}/10/${number}`;
const item = (serial: string): string => `${MILK}/21/${serial}`;
const waiting = (quantity: string, uom?: string) => ({
  ...{ code: MILK, awaits: MILK, quantity },
  ...(uom === undefined ? {} : { uom }),
});

/** One after another, from no lines at all or those of an order. */
function scanned(codes: readonly string[], rows: readonly GivenUnit[] = [{}]): Taken {
  let taken: Taken = { rows, is: 'new', last: { code: '' } };
  for (const code of codes) taken = scanInto(taken.rows, code, taken.last);
  return taken;
}

test('without an order a code goes into the first line that is empty, else into one of its own, once', () => {
  expect(scanInto([{ code: lot('A') }, { quantity: '3' }], lot('B')).rows).toEqual([
    { code: lot('A') },
    { code: lot('B'), quantity: '3' },
  ]);
  expect(scanInto([{ code: lot('A') }], lot('B')).rows).toEqual([{ code: lot('A') }, { code: lot('B') }]);
  expect(scanInto([{ code: lot('A') }], lot('A'))).toMatchObject({ is: 'again', rows: [{ code: lot('A') }] });
  // However it is spelled.
  expect(scanInto([{ code: lot('A') }], ']C1010690123456789210A')).toMatchObject({ is: 'again' });
  // A product that was typed waits for nothing.
  expect(scanInto([{ code: MILK, quantity: '3' }], lot('B')).rows).toHaveLength(2);
});

test('a lot takes the line of its product, with what is still to be shipped', () => {
  expect(scanInto([waiting('60', 'KGM')], lot('A')).rows).toEqual([{ code: lot('A'), quantity: '60', uom: 'KGM' }]);
});

test('single items are one each, and the line waits for the others until there are none', () => {
  const one = scanInto([waiting('2')], item('1')).rows;
  expect(one).toEqual([{ code: item('1') }, waiting('1')]);
  expect(scanInto(one, item('1')).is).toBe('again');
  expect(scanInto(one, item('2')).rows).toEqual([{ code: item('1') }, { code: item('2') }]);
});

test('goods without a lot are what the line waits for, once somebody says so', () => {
  expect(scanInto([waiting('5')], MILK).rows).toEqual([{ code: MILK, quantity: '5' }]);
});

test('a bar code as scanned takes the line that waits for its goods', () => {
  expect(scanInto([waiting('60', 'KGM')], ']C1010690123456789210A').rows).toEqual([
    { code: ']C1010690123456789210A', quantity: '60', uom: 'KGM' },
  ]);
});

describe('several bar codes of one item', () => {
  const EAN = '6901234567892';
  const read = (rest: string): string => `(01)06901234567892${rest}`;

  test('are one code, in whichever order; the next item has a line of its own', () => {
    expect(scanned([EAN, ']C110A', EAN, ']C110B'])).toMatchObject({
      ...{ is: 'joined', rows: [{ code: read('(10)A') }, { code: read('(10)B') }] },
    });
    expect(scanned([']C110A', EAN, ']C121S1']).rows).toEqual([{ code: read('(10)A(21)S1') }]);
  });

  test('scanned once more they count once, and leave no line behind', () => {
    const once = [EAN, ']C110A'];
    expect(scanned([...once, ...once])).toMatchObject({ is: 'again', rows: [{ code: read('(10)A') }] });
  });

  test('of another item they are not put together', () => {
    expect(scanned([EAN, '00369511811053260014', ']C110A']).rows).toHaveLength(3);
    const { rows } = scanned([EAN, ']C110A', ']C110B']);
    expect(rows).toEqual([{ code: read('(10)A') }, { code: ']C110B' }]);
    // The line was taken out meanwhile.
    expect(scanInto([{ code: MILK }], ']C110A', { code: EAN }).rows).toEqual([{ code: MILK }, { code: ']C110A' }]);
  });

  test('a code shown again is of the next item', () => {
    const { rows, last } = scanned([EAN, ']C110A']);
    const shown = { ...last, shown: EAN };
    expect(scanInto(rows, ']C110B', shown).rows).toEqual([{ code: read('(10)A') }, { code: read('(10)B') }]);
    // A third bar code of the same item all the same.
    expect(scanInto(rows, ']C121S1', shown).rows).toEqual([{ code: read('(10)A(21)S1') }]);
  });

  test('take the line of the order that waits for their goods', () => {
    expect(scanned([EAN, ']C110A'], [waiting('60', 'KGM')]).rows).toEqual([
      { code: read('(10)A'), quantity: '60', uom: 'KGM' },
    ]);
    expect(scanned([EAN, ']C121S1'], [waiting('2')]).rows).toEqual([{ code: read('(21)S1') }, waiting('1')]);
  });

  test('typed before any was scanned, the last line is the item', () => {
    expect(scanInto([{ code: EAN, quantity: '5' }], ']C110A').rows).toEqual([{ code: read('(10)A'), quantity: '5' }]);
  });
});
