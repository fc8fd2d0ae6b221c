/** What the three sections ask of the server. */
import type { HoldingBody, LicenceBody, SiteBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';

export const SITES_KEY = ['sites'] as const;
export const LICENCES_KEY = ['licences'] as const;
export const HOLDINGS_KEY = ['holdings'] as const;

export function useSites(): UseQueryResult<readonly SiteBody[]> {
  const api = useApi();
  return useQuery({
    queryKey: SITES_KEY,
    queryFn: async () => (await api.get<{ readonly sites: readonly SiteBody[] }>('/v1/sites')).sites,
  });
}

export function useLicences(): UseQueryResult<readonly LicenceBody[]> {
  const api = useApi();
  return useQuery({
    queryKey: LICENCES_KEY,
    queryFn: async () => (await api.get<{ readonly licences: readonly LicenceBody[] }>('/v1/licences')).licences,
  });
}

export function useHoldings(): UseQueryResult<readonly HoldingBody[]> {
  const api = useApi();
  return useQuery({
    queryKey: HOLDINGS_KEY,
    queryFn: async () => (await api.get<{ readonly holdings: readonly HoldingBody[] }>('/v1/holdings')).holdings,
  });
}
