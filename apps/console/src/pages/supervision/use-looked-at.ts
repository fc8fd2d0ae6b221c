import type { LicenceBody, SupervisedWholeBody } from '@suyuan/api';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { useSession } from '../../session.ts';
import { SUPERVISED_PATH } from './path.ts';

const keyOf = (id: string) => [SUPERVISED_PATH, 'one', id] as const;

/** One organisation, with its sites and licences. Asked once each time it is opened: each answer is told to it. */
export function useLookedAt(id: string): UseQueryResult<SupervisedWholeBody> {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(id),
    queryFn: () => api.get<SupervisedWholeBody>(`${SUPERVISED_PATH}/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
  });
}

/** A hook to write onto what was loaded that a licence is verified: to ask again were one more look. */
export function useNoteVerified(id: string): (licence: string, what: string) => void {
  const queries = useQueryClient();
  const session = useSession().data;
  return (licence, what) => {
    const by = session?.person.name ?? '';
    const verified = { at: new Date().toISOString(), by, organisation: session?.organisation?.name ?? null, what };
    const noted = (one: LicenceBody): LicenceBody => (one.id === licence ? { ...one, verified } : one);
    queries.setQueryData<SupervisedWholeBody>(
      keyOf(id),
      (before) => before && { ...before, licences: before.licences.map(noted) },
    );
  };
}
