import type { MemberBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { PEOPLE_KEY, ROLES_KEY } from '../../manage/queries.ts';
import { SESSION_KEY } from '../../session.ts';

interface EndMemberProps {
  readonly member: MemberBody;
  readonly isMe: boolean;
  readonly onClose: () => void;
}

export function EndMember({ member: { id, name }, isMe, onClose }: EndMemberProps): ReactNode {
  const say = useText(peopleText);
  const api = useApi();
  const queries = useQueryClient();
  const end = async (): Promise<void> => {
    await api.send('DELETE', `/v1/people/${id}`);
    for (const queryKey of isMe ? [SESSION_KEY] : [PEOPLE_KEY, ROLES_KEY]) void queries.invalidateQueries({ queryKey });
  };
  return (
    <AskDialog title={say('end.of', { name })} doing={say('end')} isGrave onDo={end} onClose={onClose}>
      <p>{isMe ? say('end.self') : say('end.text', { name })}</p>
      <p>{say('end.stays')}</p>
    </AskDialog>
  );
}
