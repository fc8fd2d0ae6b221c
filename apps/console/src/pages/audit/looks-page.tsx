import type { ReactNode } from 'react';
import { auditText } from '../../i18n/audit.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { LookList } from './look-list.tsx';
import { Occurrences } from './occurrences.tsx';

/** Which regulators looked at what the organisation recorded; of what happened, that alone. */
export function LooksPage(): ReactNode {
  const say = useText(auditText);
  return (
    <OnlyFor right="audit">
      <PageHead title={say('looks')} lead={say('looks.lead')} />
      <Occurrences only="records" list={LookList} />
    </OnlyFor>
  );
}
