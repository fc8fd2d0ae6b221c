import type { ReactNode } from 'react';
import { auditText } from '../../i18n/audit.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { lookOf } from './look-of.ts';
import type { OccurrenceListProps } from './occurrences.tsx';
import { type Occurrence, useTold } from './use-told.ts';

/** Looks at records: when, who, at which codes, by what right. */
export function LookList({ occurrences, pageAt }: OccurrenceListProps): ReactNode {
  const say = useText(auditText);
  const told = useTold();
  const columns: readonly Column<Occurrence>[] = [
    { label: say('at'), cell: ({ at }) => <Moment at={at} isExact /> },
    {
      label: say('looks.who'),
      cell: (occurrence) => {
        const { office } = lookOf(occurrence);
        const { who } = told(occurrence);
        if (office === undefined) return who;
        return (
          <>
            <strong>{office}</strong>
            <span className="means">{who}</span>
          </>
        );
      },
    },
    {
      label: say('detail.codes'),
      cell: (occurrence) => {
        const { codes, more } = lookOf(occurrence);
        return (
          <>
            {codes.map((code) => (
              <code key={code} className="code raw">
                {code}
              </code>
            ))}
            {more === 0 ? null : <span className="means">{say('looks.more', { count: more })}</span>}
          </>
        );
      },
    },
    {
      label: say('detail.right'),
      cell: (occurrence) => {
        const { right, owners, held, caseNo } = lookOf(occurrence);
        return (
          <>
            {right === undefined ? say('looks.ours', { count: owners - held }) : say(`sight.${right}`)}
            {held === 0 ? null : <span className="means">{say('looks.held', { held })}</span>}
            {caseNo === undefined ? null : <span className="means">{say('looks.confidential', { case: caseNo })}</span>}
          </>
        );
      },
    },
  ];
  return (
    <Records
      caption={say('looks')}
      columns={columns}
      rows={occurrences}
      keyOf={({ id }) => String(id)}
      file={pageAt}
      empty={say('looks.empty')}
    />
  );
}
