import type { ShareBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { sharesText } from '../../i18n/shares.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { SHARES_PATH } from './path.ts';

export function RevokeShare({ share: { id, note } }: { share: ShareBody }): ReactNode {
  const say = useText(sharesText);
  const api = useApi();
  const queries = useQueryClient();
  const revoke = async (): Promise<void> => {
    await api.send('DELETE', `${SHARES_PATH}/${id}`);
    void queries.invalidateQueries({ queryKey: [SHARES_PATH] });
  };
  return (
    <AskButton doing={say('revoke')} title={say('revoke.of', { note })} onDo={revoke}>
      <p>{say('revoke.text')}</p>
    </AskButton>
  );
}
