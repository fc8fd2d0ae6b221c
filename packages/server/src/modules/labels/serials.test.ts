import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOf, SERIALS_MAX, serialOf } from './serials.ts';

const KEY = Buffer.from('00112233445566778899aabbccddeeff', 'hex');

test('each number has one serial of twelve figures, and each serial its number', () => {
  const serials = Array.from({ length: 5_000 }, (_, i) => serialOf(KEY, i + 1));
  expect(new Set(serials).size).toBe(5_000);
  for (const serial of serials) expect(serial).toMatch(/^[0-9]{12}$/);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: SERIALS_MAX }), (number) => numberOf(KEY, serialOf(KEY, number)) === number),
  );
});

test('what follows a serial does not follow from it: neighbours share no more figures than chance has them share', () => {
  const serials = Array.from({ length: 2_000 }, (_, i) => serialOf(KEY, i + 1));
  const shared = serials
    .slice(1)
    .map((serial, i) => [...serial].filter((figure, at) => figure === serials[i]?.[at]).length);
  // Of twelve figures 1.2 agree by chance.
  const mean = shared.reduce((sum, each) => sum + each, 0) / shared.length;
  expect(mean).toBeGreaterThan(1.0);
  expect(mean).toBeLessThan(1.4);
  expect(serialOf(Buffer.alloc(16), 1)).not.toBe(serialOf(KEY, 1));
  expect(numberOf(KEY, 'A1')).toBeUndefined();
});
