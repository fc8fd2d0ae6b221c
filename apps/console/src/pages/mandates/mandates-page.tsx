import type { ReactNode } from 'react';
import { mandatesText } from '../../i18n/mandates.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { GiveMandate } from './give-mandate.tsx';
import { Mandates } from './mandates.tsx';

/** Who acts for whom. */
export function MandatesPage(): ReactNode {
  const say = useText(mandatesText);
  return (
    <OnlyFor right="manage">
      <PageHead
        title={say('title')}
        lead={say('lead')}
        action={<AddButton doing={say('give')} dialog={GiveMandate} />}
      />
      <Mandates isGiven />
      <Mandates isGiven={false} />
    </OnlyFor>
  );
}
