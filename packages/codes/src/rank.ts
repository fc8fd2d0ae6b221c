/**
 * All that one text may be, ranked. Evidence is counted in bits: how common it is to meet the scheme bare (its prior),
 * and how rarely a text made up at random has the marks that were found. No guess is hidden: what else the text may be
 * stays in the list, and readings of nearly equal evidence are ambiguous.
 */

import { type PersonalNumber, personalNumberOf } from './cn/personal-number.ts';
import { evidenceOf, overstated } from './evidence.ts';
import { mayBeDigits, totalLength } from './field.ts';
import { CHECK_BITS, CHECK_RIGHT, readBareDigits } from './gs1/bare.ts';
import { hasValidCheckDigit, isDigits } from './gs1/check-digit.ts';
import { type Gs1Code, parseDigitalLink } from './gs1/digital-link.ts';
import { isMarkedElements, parseElementString } from './gs1/element-string.ts';
import { type OtherEpc, readOtherEpc } from './gs1/epc-other.ts';
import { parseEpcUrn } from './gs1/epc-urn.ts';
import { kindOf } from './gs1/parts.ts';
import { isMeant } from './meant.ts';
import { nameOf, readNamed } from './named.ts';
import type { Parsed, Reason, Text } from './parsed.ts';
import type { CodeParts, Scheme } from './scheme.ts';
import { SCHEMES } from './schemes.ts';

/** One thing that a text may be. */
export interface Ranked {
  readonly found:
    | { readonly is: 'gs1'; readonly code: Gs1Code }
    | { readonly is: 'gs1-broken'; readonly ai?: string }
    | { readonly is: 'epc'; readonly epc: OtherEpc }
    | { readonly is: 'person' }
    | { readonly is: 'scheme'; readonly scheme: Scheme; readonly parts: CodeParts; readonly code: string };
  readonly refusal?: Reason;
  /** Evidence in bits. */
  readonly score: number;
  /** Whether that is enough to take the text for it; what is not sure is offered, not chosen. */
  readonly isSure: boolean;
  readonly reasons: readonly Text[];
  /** Whether the text says itself what it is: by its prefix, its brackets, its fixed words. */
  readonly isMeant: boolean;
}

const SPELLED_OUT = 40; // a whole syntax: no other text looks like it
const MEANT = 12; // the fixed text of a scheme, before a code that is broken
const BROKEN = 6; // less likely than a weaker code that is whole, likelier than none
/** Below this a form proves so little that a text of it is taken for unknown. */
export const EVIDENCE_MIN = 3;
/** Readings closer than this are ambiguous. */
export const MARGIN = 4;
const LENGTH_MAX = 2_000; // longer than any code, symbol or address that carries one

const WRITTEN_AS = {
  link: { zh: '是商品二维码的网址', en: 'is the web address of a GS1 QR code' },
  urn: { zh: '是射频标签（EPC）的写法', en: 'is written as on a radio tag (EPC)' },
  elements: {
    zh: '带有商品条码的数据标识，如 (01)、(10)',
    en: 'has the identifiers of a GS1 bar code, such as (01) and (10)',
  },
  named: { zh: '标明了编码体系', en: 'says itself which scheme it is of' },
} satisfies Record<string, Text>;
const FORM_ONLY: Text = { zh: '只有长度和字符相符', en: 'only its length and characters suit' };

/** All readings of exactly this text, the likeliest first. */
export function rank(text: string): readonly Ranked[] {
  if (text === '' || text.length > LENGTH_MAX) return [];
  const person = personalNumberOf(text);
  // Whoever means a GS1 key or another scheme by such digits can name it; no guess may turn a person into a thing.
  if (person === 'checked') return [personReading(text, person)];
  const isNumber = isDigits(text);
  const named = isNumber ? undefined : namedReadings(text);
  if (named !== undefined) return named;
  const readings = isNumber ? digitReadings(text) : [...gs1Readings(text), ...otherReadings(READ_BARE, text)];
  if (person !== undefined) readings.push(personReading(text, person));
  return readings.sort((a, b) => b.score - a.score);
}

/** Far above any other bare number, and far below a spelled-out GS1 key that holds the same digits. */
const PERSON_CHECKED = 14;
/** Fifteen digits have no check: what another scheme claims with a check of its own goes before. */
const PERSON_OF_OLD = 6;

const PERSON_REASONS = {
  checked: {
    zh: '含有行政区划和出生日期，校验码（GB 11643）正确',
    en: 'it holds a division and a birth date, and its check character (GB 11643) comes out right',
  },
  listed: {
    zh: '含有现行的行政区划代码和出生日期（15 位旧号没有校验码）',
    en: 'it holds a division code of today and a birth date (numbers of 15 digits have no check)',
  },
  likely: {
    zh: '含有行政区划和出生日期（15 位旧号没有校验码）',
    en: 'it holds a division and a birth date (numbers of 15 digits have no check)',
  },
} satisfies Record<PersonalNumber, Text>;
const SSCC_TOO: Text = {
  zh: 'GS1 校验码也正确：若是物流单元代码，请在前面加 (00)',
  en: 'its GS1 check digit comes out right too: if it is a logistic unit, write (00) in front',
};

