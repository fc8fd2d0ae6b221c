import type { QueryDocumentBody, RecordBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { type EventLine, eventLine } from '../../events/event-lines.ts';
import { recordPath } from './path.ts';

/** A record of one's own organisation: who made it, and what the event says. */
export interface Recorded {
  readonly record: RecordBody;
  readonly line: EventLine;
}

export function useRecorded(eventID: string): UseQueryResult<Recorded> {
  const api = useApi();
  return useQuery({
    queryKey: ['recorded', eventID],
    queryFn: async () => {
      // Refused where it is nobody's of one's own, whatever others recorded under the same ID.
      const record = await api.get<RecordBody>(recordPath(eventID));
      const found = await api.get<QueryDocumentBody>(`/epcis/events/${encodeURIComponent(eventID)}`);
      // One's own is the first.
      return { record, line: eventLine(found.epcisBody.queryResults.resultsBody.eventList[0]) };
    },
  });
}
