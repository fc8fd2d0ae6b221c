import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { factorText } from '../../i18n/factor.ts';
import { useText } from '../../i18n/use-text.ts';
import { useReturnFocus } from '../../manage/use-return-focus.ts';
import { RecoveryCodes } from '../factor/recovery-codes.tsx';

/** New recovery codes, this once: neither Escape nor a click beside the dialog takes them away. */
export function CodesDialog({ codes, onKept }: { codes: readonly string[]; onKept: () => void }): ReactNode {
  const say = useText(factorText);
  useReturnFocus();
  return (
    <Modal
      open
      title={say('codes.title')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
      width={420}
    >
      <RecoveryCodes codes={codes} onKept={onKept} />
    </Modal>
  );
}
