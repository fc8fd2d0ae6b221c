/** Who is signed in, as `/v1/session` tells. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Api, useApi } from './api.ts';

export type Stage = 'full' | 'second-factor' | 'enrol';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  readonly kind?: string;
  readonly role?: string;
}

export interface Session {
  readonly stage: Stage;
  readonly person?: Person;
  /** For which the person works at the moment. */
  readonly organisation?: Organisation;
  /** Of which the person is, where it works for another. */
  readonly by?: Organisation;
  readonly organisations?: readonly Organisation[];
  readonly rights?: readonly string[];
}

export const SESSION_KEY = ['session'] as const;

const SESSION_PATH = '/v1/session';

export function useSession(): UseQueryResult<Session> {
  const api = useApi();
  return useQuery({ queryKey: SESSION_KEY, queryFn: () => api.get<Session>(SESSION_PATH) });
}

export const signIn = (api: Api, given: { readonly name: string; readonly password: string }): Promise<Session> =>
  api.send('POST', SESSION_PATH, given);

/** `code` is of the authenticator app or a recovery code. */
export const proveSecondFactor = (api: Api, code: string): Promise<Session> =>
  api.send('POST', `${SESSION_PATH}/second-factor`, { code });

export const signOut = (api: Api): Promise<unknown> => api.send('DELETE', SESSION_PATH);
