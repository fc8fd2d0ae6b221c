/**
 * Numbers of persons (GB 11643) in an event: a unit, party, place or document, or any other value that is one whole.
 * Whatever is captured is kept for good and shown to everybody down the chain, so it never comes in.
 */
import { readCode } from '@suyuan/codes';
import { childPointer, finding } from '../findings.ts';
import type { Finding } from '../model.ts';
import type { RuledEvent } from './event-rules.ts';
import { FINDINGS_PER_EVENT_MAX } from './walk.ts';

/** Fifteen digits and eighteen, with a few spaces around; nothing longer is looked at, since events have 100,000 codes. */
const LENGTH_MIN = 15;
const LENGTH_MAX = 24;
const FORM = /^\s*(?:\d{15}|\d{17}[\dXx])\s*$/;

/** What is shown in place of a number. */
const MASKED = '******';

/** A finding for each number, its digits left out. */
export function personalNumberFindings({ raw, pointer, eventIndex }: RuledEvent): Finding[] {
  const found: string[] = [];
  search(raw, { root: pointer, path: [], found });
  return found.map((at) => finding({ rule: 'event.personal-number', pointer: at, eventIndex, value: MASKED }));
}

/**
 * The other findings without the numbers: one at the same place says nothing more, and one around it would quote the
 * number in its value.
 */
export function withoutNumbers(findings: readonly Finding[], persons: readonly Finding[]): Finding[] {
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
  if (typeof value === 'string' ? isPersonal(value) : isPersonalAsNumber(value)) {
    at.found.push(at.path.reduce<string>(childPointer, at.root));
  } else if (typeof value === 'object' && value !== null) {
    const isList = Array.isArray(value);
    for (const name of Object.keys(value)) {
      at.path.push(isList ? Number(name) : name);
      search(Reflect.get(value, name), at);
      at.path.pop();
    }
  }
}

/** Fifteen digits are exact as a JSON number; eighteen are rounded, so that none can be recognised. */
function isPersonalAsNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && isPersonal(String(value));
}

function isPersonal(text: string): boolean {
  if (text.length < LENGTH_MIN || text.length > LENGTH_MAX || !FORM.test(text)) return false;
  return readCode(text.trim()).refusal?.reason === 'personal-number';
}
