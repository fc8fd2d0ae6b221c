import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { draftsText } from '../../i18n/drafts.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { DRAFTS_PATH } from './path.ts';

export type Decision = 'release' | 'reject' | 'withdraw';

interface DecideDraftProps {
  readonly id: string;
  readonly what: Decision;
  readonly onClose: () => void;
}

/** Lets a draft in, sends it back with a reason, or takes one's own back. */
export function DecideDraft({ id, what, onClose }: DecideDraftProps): ReactNode {
  const say = useText(draftsText);
  const api = useApi();
  const queries = useQueryClient();
  const refresh = (): void => void queries.invalidateQueries({ queryKey: [DRAFTS_PATH] });
  const path = `${DRAFTS_PATH}/${id}`;
  const decide = async (): Promise<void> => {
    await (what === 'release' ? api.send('POST', `${path}/release`) : api.send('DELETE', path));
    refresh();
  };
  if (what !== 'reject')
    return (
      <AskDialog title={say(what)} doing={say(what)} isGrave={what === 'withdraw'} onDo={decide} onClose={onClose}>
        <p>{say(`${what}.text`)}</p>
      </AskDialog>
    );
  return (
    <FormDialog<{ readonly reason: string }, unknown>
      title={say('reject')}
      doing={say('reject')}
      initial={{ reason: '' }}
      onSend={({ reason }) => api.send('POST', `${path}/reject`, { reason: reason.trim() })}
      onDone={() => {
        onClose();
        refresh();
      }}
      onClose={onClose}
    >
      <TextField name="reason" label={say('reason')} missing={say('reason.missing')} maxLength={500} kind="lines" />
    </FormDialog>
  );
}
