/** Other values of a data element than the one that an event has: some that do not fit it, some that a rule may forbid. */
import type { Pack } from '@suyuan/profiles';

type Element = Pack['elements'][string];
const DAY_MS = 86_400_000;
const DAYS = [-366, -31, -28, -2, -1, 1, 2, 31, 366]; // around what stands there: the law counts in days, months and a year

export function valuesThatDoNotFit({ type, codeList, pattern, min, max }: Element): unknown[] {
  const values: unknown[] = [];
  if (codeList !== undefined) values.push('no-such-code');
  if (pattern !== undefined) values.push('?');
  if (type === 'number') values.push(...numberBeside(min, -1), ...numberBeside(max, 1), 'many');
  if (type === 'date' || type === 'dateTime') values.push('2026-02-30');
  if (type === 'flag') values.push('perhaps');
  return values;
}

function numberBeside(bound: number | undefined, by: number): number[] {
  return bound === undefined ? [] : [bound + by];
}

export interface Asked {
  readonly element: Element;
  readonly value: unknown;
  /** What else the event says, as texts. */
  readonly texts: readonly string[];
}

export function otherValues({ codeLists }: Pack, { element, value, texts }: Asked): unknown[] {
  const { type, codeList } = element;
  if (Array.isArray(value))
    return value.map((_, index) => value.toSpliced(index, 1)).filter(({ length }) => length > 0);
  if (codeList !== undefined) return (codeLists[codeList]?.values ?? []).map(({ code }) => code);
  switch (type) {
    case 'flag':
      return typeof value === 'string' ? [String(value !== 'true')] : [value !== true];
    case 'number':
      return [Number(value) - 1, Number(value) + 1, Number(value) * 10].map((each) =>
        typeof value === 'string' ? String(each) : each,
      );
    case 'date':
    case 'dateTime':
      return datesAround(String(value));
    default:
      return [...texts];
  }
}

/** In the form in which it stands: a day, or a time of Beijing. */
function datesAround(text: string): string[] {
  const at = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00+08:00` : text);
  if (Number.isNaN(at)) return [];
  const minutes = [-61, -31, 31, 61].map((count) => count * 60_000);
  const away =
    text.length > 10 ? [...minutes, ...DAYS.map((days) => days * DAY_MS)] : DAYS.map((days) => days * DAY_MS);
  return away.map((ms) => new Date(at + ms + 8 * 3_600_000).toISOString()).map((iso) => inForm(iso, text));
}

function inForm(iso: string, text: string): string {
  return text.length > 10 ? `${iso.slice(0, 19)}+08:00` : iso.slice(0, 10);
}
