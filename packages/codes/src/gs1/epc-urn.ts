/**
 * EPC URNs (GS1 EPC Tag Data Standard §6 to §8):
 *
 *   urn:epc:id:sgtin:CompanyPrefix.IndicatorItemRef.Serial     one thing
 *   urn:epc:class:lgtin:CompanyPrefix.IndicatorItemRef.Lot     one lot
 *   urn:epc:idpat:sgtin:CompanyPrefix.IndicatorItemRef.*       all of a class
 *   urn:epc:tag:sgtin-96:Filter.CompanyPrefix.….Serial         one thing, as an RFID tag was written
 *
 * A URN writes the company prefix apart and leaves the check digit out; its GS1 key is the same digits together.
 * Schemes that are no GS1 key, and patterns that leave more open than the serial, are in epc-other.ts.
 */
import type { Parsed, Reason } from '../parsed.ts';
import { refuseElement } from './application-identifiers.ts';
import { gs1CheckDigit, isDigits } from './check-digit.ts';
import { type Gs1Code, NO_QUALIFIERS } from './digital-link.ts';
import { KEY_BY_SEGMENT, type KeyForm } from './keys.ts';
import { decodeSegment } from './value.ts';

/** How the dotted fields of a scheme make a key's value. */
export interface Scheme {
  readonly name: string;
  readonly ai: string;
  /** How the digits before the last field lie in the key. */
  readonly layout: 'indicator-first' | 'in-order' | 'zero-first' | 'pieces' | 'free';
  /** Digits of company prefix and reference together; 0 where the reference is free text. */
  readonly digits: number;
  /** What the last field is: a qualifier, the tail of the value itself, or absent where there is no such field. */
  readonly last?: { readonly qualifier: string } | 'tail';
  /** Whether `idpat` with `*` for the last field is a class of things that events may name (CBV §8.3). */
  readonly hasClass: boolean;
}

const SERIAL = { qualifier: '21' };

export const SCHEMES: readonly Scheme[] = [
  { name: 'sgtin', ai: '01', layout: 'indicator-first', digits: 13, last: SERIAL, hasClass: true },
  { name: 'lgtin', ai: '01', layout: 'indicator-first', digits: 13, last: { qualifier: '10' }, hasClass: false },
  { name: 'upui', ai: '01', layout: 'indicator-first', digits: 13, last: { qualifier: '235' }, hasClass: true },
  { name: 'itip', ai: '8006', layout: 'pieces', digits: 13, last: SERIAL, hasClass: true },
  { name: 'sscc', ai: '00', layout: 'indicator-first', digits: 17, hasClass: false },
  { name: 'sgln', ai: '414', layout: 'in-order', digits: 12, last: { qualifier: '254' }, hasClass: false },
  { name: 'pgln', ai: '417', layout: 'in-order', digits: 12, hasClass: false },
  { name: 'grai', ai: '8003', layout: 'zero-first', digits: 12, last: 'tail', hasClass: true },
  { name: 'gdti', ai: '253', layout: 'in-order', digits: 12, last: 'tail', hasClass: true },
  { name: 'sgcn', ai: '255', layout: 'in-order', digits: 12, last: 'tail', hasClass: true },
  { name: 'gsrn', ai: '8018', layout: 'in-order', digits: 17, hasClass: false },
  { name: 'gsrnp', ai: '8017', layout: 'in-order', digits: 17, hasClass: false },
  { name: 'gsin', ai: '402', layout: 'in-order', digits: 16, hasClass: false },
  { name: 'giai', ai: '8004', layout: 'free', digits: 0, hasClass: false },
  { name: 'ginc', ai: '401', layout: 'free', digits: 0, hasClass: false },
  { name: 'cpi', ai: '8010', layout: 'free', digits: 0, last: { qualifier: '8011' }, hasClass: true },
];
const SCHEME_BY_NAME: ReadonlyMap<string, Scheme> = new Map(SCHEMES.map((scheme) => [scheme.name, scheme]));
const KEY_OF: ReadonlyMap<Scheme, KeyForm | undefined> = new Map(
  SCHEMES.map((scheme) => [scheme, KEY_BY_SEGMENT.get(scheme.ai)]),
);

const COMPANY_PREFIX_MIN = 6;
const COMPANY_PREFIX_MAX = 12;

/** Parses an EPC URN of a GS1 key; undefined when the text is none, a refusal when it is a broken one. */
export function parseEpcUrn(urn: string): Parsed<Gs1Code> | undefined {
  if (!urn.startsWith('urn:epc:') && urn.slice(0, 8).toLowerCase() !== 'urn:epc:') return undefined;
  const kindEnd = urn.indexOf(':', 8);
  const schemeEnd = urn.indexOf(':', kindEnd + 1);
  if (kindEnd < 0 || schemeEnd < 0) return undefined;
  const kind = urn.startsWith('id:', 8) ? 'id' : urn.slice(8, kindEnd).toLowerCase();
  const name = urn.slice(kindEnd + 1, schemeEnd);
  if (kind === 'tag') return parseTag(name.toLowerCase(), urn.slice(schemeEnd + 1));
  const scheme = SCHEME_BY_NAME.get(name) ?? SCHEME_BY_NAME.get(name.toLowerCase());
  if (scheme === undefined) return undefined;
  const isPattern = kind === 'idpat';
  if (isPattern ? !scheme.hasClass : kind !== (scheme.name === 'lgtin' ? 'class' : 'id')) return undefined;
  const fields = fieldsOf(urn.slice(schemeEnd + 1), scheme);
  // A pattern that leaves the class open too names no unit that events could be found under.
  if (isPattern && fields.slice(0, -1).includes('*')) return undefined;
  return assemble(scheme, fields, isPattern);
}

