/**
 * The most common spellings by far, told at a tenth of the cost of parsing: `https://id.gs1.org/01/<gtin>`, then
 * `/10/<lot>`, `/21/<serial>` or both, with a right check digit and values that need no escape, and
 * `https://id.gs1.org/00/<sscc>`.
 */
const START = 'https://id.gs1.org/01/';
const START_SSCC = 'https://id.gs1.org/00/';
const SSCC_DIGITS = 18;
const GTIN_DIGITS = 14;
const GTIN_AT = START.length;
const GTIN_END = GTIN_AT + GTIN_DIGITS;
const VALUE_LENGTH_MAX = 20;

/**
 * Where the class of a link of that form ends (behind the lot where there is one, else behind the GTIN; an SSCC has no
 * class but itself), so that what stands before it is the class's own code; -1 for any other text.
 */
export function plainClassEnd(code: string): number {
  const { length } = code;
  if (length < GTIN_END) return -1;
  if (!code.startsWith(START)) return isPlainSscc(code) ? length : -1;
  if (!isCheckedAt(code, GTIN_AT, GTIN_DIGITS)) return -1;
  let classEnd = GTIN_END;
  if (length === classEnd) return classEnd;
  if (code.startsWith('/10/', classEnd)) {
    classEnd = valueEnd(code, classEnd + 4);
    if (classEnd < 0 || length === classEnd) return classEnd;
  }
  return code.startsWith('/21/', classEnd) && valueEnd(code, classEnd + 4) === length ? classEnd : -1;
}

function isPlainSscc(code: string): boolean {
  const at = START_SSCC.length;
  return code.length === at + SSCC_DIGITS && code.startsWith(START_SSCC) && isCheckedAt(code, at, SSCC_DIGITS);
}

/** Whether so many digits, an even number of them, stand there, the last of them the check digit of the others. */
function isCheckedAt(code: string, at: number, count: number): boolean {
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const digit = code.charCodeAt(at + i) - 48;
    if (!(digit >= 0 && digit <= 9)) return false;
    // Of an even number of digits the first weighs 3 and the last, the check digit, 1.
    sum += (i & 1) === 0 ? 3 * digit : digit;
  }
  return sum % 10 === 0;
}

const KEY = '/01/';
const SCHEME = 'https://';

/**
 * The canonical link of a GTIN's link on any host, of the same form but for the path before it and one attribute of
 * no more than a date behind the question mark; undefined for any other text, which the parser reads.
 */
export function plainForeignLink(code: string): string | undefined {
  if (!code.startsWith(SCHEME)) return undefined;
  const pathStart = code.indexOf('/', SCHEME.length);
  const at = pathStart <= SCHEME.length ? -1 : code.indexOf(KEY, pathStart);
  if (at < 0 || code.includes('#') || !isCheckedAt(code, at + KEY.length, GTIN_DIGITS)) return undefined;
  const question = code.indexOf('?');
  if (question >= 0 && (question < at || !isDateParameter(code, question + 1))) return undefined;
  const path = code.slice(at, question < 0 ? code.length : question);
  const link = `https://id.gs1.org${path}`;
  return plainClassEnd(link) < 0 ? undefined : link;
}

/** Whether the query is one date (11 to 17), which names nothing. */
function isDateParameter(code: string, from: number): boolean {
  return /^1[1-7]=\d{6}$/.test(code.slice(from));
}

/** Behind the last character of a value of 1 to 20 characters that begins here; -1 when there is no such value. */
export function valueEnd(code: string, from: number): number {
  let i = from;
  while (i < code.length && isPlain(code.charCodeAt(i))) i += 1;
  return i > from && i - from <= VALUE_LENGTH_MAX ? i : -1;
}

/** Letters, digits, hyphen and full stop: in GS1's character set, and never escaped. */
function isPlain(character: number): boolean {
  return (
    (character >= 48 && character <= 57) ||
    (character >= 65 && character <= 90) ||
    (character >= 97 && character <= 122) ||
    character === 45 ||
    character === 46
  );
}
