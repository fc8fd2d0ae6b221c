import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { actingFor } from '../may.ts';
import { noteOccurrences, type Occurrence } from './occurrence.ts';

type Noted = Pick<Occurrence, 'kind' | 'about' | 'detail'>;

/** Notes what was done on behalf of the organisation that the actor acts for. */
export function noteHere(tx: Tx, ctx: Pick<Ctx, 'actor' | 'clock'>, noted: Noted): Promise<void> {
  return noteAllHere(tx, ctx, [noted]);
}

/** The same of many things that were done at once, in their order. */
export async function noteAllHere(
  tx: Tx,
  { actor, clock }: Pick<Ctx, 'actor' | 'clock'>,
  noted: readonly Noted[],
): Promise<void> {
  const { personId, keyId, session, via, from } = actor;
  const by = { personId, keyId, sessionId: session?.id, viaId: via?.id, address: from?.address };
  const [org, at] = [actingFor(actor), clock.now()];
  await noteOccurrences(
    tx,
    org,
    noted.map((each) => ({ ...each, ...by, org, at })),
  );
}
