import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../api.ts';
import { IMPORTS_PATH, importPage } from './path.ts';
import { type Sent, sendRecords, type ToSend } from './send-records.ts';

export interface Sending {
  readonly sending: UseMutationResult<Sent, Error, ToSend>;
  /** Of the file, from 0 to 1. */
  readonly share: number;
  /** Nothing is answered at the moment; it is tried again. */
  readonly isWaiting: boolean;
}

/** Sends a file as long as the page is open, and then opens its import. */
export function useSending(): Sending {
  const api = useApi();
  const go = useNavigate();
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const [isWaiting, setWaiting] = useState(false);
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);
  const sending = useMutation({
    mutationFn(file: ToSend) {
      leaving.current = new AbortController();
      setShare(0);
      return sendRecords(api, file, { signal: leaving.current.signal, onSent: setShare, onWaiting: setWaiting });
    },
    async onSuccess({ id, wasBefore }) {
      await queries.invalidateQueries({ queryKey: [IMPORTS_PATH] });
      if (leaving.current?.signal.aborted !== true) await go(`${importPage(id)}${wasBefore ? '?before' : ''}`);
    },
    onSettled: () => setWaiting(false),
  });
  return { sending, share, isWaiting };
}
