import type { SaidBody } from '@suyuan/api';
import type { NewDifference, NewMerge } from '@suyuan/api/merges';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useApi } from '../../../api.ts';
import { duplicatesText } from '../../../i18n/duplicates.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useProblemText } from '../../../problem-text.ts';
import { DIFFERENCES_PATH, MERGES_PATH, mergePath } from '../path.ts';
import { useRefresh } from './use-refresh.ts';

/** Until it goes; the page of the entry undoes it at any time. */
const SHOWN_S = 15;

/** Entries stand for themselves again. */
export function useParting(): UseMutationResult<void, Error, readonly string[]> {
  const say = useText(duplicatesText);
  const api = useApi();
  const refresh = useRefresh();
  const problemText = useProblemText();
  const { message } = App.useApp();
  return useMutation({
    async mutationFn(codes) {
      for (const code of codes) await api.send<SaidBody>('DELETE', mergePath(code));
    },
    async onSuccess() {
      void message.success(say('undone'));
      await refresh();
    },
    onError: (error) => message.error(problemText(error)),
  });
}

export interface Merge extends NewMerge {
  /** What the one that is kept is called. */
  readonly name: string;
}

/** Entries are merged, which the message that says so undoes. */
export function useMerging(): UseMutationResult<SaidBody, Error, Merge> {
  const say = useText(duplicatesText);
  const api = useApi();
  const refresh = useRefresh();
  const parting = useParting();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ keep, merge }) => api.send('POST', MERGES_PATH, { keep, merge }),
    async onSuccess(_, { keep, merge, name }) {
      const undo = (): void => {
        message.destroy(keep);
        parting.mutate(merge);
      };
      const content = (
        <>
          {say('merged', { name })}{' '}
          <Button type="link" size="small" onClick={undo}>
            {say('undo')}
          </Button>
        </>
      );
      void message.open({ key: keep, type: 'success', duration: SHOWN_S, content });
      await refresh();
    },
  });
}

/** Entries are other things, and proposed no more. */
export function useKeepingApart(): UseMutationResult<SaidBody, Error, NewDifference> {
  const say = useText(duplicatesText);
  const api = useApi();
  const refresh = useRefresh();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ codes }) => api.send('POST', DIFFERENCES_PATH, { codes }),
    async onSuccess() {
      void message.success(say('parted'));
      await refresh();
    },
  });
}
