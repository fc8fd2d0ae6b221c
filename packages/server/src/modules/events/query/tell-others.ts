/** Events of others as they are told: whether at all, of what is open of them, and by whom they are. */
import type { EventElement } from '@suyuan/api';
import { type EventFacts, eventOfFacts } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { cutFacts, type Sight } from '../../disclosure/index.ts';
import { findOrganisations, type Organisation } from '../../identity/index.ts';
import { type ReadEvent, readReceivedAt } from './read-events.ts';

/** An event of others, as far as it is open. */
export interface ToldEvent {
  /** Row id. */
  readonly id: string;
  readonly position: number;
  readonly receivedAt: Date | undefined;
  /** With the name that it goes by as its `eventID`. */
  readonly facts: EventFacts & { readonly eventID: string };
  /** Elements that are not open. */
  readonly hidden: readonly EventElement[];
  /** Who recorded it first, where that may be told. */
  readonly recorder: Organisation | undefined;
}

export function isOfOthers({ actor }: Ctx, { position, recordedBy }: ReadEvent): boolean {
  return position >= 0 && (actor.org === undefined || !recordedBy.includes(actor.org.no));
}

/** One whose ID or time is hidden is not told at all. */
export function isOpen(event: ReadEvent, sight: Sight): boolean {
  return sight.sees(event, 'eventID') && sight.sees(event, 'time');
}

export async function tellOthers(tx: Tx, events: readonly ReadEvent[], sight: Sight): Promise<ToldEvent[]> {
  const receivedAt = await readReceivedAt(tx, events);
  const recorders = await findOrganisations(tx, [...new Set(events.flatMap(({ recordedBy }) => recordedBy))]);
  const organisations = new Map(recorders.map((each) => [each.no, each]));
  return events.map((event) => {
    const { id, position, recordedBy } = event;
    return {
      id,
      position,
      receivedAt: receivedAt(event),
      facts: { ...cutFacts(event, sight), eventID: sight.nameOf(event) },
      hidden: sight.hiddenOf(event) ?? [],
      recorder: sight.sees(event, 'recorder') ? organisations.get(recordedBy[0] ?? 0) : undefined,
    };
  });
}

/** EPCIS 2.0 in JSON, written anew: no byte, prefix or comment of others goes out. */
export function textOf({ facts, receivedAt }: ToldEvent): string {
  const recordTime = receivedAt?.toISOString();
  return JSON.stringify({ ...eventOfFacts(facts), ...(recordTime === undefined ? {} : { recordTime }) });
}
