/** Puts values into the places of a text. */
import type { LabelValues } from './layout.ts';

export interface Place {
  readonly index: number;
  readonly whole: string;
  readonly field: string;
  readonly choice?: string;
  readonly format?: string;
}

const PLACE = /\{([A-Za-z][A-Za-z0-9]*)(?:=([^{}:=]+)|:([a-z]+))?\}/g;
const DAY = /^\d\d(\d\d)-(\d\d)-(\d\d)$/;

export function placesIn(text: string): readonly Place[] {
  return [...text.matchAll(PLACE)].map(({ index, 0: whole, 1: field = '', 2: choice, 3: format }) => ({
    index,
    whole,
    field,
    ...(choice === undefined ? {} : { choice }),
    ...(format === undefined ? {} : { format }),
  }));
}

export function fieldsIn(text: string): readonly string[] {
  return [...new Set(placesIn(text).map(({ field }) => field))];
}

/** Values are put in as they are: what looks like a place in one of them stays. */
export function fill(text: string, values: LabelValues): string {
  let filled = '';
  let from = 0;
  for (const { index, whole, field, choice, format } of placesIn(text)) {
    const value = values[field] ?? '';
    const day = format === 'yymmdd' ? value.replace(DAY, '$1$2$3') : value;
    filled += text.slice(from, index) + (choice === undefined ? day : value === choice ? '■' : '□');
    from = index + whole.length;
  }
  return filled + text.slice(from);
}

/** Whether GS1's form of a day can be made of the value. */
export function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return DAY.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
