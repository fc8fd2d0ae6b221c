/** How CBV 2.0 §8.9 writes numbers and orders texts: what the hash needs and no event has to do with. */

const DECIMAL = /^([+-]?)(?=\.?\d)0*(\d*)(?:\.(\d*?)0*)?$/;

// Longer than any double or xsd:decimal that means something; a longer text is not worth the matching.
const NUMBER_LENGTH_MAX = 400;

/** A number without sign of nothing, leading or trailing zeros and exponent; any other text as it is. */
export function decimal(text: string): string {
  if (text.length > NUMBER_LENGTH_MAX) return text;
  const match = DECIMAL.exec(text);
  if (match === null) return EXPONENT.test(text) ? withoutExponent(text) : text;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return '0';
  return `${sign === '-' ? '-' : ''}${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`;
}

const EXPONENT = /^[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d{1,4}$/;

function withoutExponent(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.');
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction)
    .padEnd(point, '0')
    .padStart(whole.length + fraction.length - Math.min(point, 0), '0');
  const split = Math.max(point, 0);
  return decimal(`${sign}${digits.slice(0, split)}.${digits.slice(split)}`);
}

/** Sorts by UTF-8 byte order. JavaScript's own order differs only where a text goes beyond the basic plane. */
export function sortedByCodePoint(texts: string[]): string[] {
  if (texts.length < 2) return texts;
  return texts.some((text) => SURROGATE.test(text)) ? texts.sort(byCodePoint) : texts.sort();
}

const SURROGATE = /[\ud800-\udfff]/;

function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    // A surrogate stands for a code point above every other code unit.
    if (left !== right)
      return (isSurrogate(left) ? left + 0x10000 : left) - (isSurrogate(right) ? right + 0x10000 : right);
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
