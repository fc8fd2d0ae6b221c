import type { EntriesBody, EntryKind } from '@suyuan/api';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useApi } from '../../../api.ts';
import { ENTRIES_PATH, entriesPath } from '../../master/path.ts';

/** Master data of the kind whose name or code has the text. */
export function useEntries(kind: EntryKind, text: string): UseQueryResult<EntriesBody> {
  const api = useApi();
  const q = useDeferredValue(text.trim());
  return useQuery({
    queryKey: [ENTRIES_PATH, kind, q],
    queryFn: () => api.get<EntriesBody>(entriesPath(kind, q)),
    placeholderData: keepPreviousData,
  });
}
