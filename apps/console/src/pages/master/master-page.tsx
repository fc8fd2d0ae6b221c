import type { ReactNode } from 'react';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useMay } from '../../manage/use-may.ts';
import { ImportButton } from './by-file/import-button.tsx';
import { Entries } from './entries.tsx';

/** What the organisation says of its products, parties, sites, equipment and devices. */
export function MasterPage(): ReactNode {
  const say = useText(masterText);
  const maySay = useMay('capture');
  return (
    <OnlyFor right="query">
      <PageHead title={say('title')} lead={say('lead')} action={maySay ? <ImportButton /> : null} />
      <Entries />
    </OnlyFor>
  );
}
