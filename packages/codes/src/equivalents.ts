/** The other spellings of a code. */
import { parseGs1 } from './canonical.ts';
import { formatDigitalLink, type Gs1Code } from './digital-link.ts';

export interface Equivalents {
  /** GS1 Digital Link on id.gs1.org. */
  readonly digitalLink?: string;
  /** `(01)…(10)…`, as printed under a bar code. */
  readonly elementString?: string;
  /** EPC URN; only where the length of the company prefix is known. */
  readonly epcUrn?: string;
}

export function equivalents(code: string): Equivalents {
  const parsed = parseGs1(code);
  if (!parsed?.ok) return {};
  const epcUrn = formatEpcUrn(parsed.value);
  return {
    digitalLink: formatDigitalLink(parsed.value),
    elementString: formatElementString(parsed.value),
    ...(epcUrn === undefined ? {} : { epcUrn }),
  };
}

function formatElementString({ key, value, qualifiers }: Gs1Code): string {
  const parts = [`(${key.ai})${value}`];
  for (const ai of key.qualifiers) {
    const text = qualifiers.get(ai);
    if (text !== undefined) parts.push(`(${ai})${text}`);
  }
  return parts.join('');
}

// GS1 China gives prefixes of these lengths (690 and 691: 7; 692 to 696: 8; 697: 9 digits). Other member
// organisations keep tables of their own, so for their codes no URN can be told.
const PREFIX_LENGTHS: readonly (readonly [from: string, to: string, length: number])[] = [
  ['690', '691', 7],
  ['692', '696', 8],
  ['697', '697', 9],
];

function prefixLength(body: string): number | undefined {
  const start = body.slice(0, 3);
  return PREFIX_LENGTHS.find(([from, to]) => start >= from && start <= to)?.[2];
}

/** EPC Tag Data Standard §6.3: digits with the company prefix apart and the check digit left out. */
function formatEpcUrn({ key, value, qualifiers }: Gs1Code): string | undefined {
  switch (key.ai) {
    case '01':
      return gtinUrn(value, qualifiers);
    case '00': {
      const split = splitIndicator(value.slice(0, 17));
      return split === undefined ? undefined : `urn:epc:id:sscc:${split}`;
    }
    case '414': {
      const split = splitPlain(value.slice(0, 12));
      return split === undefined ? undefined : `urn:epc:id:sgln:${split}.${escapeUrn(qualifiers.get('254') ?? '0')}`;
    }
    case '417': {
      const split = splitPlain(value.slice(0, 12));
      return split === undefined ? undefined : `urn:epc:id:pgln:${split}`;
    }
    default:
      return undefined;
  }
}

function gtinUrn(value: string, qualifiers: ReadonlyMap<string, string>): string | undefined {
  const split = splitIndicator(value.slice(0, 13));
  if (split === undefined || qualifiers.has('22') || qualifiers.has('235')) return undefined;
  const serial = qualifiers.get('21');
  const lot = qualifiers.get('10');
  if (serial !== undefined) return lot === undefined ? `urn:epc:id:sgtin:${split}.${escapeUrn(serial)}` : undefined;
  return lot === undefined ? `urn:epc:idpat:sgtin:${split}.*` : `urn:epc:class:lgtin:${split}.${escapeUrn(lot)}`;
}

/** `prefix.` indicator and reference. */
function splitIndicator(digits: string): string | undefined {
  const body = digits.slice(1);
  const length = prefixLength(body);
  return length === undefined ? undefined : `${body.slice(0, length)}.${digits.charAt(0)}${body.slice(length)}`;
}

function splitPlain(digits: string): string | undefined {
  const length = prefixLength(digits);
  return length === undefined ? undefined : `${digits.slice(0, length)}.${digits.slice(length)}`;
}

/** TDS §6.3.1: the characters that a URN escapes. */
function escapeUrn(text: string): string {
  return text.replace(/["%&/<>?#]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
