/**
 * The most common spellings by far, told at a tenth of the cost of parsing: `https://id.gs1.org/01/<gtin>`, then
 * `/10/<lot>`, `/21/<serial>` or both, with a right check digit and values that need no escape.
 */
const START = 'https://id.gs1.org/01/';
const GTIN_AT = START.length;
const GTIN_END = GTIN_AT + 14;
const VALUE_LENGTH_MAX = 20;

/**
 * Where the class of a link of that form ends (behind the lot where there is one, else behind the GTIN), so that
 * what stands before it is the class's own code; -1 for any other text.
 */
export function plainClassEnd(code: string): number {
  const { length } = code;
  if (length < GTIN_END || !code.startsWith(START) || !isGtinAt(code, GTIN_AT)) return -1;
  let classEnd = GTIN_END;
  if (length === classEnd) return classEnd;
  if (code.startsWith('/10/', classEnd)) {
    classEnd = valueEnd(code, classEnd + 4);
    if (classEnd < 0 || length === classEnd) return classEnd;
  }
  return code.startsWith('/21/', classEnd) && valueEnd(code, classEnd + 4) === length ? classEnd : -1;
}

function isGtinAt(code: string, at: number): boolean {
  let sum = 0;
  for (let i = 0; i < 14; i += 1) {
    const digit = code.charCodeAt(at + i) - 48;
    if (digit < 0 || digit > 9) return false;
    // Of 14 digits the first weighs 3 and the last, the check digit, 1.
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
  if (at < 0 || code.includes('#') || !isGtinAt(code, at + KEY.length)) return undefined;
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
function valueEnd(code: string, from: number): number {
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
