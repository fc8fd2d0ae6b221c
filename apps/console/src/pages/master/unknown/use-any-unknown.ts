import type { UnknownCodesBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';
import { UNKNOWN_PATH } from '../path.ts';

/** The newest code that nothing is said of, and how far was looked for it; undefined until it is known. */
export function useAnyUnknown(): UnknownCodesBody | undefined {
  const api = useApi();
  const { data } = useQuery({
    queryKey: [UNKNOWN_PATH, 'any'],
    queryFn: () => api.get<UnknownCodesBody>(`${UNKNOWN_PATH}?limit=1`),
  });
  return data;
}
