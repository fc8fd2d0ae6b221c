/**
 * Boxes in columns, what comes from another in a column further right: turn cycles, choose columns, order each so that
 * few links cross (barycentre), then place each near what it is tied to. Pure, and no page knows it but the worker.
 */
import type { Cell } from './cell.ts';
import { orderColumns } from './order-columns.ts';
import { placeColumns } from './place-columns.ts';

export interface Graph {
  readonly nodes: readonly { readonly width: number; readonly height: number }[];
  /** By the numbers of their nodes. */
  readonly links: readonly { readonly from: number; readonly to: number }[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Laid {
  /** Upper left corners, in the order of the nodes. */
  readonly nodes: readonly Point[];
  /** What each link passes between its two boxes, in the order of the links. */
  readonly links: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

const COLUMN_GAP = 84;
const PASSING_HEIGHT = 10;
/** Places where links pass; links that would need more go straight. Ordering takes time with their number. */
const PASSING_MAX = 20_000;

export function layered(graph: Graph): Laid {
  const cells = graph.nodes.map((size) => newCell(size));
  const links = graph.links.map(({ from, to }) => ({ from: cells[from], to: cells[to] }));
  const turned = turnedLinks(cells, links);
  const edges = links.flatMap(({ from, to }, index) => {
    if (from === undefined || to === undefined || from === to) return [];
    return [turned.has(index) ? { index, from: to, to: from } : { index, from, to }];
  });
  chooseColumns(cells, edges);
  const passings = new Map<number, readonly Cell[]>();
  let left = PASSING_MAX;
  for (const edge of [...edges].sort((a, b) => span(a) - span(b))) {
    const passed = span(edge) - 1 > left ? [] : pass(edge);
    left -= passed.length;
    if (passed.length > 0) passings.set(edge.index, turned.has(edge.index) ? passed.toReversed() : passed);
  }
  const columns = grouped([...cells, ...[...passings.values()].flat()], ({ column }) => column);
  const inOrder = [...columns].sort(([a], [b]) => a - b).map(([, column]) => column);
  orderColumns(inOrder);
  placeColumns(inOrder);
  return laidOf(inOrder, { cells, passings, links: graph.links.length });
}

/** `Map.groupBy`, which browsers in use do not all have. */
function grouped<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

interface Edge {
  readonly from: Cell;
  readonly to: Cell;
}

const newCell = ({ width, height }: { width: number; height: number }, column = 0): Cell => ({
  ...{ width, height, column, order: 0, y: 0, ins: [], outs: [] },
});
const span = ({ from, to }: Edge): number => to.column - from.column;

/** The numbers of the links that lead back to where one came from. */
function turnedLinks(
  cells: readonly Cell[],
  links: readonly { readonly from: Cell | undefined; readonly to: Cell | undefined }[],
): ReadonlySet<number> {
  const outs = new Map<Cell, { readonly to: Cell; readonly index: number }[]>();
  const entered = new Set<Cell>();
  for (const [index, { from, to }] of links.entries()) {
    if (from === undefined || to === undefined) continue;
    const known = outs.get(from);
    if (known === undefined) outs.set(from, [{ to, index }]);
    else known.push({ to, index });
    entered.add(to);
  }
  const turned = new Set<number>();
  const seen = new Set<Cell>();
  const onWay = new Set<Cell>();
  const begin = [...cells.filter((cell) => !entered.has(cell)), ...cells];
  for (const root of begin) {
    if (seen.has(root)) continue;
    // A way may be as long as there are boxes: no function calls itself.
    const way = [{ cell: root, next: 0 }];
    seen.add(root);
    onWay.add(root);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const out = outs.get(step.cell)?.[step.next++];
      if (out === undefined) {
        onWay.delete(step.cell);
        way.pop();
      } else if (onWay.has(out.to)) turned.add(out.index);
      else if (!seen.has(out.to)) {
        seen.add(out.to);
        onWay.add(out.to);
        way.push({ cell: out.to, next: 0 });
      }
    }
  }
  return turned;
}

/** Each one column right of the last that it comes from; what comes from nothing, just left of what it leads to. */
function chooseColumns(cells: readonly Cell[], edges: readonly Edge[]): void {
  const outs = grouped(edges, ({ from }) => from);
  const waits = new Map<Cell, number>();
  for (const { to } of edges) waits.set(to, (waits.get(to) ?? 0) + 1);
  const first = cells.filter((cell) => !waits.has(cell));
  const ready = [...first];
  for (const cell of ready) {
    for (const { to } of outs.get(cell) ?? []) {
      to.column = Math.max(to.column, cell.column + 1);
      const left = (waits.get(to) ?? 0) - 1;
      waits.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  for (const cell of first) {
    let next = Number.POSITIVE_INFINITY;
    for (const { to } of outs.get(cell) ?? []) next = Math.min(next, to.column);
    if (next !== Number.POSITIVE_INFINITY) cell.column = next - 1;
  }
}

/** Ties the two ends through each column between them. */
function pass({ from, to }: Edge): readonly Cell[] {
  const passed: Cell[] = [];
  let before = from;
  for (let column = from.column + 1; column <= to.column; column++) {
    const next = column === to.column ? to : newCell({ width: 0, height: PASSING_HEIGHT }, column);
    before.outs.push(next);
    next.ins.push(before);
    if (next !== to) passed.push(next);
    before = next;
  }
  return passed;
}

interface Drawn {
  readonly cells: readonly Cell[];
  readonly passings: ReadonlyMap<number, readonly Cell[]>;
  /** How many. */
  readonly links: number;
}

function laidOf(columns: readonly (readonly Cell[])[], { cells, passings, links }: Drawn): Laid {
  let [x, height] = [0, 0];
  const lefts = new Map<number, number>();
  const widths = new Map<number, number>();
  for (const column of columns) {
    let width = 0;
    for (const cell of column) {
      width = Math.max(width, cell.width);
      height = Math.max(height, cell.y + cell.height / 2);
    }
    const number = column[0]?.column ?? 0;
    lefts.set(number, x);
    widths.set(number, width);
    x += width + COLUMN_GAP;
  }
  const left = ({ column }: Cell): number => lefts.get(column) ?? 0;
  return {
    nodes: cells.map((cell) => ({ x: left(cell), y: cell.y - cell.height / 2 })),
    // A link passes a column level, beside its boxes: one point on either side.
    links: Array.from({ length: links }, (_, index) =>
      (passings.get(index) ?? []).flatMap((cell) => [
        { x: left(cell), y: cell.y },
        { x: left(cell) + (widths.get(cell.column) ?? 0), y: cell.y },
      ]),
    ),
    width: Math.max(0, x - COLUMN_GAP),
    height,
  };
}
