import { expect, test } from 'vitest';
import { demoPictures } from './pictures.ts';

/** Of all that a page may weigh. */
const BYTES_MAX = 6_000;

test('the can of the demonstration has a picture, and a light one', () => {
  const [can, ...others] = demoPictures();
  expect(can?.code).toBe('https://id.gs1.org/01/06990020200099');
  for (const { file } of [can, ...others].filter((each) => each !== undefined)) {
    expect(Buffer.from(file).toString('latin1', 8, 12)).toBe('WEBP');
    expect(file.length).toBeLessThanOrEqual(BYTES_MAX);
  }
});
