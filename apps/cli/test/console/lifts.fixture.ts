/** What a firm that maintains lifts records, so many days ago, as documents of events. */
type EventJson = Readonly<Record<string, unknown>>;

const LIFT = 'cn-special-equipment:31103506020160001';
const EPCIS = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const DAY_MS = 24 * 3_600_000;
const CHINA_MS = 8 * 3_600_000;

export const liftOf = (lift: number): string => `${LIFT}${lift}`;

/** The day in China so many days from now, as YYYY-MM-DD. */
export const dayIn = (days: number): string =>
  new Date(Date.now() + CHINA_MS + days * DAY_MS).toISOString().slice(0, 10);

export function documentOf(eventList: readonly EventJson[]): string {
  return JSON.stringify({
    '@context': [EPCIS, { lift: 'https://example.com/lift/' }],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-01-01T00:00:00Z' },
    epcisBody: { eventList },
  });
}

/** From then on it is to be maintained every 15 days, checked every month, and inspected by a day that is far. */
export function registered(lift: number, daysAgo: number): EventJson {
  return ofLift(lift, daysAgo, {
    ...{ bizStep: 'other', 'lift:activity': 'use-registration', 'lift:inspectionDue': dayIn(40) },
  });
}

export function maintained(lift: number, daysAgo: number): EventJson {
  return ofLift(lift, daysAgo, {
    ...{ bizStep: 'inspecting', 'lift:activity': 'maintenance', 'lift:tier': 'half-month', 'lift:itemsChecked': 31 },
  });
}

function ofLift(lift: number, daysAgo: number, more: EventJson): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', epcList: [liftOf(lift)], 'lift:equipmentKind': '3110' },
    ...{ eventTime: `${dayIn(-daysAgo)}T09:00:00+08:00`, eventTimeZoneOffset: '+08:00' },
    ...more,
  };
}
