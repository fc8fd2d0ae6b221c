/** Which row of a table says what its columns are, wherever it stands, and what is said above it. */
import type { ColumnSpec } from './column-spec.ts';
import { type HeadingPart, type KnownNames, knownNames, readHeading } from './heading-names.ts';
import { type Said, saidAbove } from './said-above.ts';
import type { Cell, TableRow } from './table.ts';

export interface Header {
  /** The last row of the header; the rows behind it are the table. */
  readonly headerRow: number;
  /** By the id of a column. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** By the id of a column that shares its cells with another: which part of them it is. */
  readonly partOf: ReadonlyMap<string, HeadingPart>;
  readonly unknown: readonly { readonly column: number; readonly name: string }[];
  /** Ids of required columns that stand neither in the header nor above it. */
  readonly missing: readonly string[];
  readonly before: readonly Said[];
}

/** Above a header stand a title, some lines on who and when, and the lines of a logo. */
export const HEADER_ROWS_MAX = 30;
/** Written by ourselves into copies with faults; not a column of anybody's. */
export const FAULT_HEADINGS = { zh: '问题', en: 'Problems' };

/** Of the first rows of a table; undefined where no row has a name that is known. */
export function findHeader(rows: readonly TableRow[], columns: readonly ColumnSpec[]): Header | undefined {
  const names = knownNames(columns);
  const first = rows.slice(0, HEADER_ROWS_MAX);
  const found = first
    .flatMap((_, index) => [1, 2].map((lines) => first.slice(index, index + lines)))
    .filter((lines, index) => lines.length === (index % 2) + 1 && (lines.length === 1 || isHeadOfTwo(lines)))
    .map((lines) => headingsOf(lines, names))
    .sort((a, b) => b.columnOf.size - a.columnOf.size || a.labels - b.labels || a.lines.length - b.lines.length);
  const [best] = found;
  if (best === undefined || best.columnOf.size === 0) return undefined;
  const before = saidAbove(
    first.filter(({ row }) => row < (best.lines[0]?.row ?? 0)),
    names,
  );
  const known = new Set([...best.columnOf.keys(), ...before.map(({ id }) => id)]);
  return {
    headerRow: best.lines.at(-1)?.row ?? 0,
    columnOf: best.columnOf,
    partOf: best.partOf,
    unknown: best.unknown,
    missing: columns.filter(({ id, required }) => required === true && !known.has(id)).map(({ id }) => id),
    before,
  };
}

/** Two lines are one header where the upper one is merged over columns, or into the lower one, and neither has numbers. */
function isHeadOfTwo(lines: readonly TableRow[]): boolean {
  const [upper, lower] = lines;
  if (upper === undefined || lower === undefined || lower.row !== upper.row + 1) return false;
  const cells = [...upper.cells.values(), ...lower.cells.values()];
  return cells.some(({ mergedInto }) => mergedInto !== undefined) && cells.every(({ kind }) => kind === 'text');
}

interface Headings extends Pick<Header, 'columnOf' | 'partOf' | 'unknown'> {
  readonly lines: readonly TableRow[];
  /** Cells that end as `批号：` does: those are rather said of the table than headings of it. */
  readonly labels: number;
}

function headingsOf(lines: readonly TableRow[], names: KnownNames): Headings {
  const columnOf = new Map<string, number>();
  const partOf = new Map<string, HeadingPart>();
  const unknown: { column: number; name: string }[] = [];
  const texts = new Map(lines.flatMap(({ cells }) => [...cells.values()].map(({ place, text }) => [place, text])));
  const columns = [...new Set(lines.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  let labels = 0;
  for (const column of columns) {
    const own = lines.map(({ cells }) => textOf(cells.get(column), texts)).filter((text) => text.trim() !== '');
    const name = [...new Set(own)].join(' ').trim();
    if (name === '') continue;
    if (/[:：]\s*$/.test(name)) labels += 1;
    // Of two lines the lower one alone says it, or both together, or the upper one of one that is merged down.
    const parts = [own.at(-1) ?? '', own.join(''), own[0] ?? ''].map((text) => readHeading(text, names));
    const read = parts.find((some) => some.some(({ id }) => !columnOf.has(id)));
    for (const { id, part } of read ?? []) {
      if (columnOf.has(id)) continue;
      columnOf.set(id, column);
      if (part !== undefined) partOf.set(id, part);
    }
    if (read === undefined && !Object.values(FAULT_HEADINGS).includes(name)) unknown.push({ column, name });
  }
  return { lines, columnOf, partOf, unknown, labels };
}

function textOf(cell: Cell | undefined, texts: ReadonlyMap<string, string>): string {
  if (cell === undefined) return '';
  return cell.mergedInto === undefined ? cell.text : (texts.get(cell.mergedInto) ?? '');
}
