/** Which looks of an office are told now, and which afterwards. Pure. */
import type { LookedAt } from '../look.ts';
import type { RunningReading } from './store-held.ts';

export interface HeldLook extends LookedAt {
  readonly readingId: string;
}

/** At which an office stands to those of a chain in which it watches over somebody; below is what any regulator is shown. */
const CHAIN_RANK = 2;

/** Each look that a running reading is about, under the first of these; and the others. */
export function divideLooks(
  at: readonly LookedAt[],
  running: readonly RunningReading[],
): { readonly told: readonly LookedAt[]; readonly held: readonly HeldLook[] } {
  const told: LookedAt[] = [];
  const held: HeldLook[] = [];
  for (const look of at) {
    const reading = running.find(({ aboutNos }) =>
      aboutNos === null ? look.rank >= CHAIN_RANK : aboutNos.includes(look.org.no),
    );
    if (reading === undefined) told.push(look);
    else held.push({ ...look, readingId: reading.id });
  }
  return { told, held };
}
