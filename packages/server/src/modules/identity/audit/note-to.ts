import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteOccurrence, type Occurrence } from './occurrence.ts';
import { turnTo } from './store-occurrences.ts';

/** Tells another organisation what was done that is about it, and by whom. The transaction is that organisation's from here on. */
export async function noteTo(
  tx: Tx,
  { actor, clock }: Pick<Ctx, 'actor' | 'clock'>,
  { org, ...noted }: Pick<Occurrence, 'kind' | 'about' | 'detail' | 'org'>,
): Promise<void> {
  const { personId, keyId, session, from } = actor;
  const viaId = actor.org?.id === org.id ? actor.via?.id : actor.org?.id;
  const by = { personId, keyId, sessionId: session?.id, viaId, address: from?.address };
  await turnTo(tx, org.no);
  await noteOccurrence(tx, { ...noted, ...by, org: { no: org.no, id: org.id }, at: clock.now() });
}
