import type { ReactNode } from 'react';
import { auditText } from '../../i18n/audit.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { OccurrenceDetails } from './occurrence-details.tsx';
import type { OccurrenceListProps } from './occurrences.tsx';
import { type Occurrence, useTold } from './use-told.ts';

export function OccurrenceList({ occurrences, pageAt }: OccurrenceListProps): ReactNode {
  const say = useText(auditText);
  const none = useText(manageText)('none');
  const told = useTold();
  const columns: readonly Column<Occurrence>[] = [
    { label: say('at'), cell: ({ at }) => <Moment at={at} isExact /> },
    {
      label: say('what'),
      cell: (occurrence) => {
        const { what, details } = told(occurrence);
        return (
          <>
            {what}
            <OccurrenceDetails details={details} />
          </>
        );
      },
      text: (occurrence) => {
        const { what, details } = told(occurrence);
        return [what, ...details.map(([name, value]) => `${name}: ${value}`)].join('\n');
      },
    },
    { label: say('who'), cell: (occurrence) => told(occurrence).who },
    { label: say('where'), cell: ({ address }) => (address === undefined ? none : <code>{address}</code>) },
    {
      label: say('position'),
      cell: ({ position }) => (position === null ? <span className="soft">{say('waiting')}</span> : position),
    },
  ];
  return (
    <Records
      caption={say('list')}
      columns={columns}
      rows={occurrences}
      keyOf={({ id }) => String(id)}
      file={pageAt}
      empty={say('empty')}
    />
  );
}
