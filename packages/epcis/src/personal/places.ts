/**
 * Where in an event telephone and identity numbers of persons stand in what is text for people: extension members, ILMD and
 * the `stringValue` of a sensor. Codes, times and terms of the standard are none of these; neither are names of members, nor
 * numbers of JSON.
 */
import { type FoundPersonalDatum, personalDataIn } from '@suyuan/codes';
import { childPointer, finding } from '../findings.ts';
import type { Finding } from '../model.ts';
import { withoutNumbers } from '../schema/personal-numbers.ts';
import { FINDINGS_PER_EVENT_MAX } from '../schema/walk.ts';
import { type Reading, readingOf } from './reading.ts';

/** A text of an event, and what it holds. */
export interface PersonalPlace {
  /** RFC 6901, from where the event's own begins. */
  readonly pointer: string;
  /** In their order; one at the least. */
  readonly found: readonly FoundPersonalDatum[];
}

/** By the value of an event, whichever format it came in. */
export function personalPlacesIn(value: unknown, pointer: string): PersonalPlace[] {
  const places: PersonalPlace[] = [];
  mapTexts(value, { reading: 'standard', path: [] }, (text, path) => {
    const found = personalDataIn(text);
    if (found.length > 0) places.push({ pointer: path.reduce<string>(childPointer, pointer), found });
    return text;
  });
  return places;
}

/** The event as it is with other texts in the places of what was found. */
export function valueWith(value: unknown, put: Put): unknown {
  return mapTexts(value, { reading: 'standard', path: [] }, (text) => spelledWith(text, put));
}

/** What stands in place of a datum. */
export type Put = (found: FoundPersonalDatum) => string;

function spelledWith(text: string, put: Put): string {
  let [written, at] = ['', 0];
  for (const found of personalDataIn(text)) {
    written += text.slice(at, found.start) + put(found);
    at = found.end;
  }
  return written + text.slice(at);
}

/** A finding for each place; of the other findings those that would repeat what stands there do not. */
export function refusePersonal(
  findings: readonly Finding[],
  places: readonly Pick<PersonalPlace, 'pointer'>[],
  eventIndex?: number,
): Finding[] {
  const persons = places
    .slice(0, FINDINGS_PER_EVENT_MAX)
    .map(({ pointer }) => finding({ rule: 'event.personal-data', pointer, eventIndex, value: MASKED }));
  return [...withoutNumbers(findings, persons), ...persons];
}

const MASKED = '******';

interface Place {
  readonly reading: Reading;
  /** One list for the whole walk: a pointer is written for what is found alone. */
  readonly path: (string | number)[];
}

/** A copy of a value with each text for people as `map` gives it. */
function mapTexts(
  value: unknown,
  { reading, path }: Place,
  map: (text: string, path: readonly (string | number)[]) => string,
): unknown {
  if (reading === 'code') return value;
  if (typeof value === 'string') return reading === 'free' ? map(value, path) : value;
  if (typeof value !== 'object' || value === null) return value;
  const entry = (name: string | number, each: unknown): unknown => {
    path.push(name);
    const inner = typeof name === 'string' ? readingOf(reading, name) : reading;
    const mapped = mapTexts(each, { reading: inner, path }, map);
    path.pop();
    return mapped;
  };
  if (Array.isArray(value)) return value.map((each: unknown, index) => entry(index, each));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, entry(name, each)]));
}
