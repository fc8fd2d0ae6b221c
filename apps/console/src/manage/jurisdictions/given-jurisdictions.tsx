import type { JurisdictionsBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../ask-button.tsx';
import { Loaded } from '../loaded.tsx';
import { Moment } from '../moment.tsx';
import { type Column, Records } from '../records.tsx';
import { Section } from '../section.tsx';
import { useMay } from '../use-may.ts';
import { JURISDICTIONS_PATH } from './path.ts';
import { useExtentText } from './use-extent-text.ts';
import { useJurisdictions } from './use-jurisdictions.ts';

type Given = JurisdictionsBody['given'][number];

/** What the organisation gave to regulators; it can be taken back. */
export function GivenJurisdictions({ tools }: { tools?: ReactNode }): ReactNode {
  const say = useText(supervisionText);
  const columns = useColumns();
  return (
    <Section title={say('given')} tools={tools}>
      <Loaded query={useJurisdictions()}>
        {({ given }) => (
          <Records
            caption={say('given')}
            columns={columns}
            rows={given}
            keyOf={({ id }) => id}
            file="rows"
            empty={say('given.empty')}
          />
        )}
      </Loaded>
    </Section>
  );
}

function useColumns(): readonly Column<Given>[] {
  const say = useText(supervisionText);
  const sayAll = useText(manageText);
  const { regionOf, categoryOf } = useExtentText();
  const mayRevoke = useMay('manage');
  return [
    { label: say('receiver'), cell: ({ organisation }) => <strong>{organisation.name ?? organisation.id}</strong> },
    { label: say('region'), cell: ({ region }) => regionOf(region) },
    { label: say('category'), cell: ({ category }) => categoryOf(category) },
    { label: say('since'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    ...(mayRevoke ? [{ label: sayAll('actions'), cell: (given: Given) => <Revoke given={given} /> }] : []),
  ];
}

function Revoke({ given: { id, region, category, organisation } }: { given: Given }): ReactNode {
  const say = useText(supervisionText);
  const api = useApi();
  const queries = useQueryClient();
  const { regionOf, categoryOf } = useExtentText();
  const revoke = async (): Promise<void> => {
    await api.send('DELETE', `${JURISDICTIONS_PATH}/${id}`);
    void queries.invalidateQueries({ queryKey: [JURISDICTIONS_PATH] });
  };
  const name = organisation.name ?? organisation.id;
  const title = say('revoke.of', { name, region: regionOf(region), category: categoryOf(category) });
  return (
    <AskButton doing={say('revoke')} title={title} onDo={revoke}>
      <p>{say('revoke.text')}</p>
    </AskButton>
  );
}
