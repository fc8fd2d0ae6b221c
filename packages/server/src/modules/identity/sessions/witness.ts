/** Somebody else proves who it is on a device that is not its own, for one act: no session comes of it. */
import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import { notePerson } from '../audit/note-person.ts';
import type { Keyring } from '../credentials/keyring.ts';
import { verifyPassword } from '../credentials/password.ts';
import { readLoginName } from '../people/login-name.ts';
import { findByLoginName } from '../people/store-people.ts';
import { countTry, forgetTry, triesOfSignIn } from './attempts.ts';
import { checkFactor } from './second-factor.ts';
import { addressOf } from './sign-in.ts';
import { placesOf } from './store-places.ts';

const AS = { as: 'identity' } as const;
const PLACES_MAX = 100;

export interface Witness {
  readonly id: string;
  readonly name: string;
  readonly methods: readonly string[];
  /** Organisations that it is a member of. */
  readonly memberOf: readonly { readonly id: string; readonly name: string | null; readonly status: string }[];
}

/** By everything that the person has. @throws Problem `sign-in.wrong`, `sign-in.factor-…`, `sign-in.blocked` */
export async function witness(
  ctx: Ctx,
  keyring: Keyring,
  { name, password, code }: { readonly name: string; readonly password: string; readonly code?: string | undefined },
): Promise<Witness> {
  const loginName = readLoginName(name)?.value ?? name.slice(0, 200);
  const tried = triesOfSignIn(loginName, addressOf(ctx));
  await ctx.write((tx) => countTry(tx, tried), AS);
  const person = await ctx.read((tx) => findByLoginName(tx, loginName), AS);
  const { right } = await verifyPassword(person?.phc ?? undefined, password);
  if (person === undefined || !right) {
    // Told to whom it would have been, not to whoever holds the device.
    await ctx.write((tx) => notePerson(tx, asNobody(ctx), { kind: 'sign-in.failed', personId: person?.id }), AS);
    throw new Problem('sign-in.wrong');
  }
  const methods = ['pwd'];
  if (person.hasFactor) {
    if (code === undefined) throw new Problem('sign-in.factor-wrong');
    methods.push(await checkFactor(asNobody(ctx), keyring, { personId: person.id, code }));
  }
  return ctx.write(async (tx) => {
    await forgetTry(tx, tried);
    const places = await placesOf(tx, person.id, { most: PLACES_MAX });
    const memberOf = places.filter(({ told }) => told.tie === 'itself').map(({ told }) => told);
    return { id: person.id, name: person.name, methods, memberOf };
  }, AS);
}

/** What is noted of the witness is not of the session that the device is in. */
function asNobody(ctx: Ctx): Ctx {
  const { from } = ctx.actor;
  return { ...ctx, actor: { is: 'public', rights: new Set(), ...(from === undefined ? {} : { from }) } };
}
