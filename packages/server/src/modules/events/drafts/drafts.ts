/** What one person wrote and another lets in: four eyes, where a role says so. */
import { randomUUID } from 'node:crypto';
import { type DraftBody, Problem } from '@suyuan/api';
import { documentWith } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor, mustBe, noteHere, personOf } from '../../identity/index.ts';
import type { PersonalValue } from '../../personal/index.ts';
import { type CaptureDeps, captureDocument } from '../capture/capture-document.ts';
import { keptAs, keyOf } from '../capture/personal-data.ts';
import { receiveText } from '../capture/receive-text.ts';
import { type DraftRow, decide, findDraft, insertDraft, lockDraft } from './store-drafts.ts';

const AS = { as: 'identity' } as const;
export type DraftDeps = CaptureDeps;

/** Keeps a document that is valid, for somebody else to look at. @throws Problem `document.invalid` and what else refuses one */
export async function makeDraft(
  ctx: Ctx,
  deps: DraftDeps,
  { text, note }: { readonly text: string; readonly note: string | null },
): Promise<string> {
  mustBe(ctx.actor, 'draft');
  const { personId } = personOf(ctx.actor);
  const { no: orgNo } = actingFor(ctx.actor);
  const document = await receiveText(text, deps.spoolFolder);
  await document.spool.close();
  if (document.faults.count > 0) {
    throw new Problem(
      'document.invalid',
      { count: document.faults.count },
      { findings: document.faults.told, findingCount: document.faults.count },
    );
  }
  if (document.eventCount === 0) throw new Problem('draft.empty');
  const body = await withoutPersonal(ctx, deps, text);
  return ctx.write(async (tx) => {
    const id = await insertDraft(tx, { orgNo, body, events: document.eventCount, note, personId });
    await noteHere(tx, ctx, { kind: 'draft.made', about: id, detail: { events: document.eventCount } });
    return id;
  }, AS);
}

/** What people type has no telephone number in the records, and none in what waits for them. */
async function withoutPersonal(ctx: Ctx, { keyring }: DraftDeps, text: string): Promise<string> {
  const wanted = new Map<string, PersonalValue>();
  documentWith(text, (found) => {
    wanted.set(keyOf(found), found);
    return '';
  });
  return wanted.size === 0 ? text : documentWith(text, await keptAs(ctx, keyring, wanted));
}

/** Lets a draft of somebody else into the log, as recorded by whoever wrote it. @throws Problem `draft.own`, `draft.decided` and what refuses a capture */
export async function releaseDraft(ctx: Ctx, deps: DraftDeps, id: string): Promise<void> {
  mustBe(ctx.actor, 'release');
  const { personId } = personOf(ctx.actor);
  const jobId = randomUUID();
  await ctx.write(async (tx) => {
    const draft = await lockDraft(tx, id);
    if (draft === undefined) throw new Problem('resource.not-found', { what: id });
    if (draft.madeBy === personId) throw new Problem('draft.own');
    if (draft.state !== 'waiting' && draft.state !== 'releasing')
      throw new Problem('draft.decided', { state: draft.state });
    await decide(tx, id, { state: 'releasing', personId, jobId });
  }, AS);
  const draft = await ctx.read((tx) => findDraft(tx, id), AS);
  if (draft === undefined) throw new Problem('resource.not-found', { what: id });
  const document = await receiveText(draft.body, deps.spoolFolder);
  try {
    // Whoever wrote it recorded it; who let it in is told by the draft and by what is noted.
    const recorder: Ctx = { ...ctx, actor: { ...ctx.actor, personId: draft.madeBy.id } };
    await captureDocument(recorder, deps, { jobId, document, errorBehaviour: 'rollback' });
  } catch (error) {
    await ctx.write((tx) => decide(tx, id, { state: 'waiting', personId: null }), AS);
    throw error;
  } finally {
    await document.spool.close();
  }
  await ctx.write(async (tx) => {
    await decide(tx, id, { state: 'released', personId, jobId });
    await noteHere(tx, ctx, { kind: 'draft.released', about: id, detail: { job: jobId, madeBy: draft.madeBy.id } });
  }, AS);
}

/** Sends a draft back with a reason; or takes one's own back. @throws Problem `draft.decided` */
export async function refuseDraft(ctx: Ctx, id: string, reason: string | null): Promise<void> {
  const { personId } = personOf(ctx.actor);
  actingFor(ctx.actor);
  await ctx.write(async (tx) => {
    const draft = await lockDraft(tx, id);
    if (draft === undefined) throw new Problem('resource.not-found', { what: id });
    const isOwn = reason === null;
    if (!isOwn) mustBe(ctx.actor, 'release');
    else if (draft.madeBy !== personId) throw new Problem('draft.not-own');
    if (draft.state !== 'waiting') throw new Problem('draft.decided', { state: draft.state });
    await decide(tx, id, { state: isOwn ? 'withdrawn' : 'rejected', personId, reason });
    await noteHere(tx, ctx, { kind: 'draft.refused', about: id, detail: { own: isOwn, reason } });
  }, AS);
}

export function draftBody({ madeAt, decidedAt, jobId, state, ...draft }: DraftRow): DraftBody {
  return {
    ...draft,
    state,
    madeAt: madeAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    captureID: state === 'released' ? jobId : null,
  };
}
