import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useWanted } from '../../manage/use-wanted.ts';
import './compliance.css';
import { FindingFilters } from './finding-filters.tsx';
import { FindingList } from './finding-list.tsx';
import { type FindingsWanted, searchOf } from './path.ts';

/** What is found, one by one. What is looked for stands in the address: `?pack=`, `rule`, `effect`, `unit`. */
export function FindingsPage(): ReactNode {
  const say = useText(complianceText);
  const [search, setSearch] = useWanted();
  const given = (name: keyof FindingsWanted): string => search.get(name) ?? '';
  const wanted = { pack: given('pack'), rule: given('rule'), effect: given('effect'), unit: given('unit') };
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/compliance">{say('back')}</Link>
      </p>
      <PageHead title={say('findings')} lead={say('findings.lead')} />
      <section className="section" aria-label={say('findings')}>
        <FindingFilters wanted={wanted} onChange={(next) => setSearch(searchOf({ ...next }))} />
        <FindingList wanted={wanted} />
      </section>
    </OnlyFor>
  );
}
