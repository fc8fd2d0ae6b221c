/** What links open. Each ends with whoever used it signed in, as far as one proof goes. */
import { type OrganisationBody, Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { notePerson } from '../audit/note-person.ts';
import { noteOccurrence } from '../audit/occurrence.ts';
import { turnTo } from '../audit/store-occurrences.ts';
import { OWN_ORGANISATION } from '../organisations/organisations.ts';
import { ownCode } from '../organisations/own-code.ts';
import { organisationNumbered } from '../organisations/store-organisations.ts';
import { describeOwn } from '../organisations/store-own.ts';
import { addPerson, type NewPerson, readyPerson } from '../people/add-person.ts';
import { newPassword } from '../people/new-password.ts';
import { insertMember } from '../people/store-members.ts';
import { findForSignIn, selectLoginNames, setPassword } from '../people/store-people.ts';
import { type Opened, openSession } from '../sessions/open-session.ts';
import { deleteTotp } from '../sessions/store-factors.ts';
import { endSession, endSessions, placeSession } from '../sessions/store-sessions.ts';
import { linkInForce, tryLink } from './open-link.ts';
import { type Link, type LinkPurpose, markUsed } from './store-links.ts';

const AS = { as: 'identity' } as const;

/** Looked at before the password is hashed; looked at again, and locked, when it is used. */
async function expectLink(ctx: Ctx, token: string, purpose: LinkPurpose): Promise<Link> {
  const link = await tryLink(ctx, token);
  if (link.purpose !== purpose) throw new Problem('link.invalid');
  return link;
}

async function linkFor(tx: Tx, token: string, purpose: LinkPurpose): Promise<Link> {
  const link = await linkInForce(tx, token);
  if (link.purpose !== purpose) throw new Problem('link.invalid');
  return link;
}

export interface FirstOrganisation {
  readonly name: string;
  readonly code?: string | undefined;
  readonly kind?: OrganisationBody['kind'] | undefined;
  readonly categories?: readonly string[] | undefined;
}

/** The first person of an installation, who owns its organisation. @throws Problem */
export async function startFirst(
  ctx: Ctx,
  {
    token,
    person,
    organisation,
  }: { readonly token: string; readonly person: NewPerson; readonly organisation: FirstOrganisation },
): Promise<Opened> {
  await expectLink(ctx, token, 'first-start');
  const code = organisation.code === undefined ? undefined : ownCode(organisation.code);
  const ready = await readyPerson(person, [organisation.name]);
  return ctx.write(async (tx) => {
    const link = await linkFor(tx, token, 'first-start');
    const { id: personId } = await addPerson(tx, ready);
    await turnTo(tx, OWN_ORGANISATION);
    await insertMember(tx, { orgNo: OWN_ORGANISATION, personId, role: 'owner' });
    await describeOwn(tx, { ...organisation, code });
    await markUsed(tx, link.id, personId);
    return welcome(tx, ctx, { personId, methods: ['pwd'], place: OWN_ORGANISATION, about: link.id });
  }, AS);
}

/** A new person joins by an invitation; or whoever is signed in does. @throws Problem */
export async function acceptInvitation(
  ctx: Ctx,
  { token, person }: { readonly token: string; readonly person?: NewPerson | undefined },
): Promise<Opened> {
  const { orgName } = await expectLink(ctx, token, 'invitation');
  const ready = person === undefined ? undefined : await readyPerson(person, [orgName]);
  return ctx.write(async (tx) => {
    const { id, orgNo, role, madeBy } = await linkFor(tx, token, 'invitation');
    if (orgNo === null || role === null) throw new Error(`invitation ${id} leads nowhere`);
    const personId = ready === undefined ? signedIn(ctx) : (await addPerson(tx, ready)).id;
    await turnTo(tx, orgNo);
    if (!(await insertMember(tx, { orgNo, personId, role }))) throw new Problem('person.already-member');
    await markUsed(tx, id, personId);
    const methods = ready === undefined ? (ctx.actor.session?.methods ?? []) : ['pwd'];
    return welcome(tx, ctx, { personId, methods, place: orgNo, about: id, detail: { role, invitedBy: madeBy } });
  }, AS);
}

function signedIn({ actor: { personId, session } }: Ctx): string {
  if (personId === undefined || session?.stage !== 'full') throw new Problem('session.missing');
  return personId;
}

interface Newcomer {
  readonly personId: string;
  /** By which it has just proven who it is. */
  readonly methods: readonly string[];
  /** Number of the organisation. */
  readonly place: number;
  readonly about: string;
  readonly detail?: Readonly<Record<string, string | null>>;
}

/** Signed in where the link led. In a transaction of that organisation. */
export async function welcome(
  tx: Tx,
  ctx: Ctx,
  { personId, methods, place, about, detail }: Newcomer,
): Promise<Opened> {
  const person = await findForSignIn(tx, personId);
  if (person === undefined) throw new Problem('link.invalid');
  const opened = await openSession(tx, person, { from: ctx.actor.from, methods });
  await placeSession(tx, opened.id, { orgNo: place, viaNo: null });
  const {
    actor: { session },
    clock,
  } = ctx;
  if (session !== undefined) await endSession(tx, personId, session.id);
  const org = await organisationNumbered(tx, place);
  const noted = { org, at: clock.now(), personId, sessionId: opened.id, address: ctx.actor.from?.address };
  await noteOccurrence(tx, { ...noted, kind: 'link.used', about });
  await noteOccurrence(tx, { ...noted, kind: 'member.added', about: personId, detail });
  return opened;
}

/** A new password; what was open is ended, and a second factor is asked for as ever. @throws Problem */
export async function resetPassword(
  ctx: Ctx,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Opened> {
  const { personId, name } = await expectLink(ctx, token, 'password');
  if (personId === null) throw new Problem('link.invalid');
  const names = await ctx.read((tx) => selectLoginNames(tx, personId), AS);
  const phc = await newPassword(password, [name, ...names.map(({ value }) => value)]);
  return ctx.write(async (tx) => {
    const link = await linkFor(tx, token, 'password');
    const person = await findForSignIn(tx, personId);
    if (person === undefined) throw new Problem('link.invalid');
    await setPassword(tx, personId, phc);
    await endSessions(tx, personId);
    await markUsed(tx, link.id, personId);
    const opened = await openSession(tx, person, { from: ctx.actor.from, methods: ['pwd'] });
    await notePerson(tx, ctx, { kind: 'person.password-set', personId, sessionId: opened.id, about: link.id });
    return opened;
  }, AS);
}

/** Without a second factor; the password is asked for as ever, and a new factor where one is needed. @throws Problem */
export async function resetFactor(ctx: Ctx, token: string): Promise<void> {
  await expectLink(ctx, token, 'second-factor');
  await ctx.write(async (tx) => {
    const { id, personId } = await linkFor(tx, token, 'second-factor');
    if (personId === null) throw new Problem('link.invalid');
    await deleteTotp(tx, personId);
    await endSessions(tx, personId);
    await markUsed(tx, id, personId);
    await notePerson(tx, ctx, { kind: 'person.factor-removed', personId, about: id });
  }, AS);
}
