/** The other spellings of a code. */
import { canonical, parseGs1 } from './canonical.ts';
import { formatDigitalLink, type Gs1Code } from './digital-link.ts';
import { formatEpcUrn } from './epc-urn-format.ts';

/**
 * Every other spelling of the code that means exactly the same: Digital Link on id.gs1.org, bracketed element
 * string, EPC URN (where the length of the company prefix is known), and the bare digits of a GTIN or SSCC. Empty
 * for what is no well-formed GS1 key.
 */
export function equivalents(code: string): string[] {
  const parsed = parseGs1(code);
  if (!parsed?.ok) return [];
  const link = formatDigitalLink(parsed.value);
  const spellings = [link, formatElementString(parsed.value), formatEpcUrn(parsed.value), ...bareDigits(parsed.value)];
  // A value can hold what reads as a bracketed identifier, and 18 digits can be another scheme's code: such a
  // spelling is no equivalent.
  return spellings.filter((text) => text !== undefined).filter((text) => text !== code && canonical(text) === link);
}

function formatElementString({ key, value, qualifiers }: Gs1Code): string {
  const parts = [`(${key.ai})${value}`];
  for (const ai of key.qualifiers) {
    const text = qualifiers.get(ai);
    if (text !== undefined) parts.push(`(${ai})${text}`);
  }
  return parts.join('');
}

/** The digits as printed under a bar code: a GTIN in its 14 digits and in the length that it was issued in. */
function bareDigits({ key, value, qualifiers }: Gs1Code): string[] {
  if (qualifiers.size > 0) return [];
  if (key.ai === '00') return [value];
  if (key.ai !== '01') return [];
  const zeros = ['000000', '00', '0'].find((start) => value.startsWith(start))?.length ?? 0;
  return zeros === 0 ? [value] : [value, value.slice(zeros)];
}
