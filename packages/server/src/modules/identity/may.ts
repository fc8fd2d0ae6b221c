/** What an actor may do: the one place where rights are asked. */
import { Problem, type ProblemCode } from '@suyuan/api';
import type { ActingOrganisation, Actor, Right } from '../../platform/ctx.ts';

/** Refuses an actor without the right: 401 for the public, 403 for whoever is known, with the reason. */
export function mustBe(actor: Actor, right: Right): void {
  if (actor.rights.has(right)) return;
  throw refusal(actor, right);
}

function refusal(actor: Actor, right: Right): Problem {
  if (actor.is === 'public') return new Problem('key.missing');
  if (actor.session !== undefined && actor.session.stage !== 'full') return new Problem('session.unfinished');
  if (actor.standing !== undefined) return new Problem(STANDING[actor.standing]);
  if (actor.is === 'key') return new Problem('key.role', { role: actor.role ?? '' });
  return actor.org === undefined ? new Problem('organisation.none') : new Problem('right.missing', { right });
}

const STANDING: Readonly<Record<NonNullable<Actor['standing']>, ProblemCode>> = {
  pending: 'organisation.pending',
  suspended: 'organisation.suspended',
  merged: 'organisation.merged',
  closed: 'organisation.closed',
};

/** On whose behalf: each key and each working session is of an organisation. @throws Problem `key.missing`, `organisation.none` */
export function actingFor(actor: Actor): ActingOrganisation {
  if (actor.org !== undefined) return actor.org;
  throw actor.is === 'public' ? new Problem('key.missing') : new Problem('organisation.none');
}

/** A person who is signed in, all the way. @throws Problem `session.missing`, `session.unfinished`, `person.only` */
export function personOf(actor: Actor): { readonly personId: string; readonly session: NonNullable<Actor['session']> } {
  const { personId, session } = actor;
  if (actor.is === 'key') throw new Problem('person.only');
  if (personId === undefined || session === undefined) throw new Problem('session.missing');
  if (session.stage !== 'full') throw new Problem('session.unfinished');
  return { personId, session };
}

const PROOF_MS = 10 * 60 * 1000;

/** Refuses what needs a fresh proof of who it is: keys, people, factors, sessions of others. @throws Problem `session.stale` */
export function mustHaveProven(actor: Actor, now: Date): void {
  const { session } = personOf(actor);
  if (now.getTime() - session.provenAt.getTime() > PROOF_MS) throw new Problem('session.stale');
}
