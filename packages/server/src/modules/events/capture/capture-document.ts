import { FINDINGS_TOLD_MAX, Problem } from '@suyuan/api';
import { type Context, type Finding, readContext, readReceived } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Sequencer } from '../../integrity/index.ts';
import { textKey } from '../keys.ts';
import { derive } from './derive.ts';
import type { CaptureJob } from './jobs.ts';
import { type ErrorBehaviour, invalid, type ReceivedDocument } from './receive-document.ts';
import { insertContext, type Reception } from './store.ts';
import { storeBatch } from './store-batch.ts';
import { insertJob } from './store-jobs.ts';
import { storeVocabulary } from './store-vocabulary.ts';

export interface Capture {
  /** Under which what becomes of the document can be asked for. */
  readonly jobId: string;
  readonly document: ReceivedDocument;
  readonly errorBehaviour: ErrorBehaviour;
}

/**
 * Stores a received document in one transaction and puts it in the log; keeps the finished job.
 * With `rollback` a fault stores nothing and throws `document.invalid`, a conflict `event.conflict`; the job of a
 * document that is refused with a problem is kept too.
 */
export async function captureDocument(
  ctx: Ctx,
  sequencer: Sequencer,
  { jobId, document, errorBehaviour }: Capture,
): Promise<void> {
  const { faults, eventCount } = document;
  const by = recorderOf(ctx);
  const createdAt = ctx.clock.now();
  const draft: JobDraft = { id: jobId, orgNo: by.org.no, ...keyOf(ctx), createdAt, errorBehaviour, eventCount };
  try {
    if (errorBehaviour === 'rollback' && faults.count > 0) throw invalid(faults.told, faults.count);
    await ctx.db.transaction(async (tx) => {
      const stored = await storeDocument(tx, document, { ...by, jobId, receivedAt: createdAt });
      if (errorBehaviour === 'rollback' && stored.conflictCount > 0) {
        throw new Problem('event.conflict', {}, { findings: stored.conflicts, findingCount: stored.conflictCount });
      }
      await insertJob(tx, closeJob(ctx, draft, { document, stored }));
    });
    await sequencer.sequence();
  } catch (error) {
    if (error instanceof Problem) await insertJob(ctx.db, refusedJob(ctx, draft, error));
    throw error;
  }
}

type JobDraft = Pick<CaptureJob, 'id' | 'orgNo' | 'keyId' | 'createdAt' | 'errorBehaviour' | 'eventCount'>;

function keyOf({ actor: { keyId } }: Ctx): Pick<CaptureJob, 'keyId'> {
  return keyId === undefined ? {} : { keyId };
}

/** Who records. Only a key may capture, and each belongs to an organisation. */
function recorderOf({ actor }: Ctx): Pick<Reception, 'org' | 'keyId'> {
  if (actor.org === undefined) throw new Problem('key.missing');
  return { org: actor.org, keyId: actor.keyId ?? null };
}

interface Stored {
  readonly captured: number;
  readonly duplicates: number;
  readonly conflicts: readonly Finding[];
  readonly conflictCount: number;
}

async function storeDocument(
  tx: Tx,
  document: ReceivedDocument,
  by: Omit<Reception, 'binding' | 'contextId'>,
): Promise<Stored> {
  const { binding, spool } = document;
  const { context, contextId } = await keepContext(tx, document.context);
  await storeVocabulary(tx, document.vocabularies, { by: { ...by, binding, contextId }, context });
  const conflicts: Finding[] = [];
  let [captured, duplicates, conflictCount] = [0, 0, 0];
  for await (const batch of spool.batches((text) => readReceived(text, document.context, binding))) {
    const outcome = await storeBatch(
      tx,
      batch.map(({ index, text, value }) => ({ index, text, derived: derive(value, context) })),
      { ...by, binding, contextId },
    );
    captured += outcome.captured;
    duplicates += outcome.duplicates;
    conflictCount += outcome.conflicts.length;
    conflicts.push(...outcome.conflicts.slice(0, FINDINGS_TOLD_MAX - conflicts.length));
  }
  return { captured, duplicates, conflicts, conflictCount };
}

/** Stores what the names in a document mean, once; `null` stands for a document that does not say. */
export async function keepContext(
  tx: Tx,
  given: unknown,
): Promise<{ readonly context: Context; readonly contextId: string }> {
  const text = JSON.stringify(given ?? null);
  const contextId = textKey(text);
  await insertContext(tx, contextId, text);
  return { context: readContext(given), contextId };
}

/** Stores one event that came by itself. Returns what it is found under, or what contradicts it. */
export async function storeSingle(
  ctx: Ctx,
  tx: Tx,
  { text, value, context: given }: { readonly text: string; readonly value: object; readonly context: unknown },
): Promise<{ readonly identity: string; readonly conflicts: readonly Finding[] }> {
  const { context, contextId } = await keepContext(tx, given);
  const derived = derive(value, context);
  const by = { ...recorderOf(ctx), jobId: null, receivedAt: ctx.clock.now(), binding: 'json' as const, contextId };
  const { conflicts } = await storeBatch(tx, [{ index: 0, text, derived }], by);
  return { identity: derived.identity, conflicts };
}

function closeJob(
  ctx: Ctx,
  draft: JobDraft,
  { document, stored }: { document: ReceivedDocument; stored: Stored },
): CaptureJob {
  const errors = [...document.faults.told, ...stored.conflicts].slice(0, FINDINGS_TOLD_MAX);
  const errorCount = document.faults.count + stored.conflictCount;
  return {
    ...draft,
    finishedAt: ctx.clock.now(),
    success: errorCount === 0,
    capturedCount: stored.captured,
    duplicateCount: stored.duplicates,
    errorCount,
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
    errors: findings.slice(0, FINDINGS_TOLD_MAX),
  };
}
