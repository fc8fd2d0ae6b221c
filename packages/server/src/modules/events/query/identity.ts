/** What an event is found and answered under. */
import { readFacts } from '@suyuan/epcis';
import type { EventRow } from './store.ts';

/** Its eventID, else its CBV hash ID. */
export function identityOf({ facts, hash }: Pick<EventRow, 'facts' | 'hash'>): string {
  return readFacts(facts).eventID ?? hashIdOf(hash);
}

export function hashIdOf(hash: Buffer): string {
  return `ni:///sha-256;${hash.toString('hex')}?ver=CBV2.0`;
}
