import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { useMeChanged } from './use-me-changed.ts';

export function RemoveFactor({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(meText);
  const api = useApi();
  const onChanged = useMeChanged();
  const remove = async (): Promise<void> => {
    await api.send('DELETE', '/v1/me/totp');
    onChanged();
  };
  return (
    <AskDialog title={say('factor.remove')} doing={say('factor.remove')} isGrave onDo={remove} onClose={onClose}>
      <p>{say('factor.removeText')}</p>
    </AskDialog>
  );
}
