/** What a code is, in parts, for a person and for the modules that need more than its one spelling. */
import { canonical, canonicalOf, gs1Of, isOtherUri, keyOf } from './canonical.ts';
import { expectedCheck } from './expected-check.ts';
import { formatDigitalLink, formatPath, type Gs1Code, NO_QUALIFIERS } from './gs1/digital-link.ts';
import { kindOf, namesOf, partsOf } from './gs1/parts.ts';
import { plainClassEnd } from './gs1/plain-link.ts';
import { gs1SchemeOf } from './gs1/schemes.ts';
import { parseSpelled } from './gs1/spelled.ts';
import { CANONICAL_HOST, encodeSegment } from './gs1/value.ts';
import type { Names, Reason, Text } from './parsed.ts';
import { PERSON_NAME, primary, type Ranked, rank } from './rank.ts';
import type { CodeParts, Confidence, Scheme } from './scheme.ts';

export interface CodeRefusal {
  readonly reason: Reason;
  readonly message: Text;
  /** The check character that would come out right, where that can be told. */
  readonly expected?: string;
}

export interface CodeReading {
  /**
   * `gs1`, `epc` for an EPC URI that is no GS1 key, the id of another scheme, `cn-personal-number` for the number of a
   * person, which is always refused, or `unknown`.
   */
  readonly scheme: string;
  /** For GS1, which of its identifiers: `sgtin`, `sscc`, … */
  readonly kind?: string;
  /** What the scheme, or the GS1 identifier, is called. */
  readonly name: Text;
  readonly canonical: string;
  /** What kind of thing it names. */
  readonly names: Names;
  readonly parts: CodeParts;
  /** As `classOf` gives it. */
  readonly classOf: string;
  /** The lot that the code itself carries. */
  readonly lotOf?: string;
  /** Canonical code of the product that it is of, as far as the code itself tells; of a product its own. */
  readonly productOf?: string;
  readonly wellFormed: boolean;
  /** Why it is not well-formed. */
  readonly refusal?: CodeRefusal;
  /** How sure we are of the scheme's form; GS1's is sourced from its standards. */
  readonly confidence?: Confidence;
  readonly standard?: string;
  readonly note?: Text;
  /** What a person should look at in a well-formed code, such as an unpublished check that does not come out. */
  readonly findings?: readonly Text[];
}

/**
 * What the code is, in parts. A code that no scheme knows is well-formed, of scheme `unknown`, without parts; a
 * broken one has no parts either, as they could not be trusted. The text is read as it stands; `detect` is for what
 * people type.
 */
export function readCode(code: string): CodeReading {
  const parsed = parseSpelled(code);
  if (parsed?.ok) return readGs1(parsed.value);
  if (parsed === undefined && isOtherUri(code) && !isEpcUri(code)) return readUnknown(code);
  const reading = primary(rank(code));
  return reading === undefined ? readUnknown(code) : describe(reading, code);
}

function isEpcUri(code: string): boolean {
  return code.slice(0, 8).toLowerCase() === 'urn:epc:';
}

const UNKNOWN: Text = { zh: '未识别的编码', en: 'Unrecognised code' };
const PERSON: Text = { zh: '居民身份证号码', en: 'Personal identity number' };
const GS1: Text = { zh: 'GS1 商品条码体系', en: 'GS1' };

/** A unit that no scheme knows, under its own text. */
export function readUnknown(code: string): CodeReading {
  const base = { scheme: 'unknown', name: UNKNOWN, names: 'unknown', wellFormed: true } as const;
  return { ...base, canonical: code, classOf: code, parts: {} };
}

/** A reading in full. */
export function describe(reading: Ranked, text: string): CodeReading {
  const { found, refusal } = reading;
  const own = {
    canonical: canonicalOf(reading, text),
    ...(refusal === undefined ? {} : { refusal: refusalOf(refusal, expectedCheck(reading, text)) }),
  };
  const plain = { ...own, classOf: own.canonical, wellFormed: refusal === undefined };
  switch (found.is) {
    case 'gs1':
      return readGs1(found.code);
    case 'gs1-broken': {
      const kind = KIND_OF_AI[found.ai ?? ''];
      const name = gs1SchemeOf(kind ?? '')?.name ?? GS1;
      return { ...plain, scheme: 'gs1', ...(kind === undefined ? {} : { kind }), name, names: 'unknown', parts: {} };
    }
    case 'epc': {
      const { kind, name, names, parts } = found.epc;
      return { ...plain, scheme: 'epc', kind, name, names, parts };
    }
    case 'person':
      return { ...plain, scheme: PERSON_NAME, name: PERSON, standard: 'GB 11643-1999', names: 'unknown', parts: {} };
    case 'scheme':
      return refusal === undefined
        ? { ...plain, ...factsOf(found.scheme), parts: found.parts, ...toldBy(found.scheme, found.parts) }
        : { ...plain, ...factsOf(found.scheme), parts: {} };
  }
}

