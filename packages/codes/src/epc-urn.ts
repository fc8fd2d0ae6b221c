/**
 * EPC URNs (GS1 EPC Tag Data Standard §6 to §8):
 *
 *   urn:epc:id:sgtin:CompanyPrefix.IndicatorItemRef.Serial     one thing
 *   urn:epc:class:lgtin:CompanyPrefix.IndicatorItemRef.Lot     one lot
 *   urn:epc:idpat:sgtin:CompanyPrefix.IndicatorItemRef.*       all of a class
 *
 * A URN writes the company prefix apart and leaves the check digit out; its GS1 key is the same digits together.
 */
import { gs1CheckDigit, isDigits } from './check-digit.ts';
import type { Gs1Code, Parsed } from './digital-link.ts';
import { decodeSegment, type Reason, refuseValue } from './gs1-value.ts';
import { KEY_BY_SEGMENT, QUALIFIERS } from './gs1-keys.ts';

/** How the dotted fields of a scheme make a key's value. Returns the value, or why not. */
interface Scheme {
  readonly ai: string;
  /** Fields before the last one that a pattern may replace by `*`. */
  readonly fields: number;
  readonly build: (fields: readonly string[]) => string | undefined;
  /** The qualifier that takes the last field; absent where the field is part of the value. */
  readonly qualifier?: string;
  /** Whether the last field belongs behind the value itself (GRAI, GDTI, GCN). */
  readonly tail?: boolean;
}

const PREFIX_MIN = 6;
const PREFIX_MAX = 12;

/** Company prefix and reference of `total` digits together, the reference's first digit moved to the front. */
function indicatorFirst(total: number) {
  return ([prefix = '', reference = '']: readonly string[]): string | undefined => {
    if (prefix.length + reference.length !== total || !isDigits(prefix) || !isDigits(reference)) return undefined;
    const body = reference.charAt(0) + prefix + reference.slice(1);
    return body + gs1CheckDigit(body);
  };
}

/** Company prefix and reference of `total` digits together; the reference can be empty. */
function inOrder(total: number, lead = '') {
  return ([prefix = '', reference = '']: readonly string[]): string | undefined => {
    const body = prefix + reference;
    if (body.length !== total || !isDigits(body)) return undefined;
    return lead + body + gs1CheckDigit(body);
  };
}

const joined = (fields: readonly string[]): string => fields.join('');

const SCHEMES: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ['sgtin', { ai: '01', fields: 2, build: indicatorFirst(13), qualifier: '21' }],
  ['lgtin', { ai: '01', fields: 2, build: indicatorFirst(13), qualifier: '10' }],
  ['upui', { ai: '01', fields: 2, build: indicatorFirst(13), qualifier: '235' }],
  ['sscc', { ai: '00', fields: 2, build: indicatorFirst(17) }],
  ['sgln', { ai: '414', fields: 2, build: inOrder(12), qualifier: '254' }],
  ['pgln', { ai: '417', fields: 2, build: inOrder(12) }],
  ['grai', { ai: '8003', fields: 2, build: inOrder(12, '0'), tail: true }],
  ['gdti', { ai: '253', fields: 2, build: inOrder(12), tail: true }],
  ['sgcn', { ai: '255', fields: 2, build: inOrder(12), tail: true }],
  ['giai', { ai: '8004', fields: 2, build: joined }],
  ['ginc', { ai: '401', fields: 2, build: joined }],
  ['gsin', { ai: '402', fields: 2, build: inOrder(16) }],
  ['gsrn', { ai: '8018', fields: 2, build: inOrder(17) }],
  ['gsrnp', { ai: '8017', fields: 2, build: inOrder(17) }],
  ['cpi', { ai: '8010', fields: 2, build: joined, qualifier: '8011' }],
  ['itip', { ai: '8006', fields: 4, build: itip, qualifier: '21' }],
]);

/** CompanyPrefix.IndicatorItemRef.Piece.Total */
function itip([prefix = '', reference = '', piece = '', total = '']: readonly string[]): string | undefined {
  const gtin = indicatorFirst(13)([prefix, reference]);
  if (gtin === undefined || piece.length !== 2 || total.length !== 2) return undefined;
  return gtin + piece + total;
}

/** Parses an EPC URN of a GS1 key; undefined when the text is none, a refusal when it is a broken one. */
export function parseEpcUrn(urn: string): Parsed<Gs1Code> | undefined {
  if (urn.slice(0, 8).toLowerCase() !== 'urn:epc:') return undefined;
  const kindEnd = urn.indexOf(':', 8);
  const schemeEnd = urn.indexOf(':', kindEnd + 1);
  if (kindEnd < 0 || schemeEnd < 0) return undefined;
  const kind = urn.slice(8, kindEnd).toLowerCase();
  const name = urn.slice(kindEnd + 1, schemeEnd).toLowerCase();
  const scheme = SCHEMES.get(name);
  if (scheme === undefined || kind !== (name === 'lgtin' ? 'class' : kind === 'idpat' ? 'idpat' : 'id')) return undefined;
  return assemble(scheme, fieldsOf(urn.slice(schemeEnd + 1), scheme), kind === 'idpat');
}

/** The dotted fields; a serial may itself hold dots, so the last field takes the rest. */
function fieldsOf(body: string, scheme: Scheme): string[] {
  const last = scheme.qualifier !== undefined || scheme.tail === true;
  const count = scheme.fields + (last ? 1 : 0);
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

function assemble(scheme: Scheme, fields: readonly string[], pattern: boolean): Parsed<Gs1Code> | undefined {
  const key = KEY_BY_SEGMENT.get(scheme.ai);
  const hasLast = scheme.qualifier !== undefined || scheme.tail === true;
  if (key === undefined || fields.length !== scheme.fields + (hasLast ? 1 : 0)) return refuse('length');
  const prefix = fields[0] ?? '';
  if (prefix.length < PREFIX_MIN || prefix.length > PREFIX_MAX) return refuse('length');
  if (!isDigits(prefix)) return refuse('alphabet');
  const head: string[] = [];
  for (const field of hasLast ? fields.slice(0, -1) : fields) {
    // A pattern that leaves the class open names no unit that events could be found under.
    if (field === '*') return undefined;
    const plain = decodeSegment(field);
    if (plain === undefined) return refuse('alphabet');
    head.push(plain);
  }
  let value = scheme.build(head);
  if (value === undefined) return refuse('length');
  let qualifiers: ReadonlyMap<string, string> = NONE;
  if (hasLast) {
    const last = fields[fields.length - 1] ?? '';
    const plain = last === '*' && pattern ? '' : decodeSegment(last);
    if (plain === undefined) return refuse('alphabet');
    if (scheme.tail === true) value += plain;
    // TDS §6.3.3: the extension 0 of an SGLN says that there is none.
    else if (plain !== '' && !(scheme.qualifier === '254' && plain === '0') && scheme.qualifier !== undefined) {
      const form = QUALIFIERS[scheme.qualifier]?.form;
      const reason = form === undefined ? 'registry' : refuseValue(form, plain);
      if (reason !== undefined) return refuse(reason);
      qualifiers = new Map([[scheme.qualifier, plain]]);
    } else if (plain === '' && !pattern) return refuse('length');
  }
  const reason = refuseValue(key.value, value);
  return reason === undefined ? { ok: true, value: { key, value, qualifiers } } : refuse(reason);
}

const NONE: ReadonlyMap<string, string> = new Map();
