/** The other spellings of a code. */
import { canonical, gs1Of } from './canonical.ts';
import { CHINESE_PREFIXES, type CompanyPrefixes } from './gs1/company-prefix.ts';
import { compress } from './gs1/compressed-link.ts';
import { formatDigitalLink, type Gs1Code } from './gs1/digital-link.ts';
import type { Element } from './gs1/element.ts';
import { formatBracketed, formatScanned } from './gs1/element-string.ts';
import { formatEpcUrn } from './gs1/epc-urn-format.ts';
import { CANONICAL_HOST } from './gs1/value.ts';
import { named } from './named.ts';
import { primary, rank } from './rank.ts';

/**
 * Every other spelling of the code that means exactly the same. Of a GS1 key: Digital Link on id.gs1.org, element string
 * in brackets and as scanned, EPC URN (where the list tells the length of the company prefix), the bare digits of a GTIN
 * or SSCC, and the compressed link. Of another scheme: its code, and the code behind the name of the scheme. Empty for what is no
 * well-formed code.
 */
export function equivalents(code: string, prefixes: CompanyPrefixes = CHINESE_PREFIXES): string[] {
  const own = canonical(code);
  const key = gs1Of(code);
  const spellings = key === undefined ? otherSpellings(code) : gs1Spellings(key, prefixes);
  // A value can hold what reads as a bracketed identifier, and 18 digits can be another scheme's code: such a
  // spelling is no equivalent.
  return [...new Set(spellings)].filter((text) => text !== code && canonical(text) === own);
}

function gs1Spellings(code: Gs1Code, prefixes: CompanyPrefixes): string[] {
  const elements = elementsOf(code);
  const urn = formatEpcUrn(code, prefixes);
  const compressed = compress(elements);
  return [
    formatDigitalLink(code),
    formatBracketed(elements),
    ...(urn === undefined ? [] : [urn]),
    SYMBOLOGY + formatScanned(elements),
    ...bareDigits(code),
    ...(compressed === undefined ? [] : [`${CANONICAL_HOST}/${compressed}`]),
  ];
}

const SYMBOLOGY = ']d2'; // as a scanner sends it from a GS1 DataMatrix

/** The key and its qualifiers as elements, in the order of a Digital Link. */
export function elementsOf({ key, value, qualifiers }: Gs1Code): readonly Element[] {
  const qualified = key.qualifiers.flatMap((ai): Element[] => {
    const text = qualifiers.get(ai);
    return text === undefined ? [] : [{ ai, value: text }];
  });
  return [{ ai: key.ai, value }, ...qualified];
}

/** The digits as printed under a bar code: a GTIN in its 14 digits and in the length that it was issued in. */
function bareDigits({ key, value, qualifiers }: Gs1Code): string[] {
  if (qualifiers.size > 0) return [];
  if (key.ai === '00') return [value];
  if (key.ai !== '01') return [];
  const zeros = ['000000', '00', '0'].find((start) => value.startsWith(start))?.length ?? 0;
  return zeros === 0 ? [value] : [value, value.slice(zeros)];
}

function otherSpellings(code: string): string[] {
  const reading = primary(rank(code));
  if (reading?.found.is !== 'scheme' || reading.refusal !== undefined) return [];
  const { scheme, code: own } = reading.found;
  // Events hold URIs: other than ASCII is escaped there.
  const uri = `${scheme.id}:${encodeURI(own.toWellFormed())}`;
  return [own, named(scheme.id, own), uri];
}
