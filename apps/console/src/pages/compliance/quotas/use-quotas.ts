import type { Quotas } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';
import { QUOTAS_PATH } from '../path.ts';

/** Quotas that hold, and the accounts that they may be entered for. */
export function useQuotas(): UseQueryResult<Quotas> {
  const api = useApi();
  return useQuery({
    queryKey: [QUOTAS_PATH],
    queryFn: () => api.get<Quotas>(QUOTAS_PATH),
    // Whoever mended a record and comes back looks whether it is in order now.
    staleTime: 0,
  });
}
