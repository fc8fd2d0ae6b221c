import type { ReachBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';

/** How phones of the local network reach the server; asked where it is wanted. */
export function useReach({ isWanted }: { isWanted: boolean }): UseQueryResult<ReachBody> {
  const api = useApi();
  return useQuery({ queryKey: ['reach'], queryFn: () => api.get<ReachBody>('/v1/reach'), enabled: isWanted });
}
