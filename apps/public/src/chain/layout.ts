import type { Chain, ChainLinkKind } from '@suyuan/api/public-page';
import { type Item, pickNodes } from './pick-nodes.ts';

/** Lengths are SVG user units; the phone picture is drawn at about one unit a CSS pixel. */
const MARGIN = 12;
const COLUMN_GAP = 14;
const BOX_HEIGHT = 50;
const BOX_WIDTH_MAX = 190;
const LAYER_GAP = 44;
const ROW_GAP = 16;
const ROWS_PER_LAYER = 3;
const SWEEPS = 6; // ordering sweeps; crossings hardly fall after the fourth on chains this small

export interface Box extends Item {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly paths: readonly { readonly d: string; readonly kind: ChainLinkKind }[];
}

interface Placed {
  readonly boxes: Box[];
  readonly rows: Box[][];
  readonly height: number;
}

/**
 * Layered drawing, top down: sources above, destinations below. A layer wider than `columns` wraps; links pass
 * between the boxes of the rows they cross, never behind them.
 */
export function layOut(chain: Chain, size: { width: number; columns: number }): Drawing {
  const picked = pickNodes(chain, size.columns * ROWS_PER_LAYER);
  const layers = orderLayers(picked.layers, picked.links);
  const placed = place(layers, size);
  const boxOf = new Map(placed.boxes.map((box) => [box.id, box]));
  const rowOf = new Map(placed.rows.flatMap((row, index) => row.map((box) => [box.id, index] as const)));
  const paths = picked.links.flatMap((link) => {
    const [from, to] = [boxOf.get(link.from), boxOf.get(link.to)];
    const [a, b] = [rowOf.get(link.from), rowOf.get(link.to)];
    if (from === undefined || to === undefined || a === undefined || b === undefined) return [];
    const crossed = a < b ? placed.rows.slice(a + 1, b) : placed.rows.slice(b + 1, a).reverse();
    return [{ d: route({ from, to, crossed, width: size.width }), kind: link.kind }];
  });
  return { width: size.width, height: placed.height, boxes: placed.boxes, paths };
}

/** Puts each box near the mean of its neighbours (barycentre method), sweeping down and up. */
function orderLayers(
  layers: readonly (readonly Item[])[],
  links: readonly { readonly from: string; readonly to: string }[],
): Item[][] {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string): void => void neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const { from, to } of links) {
    join(from, to);
    join(to, from);
  }
  const ordered = layers.map((layer) => [...layer]);
  const at = new Map<string, number>();
  const settle = (layer: readonly Item[]): void => {
    for (const [index, { id }] of layer.entries()) at.set(id, (index + 0.5) / layer.length);
  };
  ordered.forEach(settle);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const layer of sweep % 2 === 0 ? ordered : [...ordered].reverse()) {
      const mean = new Map(layer.map(({ id }) => [id, meanOf(neighbours.get(id), at) ?? at.get(id) ?? 0]));
      // The "+N" box stays last, where a reader looks for it.
      layer.sort((a, b) => (a.more ? 1 : 0) - (b.more ? 1 : 0) || (mean.get(a.id) ?? 0) - (mean.get(b.id) ?? 0));
      settle(layer);
    }
  }
  return ordered;
}

function meanOf(ids: readonly string[] | undefined, at: ReadonlyMap<string, number>): number | undefined {
  if (ids === undefined || ids.length === 0) return undefined;
  return ids.reduce((sum, id) => sum + (at.get(id) ?? 0.5), 0) / ids.length;
}

function place(layers: readonly (readonly Item[])[], size: { width: number; columns: number }): Placed {
  const rows: Box[][] = [];
  let y = MARGIN;
  for (const layer of layers) {
    const rowCount = Math.ceil(layer.length / size.columns);
    const perRow = Math.ceil(layer.length / rowCount);
    for (let row = 0; row < rowCount; row += 1) {
      const items = layer.slice(row * perRow, (row + 1) * perRow);
      rows.push(placeRow(items, { y, width: size.width, slots: perRow }));
      y += BOX_HEIGHT + (row === rowCount - 1 ? LAYER_GAP : ROW_GAP);
    }
  }
  return { boxes: rows.flat(), rows, height: Math.max(0, y - LAYER_GAP) + MARGIN };
}

function placeRow(items: readonly Item[], row: { y: number; width: number; slots: number }): Box[] {
  const room = row.width - 2 * MARGIN - (row.slots - 1) * COLUMN_GAP;
  const width = Math.min(BOX_WIDTH_MAX, room / row.slots);
  const used = items.length * width + (items.length - 1) * COLUMN_GAP;
  const left = (row.width - used) / 2;
  return items.map((item, index) => ({
    ...item,
    x: left + index * (width + COLUMN_GAP),
    y: row.y,
    width,
    height: BOX_HEIGHT,
  }));
}

interface Route {
  readonly from: Box;
  readonly to: Box;
  readonly crossed: readonly (readonly Box[])[];
  readonly width: number;
}

function route({ from, to, crossed, width }: Route): string {
  const startX = from.x + from.width / 2;
  const endX = to.x + to.width / 2;
  if (from.y === to.y) return besides(from, to);
  const isDown = from.y < to.y;
  let [x, y] = [startX, isDown ? from.y + from.height : from.y];
  let d = `M${n(x)} ${n(y)}`;
  const curveTo = (toX: number, toY: number): void => {
    const half = (y + toY) / 2;
    d += toX === x ? `L${n(toX)} ${n(toY)}` : `C${n(x)} ${n(half)} ${n(toX)} ${n(half)} ${n(toX)} ${n(toY)}`;
    [x, y] = [toX, toY];
  };
  for (const row of crossed) {
    const [first] = row;
    if (first === undefined) continue;
    const [top, bottom] = [first.y, first.y + first.height];
    const gap = nearestGap(row, width, (x + endX) / 2);
    curveTo(gap, isDown ? top : bottom);
    curveTo(gap, isDown ? bottom : top);
  }
  curveTo(endX, isDown ? to.y : to.y + to.height);
  return d;
}

/** Middle of the free space in a row that lies nearest to `x`. */
function nearestGap(row: readonly Box[], width: number, x: number): number {
  const middles = row.map((box) => box.x + box.width + COLUMN_GAP / 2);
  const last = row.at(-1);
  const first = row[0];
  if (first === undefined || last === undefined) return x;
  const [leftFree, rightFree] = [first.x - MARGIN / 2, last.x + last.width + MARGIN / 2];
  if (x <= leftFree || x >= rightFree) return Math.min(Math.max(x, MARGIN / 2), width - MARGIN / 2);
  const gaps = [leftFree, ...middles.slice(0, -1), rightFree];
  return gaps.reduce((best, gap) => (Math.abs(gap - x) < Math.abs(best - x) ? gap : best));
}

/** A link inside one row: straight where the boxes are neighbours, else an arc below the row. */
function besides(from: Box, to: Box): string {
  const middle = from.y + from.height / 2;
  if (Math.abs(to.x - from.x) < from.width + COLUMN_GAP * 1.5) {
    const [a, b] = from.x < to.x ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
    return `M${n(a)} ${n(middle)}L${n(b)} ${n(middle)}`;
  }
  const bottom = from.y + from.height;
  const [a, b] = [from.x + from.width / 2, to.x + to.width / 2];
  return `M${n(a)} ${n(bottom)}C${n(a)} ${n(bottom + ROW_GAP)} ${n(b)} ${n(bottom + ROW_GAP)} ${n(b)} ${n(bottom)}`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
