import type { OperatedBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { operatorText } from '../../i18n/operator.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { OPERATED_PATH } from './path.ts';

/** Takes a merger back. */
export function TakeApart({ organisation: { id, name, code } }: { organisation: OperatedBody }): ReactNode {
  const say = useText(operatorText);
  const api = useApi();
  const queries = useQueryClient();
  const apart = async (): Promise<void> => {
    await api.send('POST', `${OPERATED_PATH}/${id}/unmerge`);
    void queries.invalidateQueries({ queryKey: [OPERATED_PATH] });
  };
  return (
    <AskButton doing={say('apart')} title={say('apart.of', { name: name ?? code ?? id })} onDo={apart}>
      <p>{say('apart.text')}</p>
    </AskButton>
  );
}
