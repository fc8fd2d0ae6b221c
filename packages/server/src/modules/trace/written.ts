/** An answer as text, some rows at a time: it may have a hundred megabytes, which nobody holds at once. */
import type { Language } from '@suyuan/api';
import { traceColumns } from '@suyuan/api/trace-columns';
import type { Told } from './answer.ts';
import { LISTS, type ListName } from './lists.ts';

/** Rows that are written together. */
const ROWS = 200;

/** As `TraceAnswerSchema` has it. Lists that were not asked for are empty. */
export function* jsonOf(answer: Told): Generator<string> {
  const { start, direction, at, completeness } = answer;
  const head = JSON.stringify({ start, direction, ...(at === undefined ? {} : { at }) });
  yield head.slice(0, -1);
  for (const list of LISTS) {
    yield `,"${list}":[`;
    let isFirst = true;
    for (const rows of together<object>(answer[list])) {
      yield (isFirst ? '' : ',') + JSON.stringify(rows).slice(1, -1);
      isFirst = false;
    }
    yield ']';
  }
  yield `,"completeness":${JSON.stringify(completeness)}}`;
}

function* together<Row>(rows: Iterable<Row>): Generator<readonly Row[]> {
  let some: Row[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < ROWS) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** NDJSON: first what was asked (`trace`), then every row tagged with its list, then `completeness`: a cut answer lacks its last line. */
export function* linesOf(answer: Told): Generator<string> {
  const { start, direction, at, completeness } = answer;
  yield lineOf('trace', { start, direction, ...(at === undefined ? {} : { at }) });
  for (const list of LISTS) for (const row of answer[list]) yield lineOf(list, row);
  yield lineOf('completeness', completeness);
}

export function lineOf(list: string, row: object): string {
  return `${JSON.stringify({ list, row })}\n`;
}

/** One list as CSV (RFC 4180), with a byte order mark, so that Excel reads it as UTF-8. */
export function* csvOf(answer: Told, list: ListName, language: Language): Generator<string> {
  const columns = traceColumns(list);
  yield `\uFEFF${columns.map(([, heading]) => cellOf(heading[language])).join(',')}\r\n`;
  for (const row of answer[list]) {
    const members = new Map<string, unknown>(Object.entries(row));
    yield `${columns.map(([name]) => cellOf(members.get(name))).join(',')}\r\n`;
  }
}

function cellOf(value: unknown): string {
  const text = told(value);
  // Programs that open tables take these for the beginning of a formula; a number is none.
  const plain = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function told(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map(told).join(' ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(told).join(' ');
  return String(value);
}
