import type { EntriesBody, EntryKind } from '@suyuan/api';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useApi } from '../../../api.ts';
import { ENTRIES_PATH } from '../../master/path.ts';

/** As many as are looked through; others are found by a word of theirs. */
const LISTED = 50;

/** Master data of the kind whose name or code has the text. */
export function useEntries(kind: EntryKind, text: string): UseQueryResult<EntriesBody> {
  const api = useApi();
  const q = useDeferredValue(text.trim());
  return useQuery({
    queryKey: [ENTRIES_PATH, kind, q],
    queryFn: () =>
      api.get<EntriesBody>(
        `${ENTRIES_PATH}?${new URLSearchParams({ kind, limit: String(LISTED), ...(q === '' ? {} : { q }) })}`,
      ),
    placeholderData: keepPreviousData,
  });
}
