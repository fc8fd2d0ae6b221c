/** Which elements of a map are coloured, and by what. Pure. */
import type { MapElement, MapTag } from '@suyuan/api/maps';
import type { DrawnTile } from '../drawn-tiles.ts';
import { provinceOf } from '../provinces.ts';

/** Lines have no inside: those across a province stay as they are. */
const FILLED: readonly MapTag[] = ['path', 'polygon', 'rect', 'circle', 'ellipse'];

export type TileOf = (element: MapElement) => DrawnTile | undefined;

/** The province that an element is drawn for, of those that are told as tiles. */
export function tileFinder(tiles: readonly DrawnTile[]): TileOf {
  const byCode = new Map(tiles.map((tile) => [tile.code, tile]));
  return ({ attributes }) => byCode.get(provinceOf(attributes['data-region']) ?? '');
}

export const isFilled = ({ tag }: MapElement): boolean => FILLED.includes(tag);