/** TDS §12: the name says how many bits the tag has; a filter value, which says what for, comes first. */
function parseTag(name: string, body: string): Parsed<Gs1Code> | undefined {
  const scheme = SCHEME_BY_NAME.get(name.replace(/-\d+$/, ''));
  const filter = /^[0-7]\./.exec(body);
  if (scheme === undefined || filter === null || !/-\d+$/.test(name)) return undefined;
  return assemble(scheme, fieldsOf(body.slice(filter[0].length), scheme), false);
}

/** Fields before the last one: company prefix, reference, and the piece and total of an ITIP. */
function headLength(scheme: Scheme): number {
  return scheme.layout === 'pieces' ? 4 : 2;
}

/** The dotted fields; a serial may itself hold dots, so the last field takes the rest. */
function fieldsOf(body: string, scheme: Scheme): string[] {
  const count = headLength(scheme) + (scheme.last === undefined ? 0 : 1);
  const fields: string[] = [];
  let from = 0;
  while (fields.length < count - 1) {
    const dot = body.indexOf('.', from);
    if (dot < 0) break;
    fields.push(body.slice(from, dot));
    from = dot + 1;
  }
  fields.push(body.slice(from));
  return fields;
}

const refuse = (reason: Reason): Parsed<Gs1Code> => ({ ok: false, reason });

function assemble(scheme: Scheme, fields: readonly string[], isPattern: boolean): Parsed<Gs1Code> {
  const key = KEY_OF.get(scheme);
  const headCount = headLength(scheme);
  if (key === undefined || fields.length !== headCount + (scheme.last === undefined ? 0 : 1)) return refuse('length');
  const head = headValue(scheme, fields);
  if (!head.ok) return head;
  const last = lastField(scheme, fields[headCount], isPattern);
  if (!last.ok) return last;
  const value = scheme.last === 'tail' ? head.value + last.value : head.value;
  const reason = isWholeByForm(scheme) ? undefined : refuseElement(key.ai, value);
  if (reason !== undefined) return refuse(reason);
  if (scheme.last === undefined || scheme.last === 'tail' || last.value === '') {
    return { ok: true, value: { key, value, qualifiers: NO_QUALIFIERS } };
  }
  const { qualifier } = scheme.last;
  const wrong = refuseElement(qualifier, last.value);
  if (wrong !== undefined) return refuse(wrong);
  // The extension 0 of a location says that there is none (§6.3.3).
  if (qualifier === '254' && last.value === '0') return { ok: true, value: { key, value, qualifiers: NO_QUALIFIERS } };
  return { ok: true, value: { key, value, qualifiers: new Map<string, string>().set(qualifier, last.value) } };
}

/** Whether so many digits behind which the check digit was put cannot but be a well-formed key. */
function isWholeByForm({ layout, last }: Scheme): boolean {
  return layout !== 'free' && layout !== 'pieces' && last !== 'tail';
}

/** The last field as plain text: empty for a scheme that has none, and for the `*` of a pattern. */
function lastField(scheme: Scheme, field: string | undefined, isPattern: boolean): Parsed<string> {
  if (scheme.last === undefined || field === undefined || (isPattern && field === '*')) return { ok: true, value: '' };
  const plain = decodeSegment(field);
  if (plain === undefined) return { ok: false, reason: 'alphabet' };
  return plain === '' ? { ok: false, reason: 'length' } : { ok: true, value: plain };
}

function headValue(
  scheme: Scheme,
  [prefix = '', rawReference = '', piece = '', total = '']: readonly string[],
): Parsed<string> {
  if (!isDigits(prefix)) return { ok: false, reason: prefix === '' ? 'length' : 'alphabet' };
  if (prefix.length < COMPANY_PREFIX_MIN || prefix.length > COMPANY_PREFIX_MAX) return { ok: false, reason: 'length' };
  if (scheme.layout === 'free') {
    const reference = decodeSegment(rawReference);
    if (reference === undefined) return { ok: false, reason: 'alphabet' };
    return reference === '' ? { ok: false, reason: 'length' } : { ok: true, value: prefix + reference };
  }
  if (prefix.length + rawReference.length !== scheme.digits) return { ok: false, reason: 'length' };
  if (rawReference !== '' && !isDigits(rawReference)) return { ok: false, reason: 'alphabet' };
  switch (scheme.layout) {
    case 'in-order':
      return { ok: true, value: checked(prefix + rawReference) };
    case 'zero-first':
      // The first of the 14 digits of a GRAI is a filler that the URN leaves out.
      return { ok: true, value: `0${checked(prefix + rawReference)}` };
    case 'indicator-first':
      return { ok: true, value: checked(rawReference.charAt(0) + prefix + rawReference.slice(1)) };
    case 'pieces':
      if (piece.length !== 2 || total.length !== 2) return { ok: false, reason: 'length' };
      return { ok: true, value: checked(rawReference.charAt(0) + prefix + rawReference.slice(1)) + piece + total };
  }
}

function checked(body: string): string {
  return body + gs1CheckDigit(body);
}
