/** What whoever has the machine may do for a person who cannot sign in. */
import type { Ctx } from '../../../platform/ctx.ts';
import { notePerson } from '../audit/note-person.ts';
import { type MadeLink, makeLink } from '../links/make-link.ts';
import { readLoginName } from './login-name.ts';
import { findByLoginName } from './store-people.ts';

/** A link to set a new password, or one that takes a second factor away. Undefined where nobody has the login name. */
export async function resetHere(
  ctx: Ctx,
  loginName: string,
  what: 'password' | 'second-factor',
): Promise<MadeLink | undefined> {
  const read = readLoginName(loginName);
  if (read === undefined) return undefined;
  return ctx.write(async (tx) => {
    const person = await findByLoginName(tx, read.value);
    if (person === undefined) return undefined;
    const link = await makeLink(tx, { purpose: what, personId: person.id });
    await notePerson(tx, ctx, {
      kind: 'link.made',
      about: person.id,
      detail: { purpose: what, by: 'suyuan person reset' },
    });
    return link;
  });
}
