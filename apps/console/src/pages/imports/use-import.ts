import type { Imports, ImportWhole } from '@suyuan/api';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../../api.ts';
import { IMPORTS_PATH, importPath } from './path.ts';

/** While rows are checked or recorded. */
const AGAIN_MS = 1_000;

export const isAtWork = ({ state }: Pick<ImportWhole, 'state'>): boolean =>
  state === 'checking' || state === 'recording';

const keyOf = (id: string) => [IMPORTS_PATH, 'one', id] as const;

/** One import; asked again and again while something is done of it. */
export function useImport(id: string): UseQueryResult<ImportWhole> {
  const api = useApi();
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: keyOf(id),
    queryFn: () => api.get<ImportWhole>(importPath(id)),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data !== undefined && isAtWork(state.data) ? AGAIN_MS : false),
  });
  const state = found.data?.state;
  useEffect(() => {
    // The list of all tells how each of them stands.
    if (state !== undefined) void queries.invalidateQueries({ queryKey: [IMPORTS_PATH, ''] });
  }, [queries, state]);
  return found;
}

/** Has the rows of it checked anew, or recorded. */
export function useAskOf(id: string, what: 'check' | 'recording'): UseMutationResult<ImportWhole, Error, void> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.send<ImportWhole>('POST', `${importPath(id)}/${what}`),
    onSuccess: (now) => queries.setQueryData(keyOf(id), now),
  });
}

export const pageOfImports = ({ imports, next }: Imports) => ({ rows: imports, next });
