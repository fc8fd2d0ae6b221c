import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';
import { ProblemAlert } from '../pages/problem-alert.tsx';
import { useReturnFocus } from './use-return-focus.ts';

interface AskDialogProps {
  readonly title: string;
  /** Of the button that does it. */
  readonly doing: string;
  /** What cannot be undone. */
  readonly isGrave?: boolean;
  /** What will happen, and what stays. */
  readonly children: ReactNode;
  readonly onDo: () => Promise<unknown>;
  readonly onClose: () => void;
  /** Once it is done; closes where nothing else is said. */
  readonly onDone?: () => void;
}

/** Asks before something is done; stays open, with what went wrong, where it was refused. */
export function AskDialog(props: AskDialogProps): ReactNode {
  const { title, doing, isGrave = false, children, onDo, onClose, onDone = onClose } = props;
  const say = useText(manageText);
  const done = useMutation({ mutationFn: onDo, onSuccess: onDone });
  useReturnFocus();
  return (
    <Modal
      open
      title={title}
      okText={doing}
      cancelText={say('cancel')}
      okButtonProps={{ danger: isGrave, loading: done.isPending }}
      onOk={() => done.mutate()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="dialog-body">
        <ProblemAlert error={done.error} />
        {children}
      </div>
    </Modal>
  );
}
