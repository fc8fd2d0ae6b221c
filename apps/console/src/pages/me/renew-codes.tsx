import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { CodesDialog } from './codes-dialog.tsx';
import { useMeChanged } from './use-me-changed.ts';

interface Renewed {
  readonly recoveryCodes: readonly string[];
}

/** Ten new recovery codes in the place of those before, after it was asked. */
export function RenewCodes({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(meText);
  const api = useApi();
  const [codes, setCodes] = useState<readonly string[]>();
  const onChanged = useMeChanged();
  if (codes !== undefined) return <CodesDialog codes={codes} onKept={onClose} />;
  const renew = async (): Promise<void> => {
    const { recoveryCodes } = await api.send<Renewed>('POST', '/v1/me/recovery-codes');
    setCodes(recoveryCodes);
  };
  return (
    <AskDialog title={say('codes.renew')} doing={say('codes.make')} onDo={renew} onDone={onChanged} onClose={onClose}>
      <p>{say('codes.renewText')}</p>
    </AskDialog>
  );
}
