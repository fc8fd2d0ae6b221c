import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { useApi } from '../api.ts';
import { useProblemText } from '../problem-text.ts';
import { SESSION_KEY, type Session } from '../session.ts';

/** A hook to work for another organisation from here on: nothing that was loaded for the one before is kept. */
export function useActFor(): { readonly actFor: (id: string) => void; readonly isPending: boolean } {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const going = useMutation({
    mutationFn: (id: string) => api.send<Session>('POST', '/v1/session/organisation', { id }),
    async onSuccess(session) {
      await navigate('/');
      queries.setQueryData(SESSION_KEY, session);
      queries.removeQueries({ predicate: ({ queryKey: [what] }) => what !== SESSION_KEY[0] });
    },
    onError: (error) => message.error(problemText(error)),
  });
  return { actFor: going.mutate, isPending: going.isPending };
}
