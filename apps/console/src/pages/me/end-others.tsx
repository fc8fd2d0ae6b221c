import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { SESSIONS_KEY } from './use-own-sessions.ts';

export function EndOthers({ count, onClose }: { count: number; onClose: () => void }): ReactNode {
  const say = useText(meText);
  const api = useApi();
  const queries = useQueryClient();
  const end = async (): Promise<void> => {
    await api.send('DELETE', '/v1/me/sessions/others');
    void queries.invalidateQueries({ queryKey: SESSIONS_KEY });
  };
  return (
    <AskDialog title={say('sessions.endOthers')} doing={say('sessions.endOthers')} onDo={end} onClose={onClose}>
      <p>{say('sessions.endOthersText', { count })}</p>
    </AskDialog>
  );
}
