/** How large a map is drawn in a file. Pure. */
import type { MapElement } from '@suyuan/api/maps';

/** Wider than the tiles: its words are as small as its maker drew them. */
export const MAP_WIDTH = 760;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of its plane is shown; the server keeps none without. */
export function boxOf({ attributes: { viewBox = '0 0 1 1' } }: MapElement): Box {
  const [x = 0, y = 0, width = 1, height = 1] = viewBox.split(/[\s,]+/).map(Number);
  return { x, y, width, height };
}

export function mapHeight(drawing: MapElement): number {
  const { width, height } = boxOf(drawing);
  return Math.round((MAP_WIDTH * height) / width);
}
