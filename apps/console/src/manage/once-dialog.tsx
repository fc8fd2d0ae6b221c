import { Alert, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';
import { useReturnFocus } from './use-return-focus.ts';

interface OnceDialogProps {
  readonly title: string;
  /** That it is shown once, and what to do with it. */
  readonly warning: string;
  /** Until then, what is most to be done here is not to close it. */
  readonly isTaken?: boolean;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A secret that is shown this once: neither Escape nor a click beside the dialog takes it away. */
export function OnceDialog({ title, warning, isTaken = true, children, onClose }: OnceDialogProps): ReactNode {
  const say = useText(manageText);
  useReturnFocus();
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type={isTaken ? 'primary' : 'default'} onClick={onClose}>
          {say('close')}
        </Button>
      }
    >
      <div className="dialog-body">
        <Alert type="warning" showIcon title={warning} />
        {children}
      </div>
    </Modal>
  );
}
