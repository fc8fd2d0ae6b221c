import { App, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { factorText } from '../../i18n/factor.ts';
import { manageText } from '../../i18n/manage.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { useReturnFocus } from '../../manage/use-return-focus.ts';
import { SetUpFactor } from '../factor/set-up-factor.tsx';
import { CodesDialog } from './codes-dialog.tsx';
import { useMeChanged } from './use-me-changed.ts';

/** A second factor is set up, and its recovery codes are shown. */
export function SetUpFactorDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(factorText);
  const sayMe = useText(meText);
  const sayButton = useText(manageText);
  const { message } = App.useApp();
  const [codes, setCodes] = useState<readonly string[]>();
  const onChanged = useMeChanged();
  useReturnFocus();
  const onKept = (): void => {
    onChanged();
    message.success(sayMe('factor.done'));
    onClose();
  };
  if (codes !== undefined) return <CodesDialog codes={codes} onKept={onKept} />;
  return (
    <Modal
      open
      title={say('title')}
      closable={{ 'aria-label': sayButton('cancel') }}
      footer={null}
      mask={{ closable: false }}
      width={420}
      onCancel={onClose}
    >
      <SetUpFactor onDone={setCodes} />
    </Modal>
  );
}
