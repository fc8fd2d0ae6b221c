/** Notes what a look-up asks of the store, and until when what it found stays so by itself. */
import { dayOf } from '@suyuan/profiles';
import { identityLookedFor, type LookedAs, lookedFor, type ReadEvent } from '../../events/index.ts';
import type { eventReader } from '../../trace/index.ts';

type EventReader = ReturnType<typeof eventReader>;

export interface Watch {
  /** What the answer depends on of records and master data. */
  readonly keys: ReadonlySet<string>;
  /** From then on it is another: an event of the future comes into force, or another day begins in China. */
  untilMs(): number;
  lookedFor(codes: readonly string[], as: LookedAs): void;
  found(events: readonly Pick<ReadEvent, 'eventID' | 'facts'>[]): void;
  master(codes: readonly string[]): void;
  reader(reader: EventReader): EventReader;
}

/** The key of the master data of a code. */
export function masterKey(code: string): string {
  return `m${code}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param nowMs the moment for which it is looked up */
export function createWatch(nowMs: number): Watch {
  const keys = new Set<string>();
  let untilMs = Date.parse(`${dayOf(nowMs)}T00:00:00+08:00`) + DAY_MS;
  const lookFor = (codes: readonly string[], as: LookedAs): void => {
    for (const key of lookedFor(codes, as)) keys.add(key);
  };
  const found: Watch['found'] = (events) => {
    for (const { eventID, facts } of events) {
      keys.add(identityLookedFor(eventID));
      if (facts.eventTimeMs > nowMs && facts.eventTimeMs < untilMs) untilMs = facts.eventTimeMs;
    }
  };
  const noted = async <Read extends Parameters<typeof heldIn>[0]>(reading: Promise<Read>): Promise<Read> => {
    const read = await reading;
    found(heldIn(read));
    return read;
  };
  return {
    keys,
    untilMs: () => untilMs,
    lookedFor: lookFor,
    found,
    master(codes) {
      for (const code of codes) keys.add(masterKey(code));
    },
    reader: (reader) => ({
      eventsOfUnits(codes, within) {
        lookFor(codes, 'units');
        return noted(reader.eventsOfUnits(codes, within));
      },
      eventsOfTransformations(ids, within) {
        lookFor(ids, 'transformations');
        return noted(reader.eventsOfTransformations(ids, within));
      },
      eventsOfLots(lots, within) {
        lookFor(lots, 'units');
        lookFor(lots, 'instances');
        return noted(reader.eventsOfLots(lots, within));
      },
      noticesOf(codes, max) {
        lookFor(codes, 'notices');
        return noted(reader.noticesOf(codes, max));
      },
      noticesWithin(codes, max) {
        lookFor(codes, 'noticesWithin');
        return noted(reader.noticesWithin(codes, max));
      },
    }),
  };
}

function heldIn({ events }: { readonly events: readonly Pick<ReadEvent, 'eventID' | 'facts'>[] }) {
  return events;
}
