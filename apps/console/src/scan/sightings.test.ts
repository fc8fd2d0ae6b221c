import { expect, test } from 'vitest';
import { sightings } from './sightings.ts';

test('a code that stays before the camera is seen once, one that comes back again', () => {
  const see = sightings();
  expect(see('A', 0)).toBe('new');
  for (let ms = 100; ms <= 5_000; ms += 100) expect(see('A', ms)).toBe('still');
  expect(see('B', 5_100)).toBe('new');
  expect(see('A', 6_000)).toBe('still');
  expect(see('A', 7_501)).toBe('again');
});
