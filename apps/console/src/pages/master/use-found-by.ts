import type { FoundThingsBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useApi } from '../../api.ts';
import { ENTRIES_PATH, identifierPath } from './path.ts';

export type FoundThing = FoundThingsBody['things'][number];

/** A hook for what has or had exactly this number, or is called by this code in any of its spellings. */
export function useFoundBy(q: string): readonly FoundThing[] {
  const api = useApi();
  const value = useDeferredValue(q.trim());
  const { data } = useQuery({
    queryKey: [ENTRIES_PATH, 'by', value],
    queryFn: () => api.get<FoundThingsBody>(identifierPath(value)),
    enabled: value !== '',
  });
  return data?.things ?? [];
}
