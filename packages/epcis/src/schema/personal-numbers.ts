/**
 * Numbers of persons (GB 11643) in what is captured: a unit, party, place or document, a part of an address, master data,
 * a name, or a number of JSON. Whatever is captured is kept for good and shown to everybody down the chain, so it never
 * comes in.
 */
import { holdsPersonalNumber, mayHoldPersonalNumber } from '@suyuan/codes';
import { childPointer, finding } from '../findings.ts';
import { valueWithLongNumbers } from '../long-numbers.ts';
import type { Finding } from '../model.ts';
import { FINDINGS_PER_EVENT_MAX } from './walk.ts';

const WIDE_DIGIT = /[０-９]/;

/** What is shown in place of a number. */
const MASKED = '******';

/** A value to be searched, and where it stands. */
export interface Searched {
  readonly scope: 'event' | 'document';
  readonly raw: unknown;
  readonly pointer: string;
  readonly eventIndex?: number | undefined;
  /** JSON that `raw` was read from; where it is given, numbers too long for a program are searched too. */
  readonly text?: string | undefined;
}

/** A finding for each number, its digits left out. */
export function personalNumberFindings({ scope, raw, pointer, eventIndex, text }: Searched): Finding[] {
  if (text !== undefined && !mayHold(text)) return [];
  const found: string[] = [];
  const value = text === undefined ? undefined : valueWithLongNumbers(text);
  search(value ?? raw, { root: pointer, path: [], found });
  return found.map((at) => finding({ rule: `${scope}.personal-number`, pointer: at, eventIndex, value: MASKED }));
}

/** Most events hold no such digits, no wide ones and no escapes that may stand for some: a look spares the walk. */
function mayHold(text: string): boolean {
  return (
    mayHoldPersonalNumber(text) ||
    WIDE_DIGIT.test(text) ||
    text.includes('\\u') ||
    POWERS.some((power) => text.includes(power))
  );
}

/** Of ten, with which fifteen digits may be written as a number of JSON. */
const POWERS = ['e14', 'E14', '+14'];

/**
 * The other findings without the numbers: one at the same place says nothing more, and one around it would quote the
 * number in its value.
 */
export function withoutNumbers(findings: readonly Finding[], persons: readonly Finding[]): Finding[] {
  if (persons.length === 0) return [...findings];
  const places = persons.map(({ pointer }) => pointer);
  return findings
    .filter(({ pointer }) => !places.includes(pointer))
    .map((each) => {
      if (each.value === undefined || !places.some((place) => place.startsWith(`${each.pointer}/`))) return each;
      return { ...each, value: JSON.stringify(MASKED) };
    });
}

interface Search {
  readonly root: string;
  /** Where the search stands; a pointer is written for what is found only, since lists have 100,000 entries. */
  readonly path: (string | number)[];
  readonly found: string[];
}

function search(value: unknown, at: Search): void {
  if (at.found.length >= FINDINGS_PER_EVENT_MAX) return;
  if (typeof value === 'string' ? holdsPersonalNumber(value) : isPersonalAsNumber(value)) found(at);
  else if (typeof value === 'object' && value !== null) {
    const isList = Array.isArray(value);
    for (const name of Object.keys(value)) {
      at.path.push(isList ? Number(name) : name);
      // A name is stored too; the finding then leaves its digits out of the pointer.
      if (!isList && holdsPersonalNumber(name)) found(at);
      else search(Reflect.get(value, name), at);
      at.path.pop();
    }
  }
}

function found({ path, root, found: all }: Search): void {
  all.push(path.reduce<string>(childPointer, root));
}

/** Fifteen digits are exact as a JSON number; longer ones are searched as texts (`valueWithLongNumbers`). */
function isPersonalAsNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && holdsPersonalNumber(String(value));
}
