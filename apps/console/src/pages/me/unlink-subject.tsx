import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { SUBJECTS_KEY, type Subject } from './use-subjects.ts';

export function UnlinkSubject({ subject, onClose }: { subject: Subject; onClose: () => void }): ReactNode {
  const say = useText(meText);
  const api = useApi();
  const queries = useQueryClient();
  const { name, providerId } = subject;
  const unlink = async (): Promise<void> => {
    await api.send('DELETE', `/v1/me/subjects/${providerId}`);
    void queries.invalidateQueries({ queryKey: SUBJECTS_KEY });
  };
  return (
    <AskDialog
      title={say('subject.unlinkOf', { name })}
      doing={say('subject.unlink')}
      isGrave
      onDo={unlink}
      onClose={onClose}
    >
      <p>{say('subject.unlinkText', { name })}</p>
    </AskDialog>
  );
}
