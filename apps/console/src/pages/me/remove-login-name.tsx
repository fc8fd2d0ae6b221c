import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { useMeChanged } from './use-me-changed.ts';

export function RemoveLoginName({ value, onClose }: { value: string; onClose: () => void }): ReactNode {
  const say = useText(meText);
  const api = useApi();
  const onChanged = useMeChanged();
  const remove = async (): Promise<void> => {
    await api.send('DELETE', `/v1/me/login-names/${encodeURIComponent(value)}`);
    onChanged();
  };
  return (
    <AskDialog
      title={say('loginName.removeOf', { value })}
      doing={say('loginName.remove')}
      isGrave
      onDo={remove}
      onClose={onClose}
    >
      <p>{say('loginName.removeText', { value })}</p>
    </AskDialog>
  );
}
