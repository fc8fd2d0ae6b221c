import type { CodeAnswer } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api.ts';

/** A hook that asks the server what a code is; each code once. */
export function useReadCode(): (code: string) => Promise<CodeAnswer> {
  const api = useApi();
  const queries = useQueryClient();
  return (code) =>
    queries.fetchQuery({
      queryKey: ['code', code],
      queryFn: () => api.get<CodeAnswer>(`/v1/codes/parse?${new URLSearchParams({ code })}`),
      staleTime: Number.POSITIVE_INFINITY,
    });
}
