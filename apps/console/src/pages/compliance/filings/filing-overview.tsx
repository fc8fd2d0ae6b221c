import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { type Column, Records } from '../../../manage/records.tsx';
import { Section } from '../../../manage/section.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import { KindCounts } from './kind-counts.tsx';
import { FILINGS_PAGE, kindPage } from './path.ts';
import { isToDo, type Kind, useKinds } from './use-kinds.ts';

/** Of filings, those about which something is to be done. */
export function FilingOverview(): ReactNode {
  const say = useText(filingsText);
  const [{ language }] = useSettings();
  const query = useKinds();
  const columns: readonly Column<Kind>[] = [
    { label: say('kind'), cell: (kind) => <Link to={kindPage(kind)}>{kind.name[language]}</Link> },
    { label: say('now'), cell: (kind) => <KindCounts kind={kind} /> },
  ];
  return (
    <Section title={say('title')}>
      <Loaded query={query}>
        {(kinds) => {
          const toDo = kinds.filter(isToDo);
          if (toDo.length === 0) return <p>{say('overview.none')}</p>;
          return (
            <Records
              caption={say('title')}
              columns={columns}
              rows={toDo}
              keyOf={kindPage}
              empty={say('overview.none')}
            />
          );
        }}
      </Loaded>
      <p>
        <Link to={FILINGS_PAGE}>{say('all')}</Link>
      </p>
    </Section>
  );
}
