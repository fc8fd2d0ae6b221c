import type { SpaceSummary } from '@suyuan/api/spaces';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { spacesText } from '../../i18n/spaces.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { useMay } from '../../manage/use-may.ts';
import { spacePath } from './path.ts';
import { useForgetSpaces } from './use-spaces.ts';

interface InvitationActionsProps {
  readonly space: Pick<SpaceSummary, 'id' | 'name'>;
  /** Where a page of the space is left with it. */
  readonly onDeclined?: () => void;
}

/** How an invitation to a space is answered, each asked about first. */
export function InvitationActions({ space: { id, name }, onDeclined }: InvitationActionsProps): ReactNode {
  const say = useText(spacesText);
  const api = useApi();
  const forget = useForgetSpaces();
  if (!useMay('manage')) return null;
  const accept = async (): Promise<void> => {
    await api.send('POST', `${spacePath(id)}/acceptance`);
    forget();
  };
  const decline = async (): Promise<void> => {
    await api.send('POST', `${spacePath(id)}/refusal`);
    onDeclined?.();
    forget();
  };
  return (
    <>
      <AskButton doing={say('accept')} title={say('accept.of', { name })} isGrave={false} onDo={accept}>
        <p>{say('invitation.text')}</p>
      </AskButton>
      <AskButton doing={say('decline')} title={say('decline.of', { name })} onDo={decline}>
        <p>{say('decline.text')}</p>
      </AskButton>
    </>
  );
}
