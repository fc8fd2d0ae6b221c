/** An installation in which there is nobody yet. */
import type { Ctx } from '../../../platform/ctx.ts';
import { noteOccurrence } from '../audit/occurrence.ts';
import { OWN_ORGANISATION } from '../organisations/organisations.ts';
import { organisationNumbered } from '../organisations/store-organisations.ts';
import { addPerson, readyPerson } from '../people/add-person.ts';
import { insertMember } from '../people/store-members.ts';
import { isAnybodyThere, lockFirstStart } from '../people/store-people.ts';
import { makeLink } from './make-link.ts';

/** Whoever is made by a password in the settings. */
const ADMIN = { name: '管理员 Administrator', loginName: 'admin' };

/**
 * Where nobody is there yet: with a password makes the first person, `admin`, without one a link for once, whose token it
 * returns. Each start makes a new link, since the one before may have been seen by nobody. `ctx` is the program's own.
 * @throws Problem `person.password-…`
 */
export async function beginFirstStart(ctx: Ctx, password: string | undefined): Promise<string | undefined> {
  if (await ctx.read(isAnybodyThere)) return undefined;
  if (password === undefined) return (await ctx.write((tx) => makeLink(tx, { purpose: 'first-start' }))).token;
  const ready = await readyPerson({ ...ADMIN, password }, []);
  await ctx.write(async (tx) => {
    // Of two programs that start at once, one makes the person.
    await lockFirstStart(tx);
    if (await isAnybodyThere(tx)) return;
    const { id: personId } = await addPerson(tx, ready);
    await insertMember(tx, { orgNo: OWN_ORGANISATION, personId, role: 'owner' });
    const org = await organisationNumbered(tx, OWN_ORGANISATION);
    await noteOccurrence(tx, {
      kind: 'person.made',
      org,
      at: ctx.clock.now(),
      about: personId,
      detail: { by: 'SUYUAN_ADMIN_PASSWORD' },
    });
  });
  return undefined;
}
