import type { LicenceBody, SiteBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useSchemes } from '../../manage/schemes.ts';
import { dayOf, licenceState } from './licence-state.ts';

const COLOURS = {
  valid: 'success',
  future: 'default',
  expiring: 'warning',
  expired: 'error',
  ended: 'default',
} as const;

interface LicenceListProps {
  readonly licences: readonly LicenceBody[];
  /** Those of the organisation whose licences they are. */
  readonly sites: readonly SiteBody[];
  /** Said where there is none; without it what the organisation's own page says. */
  readonly empty?: string;
  /** What can be done with one; without it there is no such column. */
  readonly actionsOf?: (licence: LicenceBody) => ReactNode;
}

export function LicenceList({ licences, sites, empty, actionsOf }: LicenceListProps): ReactNode {
  const say = useText(placesText);
  const sayAll = useText(manageText);
  const columns = useColumns(sites);
  const actions =
    actionsOf === undefined
      ? []
      : [
          {
            label: sayAll('actions'),
            cell: (licence: LicenceBody) => (licence.endedAt === null ? actionsOf(licence) : sayAll('none')),
          },
        ];
  return (
    <Records
      caption={say('licences')}
      columns={[...columns, ...actions]}
      rows={licences}
      keyOf={({ id }) => id}
      file="rows"
      empty={empty ?? say('licences.empty')}
    />
  );
}

function useColumns(sites: readonly SiteBody[]): readonly Column<LicenceBody>[] {
  const say = useText(placesText);
  const { nameOf } = useSchemes();
  const today = dayOf(new Date());
  return [
    {
      label: say('number'),
      cell: ({ scheme, number, scope }) => (
        <>
          <strong>{number}</strong>
          {nameOf(scheme)}
          {scope === null ? null : <span className="means">{scope}</span>}
        </>
      ),
    },
    {
      label: say('site'),
      cell: ({ siteId, issuer }) => (
        <>
          {sites.find(({ id }) => id === siteId)?.name ?? say('site.none')}
          {issuer === null ? null : <span className="means">{issuer}</span>}
        </>
      ),
    },
    {
      label: say('validUntil'),
      cell: ({ validFrom, validUntil }) => (
        <>
          <span className="moment">{validUntil ?? say('validUntil.none')}</span>
          {validFrom === null ? null : (
            <span className="means">
              {say('validFrom')} {validFrom}
            </span>
          )}
        </>
      ),
    },
    {
      label: say('state'),
      cell: (licence) => {
        const state = licenceState(licence, today);
        return <Tag color={COLOURS[state]}>{say(`licence.${state}`)}</Tag>;
      },
    },
    { label: say('verified'), cell: ({ verified }) => <Verified verified={verified} /> },
  ];
}

function Verified({ verified }: Pick<LicenceBody, 'verified'>): ReactNode {
  const say = useText(placesText);
  if (verified === null) return <span className="soft">{say('verified.not')}</span>;
  const { at, by, organisation, what } = verified;
  return (
    <>
      {organisation === null ? by : say('verified.by', { by, organisation })}
      <span className="means">
        <Moment at={at} /> {what}
      </span>
    </>
  );
}
