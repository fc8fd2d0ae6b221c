/** Somebody whom nobody knows yet joins, by the word of a provider. */
import { Problem } from '@suyuan/api';
import type { Ctx, Right } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteOccurrence } from '../audit/occurrence.ts';
import { turnTo } from '../audit/store-occurrences.ts';
import { organisationNumbered } from '../organisations/store-organisations.ts';
import { findRole, insertMember } from '../people/store-members.ts';
import { insertPerson } from '../people/store-people.ts';
import type { Returned } from './returned.ts';
import { insertSubject } from './store-subjects.ts';

const MANAGING: readonly Right[] = ['manage', 'own', 'operate'];

/** Whether a role is one that nobody has to be invited for. The transaction is the organisation's. */
export async function isForAnybody(tx: Tx, name: string): Promise<boolean> {
  const role = await findRole(tx, name);
  return role !== undefined && !role.rights.some((right) => MANAGING.includes(right));
}

/** The id of the new person; undefined where the provider lets nobody in, or its role has come to manage something since. */
export async function admit(tx: Tx, ctx: Ctx, { provider, who }: Returned): Promise<string | undefined> {
  const { id: providerId, orgNo, admitRole: role } = provider;
  if (orgNo === null || role === null) return undefined;
  await turnTo(tx, orgNo);
  if (!(await isForAnybody(tx, role))) return undefined;
  const personId = await newSubject(tx, { providerId, sub: who.subject, name: nameOf(who.name, provider.name) });
  await insertMember(tx, { orgNo, personId, role });
  const org = await organisationNumbered(tx, orgNo);
  const noted = { org, at: ctx.clock.now(), personId, address: ctx.actor.from?.address };
  await noteOccurrence(tx, { ...noted, kind: 'person.made', about: personId, detail: { provider: providerId } });
  await noteOccurrence(tx, { ...noted, kind: 'member.added', about: personId, detail: { role, provider: providerId } });
  return personId;
}

/** A person who signs in by a provider alone. @throws Problem `oidc.flow` where somebody came with the same subject just now */
export async function newSubject(
  tx: Tx,
  { providerId, sub, name }: { readonly providerId: string; readonly sub: string; readonly name: string },
): Promise<string> {
  const { id: personId } = await insertPerson(tx, name);
  if (!(await insertSubject(tx, { providerId, sub, personId }))) throw new Problem('oidc.flow');
  return personId;
}

const NAME_LENGTH_MAX = 100;

/** What a provider calls somebody, as a person may be called here; else the other name. */
export function nameOf(said: string | undefined, otherwise: string): string {
  const name = [...(said ?? '').replace(/\p{C}/gu, '').trim()].slice(0, NAME_LENGTH_MAX).join('').trim();
  return name === '' ? otherwise : name;
}
