import type { ReactNode } from 'react';
import { auditText } from '../../i18n/audit.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { OccurrenceList } from './occurrence-list.tsx';
import { Occurrences } from './occurrences.tsx';

/** What happened in the organisation, for those who audit it. */
export function AuditPage(): ReactNode {
  const say = useText(auditText);
  return (
    <OnlyFor right="audit">
      <PageHead title={say('title')} lead={say('lead')} />
      <Occurrences list={OccurrenceList} />
    </OnlyFor>
  );
}
