import type { ProvidersBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';

export type Provider = ProvidersBody['providers'][number];

/** Where the browser goes from here. */
export interface Departure {
  readonly url: string;
}

/** Who else signs people in here. */
export function useProviders(): UseQueryResult<readonly Provider[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['providers'],
    queryFn: async () => (await api.get<ProvidersBody>('/v1/providers')).providers,
  });
}
