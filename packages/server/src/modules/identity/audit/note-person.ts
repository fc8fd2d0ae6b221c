import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteOccurrence, type Occurrence } from './occurrence.ts';
import { homeOf, turnTo } from './store-occurrences.ts';

type Noted = Pick<Occurrence, 'kind' | 'detail' | 'sessionId' | 'about'> & {
  /** Whoever acts, if not given. */
  readonly personId?: string | undefined;
};

/** Notes what a person did for itself, such as signing in: it is told to the organisation that the person is of. */
export async function notePerson(tx: Tx, { actor, clock }: Pick<Ctx, 'actor' | 'clock'>, noted: Noted): Promise<void> {
  const personId = noted.personId ?? actor.personId;
  const org = await homeOf(tx, personId);
  await turnTo(tx, org.no);
  const sessionId = noted.sessionId ?? actor.session?.id;
  await noteOccurrence(tx, { ...noted, org, at: clock.now(), personId, sessionId, address: actor.from?.address });
}
