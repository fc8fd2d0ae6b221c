/** The texts for people in the JSON of an event, as they are written there. */
import { type Decoded, type Edit, edited, editsOf } from './edits.ts';
import type { Put } from './places.ts';
import { type Reading, readingOf } from './reading.ts';

interface Level {
  readonly isObject: boolean;
  readonly reading: Reading;
  /** Of the member that is being read; in an array that of the array. */
  inner: Reading;
  isAtName: boolean;
}

/**
 * The same JSON with what is put in place of what was found; every other byte stays. What is put needs no escape.
 * @param json sound, and of an event
 */
export function jsonWith(json: string, put: Put): string {
  return written(json, 'standard', put);
}

/** The same of a whole document: what stands around its events is left alone. */
export function documentWith(json: string, put: Put): string {
  return written(json, 'around', put);
}

function written(json: string, root: Reading, put: Put): string {
  const edits: Edit[] = [];
  const levels: Level[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const level = levels.at(-1);
    const sign = json.charAt(at);
    if (sign === '"') {
      const end = endOfString(json, at);
      if (level?.isAtName === true) level.inner = readingOf(level.reading, nameAt(json, at, end));
      else if (level?.inner === 'free') edits.push(...editsOf(decoded(json, at + 1, end), put));
      at = end;
    } else if (sign === '{' || sign === '[') {
      const reading = level === undefined ? root : level.inner;
      levels.push({ isObject: sign === '{', reading, inner: reading, isAtName: sign === '{' });
    } else if (sign === '}' || sign === ']') levels.pop();
    else if (sign === ':' && level !== undefined) level.isAtName = false;
    else if (sign === ',' && level !== undefined) level.isAtName = level.isObject;
  }
  return edited(json, edits);
}

/** Index of the quote that ends the string which begins at `start`. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json.charAt(at) !== '"') at += json.charAt(at) === '\\' ? 2 : 1;
  return at;
}

function nameAt(json: string, start: number, end: number): string {
  return String(JSON.parse(json.slice(start, end + 1)));
}

/** The string between its quotes. */
function decoded(json: string, start: number, end: number): Decoded {
  const raw = json.slice(start, end);
  if (!raw.includes('\\')) return { text: raw, from: (unit) => start + unit, to: (unit) => start + unit + 1 };
  const places: number[] = [];
  for (let at = start; at < end; ) {
    places.push(at);
    at += json.charAt(at) !== '\\' ? 1 : json.charAt(at + 1) === 'u' ? 6 : 2;
  }
  const place = (unit: number): number => places[unit] ?? end;
  return { text: nameAt(json, start - 1, end), from: place, to: (unit) => place(unit + 1) };
}
