/** Where the tiles stand and what is in them, for the page and for files alike. Pure. */
import { COLUMNS, ROWS, TILES } from './provinces.ts';
import { levelOf, type Region } from './regions-of.ts';
import type { RegionWords } from './use-region-words.ts';

export interface DrawnTile {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  /** 0 where nothing was. */
  readonly level: number;
  readonly short: string;
  /** How many steps; '' where none. */
  readonly count: string;
  readonly label: string;
}

/** On a phone of 360 px a tile is some 36 px wide, and its smaller text 10 px. */
const CELL = 48;
const GAP = 3;
export const TILE = CELL - GAP;
export const WIDTH = COLUMNS * CELL - GAP;
export const HEIGHT = ROWS * CELL - GAP;
/** Of the bases of both texts, from the top; and how large the texts are. */
export const [SHORT_Y, COUNT_Y, ALONE_Y] = [20, 38, 29];
export const [SHORT_SIZE, COUNT_SIZE] = [17, 14];

export function drawnTiles(regions: readonly Region[], { shortOf, labelOf }: RegionWords): readonly DrawnTile[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  return TILES.map(({ code, column, row }) => {
    const region = byCode.get(code);
    const steps = region?.events.length ?? 0;
    return {
      ...{ code, x: column * CELL, y: row * CELL, level: levelOf(steps), short: shortOf(code) },
      count: steps === 0 ? '' : countText(steps),
      label: labelOf(code, region),
    };
  });
}

/** Four digits have room. */
const countText = (steps: number): string => (steps > 9_999 ? '9999+' : String(steps));
