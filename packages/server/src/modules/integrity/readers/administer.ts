/** What a person sees of the readers, and has them do. Works beside a running reader: it waits for its transaction. */
import type { Ctx } from '../../../platform/ctx.ts';
import {
  deleteParked,
  findCheckpoint,
  lockReader,
  type OwnedRun,
  type ParkedRun,
  selectParked,
  selectRunsOf,
  upsertHold,
} from './store.ts';
import {
  countParked,
  findHeldAt,
  type HeldOrganisation,
  makeHoldsDue,
  makeParkedDue,
  type ReaderState,
  readerStates,
  selectHolds,
  type Which,
} from './store-administer.ts';

/** No reader of this name ever ran on this database. */
export class UnknownReader extends Error {
  override name = 'UnknownReader';
}

export interface ReaderReport extends ReaderState {
  /** Some of them, those that failed most often. */
  readonly holds: readonly HeldOrganisation[];
  /** The first of them. */
  readonly parkedRuns: readonly ParkedRun[];
  readonly parkedRunCount: number;
}

/** Holds and parked runs that one list shows; the counts beside them are of all. */
const SHOWN_MAX = 100;

export async function listReaders(ctx: Pick<Ctx, 'read'>): Promise<ReaderReport[]> {
  return ctx.read(async (tx) => {
    const reports: ReaderReport[] = [];
    for (const state of await readerStates(tx)) {
      reports.push({
        ...state,
        holds: await selectHolds(tx, state.name, SHOWN_MAX),
        parkedRuns: await selectParked(tx, state.name, SHOWN_MAX),
        parkedRunCount: await countParked(tx, state.name),
      });
    }
    return reports;
  });
}

export interface MadeDue {
  /** Parked runs. */
  readonly parked: number;
  /** Organisations on hold. */
  readonly held: number;
}

/**
 * Has the running reader try again at once what is parked or on hold: all of it, or what is at a position or an organisation's.
 * Throws UnknownReader.
 */
export async function retryParked(
  ctx: Pick<Ctx, 'write'>,
  reader: string,
  { position, orgNo, now = new Date() }: Which & { readonly now?: Date },
): Promise<MadeDue> {
  const due = { position, orgNo, now };
  return ctx.write(async (tx) => {
    await lockReader(tx, reader);
    if ((await findCheckpoint(tx, reader)) === undefined) throw new UnknownReader(reader);
    return {
      parked: await makeParkedDue(tx, reader, due),
      held: await makeHoldsDue(tx, reader, due),
    };
  });
}

/** A run that was given up. */
export interface SkippedRun extends OwnedRun {
  readonly was: 'parked' | 'held';
  readonly error: string | null;
}

/**
 * Gives up the run at a position: a parked one, or the one that an organisation is held at, which then goes on with its next.
 * Undefined where neither is at that position. Throws UnknownReader.
 */
export async function skipParked(
  ctx: Pick<Ctx, 'write'>,
  reader: string,
  { position, now = new Date() }: { readonly position: number; readonly now?: Date },
): Promise<SkippedRun | undefined> {
  return ctx.write(async (tx) => {
    await lockReader(tx, reader);
    const checkpoint = await findCheckpoint(tx, reader);
    if (checkpoint === undefined) throw new UnknownReader(reader);
    const parked = await deleteParked(tx, reader, position);
    if (parked !== undefined) {
      const { first, count, block, orgNo, error } = parked;
      return { was: 'parked', first, count, block, orgNo, error };
    }
    const hold = await findHeldAt(tx, reader, position);
    if (hold === undefined) return undefined;
    const [run] = await selectRunsOf(tx, hold.orgNo, { from: position, before: checkpoint, limit: 1 });
    // Behind what went through there may be another organisation's run: that is no run to give up.
    if (run?.first !== position) return undefined;
    await upsertHold(tx, reader, { ...hold, position: position + run.count, attempts: 0, retryAt: now, error: null });
    return { was: 'held', ...run, error: hold.error };
  });
}