function personReading(text: string, person: PersonalNumber): Ranked {
  const isChecked = person === 'checked';
  return {
    found: { is: 'person' },
    refusal: 'personal-number',
    score: isChecked ? PERSON_CHECKED : PERSON_OF_OLD,
    isSure: person !== 'likely',
    reasons: [PERSON_REASONS[person], ...(isChecked && hasValidCheckDigit(text) ? [SSCC_TOO] : [])],
    isMeant: person !== 'likely',
  };
}

/**
 * What the text is taken for: its likeliest well-formed reading, or a broken one where the text itself says what it is
 * meant for; undefined for what no scheme knows.
 */
export function primary(readings: readonly Ranked[]): Ranked | undefined {
  const whole = readings.find(({ refusal }) => refusal === undefined);
  if (whole !== undefined && whole.score >= EVIDENCE_MIN) return whole;
  return readings.find(({ refusal, isMeant: meant }) => refusal !== undefined && meant);
}

/** Whether another well-formed reading is nearly as likely as the first. */
export function isAmbiguous(readings: readonly Ranked[]): boolean {
  const [first, second] = readings.filter(({ refusal }) => refusal === undefined);
  if (first === undefined || second === undefined) return false;
  return first.score - second.score < MARGIN || areTwins(kindOfFound(first), kindOfFound(second));
}

function kindOfFound({ found }: Ranked): string {
  return found.is === 'gs1' ? kindOf(found.code) : found.is === 'scheme' ? found.scheme.id : found.is;
}

const TWINS: readonly string[] = ['gtin', 'cn-drug-standard-code'];

/**
 * The fourteen digits of a national drug code begin with 869, and so do those of a case (indicator 8) of a Chinese
 * company (690 to 699). Each may be the other: no weight tells them apart.
 */
export function areTwins(kind: string, other: string): boolean {
  return kind !== other && TWINS.includes(kind) && TWINS.includes(other);
}

/** The reading that a text stands for by itself: whole, sure, and no other near; undefined where there is none. */
export function sureReading(readings: readonly Ranked[]): Ranked | undefined {
  const first = readings.find(({ refusal }) => refusal === undefined);
  if (first === undefined || first.score < EVIDENCE_MIN || !first.isSure) return undefined;
  return isAmbiguous(readings) ? undefined : first;
}

/** Most bare texts are numbers, and most schemes and spellings have other characters. */
function digitReadings(text: string): Ranked[] {
  const schemes = OF_DIGITS.get(text.length)?.[text.charCodeAt(0) - ZERO] ?? [];
  return [...elementReadings(text), ...bareReadings(text), ...otherReadings(schemes, text)];
}

function gs1Readings(text: string): Ranked[] {
  const link = spelled(parseDigitalLink(text), WRITTEN_AS.link);
  const urn = spelled(parseEpcUrn(text), WRITTEN_AS.urn);
  const readings = [...link, ...urn, ...elementReadings(text)];
  const epc = urn.length === 0 ? readOtherEpc(text) : undefined;
  if (epc === undefined) return readings;
  const { refusal } = epc;
  const found = { is: 'epc' as const, epc };
  const base = { found, score: SPELLED_OUT, reasons: [WRITTEN_AS.urn], isSure: true, isMeant: true };
  return [...readings, refusal === undefined ? base : { ...base, refusal }];
}

function spelled(parsed: Parsed<Gs1Code> | undefined, reason: Text): Ranked[] {
  if (parsed === undefined) return [];
  const base = { score: SPELLED_OUT, reasons: [reason], isSure: true, isMeant: true };
  if (parsed.ok) return [{ ...base, found: { is: 'gs1', code: parsed.value } }];
  return [{ ...base, score: SPELLED_OUT - BROKEN, found: { is: 'gs1-broken' }, refusal: parsed.reason }];
}

/** Digits run together are an element string only if they break none of its rules; with marks they are meant for one. */
function elementReadings(text: string): Ranked[] {
  const readings = spelled(parseElementString(text), WRITTEN_AS.elements);
  return isMarkedElements(text) ? readings : readings.filter(({ refusal }) => refusal === undefined).map(lessCertain);
}

// Digits run together, no mark of GS1 in front: a key with a check digit behind its identifier, or one without.
const RUN_TOGETHER_CHECKED = 10;
const RUN_TOGETHER = 4;

