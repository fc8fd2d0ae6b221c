import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../../platform/ctx.ts';
import { mustBe } from '../../identity/index.ts';
import { type CaptureDeps, captureDocument } from './capture-document.ts';
import type { CaptureJob } from './jobs.ts';
import { receiveText } from './receive-text.ts';

/** Stores a document that is at hand whole; @throws Problem as `captureDocument`. */
export async function captureText(ctx: Ctx, deps: CaptureDeps, text: string): Promise<void> {
  mustBe(ctx.actor, 'capture');
  const document = await receiveText(text, deps.spoolFolder);
  try {
    await captureDocument(ctx, deps, { jobId: randomUUID(), document, errorBehaviour: 'rollback' });
  } finally {
    await document.spool.close();
  }
}

/** What became of a document of which no event stops another. */
export type EachOutcome = Pick<CaptureJob, 'capturedCount' | 'duplicateCount' | 'errorCount' | 'errors'>;

/** Stores what can be stored of a document at hand; findings name the events that are not. @throws Problem of the document as a whole */
export async function captureEach(ctx: Ctx, deps: CaptureDeps, text: string): Promise<EachOutcome> {
  mustBe(ctx.actor, 'capture');
  const document = await receiveText(text, deps.spoolFolder, 'proceed');
  try {
    return await captureDocument(ctx, deps, { jobId: randomUUID(), document, errorBehaviour: 'proceed' });
  } finally {
    await document.spool.close();
  }
}
