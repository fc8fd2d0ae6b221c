import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { actingFor } from '../may.ts';
import { noteOccurrence, type Occurrence } from './occurrence.ts';

/** Notes what was done on behalf of the organisation that the actor acts for. */
export async function noteHere(
  tx: Tx,
  { actor, clock }: Pick<Ctx, 'actor' | 'clock'>,
  noted: Pick<Occurrence, 'kind' | 'about' | 'detail'>,
): Promise<void> {
  const { personId, keyId, session, via, from } = actor;
  const by = { personId, keyId, sessionId: session?.id, viaId: via?.id, address: from?.address };
  await noteOccurrence(tx, { ...noted, ...by, org: actingFor(actor), at: clock.now() });
}
