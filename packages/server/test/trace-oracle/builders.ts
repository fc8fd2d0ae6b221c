/** Short ways to write small worlds by hand. Codes are opaque words unless a test is about products and lots. */
import type { Answer, Direction } from './answer.ts';
import { traceByBruteForce } from './brute-force.ts';
import type { RawEvent } from './raw-event.ts';

export const GTIN = 'https://id.gs1.org/01/09506000134352';
export const LOT = `${GTIN}/10/A1`;

/** The hour `h` of the day on which every hand-worked world happens. */
export function hour(h: number): string {
  return `2026-03-01T${String(h).padStart(2, '0')}:00:00.000Z`;
}

type Rest = Partial<RawEvent>;

function anEvent(
  type: RawEvent['type'],
  id: string,
  h: number,
): Pick<RawEvent, 'type' | 'eventID' | 'eventTime' | 'eventTimeZoneOffset'> {
  return { type, eventID: id, eventTime: hour(h), eventTimeZoneOffset: '+00:00' };
}

export const seen = (id: string, h: number, rest: Rest): RawEvent => ({
  ...anEvent('ObjectEvent', id, h),
  action: 'OBSERVE',
  ...rest,
});

export const made = (id: string, h: number, rest: Rest): RawEvent => ({
  ...anEvent('ObjectEvent', id, h),
  action: 'ADD',
  ...rest,
});

export const packed = (id: string, h: number, [parentID, ...childEPCs]: [string, ...string[]]): RawEvent => ({
  ...anEvent('AggregationEvent', id, h),
  action: 'ADD',
  parentID,
  childEPCs,
});

export const unpacked = (id: string, h: number, contents: [string, ...string[]]): RawEvent => ({
  ...packed(id, h, contents),
  action: 'DELETE',
});

export const witnessed = (id: string, h: number, contents: [string, ...string[]]): RawEvent => ({
  ...packed(id, h, contents),
  action: 'OBSERVE',
});

export const turned = (id: string, h: number, rest: Rest): RawEvent => ({
  ...anEvent('TransformationEvent', id, h),
  ...rest,
});

export const declared = (event: RawEvent): RawEvent => ({ ...event, errorDeclaration: { declarationTime: hour(23) } });

export function trace(events: readonly RawEvent[], direction: Direction, start: readonly [string, number?]): Answer {
  const [code, at] = start;
  const question = { start: [code], direction, ...(at === undefined ? {} : { at: hour(at) }) };
  return traceByBruteForce({ events, spellings: new Map() }, question);
}

const hourOf = (time: string | undefined): string => (time === undefined ? '' : String(Number(time.slice(11, 13))));

/** Unit rows as `role code since-until #hops`, hours for times. */
export function units(answer: Answer): string[] {
  return answer.units
    .map(({ role, code, since, until, hops }) => `${role} ${code} ${hourOf(since)}-${hourOf(until)} #${hops}`)
    .sort();
}

/** Link rows as `kind from>to since-until eventID quantity uom`. */
export function links(answer: Answer): string[] {
  return answer.links
    .map((row) => {
      const amount = row.quantity === undefined ? '' : ` ${row.quantity} ${row.uom ?? 'pieces'}`;
      return `${row.kind} ${row.from}>${row.to} ${hourOf(row.since)}-${hourOf(row.until)} ${row.eventID ?? ''}${amount}`;
    })
    .sort();
}

/** Event ids in order, `!` behind those declared in error. */
export const events = (answer: Answer): string[] =>
  answer.events.map((event) => event.eventID + (event.declaredInError === true ? '!' : ''));

/** Custody rows as `kind code party from-to eventID`. */
export const custody = (answer: Answer): string[] =>
  answer.custody
    .map((row) => `${row.kind} ${row.code} ${row.party} ${hourOf(row.from)}-${hourOf(row.to)} ${row.eventID}`)
    .sort();

/** Anomaly rows as `kind code eventIDs`. */
export const anomalies = (answer: Answer): string[] =>
  answer.anomalies.map((row) => `${row.kind} ${row.code} ${row.eventIDs.join(',')}`).sort();
