/**
 * One round of a reader: a batch of the log, then what is due of organisations on hold and of parked runs. Each is a
 * transaction of its own that carries the effects together with how far the reader is, so that a process may be killed at
 * any moment: the next one goes on without loss or repetition.
 */
import { strict as assert } from 'node:assert';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { attempt, type Handle } from './attempt.ts';
import {
  deleteHold,
  deleteParked,
  findCheckpoint,
  findHold,
  insertReader,
  type OwnedRun,
  selectDueHolds,
  selectDueParked,
  selectHeldAmong,
  selectRunsFrom,
  selectRunsOf,
  tryLockReader,
  updateCheckpoint,
  upsertHold,
  upsertParked,
} from './store.ts';

/** The program's own. */
export type ReaderDeps = Pick<Ctx, 'read' | 'write' | 'clock' | 'log'>;

export interface LogReader extends ReaderDeps {
  readonly name: string;
  readonly handle: Handle;
}

/** Runs of one batch: at most 16,384 entries, less than the fastest server captures in a second. */
export const BATCH_RUNS_MAX = 256;
/** Organisations on hold that one round works on, so that those which are not on hold wait for few. */
export const HOLDS_PER_ROUND = 16;
/** Runs that go one by one in a transaction: with the holds of a round some 500, which others wait for a second or so. */
export const SINGLE_RUNS_MAX = 32;
/** Failures of one run until it is parked: over 13 minutes of trying, which outlasts what passes by itself. */
export const ATTEMPTS_MAX = 10;
const RETRY_FIRST_MS = 2_000;
const RETRY_LAST_MS = 5 * 60_000; // whoever mends the cause sees it go on within minutes

/** How long a run rests that failed so often. None at all: which of several failed is found out at once. */
export function restMs(attempts: number): number {
  return attempts === 0 ? 0 : Math.min(RETRY_FIRST_MS * 2 ** (attempts - 1), RETRY_LAST_MS);
}

/** Whether there is more to do at once. Another process that is this reader now does it; then there is not. */
export async function readRound(reader: LogReader, signal: AbortSignal): Promise<boolean> {
  const { read, write, name, clock } = reader;
  const batch = await write((tx) => readBatch(reader, tx));
  if (batch === 'elsewhere') return false;
  let isMore = batch === 'more';
  const due = await read((tx) => selectDueHolds(tx, name, { dueAt: clock.now(), limit: HOLDS_PER_ROUND }));
  for (const orgNo of due) {
    if (signal.aborted) return false;
    const state = await write((tx) => catchUp(reader, tx, orgNo));
    isMore ||= state === 'more';
  }
  if (signal.aborted) return false;
  const parked = await write((tx) => retryDueParked(reader, tx));
  return isMore || due.length === HOLDS_PER_ROUND || parked === 'more';
}

type State = 'elsewhere' | 'more' | 'done';

async function readBatch({ name, handle, clock, log }: LogReader, tx: Tx): Promise<State> {
  if (!(await tryLockReader(tx, name))) return 'elsewhere';
  const known = await findCheckpoint(tx, name);
  if (known === undefined) await insertReader(tx, name);
  const position = known ?? 0;
  const runs = await selectRunsFrom(tx, position, BATCH_RUNS_MAX);
  const end = endOfUnbroken(position, runs);
  if (runs.length === 0) return 'done';
  const groups = groupByOrganisation(runs);
  const held = await selectHeldAmong(tx, name, [...groups.keys()]);
  for (const [orgNo, [first, ...others]] of groups) {
    if (held.has(orgNo)) continue;
    const error = await attempt(tx, handle, { orgNo, runs: [first, ...others] });
    if (error === undefined) continue;
    const attempts = others.length === 0 ? 1 : 0; // of several it may have been any
    const retryAt = after(clock, restMs(attempts));
    await upsertHold(tx, name, { orgNo, position: first.first, attempts, retryAt, error });
    log.warn({ reader: name, orgNo, position: first.first, error }, 'reader: organisation on hold');
  }
  await updateCheckpoint(tx, name, end);
  return runs.length === BATCH_RUNS_MAX ? 'more' : 'done';
}

/** Where the runs end. That each begins where the one before ended is what the log promises; a hole would lose entries. */
function endOfUnbroken(position: number, runs: readonly OwnedRun[]): number {
  let end = position;
  for (const { first, count } of runs) {
    assert.equal(first, end, `the log has a hole at position ${end}`);
    end = first + count;
  }
  return end;
}

function groupByOrganisation(runs: readonly OwnedRun[]): Map<number, [OwnedRun, ...OwnedRun[]]> {
  const groups = new Map<number, [OwnedRun, ...OwnedRun[]]>();
  for (const run of runs) {
    const group = groups.get(run.orgNo);
    if (group === undefined) groups.set(run.orgNo, [run]);
    else group.push(run);
  }
  return groups;
}

/** Works off what the reader passed over of an organisation, run by run, until one fails or the reader is reached. */
async function catchUp({ name, handle, clock, log }: LogReader, tx: Tx, orgNo: number): Promise<State> {
  if (!(await tryLockReader(tx, name))) return 'elsewhere';
  const hold = await findHold(tx, name, orgNo);
  // Another process may have been here since it was found to be due.
  if (hold === undefined || hold.retryAt > clock.now()) return 'done';
  const before = (await findCheckpoint(tx, name)) ?? 0;
  const runs = await selectRunsOf(tx, orgNo, { from: hold.position, before, limit: SINGLE_RUNS_MAX });
  let { attempts, position } = hold;
  for (const run of runs) {
    const error = await attempt(tx, handle, { orgNo, runs: [run] });
    if (error !== undefined) {
      attempts += 1;
      if (attempts < ATTEMPTS_MAX) {
        const retryAt = after(clock, restMs(attempts));
        await upsertHold(tx, name, { orgNo, position: run.first, attempts, retryAt, error });
        return 'done';
      }
      await upsertParked(tx, name, { ...run, attempts, error, parkedAt: clock.now(), retryAt: null });
      log.error({ reader: name, orgNo, position: run.first, error }, 'reader: run parked, see suyuan readers list');
    }
    attempts = 0;
    position = run.first + run.count;
  }
  if (runs.length < SINGLE_RUNS_MAX) {
    await deleteHold(tx, name, orgNo);
    return 'done';
  }
  await upsertHold(tx, name, { orgNo, position, attempts, retryAt: clock.now(), error: null });
  return 'more';
}

/** Tries the parked runs again that somebody asked for; what fails stays parked. */
async function retryDueParked({ name, handle, clock }: LogReader, tx: Tx): Promise<State> {
  if (!(await tryLockReader(tx, name))) return 'elsewhere';
  const due = await selectDueParked(tx, name, { dueAt: clock.now(), limit: SINGLE_RUNS_MAX });
  for (const run of due) {
    const error = await attempt(tx, handle, { orgNo: run.orgNo, runs: [run] });
    if (error === undefined) await deleteParked(tx, name, run.first);
    else await upsertParked(tx, name, { ...run, attempts: run.attempts + 1, error, retryAt: null });
  }
  return due.length === SINGLE_RUNS_MAX ? 'more' : 'done';
}

function after(clock: Clock, ms: number): Date {
  return new Date(clock.now().getTime() + ms);
}
