import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { SESSION_KEY, type Session } from './session.ts';

/** A hook for what signs somebody in: on to a page of ours, or to what the sign-in still asks for. */
export function useBeginSession(): (session: Session, path?: string) => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (session, path = '/') => {
    // What was loaded for one person is not shown to the next.
    queries.clear();
    queries.setQueryData(SESSION_KEY, session);
    // The form that was filled in may be longer than the page that follows: that is read from its top.
    scrollTo(0, 0);
    void navigate(session.stage === 'full' ? path : '/sign-in', { replace: true });
  };
}
