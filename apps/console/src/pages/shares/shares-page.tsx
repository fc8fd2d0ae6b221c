import type { ReactNode } from 'react';
import { sharesText } from '../../i18n/shares.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useMay } from '../../manage/use-may.ts';
import { MakeShare } from './make-share.tsx';
import { ShareList } from './share-list.tsx';

/** Links to a trace, or to one record of it, for somebody without an account. */
export function SharesPage(): ReactNode {
  const say = useText(sharesText);
  const mayTrace = useMay('trace');
  return (
    <OnlyFor right="manage">
      <PageHead
        title={say('title')}
        lead={say('lead')}
        action={mayTrace ? <AddButton doing={say('make')} dialog={MakeShare} /> : null}
      />
      <section className="section" aria-label={say('list')}>
        <ShareList />
      </section>
    </OnlyFor>
  );
}
