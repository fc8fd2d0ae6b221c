import type { Cell } from './cell.ts';

const GAP = 18;
const SWEEPS = 6;
/** A link that passes a column is kept straight rather than a box in the middle of its links. */
const PASSING_WEIGHT = 4;

/** Gives each its height in its column: as near to what it is tied to as those above and below leave room. */
export function placeColumns(columns: readonly (readonly Cell[])[]): void {
  for (const column of columns) {
    let top = 0;
    for (const cell of column) {
      cell.y = top + cell.height / 2;
      top += cell.height + GAP;
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isRightward = sweep % 2 === 0;
    for (const column of isRightward ? columns : columns.toReversed()) {
      settle(column, (cell) => middleOf(isRightward ? cell.ins : cell.outs));
    }
  }
  for (const column of columns) settle(column, (cell) => middleOf([...cell.ins, ...cell.outs]));
  let top = Number.POSITIVE_INFINITY;
  for (const column of columns) for (const { y, height } of column) top = Math.min(top, y - height / 2);
  for (const column of columns) for (const cell of column) cell.y -= top;
}

function middleOf(tied: readonly Cell[]): number | undefined {
  if (tied.length === 0) return undefined;
  let sum = 0;
  for (const { y } of tied) sum += y;
  return sum / tied.length;
}

interface Block {
  readonly cells: number;
  readonly weight: number;
  readonly at: number;
}

/**
 * With the order and the least distances given, the places nearest to the wanted ones (least squares): without what
 * stands above each, they must not fall, so neighbours that would are joined at their mean (pool adjacent violators).
 */
function settle(column: readonly Cell[], wantedOf: (cell: Cell) => number | undefined): void {
  const offsets: number[] = [];
  const blocks: Block[] = [];
  let offset = 0;
  for (const cell of column) {
    const fromTop = offset + cell.height / 2;
    offsets.push(fromTop);
    offset += cell.height + GAP;
    let block: Block = {
      ...{ cells: 1, weight: cell.width === 0 ? PASSING_WEIGHT : 1 },
      at: (wantedOf(cell) ?? cell.y) - fromTop,
    };
    for (let above = blocks.at(-1); above !== undefined && above.at > block.at; above = blocks.at(-1)) {
      const weight = above.weight + block.weight;
      const at = (above.at * above.weight + block.at * block.weight) / weight;
      block = { cells: above.cells + block.cells, weight, at };
      blocks.pop();
    }
    blocks.push(block);
  }
  let index = 0;
  for (const { cells, at } of blocks) {
    for (const end = index + cells; index < end; index++) {
      const cell = column[index];
      if (cell !== undefined) cell.y = at + (offsets[index] ?? 0);
    }
  }
}
