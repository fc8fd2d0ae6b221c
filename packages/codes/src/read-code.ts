/** What a code is, in parts, for a person and for the modules that need more than its one spelling. */
import { canonical, parseGs1 } from './canonical.ts';
import { DRUG_PRODUCT_DIGITS, hasValidUsccChecks, isDrugCode, looksLikeUscc } from './china.ts';
import { formatDigitalLink, formatPath, type Gs1Code } from './digital-link.ts';
import type { Names } from './gs1-keys.ts';
import { QUALIFIERS } from './gs1-keys.ts';
import { CANONICAL_HOST, encodeSegment, type Reason } from './gs1-value.ts';

export type CodeScheme = 'gs1' | 'cn-drug' | 'cn-uscc' | 'unknown';

/** The parts that a scheme gives a name. Values are plain text, not escaped. */
export interface CodeParts {
  readonly gtin?: string;
  readonly sscc?: string;
  readonly gln?: string;
  readonly lot?: string;
  readonly serial?: string;
  readonly extension?: string;
  readonly [part: string]: string | undefined;
}

export interface CodeRefusal {
  readonly reason: Reason;
  readonly message: { readonly en: string; readonly zh: string };
}

export interface CodeReading {
  readonly scheme: CodeScheme;
  readonly canonical: string;
  /** What kind of thing it names. */
  readonly names: Names;
  readonly parts: CodeParts;
  /** The lot, else the product class, else the key without its serial, else the code itself. */
  readonly classOf: string;
  /** The lot that the code itself carries. */
  readonly lotOf?: string;
  readonly wellFormed: boolean;
  /** Why it is not well-formed. */
  readonly refusal?: CodeRefusal;
}

export function readCode(code: string): CodeReading {
  const parsed = parseGs1(code);
  if (parsed?.ok) return readGs1(parsed.value);
  const plain = { canonical: code, classOf: code, parts: {} };
  if (parsed !== undefined) {
    return { ...plain, scheme: 'gs1', names: 'unknown', wellFormed: false, refusal: refusalOf(parsed.reason) };
  }
  if (isDrugCode(code)) {
    const parts = { product: code.slice(0, DRUG_PRODUCT_DIGITS), serial: code.slice(DRUG_PRODUCT_DIGITS) };
    return { ...plain, scheme: 'cn-drug', names: 'instance', parts, wellFormed: true };
  }
  if (looksLikeUscc(code)) {
    const parts = { division: code.slice(2, 8), organisation: code.slice(8, 17) };
    const good = hasValidUsccChecks(code);
    const reading = { ...plain, scheme: 'cn-uscc' as const, names: 'party' as const, parts, wellFormed: good };
    return good ? reading : { ...reading, refusal: refusalOf('check-digit') };
  }
  return { ...plain, scheme: 'unknown', names: 'unknown', wellFormed: true };
}

function readGs1(code: Gs1Code): CodeReading {
  const link = formatDigitalLink(code);
  const lot = code.qualifiers.get('10');
  const lotOf = lot === undefined ? undefined : keyWith(code, '10', lot);
  const wellFormed = { scheme: 'gs1', canonical: link, parts: partsOf(code), wellFormed: true } as const;
  const reading = { ...wellFormed, names: namesOf(code), classOf: lotOf ?? keyLink(code) };
  return lotOf === undefined ? reading : { ...reading, lotOf };
}

/** The thing's class: what `events.touch` groups rows by, and an unscanned instance is known under. */
export function classOf(canonicalCode: string): string {
  const parsed = parseGs1(canonicalCode);
  if (!parsed?.ok) return canonicalCode;
  const lot = parsed.value.qualifiers.get('10');
  return lot === undefined ? keyLink(parsed.value) : keyWith(parsed.value, '10', lot);
}

/** The key without its qualifiers; a key that is all serial is its own class. */
function keyLink(code: Gs1Code): string {
  return code.qualifiers.size === 0
    ? formatDigitalLink(code)
    : formatDigitalLink({ key: code.key, value: code.value, qualifiers: new Map() });
}

function keyWith(code: Gs1Code, ai: string, value: string): string {
  return formatDigitalLink({ key: code.key, value: code.value, qualifiers: new Map([[ai, value]]) });
}

/** The canonical code of a lot. */
export function lotCode(gtin: string, lot: string): string {
  return `${CANONICAL_HOST}/01/${gtin.padStart(14, '0')}/10/${encodeSegment(lot)}`;
}

/** Other canonical codes that can stand for the same instance: what carries lot and serial, without its lot. */
export function alternates(code: string): string[] {
  const parsed = parseGs1(code);
  if (!parsed?.ok) return [];
  const serial = parsed.value.qualifiers.get('21');
  return serial === undefined || !parsed.value.qualifiers.has('10') ? [] : [keyWith(parsed.value, '21', serial)];
}

/** The path of the canonical Digital Link, `/01/…`; undefined for what is no GS1 key. */
export function digitalLinkPath(code: string): string | undefined {
  const parsed = parseGs1(code);
  return parsed?.ok ? formatPath(parsed.value) : undefined;
}

/** Whether two spellings name the same unit. */
export function sameUnit(a: string, b: string): boolean {
  return a === b || canonical(a) === canonical(b);
}

function namesOf({ key, value, qualifiers }: Gs1Code): Names {
  if (key.ai === '01' || key.ai === '8006' || key.ai === '8010') {
    if (qualifiers.has('21') || qualifiers.has('235') || qualifiers.has('8011')) return 'instance';
    return qualifiers.has('10') ? 'lot' : 'class';
  }
  // A returnable asset, document or coupon without serial is a kind of them.
  if (key.ai === '8003') return value.length > 14 ? 'asset' : 'class';
  return key.names;
}

function partsOf({ key, value, qualifiers }: Gs1Code): CodeParts {
  const parts: Record<string, string> = {};
  if (key.ai === '8006') {
    Object.assign(parts, { gtin: value.slice(0, 14), piece: value.slice(14, 16), total: value.slice(16) });
  } else if (key.ai === '414' || key.ai === '417') parts.gln = value;
  else if (key.value.digits > 0 && key.value.tailMax > 0) {
    parts[key.alias] = value.slice(0, key.value.digits);
    if (value.length > key.value.digits) parts.serial = value.slice(key.value.digits);
  } else parts[key.alias] = value;
  for (const [ai, text] of qualifiers) {
    const part = QUALIFIERS[ai]?.part;
    if (part !== undefined) parts[part] = text;
  }
  return parts;
}

const REFUSALS: Readonly<Record<Reason, CodeRefusal['message']>> = {
  length: { en: 'A part of this code is too short or too long', zh: '编码的某一部分长度不对' },
  alphabet: { en: 'This code has characters that its kind does not allow', zh: '编码中有不允许的字符' },
  'check-digit': {
    en: 'The check digit is wrong: the code was mistyped, misread or made up',
    zh: '校验位不正确：编码可能输错、误读，或并非真实编码',
  },
  date: { en: 'A date in this code does not exist', zh: '编码中的日期不存在' },
  registry: { en: 'This kind of code has no such part', zh: '此类编码没有该部分' },
};

function refusalOf(reason: Reason): CodeRefusal {
  return { reason, message: REFUSALS[reason] };
}
