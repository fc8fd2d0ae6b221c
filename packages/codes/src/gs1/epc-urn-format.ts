/** GS1 keys as EPC URNs: the way back, open only where the length of the company prefix is known. */
import { isDigits } from './check-digit.ts';
import { type CompanyPrefixes, companyPrefixLength } from './company-prefix.ts';
import type { Gs1Code } from './digital-link.ts';
import { SCHEMES, type Scheme } from './epc-urn.ts';

/** The EPC URN of a code (EPC Tag Data Standard §6.3); undefined where none names exactly the same thing. */
export function formatEpcUrn(code: Gs1Code, prefixes: CompanyPrefixes): string | undefined {
  const { key, value, qualifiers } = code;
  const scheme = SCHEMES.find((each) => each.ai === key.ai && carries(each, code));
  if (scheme === undefined) return undefined;
  const head = formatHead(scheme, value, prefixes);
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
function formatHead(scheme: Scheme, value: string, prefixes: CompanyPrefixes): string | undefined {
  const split = (body: string, indicator: string, more: string): string | undefined => {
    const length = companyPrefixLength(body, prefixes);
    if (length === undefined || body.length < length || !isDigits(body.slice(0, length))) return undefined;
    return `${body.slice(0, length)}.${indicator}${body.slice(length)}${more}`;
  };
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
      return value.length === companyPrefixLength(value, prefixes) ? undefined : split(escapeUrn(value), '', '');
  }
}

/** TDS §6.3.1: the characters that a URN escapes. */
function escapeUrn(text: string): string {
  return text.replace(/["#%&/<>?]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
