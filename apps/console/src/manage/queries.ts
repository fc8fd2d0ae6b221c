/** What several pages ask of the server. */
import type { KeyBody, MemberBody, RolesBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../api.ts';

export const PEOPLE_KEY = ['people'] as const;
export const ROLES_KEY = ['roles'] as const;
export const KEYS_KEY = ['keys'] as const;
export const INVITATIONS_KEY = ['invitations'] as const;

export function usePeople(isWanted = true): UseQueryResult<readonly MemberBody[]> {
  const api = useApi();
  return useQuery({
    queryKey: PEOPLE_KEY,
    queryFn: async () => (await api.get<{ readonly people: readonly MemberBody[] }>('/v1/people')).people,
    enabled: isWanted,
  });
}

export function useRoles(isWanted = true): UseQueryResult<RolesBody['roles']> {
  const api = useApi();
  return useQuery({
    queryKey: ROLES_KEY,
    queryFn: async () => (await api.get<RolesBody>('/v1/roles')).roles,
    enabled: isWanted,
  });
}

export function useKeys(isWanted = true): UseQueryResult<readonly KeyBody[]> {
  const api = useApi();
  return useQuery({
    queryKey: KEYS_KEY,
    queryFn: async () => (await api.get<{ readonly keys: readonly KeyBody[] }>('/v1/keys')).keys,
    enabled: isWanted,
  });
}
