import type { BranchBody, BranchesBody } from '@suyuan/api';
import { type ReactNode, useState } from 'react';
import { branchesText } from '../../i18n/branches.ts';
import { manageText } from '../../i18n/manage.ts';
import { organisationText } from '../../i18n/organisation.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { SearchField } from '../../manage/search-field.tsx';
import { Section } from '../../manage/section.tsx';
import { StatusTag } from '../../manage/status-tag.tsx';
import { useFound } from '../../manage/use-found.ts';
import { BranchActions } from './branch-actions.tsx';
import { BRANCHES_PATH } from './path.ts';

export function Branches(): ReactNode {
  const say = useText(branchesText);
  const columns = useColumns();
  const [sought, setSought] = useState('');
  const found = useFound({
    path: BRANCHES_PATH,
    wanted: { q: sought },
    pageOf: ({ branches, next }: BranchesBody) => ({ rows: branches, next }),
  });
  return (
    <Section title={say('list')} tools={<SearchField label={say('search')} value={sought} onChange={setSought} />}>
      <Loaded query={found.query}>
        {(branches) => (
          <Records
            caption={say('list')}
            columns={columns}
            rows={branches}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say('empty')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </Section>
  );
}

function useColumns(): readonly Column<BranchBody>[] {
  const say = useText(branchesText);
  const sayAll = useText(manageText);
  const sayKind = useText(organisationText);
  return [
    {
      label: say('name'),
      cell: ({ name, code, kind }) => (
        <>
          <strong>{name ?? sayAll('none')}</strong>
          <span className="means">{[sayKind(`kind.${kind}`), code].filter((part) => part !== null).join(' · ')}</span>
        </>
      ),
    },
    { label: say('status'), cell: ({ status }) => <StatusTag status={status} /> },
    { label: say('people'), cell: ({ people }) => people },
    { label: say('keys'), cell: ({ keys }) => keys },
    {
      label: say('recorded'),
      cell: ({ recordedAt }) => (recordedAt === null ? sayAll('never') : <Moment at={recordedAt} />),
    },
    { label: sayAll('actions'), cell: (branch) => <BranchActions branch={branch} /> },
  ];
}
