/** The caller's own record of an event: where it stands in the log, and who recorded it. */
import { Problem, type RecordBody } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor, mustBe, namesOf } from '../../identity/index.ts';
import { findLeaf } from '../../integrity/index.ts';
import { textKey } from '../keys.ts';
import { selectByIdentity, selectOwn } from '../query/store.ts';
import { selectRecordedBy } from './store-countersignatures.ts';

/** The caller's own record of an event: the one that claims its identity. */
export interface OwnRecord {
  readonly eventId: string;
  readonly block: number;
  /** SHA-256 of the leaf, hexadecimal, and where it stands. */
  readonly leaf: string;
  readonly position: number;
  /** CBV hash of the event. */
  readonly hash: string;
}

/** @throws Problem `resource.not-found`, also of one that the log does not have yet */
export async function ownRecord(ctx: Ctx, eventID: string): Promise<OwnRecord> {
  const { no } = actingFor(ctx.actor);
  return ctx.read(async (tx) => {
    const record = (await selectByIdentity(tx, textKey(eventID))).find(({ orgNo }) => orgNo === no);
    const leaf = record === undefined ? undefined : await findLeaf(tx, record);
    const [event] = record === undefined ? [] : await selectOwn(tx, [record]);
    if (record === undefined || leaf === undefined || event === undefined) {
      throw new Problem('resource.not-found', { what: eventID.slice(0, 200) });
    }
    const [hex, hash] = [leaf.leafHash.toString('hex'), Buffer.from(event.hash).toString('hex')];
    return { eventId: record.eventId, block: record.block, leaf: hex, position: leaf.position, hash };
  });
}

/** Who recorded it, in whose name, and what proves it. @throws Problem `resource.not-found` */
export async function recordOf(ctx: Ctx, eventID: string): Promise<RecordBody> {
  mustBe(ctx.actor, 'query');
  const { block, leaf, position, hash } = await ownRecord(ctx, eventID);
  const by = await ctx.read((tx) => selectRecordedBy(tx, block));
  if (by === undefined) throw new Problem('resource.not-found', { what: eventID.slice(0, 200) });
  const { person, key, via } = await ctx.read((tx) => namesOf(tx, by), { as: 'identity' });
  return { eventID, hash, leaf, position, recordedAt: by.receivedAt.toISOString(), person, key, via };
}
