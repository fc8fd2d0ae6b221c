/** Paints the map on a canvas, its provinces in their colours: the policy of the pages lets no SVG be loaded as a picture. */
import type { MapElement } from '@suyuan/api/maps';
import { FONTS } from '../../picture/file-look.ts';
import type { DrawnTile } from '../drawn-tiles.ts';
import { lookOf } from '../level-look.ts';
import { boxOf, MAP_WIDTH, mapHeight } from './map-box.ts';
import { isFilled, type TileOf, tileFinder } from './map-region.ts';
import { paintText } from './paint-text.ts';

type Attributes = Readonly<Record<string, string>>;
type Context = CanvasRenderingContext2D;

/** What an element has of those around it (SVG 2 §6.4). */
const INHERITED: Attributes = {
  ...{ fill: 'black', stroke: 'none', 'stroke-width': '1', 'stroke-dasharray': 'none', 'stroke-linejoin': 'miter' },
  ...{ 'stroke-linecap': 'butt', 'stroke-miterlimit': '4', 'fill-rule': 'nonzero', 'font-size': '16' },
  ...{ 'font-weight': 'normal', 'text-anchor': 'start' },
};

/** Into the box that it has in a file. */
export function paintMap(context: Context, drawing: MapElement, tiles: readonly DrawnTile[]): void {
  const { x, y, width } = boxOf(drawing);
  context.save();
  context.beginPath();
  context.rect(0, 0, MAP_WIDTH, mapHeight(drawing));
  context.clip();
  context.scale(MAP_WIDTH / width, MAP_WIDTH / width);
  context.translate(-x, -y);
  paint(context, drawing, { tileOf: tileFinder(tiles), look: INHERITED, ground: undefined });
  context.restore();
}

interface Around {
  readonly tileOf: TileOf;
  readonly look: Attributes;
  /** The colour of the province around it. */
  readonly ground: string | undefined;
}

function paint(context: Context, element: MapElement, { tileOf, look: above, ground }: Around): void {
  const { tag, attributes, children } = element;
  const tile = tileOf(element);
  const own = tile === undefined ? ground : lookOf(tile.level).ground;
  const look = lookUnder(above, attributes);
  context.save();
  move(context, attributes.transform);
  if (tag === 'text') paintText(context, element, { look, lookUnder, fonts: FONTS });
  else if (tag === 'svg' || tag === 'g') {
    for (const child of children) if (typeof child !== 'string') paint(context, child, { tileOf, look, ground: own });
  } else paintShape(context, element, own === undefined || !isFilled(element) ? look : { ...look, fill: own });
  context.restore();
}

function lookUnder(above: Attributes, attributes: Attributes): Attributes {
  const own = Object.entries(attributes).filter(([name]) => Object.hasOwn(INHERITED, name));
  return { ...above, ...Object.fromEntries(own) };
}

/** The browser knows how transforms are written. */
function move(context: Context, transform: string | undefined): void {
  if (transform === undefined) return;
  const reader = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  reader.setAttribute('transform', transform);
  const matrix = reader.transform.baseVal.consolidate()?.matrix;
  if (matrix !== undefined) context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
}

function paintShape(context: Context, element: MapElement, look: Attributes): void {
  const path = pathOf(element);
  if (look.fill !== 'none' && element.tag !== 'line') {
    context.fillStyle = look.fill ?? 'black';
    context.fill(path, look['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero');
  }
  const width = Number(look['stroke-width']);
  if (look.stroke === 'none' || width === 0) return;
  context.strokeStyle = look.stroke ?? 'black';
  context.lineWidth = width;
  const dashes = (look['stroke-dasharray'] ?? 'none').split(/[\s,]+/).map(Number);
  context.setLineDash(dashes.every((dash) => dash >= 0) ? dashes : []);
  const [join, cap] = [look['stroke-linejoin'], look['stroke-linecap']];
  context.lineJoin = join === 'round' || join === 'bevel' ? join : 'miter';
  context.lineCap = cap === 'round' || cap === 'square' ? cap : 'butt';
  context.miterLimit = Number(look['stroke-miterlimit']);
  context.stroke(path);
}

function pathOf({ tag, attributes }: MapElement): Path2D {
  const at = (name: string, otherwise = 0): number => Number(attributes[name] ?? otherwise);
  if (tag === 'path') return new Path2D(attributes.d ?? '');
  if (tag === 'polygon') return new Path2D(`M${attributes.points ?? '0 0'}Z`);
  if (tag === 'polyline') return new Path2D(`M${attributes.points ?? '0 0'}`);
  const path = new Path2D();
  if (tag === 'rect') {
    const [rx, ry] = [at('rx', at('ry')), at('ry', at('rx'))];
    path.roundRect(at('x'), at('y'), at('width'), at('height'), { x: rx, y: ry });
  } else if (tag === 'circle') path.ellipse(at('cx'), at('cy'), at('r'), at('r'), 0, 0, 2 * Math.PI);
  else if (tag === 'ellipse') path.ellipse(at('cx'), at('cy'), at('rx'), at('ry'), 0, 0, 2 * Math.PI);
  else {
    path.moveTo(at('x1'), at('y1'));
    path.lineTo(at('x2'), at('y2'));
  }
  return path;
}
