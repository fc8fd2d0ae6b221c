/**
 * Traces in threads of their own, so that a long walk holds up no answer, and its heap is bounded (docs/decisions/0042-trace-threads.md).
 */
import type { Worker } from 'node:worker_threads';
import { lendTo, type TraceAsked, tellTrace } from './modules/trace/index.ts';
import { type Crew, createCrew, createCrewHere, type Work, workInThread } from './platform/apart/index.ts';
import { systemClock } from './platform/clock/index.ts';
import { type CtxDeps, createCtx } from './platform/ctx.ts';
import { joinRows } from './platform/db/index.ts';
import { createLog, type Logger, type LogLevel } from './platform/log/index.ts';

/** What a thread is started with. */
export interface WalkingGiven {
  readonly task: 'walking';
  readonly connectionString: string;
  readonly logLevel: LogLevel;
}

export type Walkers = Crew<TraceAsked>;

/** Two, as the reading of the database and the walking of what was read are halves of a trace; a waiting trace holds nothing but its place. */
const LIMITS = { inside: 2, waiting: 64, waitMs: 60_000 };

/** What the answering thread holds of it. */
export function keepWalkingApart(start: () => Worker, log: Pick<Logger, 'error'>): Walkers {
  return createCrew({ start, log, limits: LIMITS });
}

/** For a program without threads. */
export function walkHere({ access, clock, log }: CtxDeps): Walkers {
  return createCrewHere(walkingBy({ access, clock, log }), LIMITS);
}

/** The thread itself: until it is told to close. */
export async function walkInThread({ connectionString, logLevel }: WalkingGiven): Promise<void> {
  const access = joinRows({ connectionString });
  try {
    await workInThread(walkingBy({ access, clock: systemClock, log: createLog(logLevel) }));
  } finally {
    await access.close();
  }
}

function walkingBy(deps: CtxDeps): Work<TraceAsked> {
  return async (actor, asked, out) => tellTrace(lendTo(createCtx(deps, actor), asked), asked, out);
}
