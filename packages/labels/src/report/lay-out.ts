/** Where everything of a report stands: page after page of A4, tables going on over pages under their headings. Pure. */
import { breakLines } from '../paper/break-lines.ts';
import { MM_PER_PT, type Rectangle, type Run } from '../paper/surface.ts';
import { unprintable, type Weight, widthEm } from '../paper/typeface.ts';
import type { Block, Report, ReportColumn } from './report.ts';

export interface LaidPage {
  readonly runs: readonly Run[];
  readonly lines: readonly Rectangle[];
}

export const A4 = { widthMm: 210, heightMm: 297 };
const LEFT = 18;
const WIDTH = A4.widthMm - 2 * LEFT;
const TOP = 24;
const BOTTOM = 278;
const LINE_EM = 1.45;
/** From the top of a line to its baseline. */
const BASELINE_EM = 1.05;
const RULE_MM = 0.2;
const GAP_MM = 3; // between columns
const CELL_SIZE_PT = 8.5;
/** A row of more lines goes on in a row of its own, so that none is higher than a page. */
const CELL_LINES_MAX = 40;

const STYLES = {
  title: { sizePt: 16, weight: 'bold', beforeMm: 0, afterMm: 3 },
  heading: { sizePt: 11, weight: 'bold', beforeMm: 5, afterMm: 1.5 },
  text: { sizePt: 9.5, weight: 'regular', beforeMm: 0, afterMm: 1.5 },
} as const;

interface Page {
  readonly runs: Run[];
  readonly lines: Rectangle[];
  yMm: number;
}

export function layOut(report: Report): readonly LaidPage[] {
  const pages: Page[] = [newPage()];
  for (const [at, block] of report.blocks.entries()) {
    if (block.is === 'table') layTable(pages, block);
    else layText(pages, { ...block, keepMm: block.is === 'heading' ? keptWith(report.blocks[at + 1]) : 0 });
  }
  for (const [at, page] of pages.entries()) layMargins(page, report, { page: at + 1, pages: pages.length });
  return pages;
}

function newPage(): Page {
  return { runs: [], lines: [], yMm: TOP };
}

/** The page that has so much room left, a new one where the last has not. */
function pageWith(pages: Page[], heightMm: number): Page {
  const last = pages.at(-1);
  if (last !== undefined && last.yMm + heightMm <= BOTTOM) return last;
  const next = newPage();
  pages.push(next);
  return next;
}

/** A heading does not stand alone at the foot of a page. */
function keptWith(next: Block | undefined): number {
  return next === undefined ? 0 : 2 * lineMm(CELL_SIZE_PT) + 6;
}

function layText(
  pages: Page[],
  { is, text, keepMm }: { readonly is: keyof typeof STYLES; readonly text: string; readonly keepMm: number },
): void {
  const { sizePt, weight, beforeMm, afterMm } = STYLES[is];
  const lines = linesOf(text, { widthMm: WIDTH, sizePt, weight });
  const high = lineMm(sizePt);
  const first = pageWith(pages, beforeMm + high + keepMm);
  if (first.yMm > TOP) first.yMm += beforeMm;
  for (const line of lines) {
    const page = pageWith(pages, high);
    put(page, { text: line, xMm: LEFT, sizePt, weight });
    page.yMm += high;
  }
  const last = pages.at(-1);
  if (last !== undefined) last.yMm += afterMm;
}

interface Cell {
  readonly xMm: number;
  readonly widthMm: number;
  readonly isRight: boolean;
}

function layTable(pages: Page[], { columns, rows }: Extract<Block, { readonly is: 'table' }>): void {
  const cells = cellsOf(columns);
  const labels = columns.map(({ label }, at) => cellLines(label, cells[at], 'bold'));
  const head = heightOf(labels);
  let isOpen = false;
  for (const row of rows) {
    const whole = columns.map((_, at) => cellLines(row[at] ?? '', cells[at], 'regular'));
    for (const part of inParts(whole)) {
      const before = pages.at(-1);
      const page = pageWith(pages, heightOf(part) + (isOpen ? 0 : head));
      if (!isOpen || page !== before) layRow(page, { cells, row: labels, weight: 'bold' });
      isOpen = true;
      layRow(page, { cells, row: part, weight: 'regular' });
    }
  }
  const last = pages.at(-1);
  if (last !== undefined) last.yMm += 2;
}

