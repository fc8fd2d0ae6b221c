import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { operatorText } from '../../i18n/operator.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { OPERATED_PATH } from './path.ts';
import { ReasonField } from './reason-field.tsx';

export type Decision = 'approve' | 'suspend' | 'resume' | 'shut';

const STATUS: Readonly<Record<Decision, 'active' | 'suspended' | 'closed'>> = {
  approve: 'active',
  suspend: 'suspended',
  resume: 'active',
  shut: 'closed',
};

interface DecideDialogProps {
  readonly id: string;
  readonly name: string;
  readonly what: Decision;
  readonly onClose: () => void;
}

/** Decides how an organisation stands, for a reason that it is told. */
export function DecideDialog({ id, name, what, onClose }: DecideDialogProps): ReactNode {
  const say = useText(operatorText);
  const api = useApi();
  const queries = useQueryClient();
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: [OPERATED_PATH] });
  };
  return (
    <FormDialog<{ readonly reason: string }, unknown>
      title={say(`${what}.of`, { name })}
      doing={say(what)}
      isGrave={what === 'shut' || what === 'suspend'}
      initial={{ reason: '' }}
      onSend={({ reason }) =>
        api.send('POST', `${OPERATED_PATH}/${id}/status`, { status: STATUS[what], reason: reason.trim() })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <p>{say(`${what}.text`)}</p>
      <ReasonField />
    </FormDialog>
  );
}
