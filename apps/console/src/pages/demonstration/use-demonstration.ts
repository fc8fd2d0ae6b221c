import type { Demonstration } from '@suyuan/api/demonstration';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ApiProblem, useApi } from '../../api.ts';

export const DEMONSTRATION_PATH = '/v1/operator/demonstration';
export const DEMONSTRATION_PAGE = '/demonstration';

/** While it is on its way. */
const AGAIN_MS = 1_000;

/** How it stands, asked only of whoever may know; null where none is offered. */
export function useDemonstration({ isAsked }: { isAsked: boolean }): UseQueryResult<Demonstration | null> {
  const api = useApi();
  return useQuery({
    queryKey: [DEMONSTRATION_PATH],
    queryFn: async () => {
      try {
        return await api.get<Demonstration>(DEMONSTRATION_PATH);
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'demonstration.not-offered') return null;
        throw error;
      }
    },
    enabled: isAsked,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'starting' || data?.state === 'loading' ? AGAIN_MS : false,
  });
}
