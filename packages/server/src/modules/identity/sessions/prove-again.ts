import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import { notePerson } from '../audit/note-person.ts';
import type { Keyring } from '../credentials/keyring.ts';
import { verifyPassword } from '../credentials/password.ts';
import { hashToken, newToken } from '../credentials/token.ts';
import { personOf } from '../may.ts';
import { findForSignIn } from '../people/store-people.ts';
import { countTry, forgetTry } from './attempts.ts';
import { checkFactor } from './second-factor.ts';
import { renewSession } from './store-sessions.ts';

const AS = { as: 'identity' } as const;
const FREE = 5;

/**
 * A person who is signed in proves who it is once more, by everything that it has; returns the session's next token.
 * @throws Problem `sign-in.wrong`, `sign-in.factor-…`, `sign-in.blocked`
 */
export async function proveAgain(
  ctx: Ctx,
  keyring: Keyring,
  { password, code }: { readonly password: string; readonly code?: string | undefined },
): Promise<string> {
  const { personId, session } = personOf(ctx.actor);
  const methods = await checkPassword(ctx, { personId, password });
  const person = await ctx.read((tx) => findForSignIn(tx, personId), AS);
  if (person?.hasFactor === true) {
    if (code === undefined) throw new Problem('sign-in.factor-wrong');
    methods.push(await checkFactor(ctx, keyring, { personId, code }));
  }
  const token = newToken();
  await ctx.write(async (tx) => {
    if (!(await renewSession(tx, session.id, { hash: hashToken(token), stage: 'full', proven: methods })))
      throw new Problem('session.missing');
    await notePerson(tx, ctx, { kind: 'sign-in.proven', personId, sessionId: session.id, detail: { methods } });
  }, AS);
  return token;
}

/** Whether a password is the person's; counts the try before it looks. @throws Problem `sign-in.wrong`, `sign-in.blocked` */
export async function checkPassword(
  ctx: Ctx,
  { personId, password }: { readonly personId: string; readonly password: string },
): Promise<string[]> {
  const tried = [{ what: `password ${personId}`, free: FREE }];
  await ctx.write((tx) => countTry(tx, tried), AS);
  const person = await ctx.read((tx) => findForSignIn(tx, personId), AS);
  const { right } = await verifyPassword(person?.phc ?? undefined, password);
  await ctx.write(async (tx) => {
    if (right) await forgetTry(tx, tried);
    else await notePerson(tx, ctx, { kind: 'sign-in.failed', personId });
  }, AS);
  if (!right) throw new Problem('sign-in.wrong');
  return ['pwd'];
}
