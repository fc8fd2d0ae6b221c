import { expect, test } from 'vitest';
import { Bitmap } from './bitmap.ts';

/** The picture in characters, `#` for dark. */
function shown({ dark, width, height }: Bitmap): readonly string[] {
  return Array.from({ length: height }, (_, y) =>
    [...dark.subarray(y * width, (y + 1) * width)].map((dot) => (dot === 1 ? '#' : '.')).join(''),
  );
}

test('rectangles are whole dots, a hairline one, and what stands outside is cut off', () => {
  const bitmap = new Bitmap({ widthMm: 1, heightMm: 0.5 }, 8);
  bitmap.fill([{ xMm: 0.25, yMm: 0.125, widthMm: 0.25, heightMm: 0.01 }]);
  bitmap.fill([{ xMm: 0.75, yMm: 0.25, widthMm: 5, heightMm: 5 }]);
  expect(shown(bitmap)).toEqual(['........', '..##....', '......##', '......##']);
});

test('letters are their outlines: 口 is a ring, light within', () => {
  const bitmap = new Bitmap({ widthMm: 4, heightMm: 4 }, 8);
  bitmap.write({ text: '口', xMm: 0, baselineMm: 3.4, sizePt: 11, weight: 'bold' });
  const rows = shown(bitmap);
  const middle = rows[16] ?? '';
  expect(middle).toMatch(/^\.+#+\.{12,}#+\.+$/);
  const columns = rows.map((row) => row[15]).join('');
  expect(columns).toMatch(/^\.+#+\.{10,}#+\.+$/);
});

test('letters stand one beside the other on their baseline', () => {
  const bitmap = new Bitmap({ widthMm: 12, heightMm: 6 }, 8);
  bitmap.write({ text: '一一', xMm: 0, baselineMm: 4, sizePt: 14, weight: 'regular' });
  const strokes = shown(bitmap).filter((row) => row.includes('#'));
  expect(strokes.length).toBeLessThan(6);
  expect(strokes.some((row) => /^\.*#{30,}\.+#{30,}\.*$/.test(row))).toBe(true);
});
