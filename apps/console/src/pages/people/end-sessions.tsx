import type { MemberBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { PEOPLE_KEY } from '../../manage/queries.ts';

interface EndSessionsProps {
  readonly member: MemberBody;
  readonly isMe: boolean;
  readonly onClose: () => void;
}

export function EndSessions({ member: { id, name }, isMe, onClose }: EndSessionsProps): ReactNode {
  const say = useText(peopleText);
  const api = useApi();
  const queries = useQueryClient();
  const end = async (): Promise<void> => {
    await api.send('DELETE', `/v1/people/${id}/sessions`);
    void queries.invalidateQueries({ queryKey: PEOPLE_KEY });
  };
  return (
    <AskDialog title={say('endSessions.of', { name })} doing={say('endSessions')} onDo={end} onClose={onClose}>
      <p>{isMe ? say('endSessions.self') : say('endSessions.text', { name })}</p>
    </AskDialog>
  );
}
