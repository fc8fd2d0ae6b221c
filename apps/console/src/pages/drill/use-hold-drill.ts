import type { Drill, NewDrill } from '@suyuan/api/drills';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../api.ts';
import { newId } from '../record/new-id.ts';
import { DRILLS_PATH, heldPage } from './path.ts';

/** Holds a drill of this code, or of a lot picked at random where it is empty, and opens what was found. */
export function useHoldDrill(): UseMutationResult<Drill, Error, string> {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  // What is asked for again after a lost answer is the same; of another code it is another.
  const asked = useRef({ id: newId(), code: '' });
  return useMutation({
    mutationFn(code) {
      if (asked.current.code !== code) asked.current = { id: newId(), code };
      const body: NewDrill = { id: asked.current.id, ...(code === '' ? {} : { code }) };
      return api.send<Drill>('POST', DRILLS_PATH, body);
    },
    async onSuccess(drill) {
      asked.current = { id: newId(), code: '' };
      void queries.invalidateQueries({ queryKey: [DRILLS_PATH] });
      queries.setQueryData([DRILLS_PATH, drill.id], drill);
      await navigate(heldPage(drill.id));
    },
  });
}
