/** Shared spaces of the organisation. */
import type { Space } from '@suyuan/api/spaces';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { SPACES_PATH, spacePath } from './path.ts';

export function useSpace(id: string): UseQueryResult<Space> {
  const api = useApi();
  return useQuery({ queryKey: [SPACES_PATH, 'one', id], queryFn: () => api.get<Space>(spacePath(id)) });
}

/** A hook that has all that is known of shared spaces asked anew. */
export function useForgetSpaces(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: [SPACES_PATH] });
}
