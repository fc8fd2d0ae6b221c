import type { SiteBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { SiteActions } from './site-actions.tsx';

interface SiteListProps {
  readonly sites: readonly SiteBody[];
  readonly mayChange: boolean;
  /** Said where there is none; without it what the organisation's own page says. */
  readonly empty?: string;
}

export function SiteList({ sites, mayChange, empty }: SiteListProps): ReactNode {
  const say = useText(placesText);
  const sayAll = useText(manageText);
  const columns: readonly Column<SiteBody>[] = [
    {
      label: say('name'),
      cell: ({ name, code }) => (
        <>
          <strong>{name}</strong>
          {code === null ? null : <code className="soft">{code}</code>}
        </>
      ),
    },
    { label: say('kind'), cell: ({ kind }) => say(`kind.${kind}`) },
    {
      label: say('place'),
      cell: ({ region, placeCode, address, boundary }) => (
        <>
          {address ?? placeCode ?? region ?? sayAll('none')}
          <span className="means">
            {[address === null ? null : (placeCode ?? region), boundary].filter((part) => part !== null).join(' · ')}
          </span>
        </>
      ),
    },
    {
      label: say('state'),
      cell: ({ closedAt }) => (
        <Tag color={closedAt === null ? 'success' : 'default'}>
          {say(closedAt === null ? 'state.open' : 'state.closed')}
        </Tag>
      ),
    },
    ...(mayChange
      ? [
          {
            label: sayAll('actions'),
            cell: (site: SiteBody) => (site.closedAt === null ? <SiteActions site={site} /> : sayAll('none')),
          },
        ]
      : []),
  ];
  return (
    <Records
      caption={say('sites')}
      columns={columns}
      rows={sites}
      keyOf={({ id }) => id}
      file="rows"
      empty={empty ?? say('sites.empty')}
    />
  );
}
