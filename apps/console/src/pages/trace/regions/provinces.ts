/**
 * The 34 divisions of the level of a province (GB/T 2260, first two digits), each a tile of a grid that keeps neighbours
 * near. A scheme of our own with no border and no coast in it: it is no map, and needs no approval as one.
 */

export interface Tile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

export const [COLUMNS, ROWS] = [8, 8];

/** By rows from the north; `..` where no tile is. */
const GRID = [
  '.. .. .. .. .. .. .. 23',
  '.. .. .. .. 15 11 21 22',
  '65 63 62 64 14 13 12 ..',
  '.. 54 51 61 41 37 32 ..',
  '.. .. 53 50 42 34 31 ..',
  '.. .. .. 52 43 36 33 ..',
  '.. .. .. 45 44 35 71 ..',
  '.. .. .. 46 82 81 .. ..',
];

export const TILES: readonly Tile[] = GRID.flatMap((line, row) =>
  line.split(' ').flatMap((code, column) => (code === '..' ? [] : [{ code, column, row }])),
);

const CODES: ReadonlySet<string> = new Set(TILES.map(({ code }) => code));

/** Of a region, the two digits of its province; undefined where it is in none. */
export function provinceOf(region: string | undefined): string | undefined {
  const code = region?.slice(0, 2) ?? '';
  return CODES.has(code) ? code : undefined;
}
