/** What others have sent, and is not recorded as received. */
import type { Arrival, Arrivals } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { ARRIVALS_PATH } from './path.ts';

export function useArrivals(isAsked = true): UseQueryResult<Arrivals> {
  const api = useApi();
  return useQuery({
    queryKey: [ARRIVALS_PATH],
    queryFn: () => api.get<Arrivals>(ARRIVALS_PATH),
    enabled: isAsked,
  });
}

/** @param eventID of the record of the shipping; null where none is meant */
export function useArrival(eventID: string | null): {
  readonly isPending: boolean;
  readonly found: Arrival | undefined;
} {
  const isAsked = eventID !== null;
  const { data, isPending } = useArrivals(isAsked);
  return {
    isPending: isAsked && isPending,
    found: data?.arrivals.find((each) => each.eventID === eventID),
  };
}
