/** Who is signed in, as `/v1/session` tells. */
import type { SessionBody } from '@suyuan/api';
import { type QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Api, useApi } from './api.ts';

export type Session = SessionBody;
export type Person = Session['person'];

export const SESSION_KEY = ['session'] as const;
/** Of a session that is not whole yet. */
export const SIGNING_IN_KEY = ['signing-in'] as const;

const SESSION_PATH = '/v1/session';

export function useSession(): UseQueryResult<Session> {
  const api = useApi();
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: async ({ client }) => {
      const session = await api.get<Session>(SESSION_PATH);
      const before = client.getQueryData<Session>(SESSION_KEY);
      if (before !== undefined && standpoint(before) !== standpoint(session)) forgetAllButSession(client);
      return session;
    },
    // One session is every tab's: another may have gone to a different organisation meanwhile.
    refetchOnWindowFocus: 'always',
  });
}

/** Who acts, for whom and by which organisation: what was loaded from one is not shown from another. */
export const standpoint = ({ person, organisation }: Session): string =>
  `${person.id} ${organisation?.id} ${organisation?.via?.id}`;

export function forgetAllButSession(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey: [what] }) => what !== SESSION_KEY[0] });
}

export const signIn = (api: Api, given: { readonly name: string; readonly password: string }): Promise<Session> =>
  api.send('POST', SESSION_PATH, given);

/** `code` is of the authenticator app or a recovery code. */
export const proveSecondFactor = (api: Api, code: string): Promise<Session> =>
  api.send('POST', `${SESSION_PATH}/second-factor`, { code });

export interface Proof {
  readonly password: string;
  /** Where the person has a second factor. */
  readonly code?: string;
}
/** Once more, of who is signed in. */
export const proveAgain = (api: Api, proof: Proof): Promise<Session> =>
  api.send('POST', `${SESSION_PATH}/proof`, proof);

export const signOut = (api: Api): Promise<unknown> => api.send('DELETE', SESSION_PATH);
