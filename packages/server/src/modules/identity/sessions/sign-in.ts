/** A name and a password, and what follows from them. */
import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import { notePerson } from '../audit/note-person.ts';
import { hashPassword, verifyPassword } from '../credentials/password.ts';
import { readLoginName } from '../people/login-name.ts';
import { findByLoginName, setPassword } from '../people/store-people.ts';
import { countTry, forgetTry, triesOfSignIn } from './attempts.ts';
import { type Opened, openSession } from './open-session.ts';
import { endSession } from './store-sessions.ts';

const AS = { as: 'identity' } as const;

/**
 * Opens a session. What is unknown and what is wrong are answered alike, in the same time.
 * @throws Problem `sign-in.wrong`, `sign-in.blocked`
 */
export async function signIn(
  ctx: Ctx,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<Opened> {
  const loginName = readLoginName(name)?.value ?? name.slice(0, 200);
  const tried = triesOfSignIn(loginName, addressOf(ctx));
  await ctx.write((tx) => countTry(tx, tried), AS);
  const person = await ctx.read((tx) => findByLoginName(tx, loginName), AS);
  const { right, outdated } = await verifyPassword(person?.phc ?? undefined, password);
  if (person === undefined || !right) {
    await ctx.write((tx) => notePerson(tx, ctx, { kind: 'sign-in.failed', personId: person?.id }), AS);
    throw new Problem('sign-in.wrong');
  }
  const phc = outdated ? await hashPassword(password) : undefined;
  return ctx.write(async (tx) => {
    await forgetTry(tx, tried);
    if (phc !== undefined) await setPassword(tx, person.id, phc);
    // Whoever signs in anew in a browser leaves what was open there.
    const { session, personId } = ctx.actor;
    if (session !== undefined && personId !== undefined) await endSession(tx, personId, session.id);
    const opened = await openSession(tx, person, { from: ctx.actor.from, methods: ['pwd'] });
    await notePerson(tx, ctx, {
      kind: 'sign-in.done',
      personId: person.id,
      sessionId: opened.id,
      detail: { methods: ['pwd'], stage: opened.stage },
    });
    return opened;
  }, AS);
}

/** From where; what comes from nowhere is counted together. */
export function addressOf({ actor }: Pick<Ctx, 'actor'>): string {
  return actor.from?.address ?? '';
}
