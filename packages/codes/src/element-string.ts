/**
 * GS1 element strings (General Specifications §7.8): bracketed for people, `(01)…(10)…`, or as a scanner gives
 * them, application identifiers run together and variable values ended by FNC1 (character 29), with or without
 * a symbology identifier (`]C1`, `]d2`, `]Q3`, `]e0`, `]J1`) in front. Only the parts that name the thing are kept.
 */
import type { Gs1Code, Parsed } from './digital-link.ts';
import { padValue, refuseValue } from './gs1-value.ts';
import { KEY_BY_SEGMENT, QUALIFIERS } from './gs1-keys.ts';

const FNC1 = '\u001d';
const LENGTH_MAX = 500; // no symbol holds so much in element strings; longer text is something else

/** Parses an element string; undefined when the text is none, a refusal when it is a broken one. */
export function parseElementString(text: string): Parsed<Gs1Code> | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const pairs = text.startsWith('(') ? readBracketed(text) : readRunTogether(text);
  if (pairs === undefined) return undefined;
  return assemble(pairs);
}

function assemble(pairs: ReadonlyMap<string, string>): Parsed<Gs1Code> | undefined {
  for (const [ai, raw] of pairs) {
    const key = KEY_BY_SEGMENT.get(ai);
    if (key === undefined) continue;
    const value = padValue(key, raw);
    const reason = refuseValue(key.value, value);
    if (reason !== undefined) return { ok: false, reason };
    const qualifiers = new Map<string, string>();
    for (const qualifier of key.qualifiers) {
      const given = pairs.get(qualifier);
      const form = QUALIFIERS[qualifier]?.form;
      if (given === undefined || form === undefined) continue;
      const wrong = refuseValue(form, given);
      if (wrong !== undefined) return { ok: false, reason: wrong };
      qualifiers.set(qualifier, given);
    }
    return { ok: true, value: { key, value, qualifiers } };
  }
  return undefined;
}

/** `(01)…(10)…`: a value may hold brackets itself, so an AI is digits in brackets. */
function readBracketed(text: string): Map<string, string> | undefined {
  const pairs = new Map<string, string>();
  const marks = [...text.matchAll(/\((\d{2,4})\)/g)];
  if (marks[0]?.index !== 0) return undefined;
  marks.forEach((mark, i) => {
    const end = marks[i + 1]?.index ?? text.length;
    pairs.set(mark[1] ?? '', text.slice(mark.index + mark[0].length, end));
  });
  return pairs;
}

// Application identifiers whose values have a fixed length and need no FNC1 (General Specifications figure 7.8.5-2),
// and the others that may stand between the parts that we read, by their first two digits.
const FIXED: Readonly<Record<string, number>> = {
  '00': 18, '01': 14, '02': 14, '11': 6, '12': 6, '13': 6, '15': 6, '16': 6, '17': 6, '20': 2, '41': 13,
};
const AI_LENGTH: Readonly<Record<string, number>> = {
  '10': 2, '21': 2, '22': 2, '30': 2, '37': 2, '90': 2, '91': 2, '92': 2, '93': 2, '94': 2, '95': 2, '96': 2, '97': 2,
  '98': 2, '99': 2, '00': 2, '01': 2, '02': 2, '11': 2, '12': 2, '13': 2, '15': 2, '16': 2, '17': 2, '20': 2,
  '23': 3, '24': 3, '25': 3, '40': 3, '41': 3, '42': 3, '71': 3, '80': 4, '81': 4, '82': 4, '70': 4,
  '31': 4, '32': 4, '33': 4, '34': 4, '35': 4, '36': 4, '39': 4,
};

function readRunTogether(text: string): Map<string, string> | undefined {
  let rest = /^\](C1|d2|Q3|e0|J1)/.test(text) ? text.slice(3) : text;
  if (rest.startsWith(FNC1)) rest = rest.slice(1);
  const pairs = new Map<string, string>();
  while (rest !== '') {
    const start = rest.slice(0, 2);
    const aiLength = AI_LENGTH[start];
    if (aiLength === undefined) return undefined;
    const ai = rest.slice(0, aiLength);
    const fixed = /^3[1-6]/.test(start) ? 6 : FIXED[start];
    const stop = rest.indexOf(FNC1, aiLength);
    const end = fixed === undefined ? (stop < 0 ? rest.length : stop) : aiLength + fixed;
    pairs.set(ai, rest.slice(aiLength, end));
    rest = rest.slice(end);
    if (rest.startsWith(FNC1)) rest = rest.slice(1);
  }
  return pairs;
}
