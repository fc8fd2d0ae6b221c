/** What a code is, in parts, for a person and for the modules that need more than its one spelling. */
import { canonical, parseGs1 } from './canonical.ts';
import { asUscc, DRUG_PRODUCT_DIGITS, hasValidUsccChecks, isDrugCode } from './china.ts';
import { formatDigitalLink, formatPath, type Gs1Code, NO_QUALIFIERS } from './digital-link.ts';
import { type Names, QUALIFIERS } from './gs1-keys.ts';
import { CANONICAL_HOST, encodeSegment, type Reason } from './gs1-value.ts';
import { plainClassEnd } from './plain-link.ts';

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
  /** As `classOf` gives it. */
  readonly classOf: string;
  /** The lot that the code itself carries. */
  readonly lotOf?: string;
  readonly wellFormed: boolean;
  /** Why it is not well-formed. */
  readonly refusal?: CodeRefusal;
}

/**
 * What the code is, in parts. A code that no scheme knows is well-formed, of scheme `unknown`, without parts; a
 * broken one has no parts either, as they could not be trusted.
 */
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
  const uscc = asUscc(code);
  return uscc === undefined
    ? { ...plain, scheme: 'unknown', names: 'unknown', wellFormed: true }
    : readUscc(code, uscc);
}

function readUscc(code: string, uscc: string): CodeReading {
  const scheme = 'cn-uscc';
  const names = 'party';
  if (hasValidUsccChecks(uscc)) {
    const parts = { division: uscc.slice(2, 8), organisation: uscc.slice(8, 17) };
    return { scheme, canonical: uscc, names, parts, classOf: uscc, wellFormed: true };
  }
  const refusal = refusalOf('check-digit');
  return { scheme, canonical: code, names, parts: {}, classOf: code, wellFormed: false, refusal };
}

function readGs1(code: Gs1Code): CodeReading {
  const lot = lotOf(code);
  return {
    scheme: 'gs1',
    canonical: formatDigitalLink(code),
    names: namesOf(code),
    parts: partsOf(code),
    classOf: lot ?? keyLink(code),
    wellFormed: true,
    ...(lot === undefined ? {} : { lotOf: lot }),
  };
}

/**
 * The canonical code of the thing's class: of its lot where the code carries one, else of the key without serial,
 * else, for what has no class, the thing's own.
 */
export function classOf(code: string): string {
  const end = plainClassEnd(code);
  if (end >= 0) return end === code.length ? code : code.slice(0, end);
  const parsed = parseGs1(code);
  if (!parsed?.ok) return canonical(code);
  return lotOf(parsed.value) ?? keyLink(parsed.value);
}

/** The lot that the code itself carries. */
function lotOf(code: Gs1Code): string | undefined {
  const lot = code.qualifiers.get('10');
  return lot === undefined ? undefined : keyWith(code, new Map([['10', lot]]));
}

/** The key without qualifiers and without the serial in its value; a key that is all serial is its own class. */
function keyLink(code: Gs1Code): string {
  const { key, value } = code;
  if (key.value.digits > 0 && value.length > key.value.digits) {
    return formatDigitalLink({ key, value: value.slice(0, key.value.digits), qualifiers: NO_QUALIFIERS });
  }
  return code.qualifiers.size === 0 ? formatDigitalLink(code) : keyWith(code, NO_QUALIFIERS);
}

function keyWith({ key, value }: Gs1Code, qualifiers: ReadonlyMap<string, string>): string {
  return formatDigitalLink({ key, value, qualifiers });
}

/** The canonical code of a lot. A lot that GS1 would not allow (see `readCode`) still has one spelling. */
export function lotCode(gtin: string, lot: string): string {
  return `${CANONICAL_HOST}/01/${gtin.padStart(14, '0')}/10/${encodeSegment(lot)}`;
}

/**
 * Other canonical codes that name the same instance, as far as the code itself tells: a serial is unique within its
 * GTIN (General Specifications §3.5.2), so lot and variant beside it may be left out.
 */
export function alternates(code: string): string[] {
  const parsed = parseGs1(code);
  if (!parsed?.ok || !parsed.value.qualifiers.has('21')) return [];
  const { qualifiers } = parsed.value;
  const own = formatDigitalLink(parsed.value);
  const leaveOut = [['22'], ['10'], ['22', '10']];
  const links = leaveOut.map((left) =>
    keyWith(parsed.value, new Map([...qualifiers].filter(([ai]) => !left.includes(ai)))),
  );
  return [...new Set(links)].filter((link) => link !== own);
}

/** The path of the canonical Digital Link, `/01/…`; null for what is no well-formed GS1 key. */
export function digitalLinkPath(code: string): string | null {
  const parsed = parseGs1(code);
  return parsed?.ok ? formatPath(parsed.value) : null;
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
  // A returnable asset without serial is a kind of them.
  if (key.ai === '8003' && value.length === key.value.digits) return 'class';
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
    const part = QUALIFIERS.get(ai)?.part;
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
  registry: { en: 'The parts of this code contradict each other', zh: '编码的各部分相互矛盾' },
};

function refusalOf(reason: Reason): CodeRefusal {
  return { reason, message: REFUSALS[reason] };
}
