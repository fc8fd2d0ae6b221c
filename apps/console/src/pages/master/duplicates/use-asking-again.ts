import type { SaidBody } from '@suyuan/api';
import type { DifferenceBody } from '@suyuan/api/merges';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useApi } from '../../../api.ts';
import { duplicatesText } from '../../../i18n/duplicates.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useProblemText } from '../../../problem-text.ts';
import { differencePath } from '../path.ts';
import { useRefresh } from './use-refresh.ts';

/** What was said not to be the same is held against each other again. */
export function useAskingAgain(): UseMutationResult<SaidBody, Error, DifferenceBody> {
  const say = useText(duplicatesText);
  const api = useApi();
  const refresh = useRefresh();
  const problemText = useProblemText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ entries }) => api.send('DELETE', differencePath(entries.map(({ code }) => code))),
    async onSuccess() {
      void message.success(say('asks'));
      await refresh();
    },
    onError: (error) => message.error(problemText(error)),
  });
}
