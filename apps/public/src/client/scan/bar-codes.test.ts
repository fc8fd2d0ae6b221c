/** What was read from the bar codes of one item is one code. */
import { expect, test } from 'vitest';
import { asOne, lacksGoods } from './bar-codes.ts';

const EAN = '6901234567892';
const BOTH = '(01)06901234567892(10)A';

test('number and lot are one code, in whichever order, also with a serial in a third', () => {
  expect(asOne([EAN, ']C110A'])).toEqual([BOTH]);
  expect(asOne([']C110A', EAN, EAN])).toEqual([BOTH]);
  expect(asOne([']C110A', ']C121S1', EAN])).toEqual([`${BOTH}(21)S1`]);
});

test('codes of two goods are two, and a lot beside them is of neither', () => {
  const texts = [EAN, '6990020200099', ']C110A'];
  expect(asOne(texts)).toEqual(texts);
  expect(asOne(['https://example.com', EAN])).toHaveLength(2);
});

test('a lot alone lacks its goods; whole codes and others do not', () => {
  expect([']C110A', ']C121S1'].map(lacksGoods)).toEqual([true, true]);
  for (const text of [EAN, BOTH, 'https://example.com', '81234560000000000017']) expect(lacksGoods(text)).toBe(false);
});
