import type { SupervisedBody } from '@suyuan/api';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { manageText } from '../../i18n/manage.ts';
import { organisationText } from '../../i18n/organisation.ts';
import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { SearchField } from '../../manage/search-field.tsx';
import { Section } from '../../manage/section.tsx';
import { StatusTag } from '../../manage/status-tag.tsx';
import { useCategoryName } from '../../manage/use-category-name.ts';
import { useFound } from '../../manage/use-found.ts';
import { SUPERVISED_PATH } from './path.ts';

interface Answer {
  readonly organisations: readonly SupervisedBody[];
  readonly next?: string;
}

/** The organisations within the jurisdiction, by words of their name or code. */
export function Supervised(): ReactNode {
  const say = useText(supervisionText);
  const columns = useColumns();
  const [sought, setSought] = useState('');
  const found = useFound({
    path: SUPERVISED_PATH,
    wanted: { q: sought },
    pageOf: ({ organisations, next }: Answer) => ({ rows: organisations, next }),
  });
  return (
    <Section title={say('list')} tools={<SearchField label={say('search')} value={sought} onChange={setSought} />}>
      <Loaded query={found.query}>
        {(organisations) => (
          <Records
            caption={say('list')}
            columns={columns}
            rows={organisations}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say('list.empty')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </Section>
  );
}

function useColumns(): readonly Column<SupervisedBody>[] {
  const say = useText(supervisionText);
  const sayAll = useText(manageText);
  const sayKind = useText(organisationText);
  const categoryOf = useCategoryName();
  const navigate = useNavigate();
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
    { label: say('region'), cell: ({ region }) => region ?? sayAll('none') },
    {
      label: say('category'),
      cell: ({ categories }) => categories.map(categoryOf).join(' · ') || sayAll('none'),
    },
    { label: say('status'), cell: ({ status }) => <StatusTag status={status} /> },
    {
      label: sayAll('actions'),
      cell: ({ id, name, code }) => (
        <Button
          size="small"
          aria-label={say('open.of', { name: name ?? code ?? id })}
          onClick={() => void navigate(`/supervision/${id}`)}
        >
          {say('open')}
        </Button>
      ),
    },
  ];
}
