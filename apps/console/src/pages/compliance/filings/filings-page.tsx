import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { OnlyFor } from '../../../manage/only-for.tsx';
import { PageHead } from '../../../manage/page-head.tsx';
import { type Column, Records } from '../../../manage/records.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import { useSure } from '../use-sure.ts';
import { KindCounts } from './kind-counts.tsx';
import { kindPage } from './path.ts';
import { type Kind, useKinds } from './use-kinds.ts';

/** What is handed in to authorities, kind by kind. */
export function FilingsPage(): ReactNode {
  const say = useText(filingsText);
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/compliance">{say('back')}</Link>
      </p>
      <PageHead title={say('title')} lead={say('lead')} />
      <section className="section" aria-label={say('title')}>
        <Kinds />
      </section>
    </OnlyFor>
  );
}

function Kinds(): ReactNode {
  const say = useText(filingsText);
  const [{ language }] = useSettings();
  const sureOf = useSure();
  const columns: readonly Column<Kind>[] = [
    { label: say('kind'), cell: (kind) => <Link to={kindPage(kind)}>{kind.name[language]}</Link> },
    { label: say('to'), cell: ({ to }) => to[language] },
    { label: say('now'), cell: (kind) => <KindCounts kind={kind} /> },
    {
      label: say('law'),
      cell: ({ basis, confidence }) => (
        <>
          {basis[language]}
          <span className="means">{sureOf(confidence)}</span>
        </>
      ),
    },
  ];
  return (
    <Loaded query={useKinds()}>
      {(kinds) => (
        <Records caption={say('title')} columns={columns} rows={kinds} keyOf={kindPage} empty={say('kinds.empty')} />
      )}
    </Loaded>
  );
}
