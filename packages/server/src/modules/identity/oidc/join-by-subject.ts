import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { turnTo } from '../audit/store-occurrences.ts';
import { lockLink, markUsed } from '../links/store-links.ts';
import { welcome } from '../links/use-link.ts';
import { insertMember } from '../people/store-members.ts';
import type { Opened } from '../sessions/open-session.ts';
import { endSession } from '../sessions/store-sessions.ts';
import { nameOf, newSubject } from './admit.ts';
import type { Returned } from './returned.ts';
import { findSubject } from './store-subjects.ts';
import { methodsOf } from './strength.ts';

/** Accepts an invitation as whom a provider has signed in, who is a new person where nobody knows it. @throws Problem */
export async function joinBySubject(tx: Tx, ctx: Ctx, { provider, flow, who }: Returned): Promise<Opened> {
  const link = flow.linkHash === null ? undefined : await lockLink(tx, flow.linkHash);
  if (link === undefined) throw new Problem('link.invalid');
  const { id, orgNo, role, madeBy, name } = link;
  if (orgNo === null || role === null || name === null) throw new Error(`invitation ${id} leads nowhere`);
  const subject = { providerId: provider.id, sub: who.subject };
  const known = await findSubject(tx, subject.providerId, subject.sub);
  const personId = known ?? (await newSubject(tx, { ...subject, name: nameOf(who.name, name) }));
  await turnTo(tx, orgNo);
  if (!(await insertMember(tx, { orgNo, personId, role }))) throw new Problem('person.already-member');
  await markUsed(tx, id, personId);
  if (flow.personId !== null && flow.sessionId !== null) await endSession(tx, flow.personId, flow.sessionId);
  const detail = { role, invitedBy: madeBy, provider: provider.id };
  return welcome(tx, ctx, { personId, methods: methodsOf(who), place: orgNo, about: id, detail });
}
