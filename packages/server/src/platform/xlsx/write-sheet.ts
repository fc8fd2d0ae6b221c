/** The XML of one sheet of a workbook (ECMA-376 part 1, §18.3), piece by piece. */
import { columnName } from './cell-place.ts';
import { HEAD, MAIN, xmlText } from './xml-text.ts';

/** A text that stands out as a fault does. */
export interface MarkedCell {
  readonly marked: string;
}
export type Cell = string | number;
/** Words to choose from; those of a column of another sheet where they are many, `'选项'!$A$2:$A$40`. */
export type Choices = readonly string[] | { readonly from: string };
/** An empty text is an empty cell. */
export type Row = readonly Cell[];
export type MarkedRow = readonly (Cell | MarkedCell)[];

export interface SheetLimits {
  /** Below the headings. */
  readonly rows: number;
  /** Of XML; a row that reaches it is the last. */
  readonly chars: number;
}

/** Rows of which a sheet takes what it holds: the next one is already read. */
export interface Rest {
  readonly rows: Iterator<MarkedRow> | AsyncIterator<MarkedRow>;
  next: IteratorResult<MarkedRow>;
}

interface Shape {
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly choices?: ReadonlyMap<number, Choices>;
}

/** What is handed on at once. */
const PIECE_CHARS = 64 * 1024;
/** Excel's published limit; it calls a file with a longer text broken. */
const CELL_CHARS_MAX = 32_767;
const [PLAIN, HEADING, TEXT, MARKED] = [0, 1, 2, 3];

export async function* sheetXml(shape: Shape, rest: Rest, limits: SheetLimits): AsyncGenerator<string> {
  const names = shape.widths.map((_, i) => columnName(i + 1));
  const columns = shape.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${TEXT}" customWidth="1"/>`,
  );
  let piece = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  piece += rowXml(shape.headings, { names, row: 1, style: HEADING });
  let chars = 0;
  for (let row = 2; rest.next.done !== true && row <= limits.rows + 1 && chars < limits.chars; row += 1) {
    piece += rowXml(rest.next.value, { names, row, style: TEXT });
    if (piece.length >= PIECE_CHARS) {
      chars += piece.length;
      yield piece;
      piece = '';
    }
    rest.next = await rest.rows.next();
  }
  yield `${piece}</sheetData>${choicesXml(shape.choices)}</worksheet>`;
}

interface Place {
  readonly names: readonly string[];
  readonly row: number;
  readonly style: number;
}

function rowXml(cells: MarkedRow, { names, row, style }: Place): string {
  const written = cells.map((cell, i) => {
    if (cell === '') return '';
    const at = `<c r="${names[i]}${row}"`;
    if (typeof cell === 'number' && isKept(cell)) return `${at} s="${PLAIN}"><v>${cell}</v></c>`;
    const [text, look] = typeof cell === 'object' ? [cell.marked, MARKED] : [String(cell), style];
    return `${at} t="inlineStr" s="${look}"><is><t xml:space="preserve">${xmlText(fitting(text))}</t></is></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

/** Of a number Excel keeps 15 digits; one of more, or none at all, is told as a text. */
function isKept(number: number): boolean {
  return Number.isFinite(number) && Number(number.toPrecision(15)) === number;
}

function fitting(text: string): string {
  return text.length <= CELL_CHARS_MAX ? text : `${text.slice(0, CELL_CHARS_MAX - 1)}…`;
}

/** Offered for as many rows as are read of a sheet that was filled in. */
const CHOICE_ROWS = 5_000;

function choicesXml(choices: ReadonlyMap<number, Choices> = new Map()): string {
  const rules = [...choices].map(([column, words]) => {
    const name = columnName(column);
    return `<dataValidation type="list" allowBlank="1" sqref="${name}2:${name}${CHOICE_ROWS + 1}"><formula1>${'from' in words ? xmlText(words.from) : `"${xmlText(words.join(','))}"`}</formula1></dataValidation>`;
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}
