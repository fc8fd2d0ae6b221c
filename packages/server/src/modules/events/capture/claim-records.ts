import type { Tx } from '../../../platform/db/index.ts';
import type { Derived } from './derive.ts';
import { demoteClaims, type NewRecord, selectClaims } from './store.ts';
import { variantOf } from './variant.ts';

/**
 * The records of a block that was acknowledged before: what is in it stays recorded, also where today's rules would have
 * refused it beside another. Of an identity the first block claims it, whichever is derived first.
 */
export async function claimRecords(
  tx: Tx,
  derived: readonly Derived[],
  { orgNo, block }: { readonly orgNo: number; readonly block: number },
): Promise<NewRecord[]> {
  const held = await selectClaims(
    tx,
    orgNo,
    derived.map(({ identityKey }) => identityKey),
  );
  const claimed = new Set(held.filter((row) => row.block < block).map(({ identityKey }) => identityKey));
  const demoted = held.filter((row) => row.isClaim && row.block > block && !claimed.has(row.identityKey));
  await demoteClaims(
    tx,
    orgNo,
    demoted.map((row) => ({ ...row, variant: variantOf(row.eventId) })),
  );
  return derived.map((each, place) => {
    const variant = claimed.has(each.identityKey) ? variantOf(each.rowId) : 0n;
    claimed.add(each.identityKey);
    return { derived: each, variant, block, place };
  });
}
