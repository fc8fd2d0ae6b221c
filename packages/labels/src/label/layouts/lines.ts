/** Lines of text below each other, each with its caption; what is left out of a label leaves its line empty. */

import type { Rectangle } from '../../paper/surface.ts';
import type { Item } from '../layout.ts';

const LEAST_PT = 5.5; // 1.9 mm: what the law asks to be on a label is there to be read

/** @param box of all lines @param texts one a line, of the same height */
export function lines({ xMm, yMm, widthMm, heightMm }: Rectangle, texts: readonly string[]): readonly Item[] {
  const each = heightMm / texts.length;
  return texts.map((text, index) => ({
    kind: 'text',
    text,
    ...{ xMm, yMm: yMm + index * each, widthMm, heightMm: each },
    ...{ sizePt: 8, sizeLeastPt: LEAST_PT, linesMax: 2 },
  }));
}
