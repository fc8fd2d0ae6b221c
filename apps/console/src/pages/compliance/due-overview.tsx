import type { Compliance } from '@suyuan/api';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { DueCounts } from './due-counts.tsx';
import { type ClockDue, dueFirst, sum } from './due-first.ts';
import { dutiesPage } from './path.ts';

/** What is overdue, and what is within a week; nothing where no clock ever ran. */
export function DueOverview({ packs }: { packs: Compliance['packs'] }): ReactNode {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  const clocks = packs.flatMap((pack) => pack.clocks);
  if (clocks.length === 0) return null;
  const due = dueFirst(packs);
  const unknown = sum(clocks.filter(({ state }) => state === 'unknown').map(({ count }) => count));
  const columns: readonly Column<ClockDue>[] = [
    {
      label: say('duty'),
      cell: ({ pack, packName, clock, name }) => (
        <>
          <Link to={dutiesPage({ pack, clock })}>{name[language]}</Link>
          {packs.length === 1 ? null : <span className="means">{packName[language]}</span>}
        </>
      ),
    },
    { label: say('duty.until'), cell: (row) => <DueCounts {...row} /> },
  ];
  return (
    <Section title={say('duties')}>
      {due.length === 0 ? (
        <p>{say('due.none')}</p>
      ) : (
        <>
          <DueCounts overdue={sum(due.map(({ overdue }) => overdue))} soon={sum(due.map(({ soon }) => soon))} />
          <Records
            caption={say('duties')}
            columns={columns}
            rows={due}
            keyOf={({ pack, clock }) => `${pack} ${clock}`}
            empty={say('due.none')}
          />
        </>
      )}
      {unknown === 0 ? null : (
        <p>
          <Link to={dutiesPage({ state: 'unknown' })}>{say('due.unknown.count', { count: unknown })}</Link>
        </p>
      )}
      <p>
        <Link to={dutiesPage({})}>{say('duties.all')}</Link>
      </p>
    </Section>
  );
}
