/**
 * A person of another organisation confirms a record on the spot, on the device of whoever recorded it: the building's safety
 * manager the visit of a lift mechanic. What is confirmed is a statement that names the record by its leaf of the log; the
 * installation signs it (Ed25519, RFC 8032), and that it was made is a leaf of the log itself.
 */
import { createHash } from 'node:crypto';
import { type CountersignatureBody, Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import {
  actingFor,
  type Keyring,
  keepPublicKey,
  mustBe,
  noteHere,
  type SigningKey,
  witness,
} from '../../identity/index.ts';
import { ownRecord } from './own-record.ts';
import { type Countersignature, insertCountersignature, selectCountersignatures } from './store-countersignatures.ts';

const AS = { as: 'identity' } as const;

export interface CountersignDeps {
  readonly keyring: Keyring;
  readonly signingKey: SigningKey;
}

export interface Confirmation {
  readonly name: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly organisation?: string | undefined;
  readonly capacity: string;
  readonly remark?: string | undefined;
}

/** @throws Problem `resource.not-found`, `countersign.same-organisation`, `countersign.which`, `sign-in.…` */
export async function countersign(
  ctx: Ctx,
  { keyring, signingKey }: CountersignDeps,
  { eventID, given }: { readonly eventID: string; readonly given: Confirmation },
): Promise<CountersignatureBody> {
  mustBe(ctx.actor, 'capture');
  const org = actingFor(ctx.actor);
  const record = await ownRecord(ctx, eventID);
  const person = await witness(ctx, keyring, given);
  const others = person.memberOf.filter(
    ({ id, status }) => id !== org.id && id !== ctx.actor.via?.id && status === 'active',
  );
  if (others.length === 0) throw new Problem('countersign.same-organisation');
  const chosen = given.organisation === undefined ? others : others.filter(({ id }) => id === given.organisation);
  const [other] = chosen;
  if (other === undefined || chosen.length > 1) throw new Problem('countersign.which');
  const signedAt = ctx.clock.now();
  const statement = JSON.stringify({
    type: 'suyuan countersignature 1',
    event: { eventID, hash: record.hash, recordedBy: org.id, leaf: record.leaf, position: record.position },
    person: { id: person.id, name: person.name, provenBy: person.methods },
    organisation: { id: other.id, name: other.name },
    capacity: given.capacity.trim(),
    remark: given.remark?.trim() || null,
    signedAt: signedAt.toISOString(),
  });
  const { keyId, signature } = signingKey.sign(Buffer.from(statement));
  return ctx.write(async (tx) => {
    const jwk = signingKey.publicKeys().find(({ kid }) => kid === keyId);
    if (jwk !== undefined) await keepPublicKey(tx, jwk);
    const kept = { orgNo: org.no, eventId: record.eventId, statement, keyId, signature, personId: person.id, signedAt };
    const id = await insertCountersignature(tx, kept);
    await noteCountersigned(tx, ctx, { id, statement, eventID, personId: person.id });
    return countersignatureBody({ id, statement, keyId, signature, signedAt });
  }, AS);
}

/** The log covers the statement by its hash. */
async function noteCountersigned(
  tx: Tx,
  ctx: Ctx,
  {
    id,
    statement,
    eventID,
    personId,
  }: { readonly id: string; readonly statement: string; readonly eventID: string; readonly personId: string },
): Promise<void> {
  const sha256 = createHash('sha256').update(statement).digest('hex');
  await noteHere(tx, ctx, { kind: 'event.countersigned', about: id, detail: { eventID, by: personId, sha256 } });
}

/** What others have confirmed of the caller's record of an event. @throws Problem `resource.not-found` */
export async function countersignaturesOf(ctx: Ctx, eventID: string): Promise<CountersignatureBody[]> {
  mustBe(ctx.actor, 'query');
  const { eventId } = await ownRecord(ctx, eventID);
  return (await ctx.read((tx) => selectCountersignatures(tx, eventId))).map(countersignatureBody);
}

function countersignatureBody({ id, statement, keyId, signature, signedAt }: Countersignature): CountersignatureBody {
  const said: {
    person: { name: string };
    organisation: { name: string | null };
    capacity: string;
    remark: string | null;
  } = JSON.parse(statement);
  return {
    id,
    person: said.person.name,
    organisation: said.organisation.name,
    capacity: said.capacity,
    remark: said.remark,
    signedAt: signedAt.toISOString(),
    statement,
    keyId,
    signature: signature.toString('base64url'),
  };
}
