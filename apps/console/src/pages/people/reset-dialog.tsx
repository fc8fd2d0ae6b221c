import type { MadeLinkBody, MemberBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';

interface ResetDialogProps {
  readonly member: MemberBody;
  readonly what: 'resetPassword' | 'resetFactor';
  readonly onMade: (link: { readonly title: string; readonly made: MadeLinkBody }) => void;
  readonly onClose: () => void;
}

export function ResetDialog({ member: { id, name }, what, onMade, onClose }: ResetDialogProps): ReactNode {
  const say = useText(peopleText);
  const api = useApi();
  const isPassword = what === 'resetPassword';
  const reset = async (): Promise<void> => {
    const body = { what: isPassword ? 'password' : 'second-factor' };
    const made = await api.send<MadeLinkBody>('POST', `/v1/people/${id}/reset`, body);
    onMade({ title: say(isPassword ? 'link.password' : 'link.factor', { name }), made });
  };
  return (
    <AskDialog title={say(`${what}.of`, { name })} doing={say('makeLink')} onDo={reset} onClose={onClose}>
      <p>{say(`${what}.text`, { name })}</p>
    </AskDialog>
  );
}
