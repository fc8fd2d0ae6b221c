import type { ActingOrganisation, Actor, Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteOccurrence, type Occurrence } from './occurrence.ts';
import { turnTo } from './store-occurrences.ts';

/** Who did something, as another organisation is told. */
export type DoneBy = Pick<Occurrence, 'personId' | 'keyId' | 'sessionId' | 'viaId' | 'address'>;

/** The actor, as it is told to an organisation. */
export function doneBy({ org: own, via, ...actor }: Actor, org: Pick<ActingOrganisation, 'id'>): DoneBy {
  const { personId, keyId, session, from } = actor;
  const viaId = own?.id === org.id ? via?.id : own?.id;
  return { personId, keyId, sessionId: session?.id, viaId, address: from?.address };
}

/** Tells another organisation what was done that is about it, and by whom. The transaction is that organisation's from here on. */
export async function noteTo(
  tx: Tx,
  { actor, clock }: Pick<Ctx, 'actor' | 'clock'>,
  { org, ...noted }: Pick<Occurrence, 'kind' | 'about' | 'detail' | 'org'>,
): Promise<void> {
  await noteLater(tx, { ...noted, ...doneBy(actor, org), org: { no: org.no, id: org.id }, at: clock.now() });
}

/** The same of what was done at another time, by somebody else than whoever acts. */
export async function noteLater(tx: Tx, occurrence: Occurrence): Promise<void> {
  await turnTo(tx, occurrence.org.no);
  await noteOccurrence(tx, occurrence);
}
