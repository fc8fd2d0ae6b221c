/** A browser comes back from a provider: who that is, and what follows. */
import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { notePerson } from '../audit/note-person.ts';
import { hashToken } from '../credentials/token.ts';
import { findForSignIn } from '../people/store-people.ts';
import { countTry, forgetTry, triesOfProviders } from '../sessions/attempts.ts';
import { openSession } from '../sessions/open-session.ts';
import { addressOf } from '../sessions/sign-in.ts';
import { endSession, selectSessions } from '../sessions/store-sessions.ts';
import { admit } from './admit.ts';
import { type FlowDeps, providerInForce, settingsOf } from './begin-flow.ts';
import { joinBySubject } from './join-by-subject.ts';
import type { Returned } from './returned.ts';
import { type Flow, takeFlow } from './store-flows.ts';
import type { Provider } from './store-providers.ts';
import { findSubject, insertSubject } from './store-subjects.ts';
import { methodsOf, mustBeAsStrong } from './strength.ts';

const AS = { as: 'identity' } as const;

/** The way that a browser was on, taken: it is there once. @throws Problem `oidc.flow`, `sign-in.blocked` */
export async function returningFlow(
  ctx: Ctx,
  { state, browser }: { readonly state: string | undefined; readonly browser: string | undefined },
): Promise<Flow> {
  await ctx.write((tx) => countTry(tx, triesOfProviders(addressOf(ctx))), AS);
  if (state === undefined || browser === undefined) throw new Problem('oidc.flow');
  const key = { stateHash: hashToken(state), browserHash: hashToken(browser) };
  const flow = await ctx.write((tx) => takeFlow(tx, key), AS);
  if (flow === undefined) throw new Problem('oidc.flow');
  return flow;
}

/**
 * Returns the token of the session that is open from here on; none where an account was linked.
 * @throws Problem `oidc.…`, `link.invalid`, `person.already-member`, `session.missing`
 */
export async function finishFlow(
  ctx: Ctx,
  deps: FlowDeps,
  { flow, callbackUrl }: { readonly flow: Flow; readonly callbackUrl: URL },
): Promise<string | undefined> {
  const returned = await whoReturned(ctx, deps, { flow, callbackUrl });
  const token = await follow(ctx, returned);
  await ctx.write((tx) => forgetTry(tx, triesOfProviders(addressOf(ctx))), AS);
  return token;
}

async function whoReturned(
  ctx: Ctx,
  { oidc, keyring }: FlowDeps,
  { flow, callbackUrl }: { readonly flow: Flow; readonly callbackUrl: URL },
): Promise<Returned> {
  const provider = await providerInForce(ctx, flow.providerId);
  const state = callbackUrl.searchParams.get('state') ?? '';
  try {
    const who = await oidc.finish(settingsOf(provider, keyring), callbackUrl, { ...flow, state });
    mustBeAsStrong(who, provider.acrValues);
    return { provider, flow, who };
  } catch (error) {
    // That the provider is away is nobody's try.
    if (error instanceof Problem && error.code !== 'oidc.unavailable') await noteFailure(ctx, provider, error);
    throw error;
  }
}

async function follow(ctx: Ctx, returned: Returned): Promise<string | undefined> {
  switch (returned.flow.purpose) {
    case 'link':
      await ctx.write((tx) => linkSubject(tx, ctx, returned), AS);
      return undefined;
    case 'invitation':
      return (await ctx.write((tx) => joinBySubject(tx, ctx, returned), AS)).token;
    case 'sign-in':
      return signInBySubject(ctx, returned);
  }
}

async function linkSubject(tx: Tx, ctx: Ctx, { provider, flow, who }: Returned): Promise<void> {
  const { personId, sessionId } = flow;
  if (personId === null) throw new Error('nobody links');
  // Whoever signed out meanwhile links nothing.
  if (!(await selectSessions(tx, personId)).some(({ id }) => id === sessionId)) throw new Problem('session.missing');
  if (!(await insertSubject(tx, { providerId: provider.id, sub: who.subject, personId }))) {
    if ((await findSubject(tx, provider.id, who.subject)) === personId) return;
    throw new Problem('oidc.taken');
  }
  await notePerson(tx, ctx, {
    kind: 'subject.linked',
    personId,
    sessionId: sessionId ?? undefined,
    about: provider.id,
  });
}

async function signInBySubject(ctx: Ctx, returned: Returned): Promise<string> {
  const { provider, flow, who } = returned;
  const opened = await ctx.write(async (tx) => {
    const personId = (await findSubject(tx, provider.id, who.subject)) ?? (await admit(tx, ctx, returned));
    const person = personId === undefined ? undefined : await findForSignIn(tx, personId);
    if (person === undefined) return undefined;
    // Whoever signs in anew in a browser leaves what was open there.
    if (flow.personId !== null && flow.sessionId !== null) await endSession(tx, flow.personId, flow.sessionId);
    const methods = methodsOf(who);
    const session = await openSession(tx, person, { from: ctx.actor.from, methods });
    await notePerson(tx, ctx, {
      kind: 'sign-in.done',
      personId: person.id,
      sessionId: session.id,
      detail: { methods, stage: session.stage, provider: provider.id },
    });
    return session;
  }, AS);
  if (opened !== undefined) return opened.token;
  const unknown = new Problem('oidc.unknown');
  await noteFailure(ctx, provider, unknown);
  throw unknown;
}

async function noteFailure(ctx: Ctx, provider: Provider, { code }: Problem): Promise<void> {
  const detail = { provider: provider.id, why: code };
  await ctx.write((tx) => notePerson(tx, ctx, { kind: 'sign-in.failed', detail }), AS);
}
