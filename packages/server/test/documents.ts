/** Small EPCIS documents for tests. */
const CONTEXT = ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { ex: 'https://example.org/ns/' }];

export type EventJson = Record<string, unknown>;

let serial = 0;

/** An ObjectEvent that nothing else equals. */
export function objectEvent(more: EventJson = {}): EventJson {
  serial += 1;
  return {
    type: 'ObjectEvent',
    eventTime: new Date(Date.UTC(2026, 0, 1, 0, 0, serial)).toISOString(),
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    epcList: [`https://id.gs1.org/01/10614141073464/21/T${serial}`],
    bizStep: 'shipping',
    ...more,
  };
}

export function documentOf(events: readonly unknown[], more: EventJson = {}): string {
  return JSON.stringify({
    '@context': CONTEXT,
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-01-01T00:00:00Z',
    epcisBody: { eventList: events },
    ...more,
  });
}

/** A bare event as `POST /epcis/events` takes it. */
export function bareEvent(event: EventJson): string {
  return JSON.stringify({ '@context': CONTEXT, ...event });
}
