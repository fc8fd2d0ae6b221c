import type { ReactNode } from 'react';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useMay } from '../../manage/use-may.ts';
import { ImportButton } from './by-file/import-button.tsx';
import { DuplicatesNotice } from './duplicates/duplicates-notice.tsx';
import { Entries } from './entries.tsx';
import { EntryForm } from './form/entry-form.tsx';
import { UnknownNotice } from './unknown/unknown-notice.tsx';

/** What the organisation says of its products, parties, sites, equipment and devices. */
export function MasterPage(): ReactNode {
  const say = useText(masterText);
  const maySay = useMay('capture');
  const add = (
    <div className="actions">
      <ImportButton />
      <AddButton doing={say('add')} dialog={EntryForm} />
    </div>
  );
  return (
    <OnlyFor right="query">
      <PageHead title={say('title')} lead={say('lead')} action={maySay ? add : null} />
      <UnknownNotice />
      <DuplicatesNotice />
      <Entries />
    </OnlyFor>
  );
}
