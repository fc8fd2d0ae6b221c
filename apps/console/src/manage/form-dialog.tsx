import { useMutation } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { type ComponentType, type ReactNode, useId } from 'react';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';
import { ProblemAlert } from '../pages/problem-alert.tsx';
import { useReturnFocus } from './use-return-focus.ts';

interface FormDialogProps<Given, Made> {
  readonly title: string;
  /** Of the button that sends it. */
  readonly doing: string;
  /** What cannot be undone. */
  readonly isGrave?: boolean;
  readonly initial: Partial<Given>;
  /** Says above the fields what went wrong. */
  readonly alert?: ComponentType<{ error: Error | null }>;
  /** The fields. */
  readonly children: ReactNode;
  readonly onSend: (given: Given) => Promise<Made>;
  /** What was made; whoever opened the dialog takes it away then. */
  readonly onDone: (made: Made) => void;
  readonly onClose: () => void;
}

/** A form in a dialog: sent by Enter or by its button; what the server refuses is said above the fields. */
export function FormDialog<Given extends object, Made>(props: FormDialogProps<Given, Made>): ReactNode {
  const { title, doing, isGrave = false, initial, children, onSend, onDone, onClose } = props;
  const { alert: Told = ProblemAlert } = props;
  const say = useText(manageText);
  const id = useId();
  const sending = useMutation({ mutationFn: onSend, onSuccess: onDone });
  useReturnFocus();
  return (
    <Modal
      open
      title={title}
      okText={doing}
      cancelText={say('cancel')}
      okButtonProps={{ htmlType: 'submit', form: id, danger: isGrave, loading: sending.isPending }}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<Given>
        id={id}
        className="dialog-body"
        layout="vertical"
        initialValues={initial}
        onFinish={(given) => sending.mutate(given)}
      >
        <Told error={sending.error} />
        {children}
      </Form>
    </Modal>
  );
}
