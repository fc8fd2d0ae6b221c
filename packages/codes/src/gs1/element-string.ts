/**
 * GS1 element strings (General Specifications §7.8, GB/T 16986):
 *
 *   (01)06951181105326(10)LOT1              for people, identifiers in brackets
 *   ]d2010695118110532610LOT1<FNC1>21S1     as scanned: run together, values without a predefined length ended by
 *                                           FNC1 (character 29), a symbology identifier (]C1 ]d2 ]Q3 ]e0 ]J1) before it
 *
 * Every identifier of the table is read; the key and its qualifiers name the thing, the others describe it.
 */
import { type Parsed, parsed, type Reason, refused } from '../parsed.ts';
import { APPLICATION_IDENTIFIERS, identifierAt, refuseElement } from './application-identifiers.ts';
import { type Gs1Code, withoutNoExtension } from './digital-link.ts';
import type { Element } from './element.ts';
import { KEY_BY_SEGMENT, namingKey, namingQualifiers } from './keys.ts';
import { padValue } from './value.ts';

export const FNC1 = '\u001d';
const SYMBOLOGY = /^\](?:C1|d2|Q3|e0|J1)/;
const LENGTH_MAX = 500; // no symbol holds so much in element strings; longer text is something else

/** Why elements do not go together, or why one of them is broken. */
export interface ElementFault {
  readonly ai: string;
  readonly reason: Reason;
  /** For elements that do not go together: what is missing or in the way, as the table writes it. */
  readonly needs?: string;
  readonly excludes?: string;
  /** For an identifier that stands there with several values: these. */
  readonly values?: readonly string[];
}

/** What an element string names; undefined when the text is none or names nothing, a refusal when it is broken. */
export function parseElementString(text: string): Parsed<Gs1Code> | undefined {
  const elements = splitElements(text);
  if (elements === undefined) return undefined;
  const values = new Map<string, string>();
  for (const { ai, value } of elements) values.set(ai, value);
  const key = namingKey((ai) => values.has(ai));
  if (key === undefined) return undefined;
  const value = padValue(key.ai, values.get(key.ai) ?? '');
  const fault = refuseElement(key.ai, value) ?? faultOf(elements, key.ai);
  if (fault !== undefined) return refused(fault);
  if (values.size < elements.length && doubled(elements).length > 0) return refused('registry');
  if (excludedPairs(elements).length > 0) return refused('registry');
  const { naming, clash } = namingQualifiers(
    key,
    key.qualifiers.filter((ai) => values.has(ai)),
  );
  if (clash !== undefined) return refused('registry');
  const qualifiers = new Map<string, string>();
  for (const ai of naming) qualifiers.set(ai, values.get(ai) ?? '');
  return parsed({ key, value, qualifiers: withoutNoExtension(qualifiers) });
}

