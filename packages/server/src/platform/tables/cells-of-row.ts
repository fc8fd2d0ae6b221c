/** The cells of a row by the columns of its header; cells of two columns are taken apart. */
import type { ColumnSpec } from './column-spec.ts';
import type { Header } from './find-header.ts';
import { readCell } from './read-cell.ts';
import type { Cell, TableRow } from './table.ts';

/** By the ids of the columns that the table has, in their order; a part has the place of its cell. */
export function cellsOfRow(
  { cells }: TableRow,
  header: Pick<Header, 'columnOf' | 'partOf'>,
  columns: readonly ColumnSpec[],
): ReadonlyMap<string, Cell | undefined> {
  const found = new Map<string, Cell | undefined>();
  for (const [id, column] of header.columnOf) {
    const [cell, part] = [cells.get(column), header.partOf.get(id)];
    if (cell === undefined || part === undefined) found.set(id, cell);
    else {
      const ids = [...header.columnOf].flatMap(([other, at]) => (at === column ? [other] : []));
      const shared = ids.map((other) => columns.find((spec) => spec.id === other));
      const text = partsOf(cell.text, part.separator, shared)[part.index] ?? '';
      found.set(id, text === '' ? undefined : { ...cell, text });
    }
  }
  return found;
}

/** Of several ways to take `2026/1/5/A12` apart, the first in which each part can be read. */
function partsOf(text: string, separator: string, specs: readonly (ColumnSpec | undefined)[]): readonly string[] {
  const pieces = text.normalize('NFKC').split(separator.normalize('NFKC'));
  const plain = pieces.map((piece) => piece.trim());
  if (specs.length !== 2 || pieces.length <= 2) return plain;
  const ways = pieces
    .slice(1)
    .map((_, index) =>
      [pieces.slice(0, index + 1), pieces.slice(index + 1)].map((some) => some.join(separator).trim()),
    );
  const readable = ways.find((way) => way.every((part, index) => isReadable(part, specs[index])));
  return readable ?? ways[0] ?? plain;
}

function isReadable(text: string, spec: ColumnSpec | undefined): boolean {
  return spec === undefined || !('fault' in readCell({ place: '', text, kind: 'text' }, spec));
}