function lessCertain(reading: Ranked): Ranked {
  const isChecked = reading.found.is === 'gs1' && reading.found.code.key.value.checkAt !== undefined;
  return { ...reading, score: isChecked ? RUN_TOGETHER_CHECKED : RUN_TOGETHER, isMeant: false };
}

function bareReadings(text: string): Ranked[] {
  return readBareDigits(text).map(({ code, ai, prior }): Ranked => {
    if (!code.ok) {
      const found = { is: 'gs1-broken' as const, ai };
      return { found, refusal: code.reason, score: prior - BROKEN, isSure: true, reasons: [], isMeant: false };
    }
    const found = { is: 'gs1' as const, code: code.value };
    const score = prior + CHECK_BITS;
    return { found, score, isSure: score >= EVIDENCE_MIN, reasons: [CHECK_RIGHT], isMeant: false };
  });
}

/** Whoever writes this name means a person, whatever stands behind it. */
export const PERSON_NAME = 'cn-personal-number';

/**
 * A text that names its scheme, `cn-elevator:301234`, is of that scheme or broken; undefined where it names none. Behind
 * the name, a percent sign begins an escape.
 */
function namedReadings(text: string): readonly Ranked[] | undefined {
  const own = readNamed(text);
  if (own === undefined)
    return nameOf(text) === PERSON_NAME ? [personReading(text.slice(PERSON_NAME.length + 1), 'checked')] : undefined;
  const { scheme, code, read } = own;
  // A scheme without a form would take any text, also the number of a person.
  if (scheme.rules.isOpaque === true && personalNumberOf(code) === 'checked') return [personReading(code, 'checked')];
  const reading = read.ok ? wholeReading(scheme, code, read.value) : brokenReading(scheme, code, read.reason);
  const score = SPELLED_OUT - (reading.refusal === undefined ? 0 : BROKEN);
  return [{ ...reading, score, reasons: [WRITTEN_AS.named, ...reading.reasons], isSure: true, isMeant: true }];
}

const READ_BARE = SCHEMES.filter(({ rules }) => rules.isOpaque !== true);
const ZERO = 48;
/** The schemes that a text of digits may be of, by its length, then by its first digit. */
const OF_DIGITS: ReadonlyMap<number, readonly (readonly Scheme[])[]> = schemesOfDigits();

function schemesOfDigits() {
  const byLength = new Map<number, Scheme[][]>();
  for (const scheme of READ_BARE) {
    const { fields, hasMarks, firstDigits = '0123456789' } = scheme.rules;
    if (hasMarks === true || !mayBeDigits(fields)) continue;
    const [min, max] = totalLength(fields);
    for (let length = min; length <= max; length += 1) {
      const byFirst = byLength.get(length) ?? Array.from({ length: 10 }, (): Scheme[] => []);
      byLength.set(length, byFirst);
      for (const digit of firstDigits) byFirst[Number(digit)]?.push(scheme);
    }
  }
  return byLength;
}

function otherReadings(schemes: readonly Scheme[], text: string): Ranked[] {
  const readings: Ranked[] = [];
  for (const scheme of schemes) {
    const read = scheme.parse(text);
    if (read.ok) readings.push(wholeReading(scheme, text, read.value));
    else if (isPlausible(scheme, text, read.reason)) readings.push(brokenReading(scheme, text, read.reason));
  }
  return readings;
}

function wholeReading(scheme: Scheme, text: string, parts: CodeParts): Ranked {
  const { prior, fold } = scheme.rules;
  const evidence = evidenceOf(scheme, parts);
  let score = prior;
  const reasons: Text[] = [];
  for (const each of evidence) {
    score += each.bits;
    if (each.bits > 0) reasons.push(each.text);
  }
  return {
    found: { is: 'scheme', scheme, parts, code: fold?.(text) ?? text },
    score,
    isSure: score - overstated(scheme, parts) >= EVIDENCE_MIN,
    reasons: reasons.length === 0 ? [FORM_ONLY] : reasons,
    isMeant: isMeant(scheme, text),
  };
}

function brokenReading(scheme: Scheme, text: string, refusal: Reason): Ranked {
  const meant = isMeant(scheme, text);
  const score = scheme.rules.prior + (meant ? MEANT : 0) - BROKEN;
  const found = { is: 'scheme', scheme, parts: {}, code: text } as const;
  return { found, refusal, score, isSure: meant, reasons: [], isMeant: meant };
}

/** A broken reading is worth showing where the text is meant for the scheme, or has its form and fails its check only. */
function isPlausible(scheme: Scheme, text: string, refusal: Reason): boolean {
  if (isMeant(scheme, text)) return true;
  const { rules } = scheme;
  if (refusal === 'length' || refusal === 'alphabet' || rules.isMeant !== undefined) return false;
  // A year or division that does not exist speaks for another scheme, unless the length is one's own.
  return rules.prior > 0 && text.length >= LONG_ENOUGH;
}

const LONG_ENOUGH = 16;