function cellsOf(columns: readonly ReportColumn[]): readonly Cell[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widthMm = WIDTH - GAP_MM * (columns.length - 1);
  let xMm = LEFT;
  return columns.map(({ share, align }) => {
    const cell = { xMm, widthMm: (widthMm * share) / all, isRight: align === 'right' };
    xMm += cell.widthMm + GAP_MM;
    return cell;
  });
}

function cellLines(text: string, cell: Cell | undefined, weight: Weight): readonly string[] {
  return linesOf(text, { widthMm: cell?.widthMm ?? WIDTH, sizePt: CELL_SIZE_PT, weight });
}

type RowLines = readonly (readonly string[])[];

function* inParts(row: RowLines): Generator<RowLines> {
  const most = Math.max(1, ...row.map((lines) => lines.length));
  for (let from = 0; from < most; from += CELL_LINES_MAX)
    yield row.map((lines) => lines.slice(from, from + CELL_LINES_MAX));
}

function heightOf(row: RowLines): number {
  return Math.max(1, ...row.map((lines) => lines.length)) * lineMm(CELL_SIZE_PT) + 2 * RULE_MM + 1;
}

function layRow(
  page: Page,
  { cells, row, weight }: { readonly cells: readonly Cell[]; readonly row: RowLines; readonly weight: Weight },
): void {
  const top = page.yMm;
  for (const [at, { xMm, widthMm, isRight }] of cells.entries()) {
    for (const [line, text] of (row[at] ?? []).entries()) {
      page.yMm = top + RULE_MM + line * lineMm(CELL_SIZE_PT);
      const spare = isRight ? widthMm - widthEm(text, weight) * CELL_SIZE_PT * MM_PER_PT : 0;
      put(page, { text, xMm: xMm + spare, sizePt: CELL_SIZE_PT, weight });
    }
  }
  page.yMm = top + heightOf(row);
  page.lines.push({ xMm: LEFT, yMm: page.yMm - RULE_MM - 0.5, widthMm: WIDTH, heightMm: RULE_MM });
}

function layMargins(
  { runs, lines }: Page,
  { header: [left, right], footer }: Report,
  { page, pages }: { readonly page: number; readonly pages: number },
): void {
  const sizePt = 8;
  const half = { widthMm: WIDTH / 2 - GAP_MM, sizePt, weight: 'regular' } as const;
  const end = (text: string): number => LEFT + WIDTH - widthEm(text, 'regular') * sizePt * MM_PER_PT;
  const style = { sizePt, weight: 'regular' } as const;
  const [onLeft = ''] = linesOf(left, half);
  const [onRight = ''] = linesOf(right, half);
  const [foot = ''] = linesOf(footer(page, pages), half);
  for (const [text, xMm, baselineMm] of [
    [onLeft, LEFT, 15],
    [onRight, end(onRight), 15],
    [foot, end(foot), 287],
  ] as const)
    if (text !== '') runs.push({ text, xMm, baselineMm, ...style });
  lines.push({ xMm: LEFT, yMm: 17.5, widthMm: WIDTH, heightMm: RULE_MM });
}

function put(page: Page, { text, ...at }: Omit<Run, 'baselineMm'>): void {
  if (text !== '') page.runs.push({ text, ...at, baselineMm: page.yMm + BASELINE_EM * at.sizePt * MM_PER_PT });
}

function lineMm(sizePt: number): number {
  return LINE_EM * sizePt * MM_PER_PT;
}

function linesOf(
  text: string,
  { widthMm, sizePt, weight }: { readonly widthMm: number; readonly sizePt: number; readonly weight: Weight },
): readonly string[] {
  return breakLines(printable(text, weight), { widthEm: widthMm / (sizePt * MM_PER_PT), weight });
}

/** A report is of what others have typed: a character without a glyph is shown as one that is missing: 〓. */
function printable(text: string, weight: Weight): string {
  let told = text;
  for (const character of unprintable(text, weight)) told = told.replaceAll(character, '〓');
  return told;
}
