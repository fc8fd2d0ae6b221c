/** The dark and light squares of a symbol, without its quiet zone. The bars of a linear symbol are one row. */
import type { Rectangle } from '../../paper/surface.ts';

export interface Modules {
  readonly columns: number;
  readonly rows: number;
  /** Row by row, 1 for dark. */
  readonly dark: Uint8Array;
  readonly isLinear: boolean;
  /** How many modules must stay light on each side. */
  readonly quiet: number;
}

export const MODULE_LEAST_MM = 0.25; // what cameras and scanners read from paper; GS1 General Specifications §5.12 have it for trade items

/**
 * The symbol in its box, each module a whole number of dots; undefined where a module would be too small to be read.
 * A linear symbol is as high as its box.
 */
export function rectanglesOf(modules: Modules, box: Rectangle, dpmm: number): readonly Rectangle[] | undefined {
  const { columns, rows, quiet, isLinear } = modules;
  const across = box.widthMm / (columns + 2 * quiet);
  const down = isLinear ? across : box.heightMm / (rows + 2 * quiet);
  const moduleMm = Math.floor(Math.min(across, down) * dpmm + 1e-6) / dpmm;
  if (moduleMm < MODULE_LEAST_MM - 1e-6) return undefined;
  const onDots = (mm: number): number => Math.round(mm * dpmm) / dpmm;
  const left = onDots(box.xMm + (box.widthMm - columns * moduleMm) / 2);
  const top = isLinear ? onDots(box.yMm) : onDots(box.yMm + (box.heightMm - rows * moduleMm) / 2);
  const heightMm = isLinear ? onDots(box.heightMm) : moduleMm;
  const rectangles: Rectangle[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (const { from, length } of runsOf(modules, row)) {
      const xMm = left + from * moduleMm;
      rectangles.push({ xMm, yMm: top + row * moduleMm, widthMm: length * moduleMm, heightMm });
    }
  }
  return rectangles;
}

/** The dark stretches of a row. */
function runsOf({ columns, dark }: Modules, row: number): readonly { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  let from = 0;
  for (let column = 0; column <= columns; column += 1) {
    if (column < columns && dark[row * columns + column] === 1) continue;
    if (column > from) runs.push({ from, length: column - from });
    from = column + 1;
  }
  return runs;
}
