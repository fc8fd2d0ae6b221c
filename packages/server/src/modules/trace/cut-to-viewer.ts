/**
 * What a tenant is told of events that others recorded: what the public page tells anybody. So no eventID, which is theirs,
 * and no amounts, which are their business; the shape of the chain stays whole.
 */
import { anomalyMessage, type Language, type TraceAnswer, type TraceLink } from '@suyuan/api';
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

/** @param events all that the answer is made of */
export function cutToViewer(
  answer: TraceAnswer,
  events: Iterable<TraceEvent>,
  { orgNo, language }: Viewer,
): TraceAnswer {
  const names = namesOfForeign(events, orgNo);
  if (names.size === 0) return answer;
  const nameOf = (eventID: string): string => names.get(eventID) ?? eventID;
  let hidden = 0;
  const links = answer.links.map(({ quantity, uom, ...link }): TraceLink => {
    const amount = { ...(quantity === undefined ? {} : { quantity }), ...(uom === undefined ? {} : { uom }) };
    if (link.eventID === undefined || !names.has(link.eventID)) return { ...link, ...amount };
    if (quantity !== undefined) hidden += 1;
    return { ...link, eventID: nameOf(link.eventID) };
  });
  const anomalies = answer.anomalies.map((anomaly) => {
    const isForeign = anomaly.eventIDs.some((eventID) => names.has(eventID));
    const eventIDs = anomaly.eventIDs.map(nameOf);
    if (!isForeign || anomaly.kind !== 'quantity-exceeded') return { ...anomaly, eventIDs };
    hidden += 1;
    return { ...anomaly, eventIDs, message: anomalyMessage(anomaly.kind, { other: AMOUNTS_KEPT[language] }, language) };
  });
  return {
    ...answer,
    events: answer.events.map((event) => ({ ...event, eventID: nameOf(event.eventID) })),
    links,
    custody: answer.custody.map((row) => ({ ...row, eventID: nameOf(row.eventID) })),
    anomalies,
    completeness: { ...answer.completeness, hidden: answer.completeness.hidden + hidden },
  };
}

/**
 * Of each eventID under which the viewer has recorded nothing, what stands for it: the id of the event's row, a hash, the same
 * in every answer.
 */
function namesOfForeign(events: Iterable<TraceEvent>, orgNo: number): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const own = new Set<string>();
  for (const { id, eventID, recordedBy } of events) {
    if (recordedBy.includes(orgNo)) own.add(eventID);
    else if (!names.has(eventID)) names.set(eventID, `urn:uuid:${id}`);
  }
  for (const eventID of own) names.delete(eventID);
  return names;
}
