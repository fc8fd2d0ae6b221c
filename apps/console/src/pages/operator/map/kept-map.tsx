import type { OperatedMap } from '@suyuan/api/maps';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../../api.ts';
import { manageText } from '../../../i18n/manage.ts';
import { mapText } from '../../../i18n/map.ts';
import { useText } from '../../../i18n/use-text.ts';
import { AskButton } from '../../../manage/ask-button.tsx';
import { Moment } from '../../../manage/moment.tsx';
import { MAP_PATH } from '../../trace/regions/map/map-path.ts';
import { MapPreview } from './map-preview.tsx';
import { OPERATED_MAP_PATH } from './path.ts';

/** The map that is in use, and its end. */
export function KeptMap({ map }: { map: NonNullable<OperatedMap['map']> }): ReactNode {
  const say = useText(mapText);
  const sayAll = useText(manageText);
  const api = useApi();
  const queries = useQueryClient();
  const remove = async (): Promise<void> => {
    await api.send('DELETE', OPERATED_MAP_PATH);
    for (const path of [OPERATED_MAP_PATH, MAP_PATH]) void queries.invalidateQueries({ queryKey: [path] });
  };
  return (
    <>
      <dl className="facts">
        <dt>{say('number')}</dt>
        <dd>{map.number}</dd>
        <dt>{say('maker')}</dt>
        <dd>{map.maker}</dd>
        <dt>{say('set.at')}</dt>
        <dd>
          <Moment at={map.setAt} />
        </dd>
        <dt>{say('set.by')}</dt>
        <dd>{map.setBy ?? sayAll('none')}</dd>
      </dl>
      <MapPreview drawing={map.drawing} />
      <div>
        <AskButton doing={say('remove')} title={say('remove.title')} onDo={remove}>
          <p>{say('remove.then')}</p>
        </AskButton>
      </div>
    </>
  );
}
