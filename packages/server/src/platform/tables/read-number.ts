/** Numbers as people write them, and as Excel does. */

/** Of a number Excel keeps 15 digits; it writes 17, of which the last are none of anybody's: 1.1 is `1.1000000000000001`. */
const DIGITS_KEPT = 15;

/** What a number of Excel's is, without an exponent: `3.20102E5` is `320102`. */
export function plainNumber(text: string): string {
  const number = Number(Number(text).toPrecision(DIGITS_KEPT));
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)\.?(\d*)(?:e([-+]\d+))?$/.exec(String(number)) ?? [];
  if (exponent === undefined) return String(number);
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

export interface WrittenNumber {
  readonly value: string;
  readonly unit?: string;
}

/** Commas only where thousands end; undefined for what is no number, or has a unit that is not among these. */
export function readNumber(text: string, units: readonly string[] = []): WrittenNumber | undefined {
  const found = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?\s*(.*)$/s.exec(text.normalize('NFKC').trim());
  const [, sign, whole = '', fraction = '', behind = ''] = found ?? [];
  if (found === null || (whole === '' && fraction === '')) return undefined;
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0';
  const value = `${sign === '-' ? '-' : ''}${digits}${fraction}`;
  if (behind === '') return { value };
  const unit = units.find((one) => one.normalize('NFKC').toLowerCase() === behind.toLowerCase());
  return unit === undefined ? undefined : { value, unit };
}
