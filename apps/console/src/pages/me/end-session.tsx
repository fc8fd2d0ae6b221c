import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { useDeviceName } from './use-device-name.ts';
import { type OwnSession, SESSIONS_KEY } from './use-own-sessions.ts';

export function EndSession({ session, onClose }: { session: OwnSession; onClose: () => void }): ReactNode {
  const say = useText(meText);
  const deviceName = useDeviceName();
  const api = useApi();
  const queries = useQueryClient();
  const end = async (): Promise<void> => {
    await api.send('DELETE', `/v1/me/sessions/${session.id}`);
    void queries.invalidateQueries({ queryKey: SESSIONS_KEY });
  };
  return (
    <AskDialog
      title={say('session.endOf', { device: deviceName(session.agent) })}
      doing={say('session.end')}
      onDo={end}
      onClose={onClose}
    >
      <p>{say('session.endText')}</p>
    </AskDialog>
  );
}
