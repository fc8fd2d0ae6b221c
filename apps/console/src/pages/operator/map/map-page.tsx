import type { OperatedMap } from '@suyuan/api/maps';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../../api.ts';
import { mapText } from '../../../i18n/map.ts';
import { useText } from '../../../i18n/use-text.ts';
import { AddButton } from '../../../manage/add-button.tsx';
import { Loaded } from '../../../manage/loaded.tsx';
import { OnlyFor } from '../../../manage/only-for.tsx';
import { PageHead } from '../../../manage/page-head.tsx';
import { Section } from '../../../manage/section.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { KeptMap } from './kept-map.tsx';
import { OPERATED_MAP_PATH } from './path.ts';

/** The map of provinces, for whoever runs the installation. */
export function MapPage(): ReactNode {
  return (
    <OnlyFor right="operate">
      <Whole />
    </OnlyFor>
  );
}

function Whole(): ReactNode {
  const say = useText(mapText);
  const api = useApi();
  const query = useQuery({ queryKey: [OPERATED_MAP_PATH], queryFn: () => api.get<OperatedMap>(OPERATED_MAP_PATH) });
  const has = query.data?.map != null;
  return (
    <>
      <PageHead
        title={say('title')}
        lead={say('lead')}
        action={<AddButton doing={say(has ? 'replace' : 'give')} dialog={GiveDialog} />}
      />
      <p>
        <Link to="/operator">{say('back')}</Link>
      </p>
      <Section title={say('now')}>
        <Loaded query={query}>{({ map }) => (map === null ? <p>{say('none')}</p> : <KeptMap map={map} />)}</Loaded>
      </Section>
    </>
  );
}
