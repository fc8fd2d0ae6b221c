import type { JurisdictionsBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { JURISDICTIONS_PATH } from './path.ts';

export function useJurisdictions(): UseQueryResult<JurisdictionsBody> {
  const api = useApi();
  return useQuery({
    queryKey: [JURISDICTIONS_PATH],
    queryFn: () => api.get<JurisdictionsBody>(JURISDICTIONS_PATH),
  });
}
