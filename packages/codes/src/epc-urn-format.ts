/** GS1 keys as EPC URNs: the way back, open only where the length of the company prefix is known. */
import { isDigits } from './check-digit.ts';
import type { Gs1Code } from './digital-link.ts';
import { SCHEMES, type Scheme } from './epc-urn.ts';

// GS1 China gives prefixes of these lengths (690 and 691: 7; 692 to 696: 8; 697: 9 digits). Other member
// organisations keep tables of their own, so for their codes no URN can be told.
const COMPANY_PREFIX_LENGTHS: readonly (readonly [from: string, to: string, length: number])[] = [
  ['690', '691', 7],
  ['692', '696', 8],
  ['697', '697', 9],
];

function companyPrefixLength(body: string): number | undefined {
  const start = body.slice(0, 3);
  return COMPANY_PREFIX_LENGTHS.find(([from, to]) => start >= from && start <= to)?.[2];
}

/** The EPC URN of a code (EPC Tag Data Standard §6.3); undefined where none names exactly the same thing. */
export function formatEpcUrn(code: Gs1Code): string | undefined {
  const { key, value, qualifiers } = code;
  const scheme = SCHEMES.find((each) => each.ai === key.ai && carries(each, code));
  if (scheme === undefined) return undefined;
  const head = formatHead(scheme, value);
  if (head === undefined) return undefined;
  if (scheme.last === undefined) return `urn:epc:id:${scheme.name}:${head}`;
  const last = scheme.last === 'tail' ? value.slice(key.value.digits) : qualifiers.get(scheme.last.qualifier);
  if (last !== undefined && last !== '') {
    return `urn:epc:${scheme.name === 'lgtin' ? 'class' : 'id'}:${scheme.name}:${head}.${escapeUrn(last)}`;
  }
  if (scheme.name === 'sgln') return `urn:epc:id:sgln:${head}.0`;
  return scheme.hasClass ? `urn:epc:idpat:${scheme.name}:${head}.*` : undefined;
}

/** Whether the scheme's last field is all the qualification that the code has. */
function carries({ last }: Scheme, { qualifiers }: Gs1Code): boolean {
  if (qualifiers.size === 0) return true;
  return qualifiers.size === 1 && last !== undefined && last !== 'tail' && qualifiers.has(last.qualifier);
}

/** The dotted fields before the last one. */
function formatHead(scheme: Scheme, value: string): string | undefined {
  switch (scheme.layout) {
    case 'in-order':
      return split(value.slice(0, scheme.digits), '', '');
    case 'zero-first':
      return split(value.slice(1, 1 + scheme.digits), '', '');
    case 'indicator-first':
      return split(value.slice(1, scheme.digits), value.charAt(0), '');
    case 'pieces':
      return split(value.slice(1, scheme.digits), value.charAt(0), `.${value.slice(14, 16)}.${value.slice(16)}`);
    case 'free':
      // A key that ends with its company prefix has no reference to write.
      return value.length === companyPrefixLength(value) ? undefined : split(escapeUrn(value), '', '');
  }
}

function split(body: string, indicator: string, more: string): string | undefined {
  const length = companyPrefixLength(body);
  if (length === undefined || body.length < length || !isDigits(body.slice(0, length))) return undefined;
  return `${body.slice(0, length)}.${indicator}${body.slice(length)}${more}`;
}

/** TDS §6.3.1: the characters that a URN escapes. */
function escapeUrn(text: string): string {
  return text.replace(/["#%&/<>?]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
