/** What can be drawn on: a page of a PDF or the dots of a label printer. Millimetres from the top left corner. */
import type { Weight } from './typeface.ts';

export interface Rectangle {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** One line of text. */
export interface Run {
  readonly text: string;
  readonly xMm: number;
  readonly baselineMm: number;
  readonly sizePt: number;
  readonly weight: Weight;
}

export interface Surface {
  /** Throws where the typeface has no such character: whoever draws has asked `unprintable`. */
  write(run: Run): void;
  /** Fills in black. Lines, boxes and the modules of symbols are all rectangles. */
  fill(rectangles: readonly Rectangle[]): void;
}

export const MM_PER_PT = 25.4 / 72;

/** The four sides of a box, drawn within it. */
export function sidesOf(box: Rectangle, thicknessMm: number): readonly Rectangle[] {
  const { xMm, yMm, widthMm, heightMm } = box;
  return [
    { xMm, yMm, widthMm, heightMm: thicknessMm },
    { xMm, yMm: yMm + heightMm - thicknessMm, widthMm, heightMm: thicknessMm },
    { xMm, yMm, widthMm: thicknessMm, heightMm },
    { xMm: xMm + widthMm - thicknessMm, yMm, widthMm: thicknessMm, heightMm },
  ];
}
