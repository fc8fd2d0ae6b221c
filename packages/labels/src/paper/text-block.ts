/** A text set into a box: broken into lines, made smaller down to a least size, aligned. */
import { breakLines } from './break-lines.ts';
import { MM_PER_PT, type Rectangle, type Surface } from './surface.ts';
import { unprintable, type Weight, widthEm } from './typeface.ts';

export interface TextBlock extends Rectangle {
  readonly text: string;
  readonly sizePt: number;
  /** How small the text may become to fit; as large as `sizePt` unless said. */
  readonly sizeLeastPt?: number;
  readonly weight?: Weight;
  readonly align?: 'left' | 'centre' | 'right';
  readonly linesMax?: number;
}

export interface SetText {
  readonly lines: readonly string[];
  readonly sizePt: number;
}

export type TextFault =
  | { readonly reason: 'character'; readonly characters: readonly string[] }
  | { readonly reason: 'does-not-fit' };

const LINE_EM = 1.3;
/** From the top of a line to its baseline: a Chinese character stands from 0.12 below it to 0.88 above, in the middle of the line. */
const BASELINE_EM = LINE_EM / 2 + 0.38;
const STEP_PT = 0.5;

/** The lines and their size, or why the text cannot be printed in its box. */
export function setText(block: TextBlock): SetText | TextFault {
  const weight = block.weight ?? 'regular';
  const characters = unprintable(block.text, weight);
  if (characters.length > 0) return { reason: 'character', characters };
  const least = block.sizeLeastPt ?? block.sizePt;
  for (let sizePt = block.sizePt; ; sizePt = Math.max(least, sizePt - STEP_PT)) {
    const em = sizePt * MM_PER_PT;
    const lines = breakLines(block.text, { widthEm: block.widthMm / em, weight });
    const isWithin = lines.every((line) => widthEm(line, weight) * em <= block.widthMm + 0.001);
    const isLow = lines.length * LINE_EM * em <= block.heightMm + 0.001;
    if (isWithin && isLow && lines.length <= (block.linesMax ?? lines.length)) return { lines, sizePt };
    if (sizePt <= least) return { reason: 'does-not-fit' };
  }
}

/** Draws the text; the fault, with nothing drawn, where it cannot be. */
export function drawText(surface: Surface, block: TextBlock): TextFault | undefined {
  const set = setText(block);
  if ('reason' in set) return set;
  const weight = block.weight ?? 'regular';
  const em = set.sizePt * MM_PER_PT;
  for (const [index, text] of set.lines.entries()) {
    const spare = block.widthMm - widthEm(text, weight) * em;
    const indent = block.align === 'right' ? spare : block.align === 'centre' ? spare / 2 : 0;
    const baselineMm = block.yMm + (index * LINE_EM + BASELINE_EM) * em;
    if (text !== '') surface.write({ text, xMm: block.xMm + indent, baselineMm, sizePt: set.sizePt, weight });
  }
  return undefined;
}
