import type { MeBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';

export const ME_KEY = ['me'] as const;

/** What a person says of itself, and how it signs in. */
export function useMe(): UseQueryResult<MeBody> {
  const api = useApi();
  return useQuery({ queryKey: ME_KEY, queryFn: () => api.get<MeBody>('/v1/me') });
}
