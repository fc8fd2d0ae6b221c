import type { PartnerBody } from '@suyuan/api';
import { Tag } from 'antd';
import { manageText } from '../../i18n/manage.ts';
import { partnersText } from '../../i18n/partners.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import type { Column } from '../../manage/records.tsx';
import { PartnerActions } from './partner-actions.tsx';

const COLOURS = { received: 'warning', given: 'processing', accepted: 'success', inactive: 'default' } as const;

/** The same for those that wait and those that agreed: who, how it stands, since when, what one may do. */
export function usePartnerColumns(): readonly Column<PartnerBody>[] {
  const say = useText(partnersText);
  const sayAll = useText(manageText);
  return [
    {
      label: say('organisation'),
      cell: ({ other: { name, code }, note }) => (
        <>
          <strong>{name ?? sayAll('none')}</strong>
          {code === null ? null : <code className="soft">{code}</code>}
          {note === null ? null : <span className="means">{note}</span>}
        </>
      ),
    },
    {
      label: say('state'),
      cell: (partner) => {
        const state = stateOf(partner);
        return <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>;
      },
    },
    { label: say('invited'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    {
      label: say('since'),
      cell: ({ acceptedAt }) => (acceptedAt === null ? sayAll('none') : <Moment at={acceptedAt} />),
    },
    { label: sayAll('actions'), cell: (partner) => <PartnerActions partner={partner} /> },
  ];
}

function stateOf({ state, given, other }: PartnerBody): keyof typeof COLOURS {
  if (!other.active) return 'inactive';
  if (state === 'accepted') return 'accepted';
  return given ? 'given' : 'received';
}
