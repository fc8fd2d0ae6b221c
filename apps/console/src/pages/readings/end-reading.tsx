import type { ConfidentialBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { readingsText } from '../../i18n/readings.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { READINGS_PATH } from './path.ts';

/** Before its time, whereupon all is told; one that nobody approved is taken back by it. */
export function EndReading({ reading: { id, caseNo, state } }: { reading: ConfidentialBody }): ReactNode {
  const say = useText(readingsText);
  const api = useApi();
  const queries = useQueryClient();
  const doing = state === 'waiting' ? 'takeBack' : 'end';
  const end = async (): Promise<void> => {
    await api.send('POST', `${READINGS_PATH}/${id}/end`);
    void queries.invalidateQueries({ queryKey: [READINGS_PATH] });
  };
  return (
    <AskButton doing={say(doing)} title={say(`${doing}.of`, { caseNo })} onDo={end}>
      <p>{say(`${doing}.text`)}</p>
    </AskButton>
  );
}
