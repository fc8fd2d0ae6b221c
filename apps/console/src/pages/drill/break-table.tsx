import type { DrillBreak, DrillResult } from '@suyuan/api/drills';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { UnitLink } from '../compliance/record-links.tsx';
import { ShowMore, useFirst } from '../trace/show-more.tsx';
import { MoreRows } from './more-rows.tsx';

/** Two may say the same of one code. */
type Row = DrillBreak & { readonly at: number };

/** Where the chain breaks off, is hidden or does not say enough. */
export function BreakTable({ result: { breaks, more } }: { result: DrillResult }): ReactNode {
  const say = useText(drillText);
  const none = useText(manageText)('none');
  const [{ language }] = useSettings();
  const listed = useFirst(breaks.map((each, at): Row => ({ ...each, at })));
  const columns: readonly Column<Row>[] = [
    { label: say('what'), cell: ({ words }) => words[language] },
    { label: say('of'), cell: ({ code }) => (code === undefined ? none : <UnitLink unit={code} />) },
    {
      label: say('records'),
      isNumber: true,
      cell: ({ count, eventIDs }) => count ?? Math.max(1, eventIDs.length),
    },
  ];
  return (
    <Section title={say('breaks')}>
      <Records
        caption={say('breaks')}
        columns={columns}
        rows={listed.shown}
        keyOf={({ at }) => String(at)}
        empty={say('breaks.none')}
      />
      <ShowMore more={listed.more} />
      <MoreRows count={more.breaks} />
    </Section>
  );
}
