import { useQueryClient } from '@tanstack/react-query';
import { DIFFERENCES_PATH, DUPLICATES_PATH, ENTRIES_PATH } from '../path.ts';

/** A hook that has what was loaded of master data loaded again. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      [ENTRIES_PATH, DUPLICATES_PATH, DIFFERENCES_PATH].map((path) => queries.invalidateQueries({ queryKey: [path] })),
    );
  };
}
