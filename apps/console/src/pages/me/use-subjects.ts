import type { SubjectsBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';

export const SUBJECTS_KEY = ['subjects'] as const;
export type Subject = SubjectsBody['subjects'][number];

/** Accounts of providers that sign the person in. */
export function useSubjects(): UseQueryResult<readonly Subject[]> {
  const api = useApi();
  return useQuery({
    queryKey: SUBJECTS_KEY,
    queryFn: async () => (await api.get<SubjectsBody>('/v1/me/subjects')).subjects,
  });
}
