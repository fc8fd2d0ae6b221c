/** An organisation that comes by itself: it waits until whoever runs the installation has looked at it. */
import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import { noteOccurrence } from '../audit/occurrence.ts';
import { addPerson, type NewPerson, readyPerson } from '../people/add-person.ts';
import { insertMember } from '../people/store-members.ts';
import { countTry } from '../sessions/attempts.ts';
import { type Opened, openSession } from '../sessions/open-session.ts';
import { addressOf } from '../sessions/sign-in.ts';
import { keepOrganisation, type OrganisationGiven, readOrganisation } from './operate.ts';

const AS = { as: 'identity' } as const;
/** From one address, before it has to wait. */
const FREE = 5;

/** `program` is the program's own: nobody else makes organisations. @throws Problem */
export async function register(
  ctx: Ctx,
  program: Ctx,
  { person, organisation }: { readonly person: NewPerson; readonly organisation: OrganisationGiven },
): Promise<Opened> {
  await ctx.write((tx) => countTry(tx, [{ what: `registration ${addressOf(ctx)}`, free: FREE }]), AS);
  if (organisation.kind === 'operator' || organisation.kind === 'regulator') {
    throw new Problem('request.invalid', { reason: 'kind' });
  }
  const kept = readOrganisation(organisation, 'pending');
  const ready = await readyPerson(person, [organisation.name]);
  return program.write(async (tx) => {
    const org = await keepOrganisation(tx, kept);
    const { id: personId } = await addPerson(tx, ready);
    await insertMember(tx, { orgNo: org.no, personId, role: 'owner' });
    const opened = await openSession(
      tx,
      { id: personId, hasFactor: false },
      { from: ctx.actor.from, methods: ['pwd'] },
    );
    await noteOccurrence(tx, {
      kind: 'organisation.registered',
      org,
      at: ctx.clock.now(),
      personId,
      sessionId: opened.id,
      about: org.id,
      address: ctx.actor.from?.address,
    });
    return opened;
  });
}
