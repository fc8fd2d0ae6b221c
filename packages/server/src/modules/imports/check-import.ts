/** Reads every row of a file and tells which can be recorded. Nothing is recorded. */
import { type ImportFault, Problem } from '@suyuan/api';
import { withoutPersonalNumbers } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import type { ImportingDeps } from './deps.ts';
import type { RowFault } from './read-row.ts';
import { type OfStage, openImport } from './reading-of.ts';
import { noteRows, setChecked } from './store-imports.ts';
import { turnTaker } from './turns.ts';

/** More than a person reads; the rest stands in the annotated file. */
export const FAULTS_TOLD_MAX = 200;
const TOLD_EACH_MS = 1_000;
const AS = { as: 'identity' } as const;

export interface ToCheck extends OfStage {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  /** The program stops; what is under way is left as it stands. */
  readonly signal: AbortSignal;
}

/** @throws Problem of the file as a whole */
export async function checkImport(ctx: Ctx, deps: ImportingDeps, of: ToCheck): Promise<void> {
  const { sheet, readRow, rows } = await openImport(ctx, deps, of);
  const turn = turnTaker();
  const faults: ImportFault[] = [];
  let [count, good, toldAt] = [0, 0, performance.now()];
  for await (const row of rows()) {
    await turn();
    if (of.signal.aborted) return;
    count += 1;
    const read = readRow(row);
    if (read.ok) good += 1;
    else faults.push(...read.faults.slice(0, FAULTS_TOLD_MAX - faults.length).map(toldFault));
    if (performance.now() - toldAt < TOLD_EACH_MS) continue;
    await ctx.write((tx) => noteRows(tx, of.id, count), AS);
    toldAt = performance.now();
  }
  if (count === 0) throw new Problem('import.empty');
  const checked = { sheet, rows: count, good, faulty: count - good, faults, at: ctx.clock.now() };
  await ctx.write((tx) => setChecked(tx, of.id, checked), AS);
}

function toldFault({ row, cell, column, message: { zh, en } }: RowFault): ImportFault {
  return {
    row,
    ...(cell === undefined ? {} : { cell }),
    ...(column === undefined ? {} : { column }),
    message: { zh: withoutPersonalNumbers(zh), en: withoutPersonalNumbers(en) },
  };
}
