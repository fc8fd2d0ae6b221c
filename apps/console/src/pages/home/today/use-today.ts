import type { Today } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';

const TODAY_PATH = '/v1/today';
/** While records wait to be judged. */
const AGAIN_MS = 4_000;

/** What there is to do; asked anew whenever somebody comes back to it, who may have done something. */
export function useToday({ isAsked }: { isAsked: boolean }): UseQueryResult<Today> {
  const api = useApi();
  return useQuery({
    queryKey: [TODAY_PATH],
    queryFn: () => api.get<Today>(TODAY_PATH),
    enabled: isAsked,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.waiting === 0 ? false : AGAIN_MS),
  });
}
