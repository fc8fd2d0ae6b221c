import type { DuplicatesBody } from '@suyuan/api/merges';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';
import { DUPLICATES_PATH } from '../path.ts';

/** How many groups look like duplicates; undefined until it is known. */
export function useDuplicateCount(kind: string): number | undefined {
  const api = useApi();
  const asked = new URLSearchParams({ ...(kind === '' ? {} : { kind }), limit: '1' });
  const { data } = useQuery({
    queryKey: [DUPLICATES_PATH, 'count', kind],
    // All entries are held against each other for it.
    staleTime: 60_000,
    queryFn: () => api.get<DuplicatesBody>(`${DUPLICATES_PATH}?${asked}`),
  });
  return data?.count;
}
