import { useQueryClient } from '@tanstack/react-query';
import { SESSION_KEY } from '../../session.ts';
import { ME_KEY } from './use-me.ts';
import { SESSIONS_KEY } from './use-own-sessions.ts';

/** A hook for what changes a person: the header names it, and other sessions may have ended by it. */
export function useMeChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [ME_KEY, SESSION_KEY, SESSIONS_KEY]) void queries.invalidateQueries({ queryKey });
  };
}
