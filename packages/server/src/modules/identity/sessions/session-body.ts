/** Who is signed in, as the console is told. */
import { Problem, type SessionBody } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import { findForSignIn } from '../people/store-people.ts';
import { findPlace } from './store-places.ts';

/** @throws Problem `session.missing` */
export async function sessionBody(ctx: Ctx): Promise<SessionBody> {
  const { personId, session, org, via, rights } = ctx.actor;
  if (personId === undefined || session === undefined) throw new Problem('session.missing');
  return ctx.read(
    async (tx) => {
      const person = await findForSignIn(tx, personId);
      const place = org === undefined ? undefined : await findPlace(tx, personId, { id: org.id, via: via?.id });
      return {
        stage: session.stage,
        person: { id: personId, name: session.person },
        rights: [...rights],
        ...(place === undefined ? {} : { organisation: place.told }),
        hasFactor: person?.hasFactor === true,
        provenAt: session.provenAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
      };
    },
    { as: 'identity' },
  );
}