function toldBy({ rules }: Scheme, parts: CodeParts): Pick<CodeReading, 'findings' | 'productOf'> {
  const findings = rules.findings?.(parts) ?? [];
  const product = rules.productOf?.(parts);
  return {
    ...(product === undefined ? {} : { productOf: product }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

const KIND_OF_AI: Readonly<Record<string, string>> = {
  '00': 'sscc',
  '01': 'gtin',
  '402': 'gsin',
  '414': 'gln',
  '417': 'pgln',
  '8018': 'gsrn',
};

function factsOf({ id, name, names, confidence, standard, note }: Scheme) {
  return { scheme: id, name, names, confidence, standard, ...(note === undefined ? {} : { note }) };
}

function readGs1(code: Gs1Code): CodeReading {
  const lot = lotOf(code);
  const kind = kindOf(code);
  const parts = partsOf(code);
  return {
    scheme: 'gs1',
    kind,
    name: gs1SchemeOf(kind)?.name ?? GS1,
    canonical: formatDigitalLink(code),
    names: namesOf(code),
    parts,
    classOf: lot ?? keyLink(code),
    wellFormed: true,
    ...(lot === undefined ? {} : { lotOf: lot }),
    ...(parts.gtin === undefined ? {} : { productOf: productCode(parts.gtin) }),
  };
}

/**
 * The canonical code of the thing's class: of its lot where the code carries one, else of the key without serial,
 * else, for what has no class, the thing's own.
 */
export function classOf(code: string): string {
  const end = plainClassEnd(code);
  if (end >= 0) return end === code.length ? code : code.slice(0, end);
  const key = keyOf(code);
  return typeof key === 'string' ? key : (lotOf(key) ?? keyLink(key));
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

/** The canonical code of the product that the code is of; undefined for what is of none, or does not say so. */
export function productOf(code: string): string | undefined {
  return readCode(code).productOf;
}

/** The canonical code of a product class. */
export function productCode(gtin: string): string {
  return `${CANONICAL_HOST}/01/${gtin.padStart(14, '0')}`;
}

/** The canonical code of a lot. A lot that GS1 would not allow (see `readCode`) still has one spelling. */
export function lotCode(gtin: string, lot: string): string {
  return `${productCode(gtin)}/10/${encodeSegment(lot)}`;
}

/**
 * Other canonical codes that name the same instance, as far as the code itself tells: a serial is unique within its
 * GTIN (General Specifications §3.5.2), so lot and variant beside it may be left out.
 */
export function alternates(code: string): string[] {
  const key = gs1Of(code);
  if (key?.qualifiers.has('21') !== true) return [];
  const { qualifiers } = key;
  const own = formatDigitalLink(key);
  const leaveOut = [['22'], ['10'], ['22', '10']];
  const links = leaveOut.map((left) => keyWith(key, new Map([...qualifiers].filter(([ai]) => !left.includes(ai)))));
  return [...new Set(links)].filter((link) => link !== own);
}

/** The path of the canonical Digital Link, `/01/…`; null for what is no well-formed GS1 key. */
export function digitalLinkPath(code: string): string | null {
  const key = gs1Of(code);
  return key === undefined ? null : formatPath(key);
}

/** Whether two spellings name the same unit. */
export function sameUnit(a: string, b: string): boolean {
  return a === b || canonical(a) === canonical(b);
}

const REFUSALS: Readonly<Record<Reason, Text>> = {
  length: { en: 'A part of this code is too short or too long', zh: '编码的某一部分长度不对' },
  alphabet: { en: 'This code has characters that its kind does not allow', zh: '编码中有不允许的字符' },
  'check-digit': {
    en: 'The check digit is wrong: the code was mistyped, misread or made up',
    zh: '校验位不正确：编码可能输错、误读，或并非真实编码',
  },
  date: { en: 'A date in this code does not exist', zh: '编码中的日期不存在' },
  registry: {
    en: 'A part of this code is not one of those there are, or contradicts another part',
    zh: '编码的某一部分不在规定的取值之内，或与其他部分矛盾',
  },
  'personal-number': {
    en: 'This is the identity number of a person, which is not taken as a code: refer to persons by a key of your own',
    zh: '这是居民身份证号码，不作为编码使用：涉及个人时请用自编的人员代号，不要用身份证号',
  },
};

function refusalOf(reason: Reason, expected: string | undefined): CodeRefusal {
  const message = REFUSALS[reason];
  if (expected === undefined) return { reason, message };
  const [zh, en] = [`校验位不正确，应为 ${expected}`, `The check digit is wrong, it should be ${expected}`];
  const told = { zh: message.zh.replace('校验位不正确', zh), en: message.en.replace('The check digit is wrong', en) };
  return { reason, message: told, expected };
}
