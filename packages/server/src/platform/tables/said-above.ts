/** What stands above a table: `收货单位：甲公司` in one cell, or in a cell and the one behind it. */
import { idOf, type KnownNames } from './heading-names.ts';
import type { Cell, TableRow } from './table.ts';

export interface Said {
  readonly key: string;
  readonly value: string;
  /** Where the value stands. */
  readonly cell: Cell;
  /** Of the column that the key is a name of. */
  readonly id?: string;
}

/** A key is no number, so that `08:30` is none; and `http://` is one of an address. */
const PAIR = /^\s*([^:：]*[^:：\d\s])\s*[:：](?!\/\/)\s*(.*)$/s;

export function saidAbove(rows: readonly TableRow[], names: KnownNames): readonly Said[] {
  const said: Said[] = [];
  for (const { cells } of rows) {
    let open: string | undefined;
    for (const cell of cells.values()) {
      if (cell.mergedInto !== undefined || cell.text.trim() === '') continue;
      const [, key, value = ''] = PAIR.exec(cell.text) ?? [];
      if (key !== undefined && value.trim() !== '') {
        said.push(pair(key, { ...cell, text: value.trim() }, names));
        open = undefined;
      } else if (key !== undefined) open = key;
      else if (open !== undefined) {
        said.push(pair(open, cell, names));
        open = undefined;
      } else if (idOf(cell.text, names) !== undefined) open = cell.text.trim();
    }
  }
  return said;
}

function pair(key: string, cell: Cell, names: KnownNames): Said {
  const id = idOf(key, names);
  return { key, value: cell.text, cell, ...(id !== undefined && { id }) };
}
