/** What people type of sites, licences and codes, as it is kept. */
import { Problem } from '@suyuan/api';
import { interpret, isDivision, SCHEMES } from '@suyuan/codes';
import type { NewHolding } from './store-holdings.ts';
import type { NewLicence } from './store-licences.ts';
import type { NewSite } from './store-sites.ts';

type Given<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/** @throws Problem `region.unknown`, `site.code` */
export function readSite(given: Pick<NewSite, 'name' | 'kind'> & Given<NewSite>): NewSite {
  const { name, kind, code, region, placeCode, address, boundary } = given;
  const trimmed = named(name);
  readRegion(region ?? null);
  if (placeCode != null) readRegion(placeCode.slice(0, 6));
  return {
    name: trimmed,
    kind,
    code: code == null ? null : readCode(code),
    region: region ?? null,
    placeCode: placeCode ?? null,
    address: address?.trim() || null,
    boundary: boundary?.trim() || null,
  };
}

/** @throws Problem `region.unknown` */
export function readRegion(region: string | null): string | null {
  if (region !== null && !isDivision(region)) throw new Problem('region.unknown', { region });
  return region;
}

function named(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new Problem('request.invalid', { reason: 'name' });
  return trimmed;
}

/** Thirteen bare digits are a GLN here: what they may be elsewhere, the number of a product, is no place. */
function readCode(text: string): string {
  const given = text.normalize('NFKC').trim();
  const { reading } = interpret(/^\d{13}$/.test(given) ? `(414)${given}` : given);
  const isProduct = reading.kind?.endsWith('gtin') === true;
  if (!reading.wellFormed || isProduct) throw new Problem('site.code', { code: text });
  return reading.canonical;
}

const SCHEME_IDS = new Set(SCHEMES.map(({ id }) => id));
/** A number of a kind that no scheme describes. */
const OTHER = 'other';

/** @throws Problem `licence.scheme`, `licence.number`, `licence.dates` */
export function readLicence(given: Pick<NewLicence, 'scheme' | 'number'> & Given<NewLicence>): NewLicence {
  const { scheme, number, scope, issuer, validFrom = null, validUntil = null, siteId = null } = given;
  if (scheme !== OTHER && !SCHEME_IDS.has(scheme)) throw new Problem('licence.scheme', { scheme });
  for (const day of [validFrom, validUntil]) if (day !== null && !isDay(day)) throw new Problem('licence.dates');
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) throw new Problem('licence.dates');
  return {
    scheme,
    number: scheme === OTHER ? named(number) : numberOf(scheme, number),
    scope: scope?.trim() || null,
    issuer: issuer?.trim() || null,
    validFrom,
    validUntil,
    siteId,
  };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** In the scheme's one spelling, without its name before it. */
function numberOf(scheme: string, text: string): string {
  const given = text.normalize('NFKC').trim();
  const { reading } = interpret(given.startsWith(`${scheme}:`) ? given : `${scheme}:${given}`);
  if (!reading.wellFormed || reading.scheme !== scheme) {
    const reason = reading.refusal?.message ?? { zh: '形式不符', en: 'not of its form' };
    throw new Problem('licence.number', { number: text, reason });
  }
  return reading.canonical.slice(scheme.length + 1);
}

/** @throws Problem `holding.range` */
export function readHolding({
  scheme,
  first,
  last,
  note,
}: Pick<NewHolding, 'scheme' | 'first'> & Given<NewHolding>): NewHolding {
  if (last != null && (last.length !== first.length || last < first)) throw new Problem('holding.range');
  return { scheme, first, last: last ?? null, note: note?.trim() || null };
}
