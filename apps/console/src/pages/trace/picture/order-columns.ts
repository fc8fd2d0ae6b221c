import type { Cell } from './cell.ts';

/** Each way once; after these few, orders hardly get better. */
const SWEEPS = 12;

/** Orders each column after the middle of what its boxes are tied to, and keeps the order in which the fewest links cross. */
export function orderColumns(columns: readonly Cell[][]): void {
  for (const column of columns) number(column);
  let best = columns.map((column) => [...column]);
  let fewest = crossings(columns);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const isRightward = sweep % 2 === 0;
    for (const column of isRightward ? columns : columns.toReversed())
      sortByMiddle(column, isRightward ? 'ins' : 'outs');
    const crossed = crossings(columns);
    if (crossed >= fewest) continue;
    fewest = crossed;
    best = columns.map((column) => [...column]);
  }
  for (const [index, column] of columns.entries()) {
    column.splice(0, column.length, ...(best[index] ?? []));
    number(column);
  }
}

function number(column: readonly Cell[]): void {
  for (const [order, cell] of column.entries()) cell.order = order;
}

/** What is tied to nothing on that side stays where it is. */
function sortByMiddle(column: Cell[], side: 'ins' | 'outs'): void {
  const middles = new Map<Cell, number>();
  for (const cell of column) {
    let sum = 0;
    for (const { order } of cell[side]) sum += order;
    middles.set(cell, cell[side].length === 0 ? cell.order : sum / cell[side].length);
  }
  column.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
  number(column);
}

/** Links that cross, column by column: counted as pairs out of order, in a tree of sums (Fenwick). */
function crossings(columns: readonly (readonly Cell[])[]): number {
  let crossed = 0;
  for (const [index, column] of columns.entries()) {
    const size = columns[index + 1]?.length ?? 0;
    const sums = new Float64Array(size + 1);
    let seen = 0;
    for (const cell of column) {
      const ends = cell.outs.map(({ order }) => order);
      for (const end of ends) {
        let before = 0;
        for (let at = end + 1; at > 0; at -= at & -at) before += sums[at] ?? 0;
        crossed += seen - before;
      }
      for (const end of ends) {
        for (let at = end + 1; at <= size; at += at & -at) sums[at] = (sums[at] ?? 0) + 1;
        seen++;
      }
    }
  }
  return crossed;
}
