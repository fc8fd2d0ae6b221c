/** What a cell means in a column: one value, or what is wrong with it. */
import { FAULTS, NOTES } from './cell-faults.ts';
import type { Choice, ColumnSpec, Words } from './column-spec.ts';
import { dayOfSerial } from './day-numbers.ts';
import { halfWidth, plainWord } from './plain-words.ts';
import { isAmbiguousDay, readDay } from './read-day.ts';
import { plainNumber, readNumber } from './read-number.ts';
import type { Cell } from './table.ts';

export interface CellValue {
  /**
   * Empty for an empty cell. A date as `2026-01-05`, with `T08:30:00` behind it in a column of times where one is told; a number
   * in plain digits; a choice by its code.
   */
  readonly value: string;
  readonly unit?: string;
  /** Worth a look, though it was taken. */
  readonly note?: Words;
}

export type CellReading = CellValue | { readonly fault: Words };

/** Without a cell it is an empty one. */
export function readCell(cell: Cell | undefined, spec: ColumnSpec): CellReading {
  const text = halfWidth(cell?.text ?? '').trim();
  if (cell === undefined || text === '') return spec.required === true ? { fault: FAULTS.missing() } : { value: '' };
  const kind = cell.kind === 'formula' ? cell.result : cell.kind;
  if (kind === 'error') return { fault: FAULTS.error(text) };
  if (cell.kind === 'formula' && text === '=') return { fault: FAULTS.unreckoned() };
  const isNumber = kind === 'number';
  switch (spec.kind) {
    case 'text':
      return { value: isNumber ? plainNumber(text) : text };
    case 'date':
    case 'dateTime':
      return asDay(text, { isNumber, from1904: cell.from1904 === true, isTime: spec.kind === 'dateTime' });
    case 'number':
      return (
        readNumber(isNumber ? plainNumber(text) : text, spec.units) ?? {
          fault: FAULTS.number(text, (spec.units ?? []).length > 0),
        }
      );
    case 'code':
      return isNumber ? codeOfNumber(text, spec.digits) : codeOfText(text);
    case 'choice':
      return asChoice(text, spec.choices ?? []);
  }
}

/** Of days 20,000 and 80,000, in 1954 and 2119: what lies outside is no day, but a number in the wrong column. */
const [SERIAL_MIN, SERIAL_MAX] = [20_000, 80_000];

interface DayWanted {
  readonly isNumber: boolean;
  readonly from1904: boolean;
  readonly isTime: boolean;
}

function asDay(text: string, { isNumber, from1904, isTime }: DayWanted): CellReading {
  const number = isNumber || /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const serial = number >= SERIAL_MIN && number <= SERIAL_MAX ? dayOfSerial(number, from1904) : undefined;
  const day = serial ?? readDay(isNumber ? plainNumber(text) : text);
  if (day === undefined) return { fault: isAmbiguousDay(text) ? FAULTS.ambiguousDay(text) : FAULTS.day(text) };
  return { value: isTime ? day : day.slice(0, 10) };
}

/** Excel writes the number of a longer code with its end made zeros, or as `6.9E+19`. */
function codeOfNumber(text: string, digits: number | undefined): CellReading {
  if (Math.abs(Number(text)) >= 1e15) return { fault: FAULTS.lostDigits() };
  const value = plainNumber(text);
  const isShort = digits !== undefined && /^\d+$/.test(value) && value.length < digits;
  return { value, ...(isShort && { note: NOTES.zeroLost(digits) }) };
}

/** A lot may be called `1E10`; `1.23E+19` is what Excel shows of a long number. */
function codeOfText(text: string): CellReading {
  return /^\d(\.\d+)?E\+\d+$/i.test(text) ? { fault: FAULTS.lostDigits() } : { value: text.replace(/^'(?=\d)/, '') };
}

function asChoice(text: string, choices: readonly Choice[]): CellReading {
  const word = plainWord(text);
  const found =
    choices.find(({ code }) => code === text) ??
    choices.find(({ code, names }) => [code, ...names].some((name) => plainWord(name) === word));
  return found === undefined
    ? { fault: FAULTS.choice(text, choices, ({ code, names }) => names[0] ?? code) }
    : { value: found.code };
}
