/** A session begins: for how long, where, and with what still to be proven. */
import type { Actor } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { hashToken, newToken } from '../credentials/token.ts';
import type { SignInRow } from '../people/store-people.ts';
import { placesOf } from './store-places.ts';
import { demandsOn, insertSession, lastPlace, type Place, type Stage } from './store-sessions.ts';

interface Life {
  readonly idleS: number;
  readonly lifeS: number;
}

/**
 * Who manages people and keys is asked again after half an hour of silence and after a working day; who records on a phone
 * between boxes keeps a shift of silence and a week (docs/reference/security.md, ASVS 7.1.1).
 */
const LIVES: Readonly<Record<'managers' | 'others', Life>> = {
  managers: { idleS: 30 * 60, lifeS: 12 * 3600 },
  others: { idleS: 8 * 3600, lifeS: 7 * 24 * 3600 },
};

export interface Opened {
  readonly id: string;
  readonly token: string;
  readonly stage: Stage;
}

/** Makes a session of a person who has proven who it is by these methods (RFC 8176). In a transaction of `identity`. */
export async function openSession(
  tx: Tx,
  person: Pick<SignInRow, 'id' | 'hasFactor'>,
  { from, methods }: { readonly from: Actor['from']; readonly methods: readonly string[] },
): Promise<Opened> {
  const { mustHaveFactor, manages } = await demandsOn(tx, person.id);
  const isWhole = methods.includes('otp') || methods.includes('mfa');
  const stage: Stage = isWhole ? 'full' : person.hasFactor ? 'second-factor' : mustHaveFactor ? 'enrol' : 'full';
  const token = newToken();
  const id = await insertSession(tx, {
    hash: hashToken(token),
    personId: person.id,
    stage,
    methods,
    place: await firstPlace(tx, person.id),
    ...LIVES[manages ? 'managers' : 'others'],
    address: from?.address ?? null,
    agent: from?.agent ?? null,
  });
  return { id, token, stage };
}

/** Where it acted last, if it still may; else where it is a member. */
async function firstPlace(tx: Tx, personId: string): Promise<Place | undefined> {
  const last = await lastPlace(tx, personId);
  const places = await placesOf(tx, personId, { most: 200 });
  return places.find(({ orgNo, viaNo }) => orgNo === last?.orgNo && viaNo === last.viaNo) ?? places[0];
}
