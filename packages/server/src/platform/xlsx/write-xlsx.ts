/**
 * Writes an .xlsx workbook (ECMA-376) as it goes, in the memory of a few rows. Each cell is a text or a number, `=1+1` is a
 * text: nothing in it is ever reckoned. The same sheets are the same bytes.
 */
import { type Choices, type MarkedRow, type Rest, type SheetLimits, sheetXml } from './write-sheet.ts';
import { writeZip, type ZipPart } from './write-zip.ts';
import { HEAD, MAIN, xmlText } from './xml-text.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface WrittenSheet {
  readonly name: string;
  readonly headings: readonly string[];
  /** More than a sheet holds go on in others, `name 2` and so on, below the same headings. */
  readonly rows: Iterable<MarkedRow> | AsyncIterable<MarkedRow>;
  /** In characters, column by column. */
  readonly widths: readonly number[];
  /** Words that a column offers to choose from, by its number from 1. */
  readonly choices?: ReadonlyMap<number, Choices>;
}

/** A name of a sheet: Excel takes 31 characters, and not these. */
export function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

/** Excel holds 1,048,576 rows a sheet (its published limits), the headings among them; a part of a ZIP holds 4 GiB. */
const LIMITS: SheetLimits = { rows: 1_048_575, chars: 1024 ** 3 };

/** @throws RangeError for a workbook beyond 4 GiB; then what was written is none */
export function writeXlsx(sheets: Iterable<WrittenSheet>, limits: SheetLimits = LIMITS): AsyncGenerator<Buffer> {
  return writeZip(partsOf(sheets, limits));
}

const TIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Format 49 is text (§18.8.30): a code that is typed into such a cell keeps its digits. 1 is the same in bold, for headings, 3 on red, for faults. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** How many sheets there are is known when the last is written, so that what lists them comes behind. */
async function* partsOf(sheets: Iterable<WrittenSheet>, limits: SheetLimits): AsyncGenerator<ZipPart> {
  const names: string[] = [];
  for (const sheet of sheets) {
    const rest = await restOf(sheet.rows);
    try {
      for (let n = 1; n === 1 || rest.next.done !== true; n += 1) {
        names.push(n === 1 ? sheet.name : `${sheet.name} ${n}`);
        yield { name: `xl/worksheets/sheet${names.length}.xml`, content: sheetXml(sheet, rest, limits) };
      }
    } finally {
      await rest.rows.return?.();
    }
  }
  yield* lists(names);
}

async function restOf(rows: WrittenSheet['rows']): Promise<Rest> {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  return { rows: iterator, next: await iterator.next() };
}

function lists(names: readonly string[]): ZipPart[] {
  const each = (of: (n: number, name: string) => string): string =>
    names.map((name, index) => of(index + 1, name)).join('');
  const parts: readonly (readonly [name: string, text: string])[] = [
    ['xl/styles.xml', STYLES],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${TIES}"><sheets>${each((n, name) => `<sheet name="${xmlText(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${TIES}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${TIES}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${TIES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    ],
  ];
  return parts.map(([name, text]) => ({ name, content: [text] }));
}
