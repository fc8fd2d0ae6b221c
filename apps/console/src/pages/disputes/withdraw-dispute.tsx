import type { DisputeBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { disputesText } from '../../i18n/disputes.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { ARRIVALS_PATH } from '../record/path.ts';
import { DISPUTES_PATH } from './path.ts';

export function WithdrawDispute({ dispute: { id, eventID } }: { dispute: DisputeBody }): ReactNode {
  const say = useText(disputesText);
  const api = useApi();
  const queries = useQueryClient();
  const withdraw = async (): Promise<void> => {
    await api.send('DELETE', `${DISPUTES_PATH}/${id}`);
    for (const path of [DISPUTES_PATH, ARRIVALS_PATH]) void queries.invalidateQueries({ queryKey: [path] });
  };
  return (
    <AskButton doing={say('withdraw')} title={say('withdraw.of', { eventID })} onDo={withdraw}>
      <p>{say('withdraw.text')}</p>
    </AskButton>
  );
}
