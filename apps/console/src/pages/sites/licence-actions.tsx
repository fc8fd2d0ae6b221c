import type { LicenceBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { LicenceForm } from './licence-form.tsx';
import { LICENCES_KEY } from './queries.ts';

export function LicenceActions({ licence }: { licence: LicenceBody }): ReactNode {
  const say = useText(placesText);
  const api = useApi();
  const queries = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const { id, number } = licence;
  const end = async (): Promise<void> => {
    await api.send('DELETE', `/v1/licences/${id}`);
    void queries.invalidateQueries({ queryKey: LICENCES_KEY });
  };
  return (
    <span className="chips">
      <Button size="small" aria-label={say('licence.change.of', { number })} onClick={() => setChanging(true)}>
        {say('licence.change')}
      </Button>
      <AskButton doing={say('licence.end')} title={say('licence.end.of', { number })} onDo={end}>
        <p>{say('licence.end.text')}</p>
      </AskButton>
      {isChanging ? <LicenceForm licence={licence} onClose={() => setChanging(false)} /> : null}
    </span>
  );
}
