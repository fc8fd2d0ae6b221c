import type { MandateBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { mandatesText } from '../../i18n/mandates.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { useActFor } from '../../manage/use-act-for.ts';
import { MANDATES_PATH } from './path.ts';

export function MandateActions({ mandate: { id, given, other } }: { mandate: MandateBody }): ReactNode {
  const say = useText(mandatesText);
  const api = useApi();
  const queries = useQueryClient();
  const { actFor, isPending } = useActFor();
  const name = other.name ?? other.code ?? other.id;
  const end = async (): Promise<void> => {
    await api.send('DELETE', `${MANDATES_PATH}/${id}`);
    void queries.invalidateQueries({ queryKey: [MANDATES_PATH] });
  };
  return (
    <span className="chips">
      {given ? null : (
        <Button size="small" aria-label={say('act.of', { name })} loading={isPending} onClick={() => actFor(other.id)}>
          {say('act')}
        </Button>
      )}
      <AskButton doing={say('end')} title={say('end.of', { name })} onDo={end}>
        <p>{say('end.text')}</p>
      </AskButton>
    </span>
  );
}