function faultOf(elements: readonly Element[], keyAi: string): Reason | undefined {
  for (const { ai, value } of elements) {
    const reason = ai === keyAi ? undefined : refuseElement(ai, value);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Identifiers that stand there with several values, of which none can be told to be meant. */
function doubled(elements: readonly Element[]): readonly ElementFault[] {
  const values = new Map<string, Set<string>>();
  for (const { ai, value } of elements) values.set(ai, (values.get(ai) ?? new Set()).add(padValue(ai, value)));
  return [...values].flatMap(([ai, all]): ElementFault[] =>
    all.size === 1 ? [] : [{ ai, reason: 'registry', values: [...all] }],
  );
}

/** Whether the text begins as only an element string does: a bracket, a symbology identifier or FNC1. */
export function isMarkedElements(text: string): boolean {
  switch (text.charCodeAt(0)) {
    case 29: // FNC1
      return true;
    case 40: // (
      return isDigit(text, 1);
    case 93: // ]
      return SYMBOLOGY.test(text);
    default:
      return false;
  }
}

/** The elements of a text in their order; undefined when it is no element string. */
export function splitElements(text: string): readonly Element[] | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  return text.startsWith('(') ? splitBracketed(text) : splitScanned(text);
}

/** `(01)…(10)…`: a value may hold brackets itself, so an identifier is two to four digits in brackets. */
function splitBracketed(text: string): readonly Element[] | undefined {
  let close = markEnd(text, 0);
  if (close < 0) return undefined;
  const elements: Element[] = [];
  for (let open = 0; open < text.length; ) {
    const ai = text.slice(open + 1, close);
    const from = close + 1;
    open = from - 1;
    do {
      open = text.indexOf('(', open + 1);
      if (open < 0) open = text.length;
      close = markEnd(text, open);
    } while (close < 0 && open < text.length);
    const value = text.slice(from, open);
    // Some scanners' software writes the brackets and leaves the separators in.
    elements.push({ ai, value: value.includes(FNC1) ? value.replaceAll(FNC1, '') : value });
  }
  return elements;
}

/** The bracket that closes an identifier whose opening bracket is here; -1 where there is none. */
function markEnd(text: string, open: number): number {
  let at = open + 1;
  while (at <= open + 4 && isDigit(text, at)) at += 1;
  return at >= open + 3 && text.startsWith(')', at) ? at : -1;
}

function isDigit(text: string, at: number): boolean {
  const character = text.charCodeAt(at);
  return character >= 48 && character <= 57;
}

/** What a scanner gives. Without a mark of GS1 in it, bare digits are taken for it only if a key comes first. */
function splitScanned(text: string): readonly Element[] | undefined {
  const hasSymbology = SYMBOLOGY.test(text);
  let rest = hasSymbology ? text.slice(3) : text;
  const hasLead = rest.startsWith(FNC1);
  if (hasLead) rest = rest.slice(1);
  const elements = splitRunTogether(rest);
  if (elements === undefined || hasSymbology || hasLead) return elements;
  return KEY_BY_SEGMENT.has(elements[0]?.ai ?? '') ? elements : undefined;
}

function splitRunTogether(text: string): readonly Element[] | undefined {
  const elements: Element[] = [];
  let at = 0;
  while (at < text.length) {
    const ai = identifierAt(text, at);
    if (ai === undefined) return undefined;
    const from = at + ai.length;
    const entry = APPLICATION_IDENTIFIERS.get(ai);
    const stop = text.indexOf(FNC1, from);
    const ended = stop < 0 ? text.length : stop;
    const end = entry?.isFixed === true ? Math.min(from + entry.lengthMax, ended) : ended;
    elements.push({ ai, value: text.slice(from, end) });
    at = text.startsWith(FNC1, end) ? end + 1 : end;
  }
  return elements.length === 0 ? undefined : elements;
}

/** Every fault of the elements, each value by itself and then all together; empty when there is none. */
export function checkElements(elements: readonly Element[]): readonly ElementFault[] {
  const single = elements.flatMap(({ ai, value }): ElementFault[] => {
    const reason = refuseElement(ai, value);
    return reason === undefined ? [] : [{ ai, reason }];
  });
  const together = [...excludedPairs(elements), ...clashing(elements)];
  return [...single, ...doubled(elements), ...together, ...missingCompanions(elements)];
}

/** Qualifiers of the key that the table has in no sequence together. */
function clashing(elements: readonly Element[]): readonly ElementFault[] {
  const has = (ai: string): boolean => elements.some((element) => element.ai === ai);
  const key = namingKey(has);
  const { clash } = key === undefined ? {} : namingQualifiers(key, key.qualifiers.filter(has));
  if (clash === undefined || refusesEachOther(clash)) return [];
  return [{ ai: clash[0], reason: 'registry', excludes: clash[1] }];
}

/** Whether the table says already that the two exclude each other. */
function refusesEachOther([one, other]: readonly [string, string]): boolean {
  const excludes = (ai: string, second: string): boolean =>
    APPLICATION_IDENTIFIERS.get(ai)?.excludes.some((pattern) => suits(second, pattern)) === true;
  return excludes(one, other) || excludes(other, one);
}

function excludedPairs(elements: readonly Element[]): readonly ElementFault[] {
  const faults: ElementFault[] = [];
  for (const { ai } of elements) {
    for (const pattern of APPLICATION_IDENTIFIERS.get(ai)?.excludes ?? []) {
      if (!elements.some((other) => other.ai !== ai && suits(other.ai, pattern))) continue;
      faults.push({ ai, reason: 'registry', excludes: pattern });
      break;
    }
  }
  return faults;
}

function missingCompanions(elements: readonly Element[]): readonly ElementFault[] {
  return elements.flatMap(({ ai }): ElementFault[] => {
    const groups = APPLICATION_IDENTIFIERS.get(ai)?.needs ?? [];
    const missing = groups.find(
      (alternatives) =>
        !alternatives.some((all) => all.every((pattern) => elements.some((other) => suits(other.ai, pattern)))),
    );
    const needs = missing?.map((all) => all.join('+')).join(',');
    return needs === undefined ? [] : [{ ai, reason: 'registry', needs }];
  });
}

/** Whether an identifier is meant by a pattern of the table, in which `n` stands for any digit. */
function suits(ai: string, pattern: string): boolean {
  if (ai.length !== pattern.length) return false;
  for (let i = 0; i < ai.length; i += 1) {
    if (pattern[i] !== 'n' && pattern[i] !== ai[i]) return false;
  }
  return true;
}

/** The elements for people, identifiers in brackets. */
export function formatBracketed(elements: readonly Element[]): string {
  return elements.map(({ ai, value }) => `(${ai})${value}`).join('');
}

/**
 * The elements as a symbol carries them, without the FNC1 that opens it: those of predefined length first, so that as
 * few separators as can be are needed (General Specifications §7.8.5).
 */
export function formatScanned(elements: readonly Element[]): string {
  const isFixed = ({ ai }: Element): boolean => APPLICATION_IDENTIFIERS.get(ai)?.isFixed === true;
  const ordered = [...elements.filter(isFixed), ...elements.filter((element) => !isFixed(element))];
  return ordered
    .map((element, i) => element.ai + element.value + (isFixed(element) || i === ordered.length - 1 ? '' : FNC1))
    .join('');
}
