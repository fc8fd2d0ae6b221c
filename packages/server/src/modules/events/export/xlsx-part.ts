/** A part of an export as an Excel workbook: a row for each unit that an event names, or one for an event of none. */
import type { Language } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Row } from '../../../platform/xlsx/write-sheet.ts';
import { writeXlsx } from '../../../platform/xlsx/write-xlsx.ts';
import type { ChainPart } from './chain-part.ts';
import { CHAIN_COLUMNS, OWN_COLUMNS, type TableEvent } from './columns.ts';
import type { Part } from './plan-part.ts';
import { factPages } from './read-part.ts';

const SHEET = { zh: '事件', en: 'Events' };

/** The workbook in pieces. What was received decides all of it, and the language. */
export function xlsxPart(ctx: Ctx, part: Part, language: Language): AsyncGenerator<Buffer> {
  return workbook(OWN_COLUMNS, ownEvents(ctx, part), language);
}

/** What others have recorded, as far as it is open. */
export function chainXlsx({ events }: ChainPart, language: Language): AsyncGenerator<Buffer> {
  const told = events.map(({ receivedAt, facts, recorder, hidden }) => ({
    ...{ receivedAt, facts, identity: facts.eventID },
    told: { recorder, hidden },
  }));
  return workbook(CHAIN_COLUMNS, told, language);
}

type Columns = typeof OWN_COLUMNS;
type Events = Iterable<TableEvent> | AsyncIterable<TableEvent>;

function workbook(columns: Columns, events: Events, language: Language): AsyncGenerator<Buffer> {
  return writeXlsx([
    {
      name: SHEET[language],
      headings: columns.map((column) => column[language]),
      widths: columns.map(({ width }) => width),
      rows: rowsOf(columns, events, language),
    },
  ]);
}

async function* ownEvents(ctx: Ctx, part: Part): AsyncGenerator<TableEvent> {
  for await (const page of factPages(ctx, part.events)) yield* page();
}

async function* rowsOf(columns: Columns, events: Events, language: Language): AsyncGenerator<Row> {
  for await (const event of events) yield* eventRows(columns, event, language);
}

export function* eventRows(columns: Columns, event: TableEvent, language: Language): Generator<Row> {
  const told = { ...event, language };
  const same = columns.map((column) => ('event' in column ? column.event(told) : ''));
  const { units } = event.facts;
  if (units.length === 0) yield same;
  for (const unit of units)
    yield columns.map((column, i) => ('unit' in column ? column.unit(unit, language) : (same[i] ?? '')));
}
