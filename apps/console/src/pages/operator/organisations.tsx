import type { OperatedBody } from '@suyuan/api';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { operatorText } from '../../i18n/operator.ts';
import { organisationText } from '../../i18n/organisation.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { SearchField } from '../../manage/search-field.tsx';
import { Section } from '../../manage/section.tsx';
import { StatusTag } from '../../manage/status-tag.tsx';
import { useCategoryName } from '../../manage/use-category-name.ts';
import { OrganisationActions } from './organisation-actions.tsx';
import { useOperated } from './use-operated.ts';

const STATUSES = ['pending', 'active', 'suspended', 'merged', 'closed'] as const;

export function Organisations(): ReactNode {
  const say = useText(operatorText);
  const sayStatus = useText(organisationText);
  const columns = useColumns();
  const [sought, setSought] = useState('');
  const [status, setStatus] = useState('');
  const found = useOperated({ q: sought, status });
  const tools = (
    <div className="filters">
      <Select
        aria-label={say('status')}
        value={status}
        options={[
          { value: '', label: say('status.all') },
          ...STATUSES.map((value) => ({ value, label: sayStatus(`status.${value}`) })),
        ]}
        onChange={setStatus}
        popupMatchSelectWidth={false}
      />
      <SearchField label={say('search')} value={sought} onChange={setSought} />
    </div>
  );
  return (
    <Section title={say('list')} tools={tools}>
      <Loaded query={found.query}>
        {(organisations) => (
          <Records
            caption={say('list')}
            columns={columns}
            rows={organisations}
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

function useColumns(): readonly Column<OperatedBody>[] {
  const say = useText(operatorText);
  const sayAll = useText(manageText);
  const sayOf = useText(organisationText);
  const nameOf = useCategoryName();
  return [
    {
      label: say('name'),
      cell: ({ name, code, kind, region, categories }) => (
        <>
          <strong>{name ?? sayAll('none')}</strong>
          <span className="means">
            {[sayOf(`kind.${kind}`), code, region, ...categories.map(nameOf)]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        </>
      ),
    },
    { label: say('status'), cell: ({ status }) => <StatusTag status={status} /> },
    { label: say('people'), cell: ({ people }) => people },
    { label: say('since'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { label: sayAll('actions'), cell: (organisation) => <OrganisationActions organisation={organisation} /> },
  ];
}
