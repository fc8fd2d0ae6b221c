import type { Quota } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../../api.ts';
import { quotasText } from '../../../i18n/quotas.ts';
import { useText } from '../../../i18n/use-text.ts';
import { AskButton } from '../../../manage/ask-button.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import { QUOTAS_PATH } from '../path.ts';

export function WithdrawQuota({ quota: { id, name, basis } }: { quota: Quota }): ReactNode {
  const say = useText(quotasText);
  const api = useApi();
  const queries = useQueryClient();
  const [{ language }] = useSettings();
  const withdraw = async (): Promise<void> => {
    await api.send('DELETE', `${QUOTAS_PATH}/${id}`);
    void queries.invalidateQueries({ queryKey: [QUOTAS_PATH] });
  };
  return (
    <AskButton doing={say('withdraw')} title={say('withdraw.of', { name: name[language], basis })} onDo={withdraw}>
      <p>{say('withdraw.text')}</p>
    </AskButton>
  );
}
