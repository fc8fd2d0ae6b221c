import type { AddedPacks } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { packsText } from '../../i18n/packs.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { AddDialog } from './add/add-dialog.tsx';
import { Judging } from './judging.tsx';
import { packVersions } from './pack-versions.ts';
import './packs.css';
import { PACKS_PATH } from './path.ts';
import { VersionList } from './version-list.tsx';
import { WithdrawnList } from './withdrawn-list.tsx';

/** The packs that records are judged by, for whoever runs the installation. */
export function PacksPage(): ReactNode {
  const say = useText(packsText);
  const mayLook = useMay('query');
  return (
    <OnlyFor right="operate">
      <PageHead title={say('title')} lead={say('lead')} action={<AddButton doing={say('add')} dialog={AddDialog} />} />
      {mayLook ? <Judging /> : null}
      <Versions />
    </OnlyFor>
  );
}

function Versions(): ReactNode {
  const say = useText(packsText);
  const api = useApi();
  const query = useQuery({ queryKey: [PACKS_PATH], queryFn: () => api.get<AddedPacks>(PACKS_PATH) });
  return (
    <Loaded query={query}>
      {(listed) => {
        const rows = packVersions(listed);
        const withdrawn = rows.filter(({ state }) => state === 'withdrawn');
        return (
          <>
            <Section title={say('list')}>
              <VersionList rows={rows.filter(({ state }) => state !== 'withdrawn')} />
            </Section>
            {withdrawn.length === 0 ? null : (
              <Section title={say('withdrawn')}>
                <WithdrawnList rows={withdrawn} />
              </Section>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
