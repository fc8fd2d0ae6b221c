import { FINDINGS_TOLD_MAX, Problem } from '@suyuan/api';
import { type Finding, readReceived } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Sequencer } from '../../integrity/index.ts';
import { derive } from './derive.ts';
import type { EventSpool } from './event-spool.ts';
import { keepContext } from './given-context.ts';
import type { Interlock } from './interlock.ts';
import type { CaptureJob } from './jobs.ts';
import { type MoveDeps, type Moved, moveInDocument, NOTHING_MOVED } from './personal-data.ts';
import { type ErrorBehaviour, invalid, type ReceivedDocument } from './receive-document.ts';
import { recorderOf } from './recorder.ts';
import type { Reception } from './store.ts';
import { type Ask, storeBatch } from './store-batch.ts';
import { insertJob } from './store-jobs.ts';
import { storeVocabulary } from './store-vocabulary.ts';

export interface CaptureDeps extends MoveDeps {
  readonly sequencer: Sequencer;
  readonly interlock: Interlock;
}

export interface Capture {
  /** Under which what becomes of the document can be asked for. */
  readonly jobId: string;
  readonly document: ReceivedDocument;
  readonly errorBehaviour: ErrorBehaviour;
}

/**
 * Stores a received document in one transaction and puts it in the log; keeps the finished job.
 * With `rollback` a fault stores nothing and throws `document.invalid`, a conflict `event.conflict`, an interlock
 * `event.refused`; the job of a document that is refused with a problem is kept too.
 * @returns the finished job
 */
export async function captureDocument(
  ctx: Ctx,
  { sequencer, interlock, ...deps }: CaptureDeps,
  { jobId, document, errorBehaviour }: Capture,
): Promise<CaptureJob> {
  const { faults, eventCount } = document;
  const by = recorderOf(ctx);
  const createdAt = ctx.clock.now();
  const draft: JobDraft = { id: jobId, orgNo: by.org.no, ...keyOf(ctx), createdAt, errorBehaviour, eventCount };
  let other: EventSpool | undefined;
  try {
    if (errorBehaviour === 'rollback' && faults.count > 0) throw invalid(faults.told, faults.count);
    const { spool, moved } =
      document.personalData === 'move'
        ? await moveInDocument(ctx, deps, document)
        : { spool: document.spool, moved: NOTHING_MOVED };
    if (spool !== document.spool) other = spool;
    const job = await ctx.write(async (tx) => {
      const stored = await storeDocument(
        tx,
        { ...document, spool },
        {
          by: { ...by, jobId, receivedAt: createdAt },
          forbidden: (facts) => interlock(tx, facts, ctx.actor),
        },
      );
      if (errorBehaviour === 'rollback') refuse(stored);
      const closed = closeJob(ctx, draft, { document, stored, moved });
      await insertJob(tx, closed);
      return closed;
    }, INGEST);
    await sequencer.sequence();
    return job;
  } catch (error) {
    if (error instanceof Problem) {
      const job = refusedJob(ctx, draft, error);
      await ctx.write((tx) => insertJob(tx, job), INGEST);
    }
    throw error;
  } finally {
    await other?.close();
  }
}

const INGEST = { as: 'ingest' } as const;

type JobDraft = Pick<CaptureJob, 'id' | 'orgNo' | 'keyId' | 'createdAt' | 'errorBehaviour' | 'eventCount'>;

function keyOf({ actor: { keyId } }: Ctx): Pick<CaptureJob, 'keyId'> {
  return keyId === undefined ? {} : { keyId };
}

interface Stored {
  readonly captured: number;
  readonly duplicates: number;
  readonly conflicts: Told;
  readonly refusals: Told;
}

/** The first of many findings, and how many there are. */
interface Told {
  readonly told: readonly Finding[];
  readonly count: number;
}

function tell({ told, count }: Told, more: readonly Finding[]): Told {
  return { told: [...told, ...more.slice(0, FINDINGS_TOLD_MAX - told.length)], count: count + more.length };
}

/** @throws Problem `event.conflict`, `event.refused` */
function refuse({ conflicts, refusals }: Stored): void {
  const told = ({ told: findings, count: findingCount }: Told) => ({ findings, findingCount });
  if (conflicts.count > 0) throw new Problem('event.conflict', {}, told(conflicts));
  if (refusals.count > 0) throw new Problem('event.refused', { count: refusals.count }, told(refusals));
}

async function storeDocument(
  tx: Tx,
  document: ReceivedDocument,
  { by, forbidden }: { readonly by: Omit<Reception, 'binding' | 'contextId'>; readonly forbidden: Ask },
): Promise<Stored> {
  const { binding, spool } = document;
  const { context, contextId } = await keepContext(tx, document.context);
  await storeVocabulary(tx, document.vocabularies, { by: { ...by, binding, contextId }, context });
  let [captured, duplicates] = [0, 0];
  let conflicts: Told = { told: [], count: 0 };
  let refusals = conflicts;
  for await (const batch of spool.batches((text) => readReceived(text, document.context, binding))) {
    const outcome = await storeBatch(
      tx,
      batch.map(({ index, text, value }) => ({ index, text, derived: derive(value, context) })),
      { by: { ...by, binding, contextId }, forbidden },
    );
    captured += outcome.captured;
    duplicates += outcome.duplicates;
    conflicts = tell(conflicts, outcome.conflicts);
    refusals = tell(refusals, outcome.refusals);
  }
  return { captured, duplicates, conflicts, refusals };
}

function closeJob(
  ctx: Ctx,
  draft: JobDraft,
  { document, stored, moved }: { document: ReceivedDocument; stored: Stored; moved: Moved },
): CaptureJob {
  const all = [document.faults, stored.conflicts, stored.refusals];
  const errors = all.flatMap(({ told }) => told).slice(0, FINDINGS_TOLD_MAX);
  const errorCount = all.reduce((sum, { count }) => sum + count, 0);
  return {
    ...draft,
    finishedAt: ctx.clock.now(),
    success: errorCount === 0,
    capturedCount: stored.captured,
    duplicateCount: stored.duplicates,
    errorCount,
    movedCount: moved.count,
    moved: moved.told,
    errors: [...errors].sort((a, b) => (a.eventIndex ?? -1) - (b.eventIndex ?? -1)),
  };
}

function refusedJob(ctx: Ctx, draft: JobDraft, problem: Problem): CaptureJob {
  const { findings, findingCount } = problem;
  return {
    ...draft,
    finishedAt: ctx.clock.now(),
    success: false,
    capturedCount: 0,
    duplicateCount: 0,
    errorCount: findingCount,
    movedCount: 0,
    moved: [],
    errors: findings.slice(0, FINDINGS_TOLD_MAX),
  };
}
