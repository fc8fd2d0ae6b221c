import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../../platform/ctx.ts';
import { mustBe } from '../../identity/index.ts';
import { type CaptureDeps, captureDocument } from './capture-document.ts';
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
