/** A copy of rows that somebody sent: what is wrong stands in front of each, and the cells that it is about stand out. */
import type { MarkedCell, MarkedRow } from '../xlsx/write-sheet.ts';
import { sheetName, writeXlsx } from '../xlsx/write-xlsx.ts';
import type { Words } from './column-spec.ts';
import { FAULT_HEADINGS } from './find-header.ts';
import { placeAt } from './merged-cells.ts';
import type { TableRow } from './table.ts';

export interface AnnotatedRow {
  readonly row: TableRow;
  /** By column; 0 for what is wrong with the row as a whole. */
  readonly faults: ReadonlyMap<number, Words>;
}

export interface Annotated {
  readonly language: 'zh' | 'en';
  readonly name: string;
  /** As they stand in the file, from the first column on. */
  readonly headings: readonly string[];
  readonly rows: AsyncIterable<AnnotatedRow>;
}

const FAULTS_WIDTH = 60;
const WIDTH = 16;

/** Written while the rows are read. Every cell is a text; the places that are told are those of the file that was sent. */
export function writeAnnotated({ language, name, headings, rows }: Annotated): AsyncGenerator<Buffer> {
  async function* annotated(): AsyncGenerator<MarkedRow> {
    for await (const row of rows) yield annotatedRow(row, headings.length, language);
  }
  return writeXlsx([
    {
      name: sheetName(name),
      headings: [FAULT_HEADINGS[language], ...headings],
      rows: annotated(),
      widths: [FAULTS_WIDTH, ...headings.map(() => WIDTH)],
    },
  ]);
}

function annotatedRow({ row, faults }: AnnotatedRow, columns: number, language: 'zh' | 'en'): MarkedRow {
  const colon = language === 'zh' ? '：' : ': ';
  const told = [...faults].map(([column, words]) =>
    column === 0 ? words[language] : `${placeAt(column, row.row)}${colon}${words[language]}`,
  );
  const cells = Array.from({ length: columns }, (_, index): string | MarkedCell => {
    const text = row.cells.get(index + 1)?.text ?? '';
    // An empty cell that should not be is coloured too: a space is no text to a reader.
    return faults.has(index + 1) ? { marked: text === '' ? ' ' : text } : text;
  });
  return [told.length === 0 ? '' : { marked: told.join(language === 'zh' ? '；' : '; ') }, ...cells];
}
