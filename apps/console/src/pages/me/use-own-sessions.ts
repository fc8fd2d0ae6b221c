import type { OwnSessionsBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';

export const SESSIONS_KEY = ['own-sessions'] as const;
export type OwnSession = OwnSessionsBody['sessions'][number];

/** Where the person is signed in, the last used first. */
export function useOwnSessions(): UseQueryResult<readonly OwnSession[]> {
  const api = useApi();
  return useQuery({
    queryKey: SESSIONS_KEY,
    queryFn: async () => (await api.get<OwnSessionsBody>('/v1/me/sessions')).sessions,
  });
}
