/**
 * Numbers of a JSON text that have more digits than a program keeps: `JSON.parse` rounds them, and their digits stand in
 * the text alone, which is stored as it came.
 */

/** Fifteen digits of any number are kept (IEEE 754 binary64); of more, some are rounded. */
const LONG = /\d{16}/;
/** Outside of strings a digit stands in a number only. */
const NUMBER = /-?\d[\d.eE+-]*/g;

/**
 * The value of a JSON text, each number of more than fifteen digits as the text that it was written as; undefined
 * where there is none. The text is known to be JSON.
 */
export function valueWithLongNumbers(text: string): unknown {
  if (!LONG.test(text)) return undefined;
  const pieces: string[] = [];
  let hasAny = false;
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    const between = text.slice(at, end);
    const marked = between.replace(NUMBER, (number) => (LONG.test(number) ? `"${number}"` : number));
    hasAny ||= marked !== between;
    at = quote < 0 ? end : endOfString(text, quote);
    pieces.push(marked, text.slice(end, at));
  }
  if (!hasAny) return undefined;
  const value: unknown = JSON.parse(pieces.join(''));
  return value;
}

/** The place after the string that begins with the quote at `from`. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charAt(at - 1 - backslashes) === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
