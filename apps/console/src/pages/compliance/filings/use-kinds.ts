import type { FilingKinds } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';
import { FILINGS_PATH } from './path.ts';

export type Kind = FilingKinds['filings'][number];

/** What is handed in to authorities, with how much of it waits. */
export function useKinds(): UseQueryResult<readonly Kind[]> {
  const api = useApi();
  return useQuery({
    queryKey: [FILINGS_PATH],
    queryFn: async () => (await api.get<FilingKinds>(FILINGS_PATH)).filings,
    // Whoever recorded something and comes back looks whether it waits.
    staleTime: 0,
  });
}

/** Whether something is to be done about it. */
export function isToDo({ waiting, withdrawn, open }: Kind): boolean {
  return waiting + withdrawn + open > 0;
}
