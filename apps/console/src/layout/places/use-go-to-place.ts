import type { PlaceBody } from '@suyuan/api';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useApi } from '../../api.ts';
import { forgetAllButSession, SESSION_KEY, type Session } from '../../session.ts';

/** A hook that has the person act for another organisation from here on, at its home page. */
export function useGoToPlace(): UseMutationResult<Session, Error, PlaceBody> {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ id, via }) =>
      api.send<Session>('POST', '/v1/session/organisation', { id, ...(via === undefined ? {} : { via: via.id }) }),
    async onSuccess(session) {
      await queries.cancelQueries();
      await navigate('/');
      queries.setQueryData(SESSION_KEY, session);
      forgetAllButSession(queries);
    },
  });
}
