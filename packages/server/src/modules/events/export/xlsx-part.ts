/** A part of an export as an Excel workbook: a row for each unit that an event names, or one for an event of none. */
import type { Language } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Row } from '../../../platform/xlsx/write-sheet.ts';
import { writeXlsx } from '../../../platform/xlsx/write-xlsx.ts';
import { COLUMNS } from './columns.ts';
import type { Part } from './plan-part.ts';
import { type FactsAt, factPages } from './read-part.ts';

const SHEET = { zh: '事件', en: 'Events' };

/** The workbook in pieces. What was received decides all of it, and the language. */
export function xlsxPart(ctx: Ctx, part: Part, language: Language): AsyncGenerator<Buffer> {
  return writeXlsx([
    {
      name: SHEET[language],
      headings: COLUMNS.map((column) => column[language]),
      widths: COLUMNS.map(({ width }) => width),
      rows: rowsOf(ctx, part, language),
    },
  ]);
}

async function* rowsOf(ctx: Ctx, part: Part, language: Language): AsyncGenerator<Row> {
  for await (const page of factPages(ctx, part.events)) for (const event of page()) yield* eventRows(event, language);
}

export function* eventRows(event: FactsAt, language: Language): Generator<Row> {
  const told = { ...event, language };
  const same = COLUMNS.map((column) => ('event' in column ? column.event(told) : ''));
  const { units } = event.facts;
  if (units.length === 0) yield same;
  for (const unit of units)
    yield COLUMNS.map((column, i) => ('unit' in column ? column.unit(unit, language) : (same[i] ?? '')));
}
