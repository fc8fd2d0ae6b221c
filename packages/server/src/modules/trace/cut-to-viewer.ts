/**
 * What a tenant is told of events that others alone recorded: what the public page tells anybody, and the shape of the chain,
 * which stays whole. Amounts and states are their business.
 */
import { anomalyMessage, type Language, type TraceAnomaly, type TraceAnswer, type TraceEventRow } from '@suyuan/api';
import type { Text } from '@suyuan/epcis';
import type { TraceEvent } from './reader.ts';

export interface Viewer {
  /** Number of the organisation. */
  readonly orgNo: number;
  readonly language: Language;
}

const AMOUNTS_KEPT: Text = {
  zh: '数量由其他企业登记，不予显示',
  en: 'other organisations recorded the amounts, which are not shown',
};

/**
 * @param events all that the answer is made of
 * @returns what may be told; `completeness.hidden` counts the members and rows that are left out
 */
export function cutToViewer(
  answer: TraceAnswer,
  events: Iterable<TraceEvent>,
  { orgNo, language }: Viewer,
): TraceAnswer {
  const foreign = foreignOf(events, orgNo);
  if (foreign.size === 0) return answer;
  let { hidden } = answer.completeness;
  const hide = (): void => {
    hidden += 1;
  };
  const asked = new Set(answer.start);
  return {
    ...answer,
    events: answer.events.map((event) => (foreign.has(event.eventID) ? cutEvent(event, hide) : event)),
    links: answer.links.map((link) => {
      const { quantity, uom: _, ...shape } = link;
      if (quantity === undefined || link.eventID === undefined || !foreign.has(link.eventID)) return link;
      hide();
      return shape;
    }),
    anomalies: answer.anomalies.flatMap((anomaly) => {
      if (!anomaly.eventIDs.some((eventID) => foreign.has(eventID))) return [anomaly];
      const isOthers = !asked.has(anomaly.code) && anomaly.eventIDs.every((eventID) => foreign.has(eventID));
      if (isOthers || anomaly.kind === 'quantity-exceeded') hide();
      return isOthers ? [] : [withoutAmounts(anomaly, language)];
    }),
    completeness: { ...answer.completeness, hidden },
  };
}

/** The state that it leaves things in, and where it was read when it says where things are. */
function cutEvent({ disposition, readPoint, ...event }: TraceEventRow, hide: () => void): TraceEventRow {
  if (disposition !== undefined) hide();
  if (readPoint === undefined) return event;
  if (event.bizLocation === undefined) return { ...event, readPoint };
  hide();
  return event;
}

function withoutAmounts(anomaly: TraceAnomaly, language: Language): TraceAnomaly {
  if (anomaly.kind !== 'quantity-exceeded') return anomaly;
  return { ...anomaly, message: anomalyMessage(anomaly.kind, { other: AMOUNTS_KEPT[language] }, language) };
}

/** The eventIDs under which the viewer has recorded nothing. */
function foreignOf(events: Iterable<TraceEvent>, orgNo: number): ReadonlySet<string> {
  const foreign = new Set<string>();
  const own = new Set<string>();
  for (const { eventID, recordedBy } of events) (recordedBy.includes(orgNo) ? own : foreign).add(eventID);
  for (const eventID of own) foreign.delete(eventID);
  return foreign;
}
