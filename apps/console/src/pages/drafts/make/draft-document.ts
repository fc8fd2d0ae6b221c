/** One thing that was done, as an EPCIS 2.0 document of one event. Pure. */
import type { Reading } from './read-lines.ts';

export interface Done {
  readonly eventID: string;
  /** Bare word of the business step. */
  readonly step: string;
  readonly at: Date;
  /** Minutes east of Greenwich, where it was done. */
  readonly offsetMinutes: number;
  readonly readings: readonly Reading[];
  /** Code of the site, canonical. */
  readonly place?: string | undefined;
}

/** CBV 2.0 §7.1: these begin or end what is known of a thing; all others see it. */
const ACTIONS: Readonly<Record<string, 'ADD' | 'DELETE'>> = {
  commissioning: 'ADD',
  creating_class_instance: 'ADD',
  decommissioning: 'DELETE',
  destroying: 'DELETE',
};

export function draftDocument(done: Done, createdAt: Date): object {
  const { eventID, step, at, offsetMinutes, readings, place } = done;
  const epcList = readings.flatMap((reading) => (reading.is === 'instance' ? [reading.canonical] : []));
  const quantityList = readings.flatMap((reading) => (reading.is === 'class' ? [{ epcClass: reading.canonical }] : []));
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: createdAt.toISOString(),
    epcisBody: {
      eventList: [
        {
          type: 'ObjectEvent',
          eventID,
          eventTime: at.toISOString(),
          eventTimeZoneOffset: offsetText(offsetMinutes),
          ...(epcList.length === 0 ? {} : { epcList }),
          ...(quantityList.length === 0 ? {} : { quantityList }),
          action: Object.hasOwn(ACTIONS, step) ? ACTIONS[step] : 'OBSERVE',
          bizStep: step,
          ...(place === undefined ? {} : { readPoint: { id: place } }),
        },
      ],
    },
  };
}

/** 480 is `+08:00`. */
export function offsetText(minutes: number): string {
  const two = (count: number): string => String(Math.floor(count)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/** A random UUID (RFC 9562 §5.4) as a URN; browsers give `randomUUID` on HTTPS alone, and many phones come over HTTP. */
export function newEventID(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) => {
    const set = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return set.toString(16).padStart(2, '0');
  });
  const part = (from: number, to: number): string => hex.slice(from, to).join('');
  return `urn:uuid:${part(0, 4)}-${part(4, 6)}-${part(6, 8)}-${part(8, 10)}-${part(10, 16)}`;
}
