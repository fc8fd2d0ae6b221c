/** The map as a part of an SVG file, its provinces in their colours. Pure. */
import type { MapElement } from '@suyuan/api/maps';
import { escaped } from '../../picture/svg-file.ts';
import type { DrawnTile } from '../drawn-tiles.ts';
import { lookOf } from '../level-look.ts';
import { MAP_WIDTH, mapHeight } from './map-box.ts';
import { isFilled, type TileOf, tileFinder } from './map-region.ts';

export function mapSvg(drawing: MapElement, tiles: readonly DrawnTile[]): string {
  const tileOf = tileFinder(tiles);
  const size = ` width="${MAP_WIDTH}" height="${mapHeight(drawing)}"`;
  const inside = drawing.children.map((child) => svgOf(child, { tileOf, ground: undefined }));
  return `<svg${attributesOf(drawing.attributes)}${size}>${inside.join('')}</svg>`;
}

interface Around {
  readonly tileOf: TileOf;
  /** The colour of the province around it. */
  readonly ground: string | undefined;
}

function svgOf(child: MapElement | string, { tileOf, ground }: Around): string {
  if (typeof child === 'string') return escaped(child);
  const tile = tileOf(child);
  const own = tile === undefined ? ground : lookOf(tile.level).ground;
  const fill = own === undefined || !isFilled(child) ? {} : { fill: own };
  const title = tile === undefined ? '' : `<title>${escaped(tile.label)}</title>`;
  const halo = child.tag === 'text' ? { stroke: '#ffffff', 'stroke-width': '0.2em', 'paint-order': 'stroke' } : {};
  const inside = child.children.map((each) => svgOf(each, { tileOf, ground: own }));
  return `<${child.tag}${attributesOf({ ...child.attributes, ...fill, ...halo })}>${title}${inside.join('')}</${child.tag}>`;
}

const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
