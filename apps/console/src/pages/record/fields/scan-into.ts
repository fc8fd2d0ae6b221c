/** Where a code that is scanned goes among the lines of a form. Pure. */
import { joined, linkOfScanned } from '@suyuan/codes/joined';
import type { GivenUnit } from '../given-sheet.ts';
import { productOf } from './code-of-lot.ts';

/** What was scanned last: the next bar code may belong to the same item. */
export interface LastScanned {
  readonly code: string;
  /** The line as it was before, where it waited for goods. */
  readonly waited?: GivenUnit | undefined;
  /** A code of a line that was shown once more: perhaps the first of the next item's. */
  readonly shown?: string;
}

export interface Taken {
  readonly rows: readonly GivenUnit[];
  /** `again`: it stands there already, as once is meant. `joined`: two bar codes of one item became one code. */
  readonly is: 'new' | 'again' | 'joined';
  readonly last: LastScanned;
}

/** The lines with the code. */
export function scanInto(rows: readonly GivenUnit[], code: string, last = lastOf(rows)): Taken {
  const at = rows.findIndex((row) => codeIn(row) === last?.code);
  const both = last === undefined || at < 0 ? undefined : joined(last.code, code);
  if (both === undefined) return put(rows, (last?.shown === undefined ? undefined : joined(last.shown, code)) ?? code);
  const taken = put(rows.with(at, { ...rows[at], code: '', ...last?.waited }), both);
  if (taken.is === 'new') return { ...taken, is: 'joined' };
  // The item stands there: the line of its first bar code was opened for nothing.
  return { ...taken, rows: rows.length > 1 ? rows.toSpliced(at, 1) : [{}] };
}

const lastOf = (rows: readonly GivenUnit[]): LastScanned | undefined => {
  const code = codeIn(rows.findLast((row) => codeIn(row) !== '') ?? {});
  return code === '' ? undefined : { code };
};

function put(rows: readonly GivenUnit[], code: string): Taken {
  const link = linkOfScanned(code);
  if (rows.some((other) => other.awaits !== link && linkOfScanned(codeIn(other)) === link))
    return { rows, is: 'again', last: { code } };
  const at = waitingFor(rows, link);
  const row = rows[at];
  if (row !== undefined)
    return { rows: rows.toSpliced(at, 1, ...filled(row, { code, link })), is: 'new', last: { code, waited: row } };
  const empty = rows.findIndex((other) => codeIn(other) === '');
  const after = empty === -1 ? [...rows, { code }] : rows.with(empty, { ...rows[empty], code });
  return { rows: after, is: 'new', last: { code } };
}

/** Which line waits for a lot or item of this product; of those that want one lot this one first. */
function waitingFor(rows: readonly GivenUnit[], link: string): number {
  const waits = ({ awaits }: GivenUnit, wanted: string): boolean => awaits !== undefined && awaits === wanted;
  const own = rows.findIndex((row) => waits(row, link) && codeIn(row) === link);
  const product = productOf(link);
  return own === -1 ? rows.findIndex((row) => waits(row, product) && codeIn(row) === product) : own;
}

/** A lot takes the line; of single items each is one, and the line waits for the others. */
function filled({ awaits, ...row }: GivenUnit, { code, link }: { code: string; link: string }): readonly GivenUnit[] {
  if (!/\/21\/[^/]+$/.test(link)) return [{ ...row, code }];
  if (row.uom !== undefined && row.uom !== 'H87')
    return [{ code }, { ...row, ...(awaits === undefined ? {} : { awaits }) }];
  const left = Number(row.quantity ?? '1') - 1;
  const rest = { ...row, quantity: String(left), ...(awaits === undefined ? {} : { awaits }) };
  return left > 0 ? [{ code }, rest] : [{ code }];
}

const codeIn = ({ code = '' }: GivenUnit): string => code.trim();
