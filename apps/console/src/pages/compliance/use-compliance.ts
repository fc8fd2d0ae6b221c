import type { Compliance } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { COMPLIANCE_PATH } from './path.ts';

/** While records wait: judging takes some hundred a second. */
const AGAIN_MS = 4_000;

/** How the organisation stands; asked again and again until no record waits. */
export function useCompliance(): UseQueryResult<Compliance> {
  const api = useApi();
  return useQuery({
    queryKey: [COMPLIANCE_PATH],
    queryFn: () => api.get<Compliance>(COMPLIANCE_PATH),
    // Whoever mended a record and comes back looks whether it is in order now.
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.waiting === 0 ? false : AGAIN_MS),
  });
}
