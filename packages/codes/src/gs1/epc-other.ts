/**
 * EPC URIs that are no GS1 key (EPC Tag Data Standard §6.3), and pattern URIs (§8) that leave more open than the serial:
 *
 *   urn:epc:id:gid:Manager.Class.Serial        general identifier
 *   urn:epc:id:usdod:CageOrDodaac.Serial       United States Department of Defense
 *   urn:epc:id:adi:CageOrDodaac.Part.Serial    aerospace and defence; the part number may be empty
 *   urn:epc:id:bic:ContainerCode               shipping container, ISO 6346
 *   urn:epc:id:imovn:VesselNumber              vessel, IMO number
 *   urn:epc:idpat:SCHEME:Field.*.*             all that share the fields before the stars
 *
 * None of them has another spelling, so each is its own canonical form.
 */
import type { Names, Reason, Text } from '../parsed.ts';
import { SCHEMES } from './epc-urn.ts';

export interface OtherEpc {
  readonly kind: string;
  readonly names: Names;
  readonly name: Text;
  readonly parts: Readonly<Record<string, string>>;
  readonly refusal?: Reason;
}

interface Form {
  readonly name: Text;
  readonly names: Names;
  readonly pattern: RegExp;
  readonly check?: (parts: Readonly<Record<string, string>>) => boolean;
}

const CAGE = '(?<owner>[0-9A-HJ-NP-Z]{5,6})';

const FORMS: Readonly<Record<string, Form>> = {
  gid: {
    name: { zh: '通用标识（GID）', en: 'General identifier (GID)' },
    names: 'instance',
    pattern: /^(?<manager>0|[1-9]\d{0,8})\.(?<class>0|[1-9]\d{0,7})\.(?<serial>0|[1-9]\d{0,10})$/,
  },
  usdod: {
    name: { zh: '美国国防部标识', en: 'US Department of Defense identifier' },
    names: 'instance',
    pattern: new RegExp(`^${CAGE}\\.(?<serial>0|[1-9]\\d{0,10})$`),
  },
  adi: {
    name: { zh: '航空航天与国防标识（ADI）', en: 'Aerospace and defence identifier (ADI)' },
    names: 'instance',
    pattern: new RegExp(`^${CAGE}\\.(?<part>[0-9A-Z/-]|%2F){0,32}\\.(?<serial>(?:%23)?(?:[0-9A-Z/-]|%2F){1,30})$`),
  },
  bic: {
    name: { zh: '集装箱号', en: 'Shipping container (BIC)' },
    names: 'asset',
    pattern: /^(?<owner>[A-Z]{3})(?<category>[JUZ])(?<serial>\d{6})(?<check>\d)$/,
    check: ({ owner = '', category = '', serial = '', check }) =>
      containerCheck(owner + category + serial) === Number(check),
  },
  imovn: {
    name: { zh: '船舶编号（IMO）', en: 'Vessel (IMO number)' },
    names: 'asset',
    pattern: /^(?<vessel>\d{6})(?<check>\d)$/,
    check: ({ vessel = '', check }) => vesselCheck(vessel) === Number(check),
  },
};

const NAME_OF_PATTERN: Text = { zh: 'EPC 模式', en: 'EPC pattern' };

/** An EPC URI of these kinds; undefined for any other text. */
export function readOtherEpc(urn: string): OtherEpc | undefined {
  const match = /^urn:epc:(id|idpat):([a-z]+):(.*)$/i.exec(urn);
  if (match === null) return undefined;
  const [, kind = '', rawScheme = '', body = ''] = match;
  const scheme = rawScheme.toLowerCase();
  if (kind.toLowerCase() === 'idpat') return readPattern(scheme, body);
  const form = FORMS[scheme];
  if (form === undefined) return undefined;
  const parts = form.pattern.exec(body)?.groups;
  const shape = { kind: scheme, name: form.name, names: form.names };
  if (parts === undefined) return { ...shape, parts: {}, refusal: 'alphabet' };
  if (form.check?.(parts) === false) return { ...shape, parts: {}, refusal: 'check-digit' };
  return { ...shape, parts: { ...parts } };
}

/** §8.1: a star leaves a field open, and every field after it. */
function readPattern(scheme: string, body: string): OtherEpc | undefined {
  const isKnown = scheme in FORMS || SCHEMES.some(({ name }) => name === scheme);
  if (!isKnown || !body.includes('*')) return undefined;
  const fields = body.split('.');
  const firstStar = fields.indexOf('*');
  const isOpenToTheEnd = firstStar >= 0 && fields.slice(firstStar).every((field) => field === '*');
  const shape = { kind: `${scheme}-pattern`, name: NAME_OF_PATTERN, names: 'pattern' as const };
  if (!isOpenToTheEnd) return { ...shape, parts: {}, refusal: 'alphabet' };
  const [companyPrefix = '*'] = fields;
  if (companyPrefix !== '*' && !/^\d{6,12}$/.test(companyPrefix)) return { ...shape, parts: {}, refusal: 'length' };
  return { ...shape, parts: { scheme, ...(companyPrefix === '*' ? {} : { companyPrefix }) } };
}

/** ISO 6346: letters count from 10, leaving out multiples of 11, each place twice the one before, modulo 11. */
function containerCheck(code: string): number {
  let sum = 0;
  for (let i = 0; i < code.length; i += 1) {
    const value = Number.parseInt(code.charAt(i), 36);
    sum += (value > 9 ? value + Math.floor((value - 1) / 10) : value) * 2 ** i;
  }
  return (sum % 11) % 10;
}

/** IMO: the first six digits times 7 to 2; the check is the last digit of the sum. */
function vesselCheck(digits: string): number {
  return [...digits].reduce((sum, digit, i) => sum + Number(digit) * (7 - i), 0) % 10;
}
