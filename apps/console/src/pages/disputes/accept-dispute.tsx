import type { DisputeBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { disputesText } from '../../i18n/disputes.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { DifferenceList } from './difference-list.tsx';
import { DISPUTES_PATH } from './path.ts';

interface AcceptDisputeProps {
  readonly dispute: DisputeBody & Required<Pick<DisputeBody, 'differences'>>;
}

/** Takes over what the other side says came: what was recorded is declared wrong, and recorded as it was. */
export function AcceptDispute({ dispute: { id, eventID, differences } }: AcceptDisputeProps): ReactNode {
  const say = useText(disputesText);
  const api = useApi();
  const queries = useQueryClient();
  const accept = async (): Promise<void> => {
    await api.send('POST', `${DISPUTES_PATH}/${id}/acceptance`);
    void queries.invalidateQueries({ queryKey: [DISPUTES_PATH] });
  };
  return (
    <AskButton doing={say('accept')} title={say('accept.of', { eventID })} isGrave={false} onDo={accept}>
      <p>{say('accept.text')}</p>
      <DifferenceList differences={differences} />
    </AskButton>
  );
}
