/**
 * Holds the whole store against what was received and the log, which alone are trusted: every leaf is computed again,
 * every event derived again, every row of every table compared, and every row that nothing explains is named.
 */
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { checkRows } from './check-rows.ts';
import { STRAY_CHECKS } from './check-strays.ts';
import { derivedAgain, type Expected } from './derive-again.ts';
import type { Step, Tell } from './fault.ts';
import {
  copyTouches,
  countRows,
  explainTouches,
  selectMissingTouches,
  selectSharedPlaces,
  selectUnexplained,
  type TouchColumns,
} from './store-verify.ts';

const TOLD_MAX = 10_000;

/** As the program itself. Sees one state of the database. Faults come as they are found, and between them how far the log is checked. */
export async function* verify(ctx: Pick<Ctx, 'read'>): AsyncGenerator<Step> {
  // A generator cannot stand inside the transaction of a callback, so steps are handed over in pages.
  const steps: Step[] = [];
  let wake = (): void => undefined;
  const tell = (step: Step): void => {
    steps.push(step);
    wake();
  };
  let isDone = false;
  const run = ctx
    .read((tx) => checkAll(tx, tell), { writesTemporary: true })
    .finally(() => {
      isDone = true;
      wake();
    });
  for (;;) {
    yield* steps.splice(0);
    if (isDone) break;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (steps.length > 0 || isDone) resolve();
    });
  }
  await run;
}

/** The same in a transaction that is open. */
export async function checkAll(tx: Tx, tell: Tell): Promise<void> {
  const tally: Tally = { touches: 0, records: 0, isTouchMissing: false };
  await guarded(tell, () => checkDerived(tx, tally, tell));
  for (const check of STRAY_CHECKS) await guarded(tell, () => check(tx, tell));
  await guarded(tell, () => checkCounts(tx, tally, tell));
}

/** A number that no program wrote, larger than is read exactly, ends one comparison, and not those after it. */
async function guarded(tell: Tell, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tell({ kind: 'number-unreadable', what: error.message });
  }
}

/** Rows that there should be. */
interface Tally {
  touches: number;
  records: number;
  isTouchMissing: boolean;
}

async function checkDerived(tx: Tx, tally: Tally, tell: Tell): Promise<void> {
  for await (const checked of derivedAgain(tx, tell)) {
    await checkRows(tx, checked, tell);
    tally.records += checked.length;
    const touches = touchesOf(checked);
    tally.touches += touches.length;
    for (const { eventId, unit, role } of await selectMissingTouches(tx, touches)) {
      tally.isTouchMissing = true;
      tell({ kind: 'touch-missing', eventId, what: `${role} ${unit}` });
    }
  }
}

/** Where all that should be there is, and no more, nothing was added. */
async function checkCounts(tx: Tx, tally: Tally, tell: Tell): Promise<void> {
  const count = await countRows(tx);
  if (tally.isTouchMissing || count.touches !== tally.touches) await findStrayTouches(tx, tell);
  if (count.records !== tally.records) {
    for (const { block, place } of await selectSharedPlaces(tx)) {
      tell({ kind: 'record-stray', block, what: `place ${place} twice` });
    }
  }
}

function touchesOf(expected: readonly Expected[]): TouchColumns[] {
  return expected
    .filter(({ isFirst }) => isFirst)
    .flatMap(({ derived }) => derived.touches.map((touch) => ({ ...touch, eventId: derived.rowId })));
}

async function findStrayTouches(tx: Tx, tell: Tell): Promise<void> {
  await copyTouches(tx);
  const silent = (): void => undefined;
  for await (const checked of derivedAgain(tx, silent)) {
    await explainTouches(
      tx,
      checked.flatMap(({ derived }) => derived.touches.map((touch) => ({ ...touch, eventId: derived.rowId }))),
    );
  }
  for (const { eventId, unit, role } of await selectUnexplained(tx, TOLD_MAX)) {
    tell({ kind: 'touch-stray', eventId, what: `${role} ${unit}` });
  }
}
