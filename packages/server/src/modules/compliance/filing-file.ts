/** A filing as the file that its receiver takes, the same each time that it is asked for, in the memory of one page. */
import type { Ctx } from '../../platform/ctx.ts';
import type { Row } from '../../platform/xlsx/write-sheet.ts';
import { writeXlsx, XLSX } from '../../platform/xlsx/write-xlsx.ts';
import type { Cell } from './lines.ts';
import { type FilingFormat, type FilingRow, selectLines } from './store-filings.ts';

export const MEDIA_TYPES: Readonly<Record<FilingFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: XLSX,
};

export function filingFile(ctx: Ctx, { id, filing, format, columns }: FilingRow): AsyncGenerator<Buffer | string> {
  const headings = columns.map(({ heading }) => heading);
  const rows = rowsOf(ctx, id);
  switch (format) {
    case 'csv':
      return csv(headings, rows);
    case 'json':
      return json(headings, rows);
    case 'xlsx':
      return writeXlsx([{ name: filing.slice(0, 31), headings, widths: headings.map(() => 20), rows }]);
    default:
      return unreachable(format);
  }
}

const PAGE = 1_000;

async function* rowsOf(ctx: Ctx, id: string): AsyncGenerator<Row> {
  let after = 0;
  for (;;) {
    const lines = await ctx.read((tx) => selectLines(tx, id, { after, limit: PAGE }));
    for (const { cells } of lines) yield cells;
    if (lines.length < PAGE) return;
    after = lines.at(-1)?.line ?? after;
  }
}

/** RFC 4180, with the mark by which Excel knows UTF-8. */
async function* csv(headings: readonly string[], rows: AsyncIterable<Row>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(headings)}`;
  for await (const row of rows) yield csvLine(row);
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  // No spreadsheet takes it for a formula.
  const text = /^[=@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function* json(headings: readonly string[], rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let before = '[';
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? ''])))}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

function unreachable(format: never): never {
  throw new Error(`no files in ${String(format)}`);
}
