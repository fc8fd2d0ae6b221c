/** What of the disputes about an event one viewer is told. Pure. */
import type { TraceDispute } from '@suyuan/api';
import type { ChainEvent, Sight } from '../disclosure/index.ts';
import type { OpenDispute } from './store-disputes.ts';

/** Who looks: an organisation, or the public. */
export interface TellDisputes {
  readonly event: ChainEvent;
  readonly sight: Sight;
  readonly orgNo: number | undefined;
}

/**
 * Whole to who disputes, to who recorded it, and to whoever of its chain sees the parties of the trade; to others of the chain that
 * it is disputed, and what of it. Nobody else is told anything, also where its recorder has opened it.
 */
export function tellDisputes(disputes: readonly OpenDispute[], { event, sight, orgNo }: TellDisputes): TraceDispute[] {
  const rank = sight.rankOf(event);
  const isWhole = rank === 4 || (rank >= 2 && sight.sees(event, 'party'));
  return disputes.flatMap((dispute): TraceDispute[] => {
    const { subject, words, by, at, orgNo: byNo } = dispute;
    if (isWhole || byNo === orgNo) return [{ subject, by, words, at: at.toISOString() }];
    return rank >= 2 ? [{ subject }] : [];
  });
}
