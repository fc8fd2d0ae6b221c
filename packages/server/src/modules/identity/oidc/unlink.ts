import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import { notePerson } from '../audit/note-person.ts';
import { personOf } from '../may.ts';
import { findForSignIn, selectLoginNames } from '../people/store-people.ts';
import { deleteSubject, selectSubjects } from './store-subjects.ts';

/** Ends that a provider signs the person in; false where it does not. @throws Problem `person.last-way` */
export async function unlink(ctx: Ctx, providerId: string): Promise<boolean> {
  const { personId } = personOf(ctx.actor);
  return ctx.write(
    async (tx) => {
      if (!(await deleteSubject(tx, personId, providerId))) return false;
      const hasPassword =
        (await findForSignIn(tx, personId))?.phc != null && (await selectLoginNames(tx, personId)).length > 0;
      const hasOther = (await selectSubjects(tx, personId)).some(({ enabled }) => enabled);
      if (!hasPassword && !hasOther) throw new Problem('person.last-way');
      await notePerson(tx, ctx, { kind: 'subject.unlinked', about: providerId });
      return true;
    },
    { as: 'identity' },
  );
}
