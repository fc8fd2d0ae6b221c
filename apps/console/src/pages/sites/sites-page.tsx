import type { ReactNode } from 'react';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Holdings } from './holdings.tsx';
import { Licences } from './licences.tsx';
import { Sites } from './sites.tsx';

/** Where the organisation works, what it is licensed for, and which codes are its own. */
export function SitesPage(): ReactNode {
  const say = useText(placesText);
  return (
    <OnlyFor right="query">
      <PageHead title={say('title')} lead={say('lead')} />
      <Sites />
      <Licences />
      <Holdings />
    </OnlyFor>
  );
}
