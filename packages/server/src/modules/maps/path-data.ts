/** Numbers and path data of SVG (SVG 2 §9.3), read in one pass. Pure. */

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?/y;
const GAP = /[ \t\r\n]*,?[ \t\r\n]*/y;
/** No drawing is as wide; a number of more digits is a mistake, and may be none to a browser. */
const NUMBER_MAX = 1e7;
/** How many numbers follow each letter. */
const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** Where reading has come to in a text. */
interface Reading {
  readonly text: string;
  at: number;
}

function take(reading: Reading, form: RegExp): string | undefined {
  form.lastIndex = reading.at;
  const found = form.exec(reading.text)?.[0];
  if (found !== undefined) reading.at += found.length;
  return found;
}

function takeNumber(reading: Reading): boolean {
  const found = take(reading, NUMBER);
  return found !== undefined && Math.abs(Number(found)) <= NUMBER_MAX;
}

/** How many numbers a text is, with spaces or commas between; undefined where it is anything else. */
export function countNumbers(text: string): number | undefined {
  const reading = { text: text.trim(), at: 0 };
  let count = 0;
  while (reading.at < reading.text.length) {
    if (count > 0) take(reading, GAP);
    if (!takeNumber(reading)) return undefined;
    count += 1;
  }
  return count === 0 ? undefined : count;
}

/** Whether it is path data that begins with a move and goes somewhere. */
export function isPathData(text: string): boolean {
  const reading = { text: text.trim(), at: 0 };
  let [commands, goes] = [0, false];
  while (reading.at < reading.text.length) {
    const letter = take(reading, /[a-z]/iy)?.toUpperCase() ?? '';
    const count = COUNTS[letter];
    if (count === undefined || (commands === 0 && letter !== 'M')) return false;
    commands += 1;
    take(reading, GAP);
    const sets = count === 0 ? 0 : takeSets(reading, letter, count);
    if (count > 0 && sets === 0) return false;
    // More pairs after a move are lines.
    if (letter !== 'M' ? letter !== 'Z' : sets > 1) goes = true;
  }
  return goes;
}

/** The sets of numbers up to the next letter; 0 where one is not whole. */
function takeSets(reading: Reading, letter: string, count: number): number {
  let sets = 0;
  while (reading.at < reading.text.length && !/[a-z]/i.test(reading.text[reading.at] ?? '')) {
    for (let index = 0; index < count; index += 1) {
      // Flags of an arc may stand side by side: `a1 1 0 01.5.5`.
      const isFlag = letter === 'A' && (index === 3 || index === 4);
      if (!(isFlag ? take(reading, /[01]/y) !== undefined : takeNumber(reading))) return 0;
      take(reading, GAP);
    }
    sets += 1;
  }
  return sets;
}
