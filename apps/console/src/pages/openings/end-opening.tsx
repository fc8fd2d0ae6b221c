import type { OpeningsBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { openingsText } from '../../i18n/openings.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { useElementName } from '../../manage/use-element-name.ts';
import { OPENINGS_PATH } from './path.ts';

export type Opening = OpeningsBody['openings'][number];

export function EndOpening({ opening: { id, element } }: { opening: Opening }): ReactNode {
  const say = useText(openingsText);
  const api = useApi();
  const queries = useQueryClient();
  const nameOf = useElementName();
  const end = async (): Promise<void> => {
    await api.send('DELETE', `${OPENINGS_PATH}/${id}`);
    void queries.invalidateQueries({ queryKey: [OPENINGS_PATH] });
  };
  return (
    <AskButton doing={say('end')} title={say('end.of', { element: nameOf(element) })} onDo={end}>
      <p>{say('end.text')}</p>
    </AskButton>
  );
}
