/**
 * GS1 element strings (General Specifications §7.8): bracketed for people, `(01)…(10)…`, or as a scanner gives
 * them, application identifiers run together and variable values ended by FNC1 (character 29), with or without
 * a symbology identifier (`]C1`, `]d2`, `]Q3`, `]e0`, `]J1`) in front. Only the parts that name the thing are kept.
 */
import { type Gs1Code, type Parsed, withoutNoExtension } from './digital-link.ts';
import { KEYS, QUALIFIERS } from './gs1-keys.ts';
import { padValue, refuseValue } from './gs1-value.ts';

const FNC1 = '\u001d';
const LENGTH_MAX = 500; // no symbol holds so much in element strings; longer text is something else

// A place or party beside another key says where that thing is (414 and 417 are attributes then), not what it is.
const KEYS_BY_RANK = [
  ...KEYS.filter(({ ai }) => !ai.startsWith('41')),
  ...KEYS.filter(({ ai }) => ai.startsWith('41')),
];

/** Parses an element string; undefined when the text is none, a refusal when it is a broken one. */
export function parseElementString(text: string): Parsed<Gs1Code> | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const pairs = text.startsWith('(') ? readBracketed(text) : readScanned(text);
  return pairs === undefined ? undefined : assemble(pairs);
}

function assemble(pairs: ReadonlyMap<string, string>): Parsed<Gs1Code> | undefined {
  const key = KEYS_BY_RANK.find(({ ai }) => pairs.has(ai));
  if (key === undefined) return undefined;
  const value = padValue(key, pairs.get(key.ai) ?? '');
  const reason = refuseValue(key.value, value);
  if (reason !== undefined) return { ok: false, reason };
  const qualifiers = new Map<string, string>();
  for (const qualifier of key.qualifiers) {
    const given = pairs.get(qualifier);
    const form = QUALIFIERS.get(qualifier)?.form;
    if (given === undefined || form === undefined) continue;
    const wrong = refuseValue(form, given);
    if (wrong !== undefined) return { ok: false, reason: wrong };
    qualifiers.set(qualifier, given);
  }
  return { ok: true, value: { key, value, qualifiers: withoutNoExtension(qualifiers) } };
}

/** `(01)…(10)…`: a value may hold brackets itself, so an AI is two to four digits in brackets. */
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

/** What a scanner gives. Without a mark of GS1 in it, bare digits are taken for it only if the key comes first. */
function readScanned(text: string): Map<string, string> | undefined {
  const symbology = /^\](C1|d2|Q3|e0|J1)/.test(text);
  let rest = symbology ? text.slice(3) : text;
  const lead = rest.startsWith(FNC1);
  if (lead) rest = rest.slice(1);
  const pairs = readRunTogether(rest);
  if (pairs === undefined || symbology || lead) return pairs;
  const [first] = pairs.keys();
  return KEYS.some(({ ai }) => ai === first) ? pairs : undefined;
}

// Values of these have a fixed length and need no FNC1 behind them (General Specifications figure 7.8.5-2): the
// length of the value by the first two digits of the identifier.
const FIXED: ReadonlyMap<string, number> = new Map([
  ['00', 18],
  ...['01', '02', '03'].map((start): [string, number] => [start, 14]),
  ...['11', '12', '13', '15', '16', '17'].map((start): [string, number] => [start, 6]),
  ['20', 2],
  ...['31', '32', '33', '34', '35', '36'].map((start): [string, number] => [start, 6]),
  ['41', 13],
]);

/** How many digits an application identifier has, by its first two. */
const AI_LENGTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    2: '00 01 02 03 10 11 12 13 15 16 17 20 21 22 30 37 90 91 92 93 94 95 96 97 98 99',
    3: '23 24 25 40 41 42 71',
    4: '31 32 33 34 35 36 39 43 70 72 80 81 82',
  }).flatMap(([length, starts]) => starts.split(' ').map((start): [string, number] => [start, Number(length)])),
);

function readRunTogether(text: string): Map<string, string> | undefined {
  const pairs = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const start = text.slice(at, at + 2);
    const length = AI_LENGTHS.get(start);
    if (length === undefined) return undefined;
    const from = at + length;
    const fixed = FIXED.get(start);
    const stop = text.indexOf(FNC1, from);
    const end = fixed === undefined ? (stop < 0 ? text.length : stop) : from + fixed;
    pairs.set(text.slice(at, from), text.slice(from, end));
    at = text.startsWith(FNC1, end) ? end + 1 : end;
  }
  return pairs;
}
