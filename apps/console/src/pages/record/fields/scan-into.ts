/** Where a code that is scanned goes among the lines of a form. Pure. */
import type { GivenUnit } from '../given-sheet.ts';
import { productOf } from './code-of-lot.ts';

/** The lines with the code; undefined where it stands there already, as once is meant. */
export function scanInto(rows: readonly GivenUnit[], code: string): readonly GivenUnit[] | undefined {
  if (rows.some((other) => other.awaits !== code && codeIn(other) === code)) return undefined;
  const at = waitingFor(rows, code);
  const row = rows[at];
  if (row !== undefined) return rows.toSpliced(at, 1, ...taken(row, code));
  const empty = rows.findIndex((other) => codeIn(other) === '');
  return empty === -1 ? [...rows, { code }] : rows.with(empty, { ...rows[empty], code });
}

/** Which line waits for a lot or item of this product; of those that want one lot this one first. */
function waitingFor(rows: readonly GivenUnit[], code: string): number {
  const waits = ({ awaits }: GivenUnit, wanted: string): boolean => awaits !== undefined && awaits === wanted;
  const own = rows.findIndex((row) => waits(row, code) && codeIn(row) === code);
  const product = productOf(code);
  return own === -1 ? rows.findIndex((row) => waits(row, product) && codeIn(row) === product) : own;
}

/** A lot takes the line; of single items each is one, and the line waits for the others. */
function taken({ awaits, ...row }: GivenUnit, code: string): readonly GivenUnit[] {
  if (!/\/21\/[^/]+$/.test(code)) return [{ ...row, code }];
  if (row.uom !== undefined && row.uom !== 'H87')
    return [{ code }, { ...row, ...(awaits === undefined ? {} : { awaits }) }];
  const left = Number(row.quantity ?? '1') - 1;
  const rest = { ...row, quantity: String(left), ...(awaits === undefined ? {} : { awaits }) };
  return left > 0 ? [{ code }, rest] : [{ code }];
}

const codeIn = ({ code = '' }: GivenUnit): string => code.trim();
