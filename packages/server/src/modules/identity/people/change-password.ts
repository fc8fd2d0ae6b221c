import type { Ctx } from '../../../platform/ctx.ts';
import { notePerson } from '../audit/note-person.ts';
import { hashToken, newToken } from '../credentials/token.ts';
import { personOf } from '../may.ts';
import { checkPassword } from '../sessions/prove-again.ts';
import { endSessions, renewSession } from '../sessions/store-sessions.ts';
import { newPassword } from './new-password.ts';
import { selectLoginNames, setPassword } from './store-people.ts';

const AS = { as: 'identity' } as const;

/** Another password, by whoever knows the one before; other sessions end. Returns this one's next token. @throws Problem */
export async function changePassword(
  ctx: Ctx,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<string> {
  const { personId, session } = personOf(ctx.actor);
  await checkPassword(ctx, { personId, password: current });
  const names = await ctx.read((tx) => selectLoginNames(tx, personId), AS);
  const phc = await newPassword(next, [session.person, ...names.map(({ value }) => value)]);
  const token = newToken();
  await ctx.write(async (tx) => {
    await setPassword(tx, personId, phc);
    await endSessions(tx, personId, session.id);
    await renewSession(tx, session.id, { hash: hashToken(token), stage: 'full', proven: ['pwd'] });
    await notePerson(tx, ctx, { kind: 'person.password-set' });
  }, AS);
  return token;
}
