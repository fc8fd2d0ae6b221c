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
}

/** Asks before something is done; stays open, with what went wrong, where it was refused. */
export function AskDialog({ title, doing, isGrave = false, children, onDo, onClose }: AskDialogProps): ReactNode {
  const say = useText(manageText);
  const done = useMutation({ mutationFn: onDo, onSuccess: onClose });
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
