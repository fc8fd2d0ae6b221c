import { CLOCK_STATES } from '@suyuan/api';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useWanted } from '../../manage/use-wanted.ts';
import './compliance.css';
import { DutyFilters } from './duty-filters.tsx';
import { DutyList } from './duty-list.tsx';
import { ANY_STATE, type DutiesWanted, searchOf } from './path.ts';

const TO_DO = ['overdue', 'open'] as const;

/** What is due, one by one. What is looked for stands in the address: `?pack=`, `clock`, `state`, `unit`. */
export function DutiesPage(): ReactNode {
  const say = useText(complianceText);
  const [search, setSearch] = useWanted();
  const given = (name: keyof DutiesWanted): string => search.get(name) ?? '';
  // A state that there is none of is as none given.
  const state = [...CLOCK_STATES, ANY_STATE].find((each) => each === given('state')) ?? '';
  const wanted = { pack: given('pack'), clock: given('clock'), state, unit: given('unit') };
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/compliance">{say('back')}</Link>
      </p>
      <PageHead title={say('duties')} lead={say('duties.lead')} />
      <DutyFilters wanted={wanted} onChange={(next) => setSearch(searchOf({ ...next }))} />
      {CLOCK_STATES.filter((each) => (state === '' ? TO_DO.some((one) => one === each) : each === state)).map(
        (each) => (
          <DutyList key={each} title={say(`state.${each}`)} wanted={{ ...wanted, state: each }} />
        ),
      )}
      {state === ANY_STATE ? <DutyList title={say('filter.all')} wanted={{ ...wanted, state: '' }} /> : null}
    </OnlyFor>
  );
}
