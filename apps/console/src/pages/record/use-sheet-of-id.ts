import type { SheetWhole } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ApiProblem, useApi } from '../../api.ts';
import { SHEETS_PATH } from './path.ts';

/** Null where it was not saved yet, which only one that may be new is allowed to be. */
export function useSheet(
  id: string,
  { mayBeNew = false, isAsked = true }: { readonly mayBeNew?: boolean; readonly isAsked?: boolean },
): UseQueryResult<SheetWhole | null> {
  const api = useApi();
  return useQuery({
    queryKey: [SHEETS_PATH, 'one', id],
    async queryFn() {
      try {
        return await api.get<SheetWhole>(`${SHEETS_PATH}/${id}`);
      } catch (error) {
        // Without a line it is as new, until its saving tells otherwise.
        if (mayBeNew && error instanceof ApiProblem && [404, 0].includes(error.status)) return null;
        throw error;
      }
    },
    enabled: isAsked,
    // What one is typing is not replaced by what is loaded anew.
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false },
  });
}
