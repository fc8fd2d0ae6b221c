/**
 * How many digits a GS1 company prefix has. An EPC URN writes the prefix apart from the rest of its key and a bar code
 * or Digital Link does not, so the way to the URN needs this list. GS1 publishes a whole one (GCP Length Table,
 * https://www.gs1.org/standards/bc-epc-interop); what is here is what is told by the first digits in China.
 */

/** First digits of a key, without indicator, to the length of the company prefix; the longest match counts. */
export type CompanyPrefixes = ReadonlyMap<string, number>;

/** GB 12904: 690 and 691 have 7 digits, 692 to 696 have 8, 697 has 9. */
export const CHINESE_PREFIXES: CompanyPrefixes = new Map([
  ['690', 7],
  ['691', 7],
  ['692', 8],
  ['693', 8],
  ['694', 8],
  ['695', 8],
  ['696', 8],
  ['697', 9],
]);

const PREFIX_MAX = 12;

/** Length of the company prefix that the digits begin with; undefined where the list does not say. */
export function companyPrefixLength(digits: string, prefixes: CompanyPrefixes): number | undefined {
  for (let length = Math.min(PREFIX_MAX, digits.length); length > 0; length -= 1) {
    const found = prefixes.get(digits.slice(0, length));
    if (found !== undefined) return found === 0 ? undefined : found;
  }
  return undefined;
}

/**
 * GS1's list as it publishes it in JSON (`{ GCPPrefixFormatList: { entry: [{ prefix, gcpLength }] } }`, or the entries
 * alone), over the Chinese lengths; undefined for anything else.
 */
export function readCompanyPrefixes(list: unknown): CompanyPrefixes | undefined {
  const entries = Array.isArray(list) ? list : entriesOf(list);
  if (entries === undefined) return undefined;
  const prefixes = new Map(CHINESE_PREFIXES);
  for (const entry of entries) {
    const { prefix, gcpLength } = recordOf(entry);
    const length = Number(gcpLength);
    if (typeof prefix !== 'string' || !/^\d{1,12}$/.test(prefix) || !(length >= 0 && length <= PREFIX_MAX)) {
      return undefined;
    }
    prefixes.set(prefix, length);
  }
  return prefixes;
}

function entriesOf(list: unknown): readonly unknown[] | undefined {
  const { entry } = recordOf(recordOf(list).GCPPrefixFormatList);
  return Array.isArray(entry) ? entry : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
