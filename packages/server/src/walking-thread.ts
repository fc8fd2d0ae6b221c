/**
 * Walks in threads of their own, so that none holds up an answer, and their heap is bounded (docs/decisions/0042-trace-threads.md).
 */
import type { Worker } from 'node:worker_threads';
import { openShelf } from './modules/standards/index.ts';
import { type Crew, type CrewLimits, createCrew, createCrewHere, workInThread } from './platform/apart/index.ts';
import { systemClock } from './platform/clock/index.ts';
import { systemCtx } from './platform/ctx.ts';
import { joinRows } from './platform/db/index.ts';
import { createLog, type Logger, type LogLevel } from './platform/log/index.ts';
import { type Walks, type WalksBy, walksBy } from './walks.ts';

/** What a thread is started with. */
export interface WalkingGiven {
  readonly task: 'walking';
  readonly connectionString: string;
  readonly logLevel: LogLevel;
}

export type Walkers = Crew<Walks>;

const LIMITS = {
  /** Two, as the reading of the database and the walking of what was read are halves of a trace; a waiting trace holds nothing but its place. */
  long: { inside: 2, waiting: 64, waitMs: 60_000, isReady: false },
  /** For what anybody opens, which is bounded and short: it waits for no trace. As many wait as at the door of the public pages; half of a page is waiting for the database. */
  short: { inside: 2, waiting: 64, waitMs: 30_000, isReady: true },
};
const SHORT: ReadonlySet<keyof Walks> = new Set(['page', 'shared']);

/** What the answering thread holds of it. */
export function keepWalkingApart(start: () => Worker, log: Pick<Logger, 'error'>): Walkers {
  return inLanes((limits) => createCrew({ start, log, limits }));
}

/** For a program without threads. */
export function walkHere(deps: WalksBy): Walkers {
  const works = walksBy(deps);
  return inLanes((limits) => createCrewHere(works, limits));
}

/** The thread itself: until it is told to close. */
export async function walkInThread({ connectionString, logLevel }: WalkingGiven): Promise<void> {
  const access = joinRows({ connectionString });
  const own = { access, clock: systemClock, log: createLog(logLevel) };
  try {
    const shelf = openShelf(systemCtx(own));
    // So that the first that is asked finds a connection and the packs; what fails here fails for it again, and is told.
    shelf.packs().catch(() => undefined);
    await workInThread(walksBy({ ...own, shelf }));
  } finally {
    await access.close();
  }
}

function inLanes(crewOf: (limits: CrewLimits) => Walkers): Walkers {
  const [long, short] = [crewOf(LIMITS.long), crewOf(LIMITS.short)];
  const laneOf = (is: keyof Walks): Walkers => (SHORT.has(is) ? short : long);
  return {
    run: (actor, job, left) => laneOf(job.is).run(actor, job, left),
    ask: (actor, job, left) => laneOf(job.is).ask(actor, job, left),
    async close() {
      await Promise.all([long.close(), short.close()]);
    },
  };
}
