import type { PartnerBody } from '@suyuan/api';
import { Tag } from 'antd';
import { manageText } from '../../i18n/manage.ts';
import { partnersText } from '../../i18n/partners.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import type { Column } from '../../manage/records.tsx';
import { PartnerActions } from './partner-actions.tsx';

const COLOURS = { received: 'warning', given: 'processing', accepted: 'success', inactive: 'default' } as const;

/** Of those that wait or those that agreed: who, how it stands, since when, what one may do. */
export function usePartnerColumns(state: PartnerBody['state']): readonly Column<PartnerBody>[] {
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
        const shown = shownOf(partner);
        return <Tag color={COLOURS[shown]}>{say(`state.${shown}`)}</Tag>;
      },
    },
    {
      label: say(state === 'accepted' ? 'since' : 'invited'),
      cell: ({ createdAt, acceptedAt }) => <Moment at={acceptedAt ?? createdAt} />,
    },
    { label: sayAll('actions'), cell: (partner) => <PartnerActions partner={partner} /> },
  ];
}

function shownOf({ state, given, other }: PartnerBody): keyof typeof COLOURS {
  if (!other.active) return 'inactive';
  if (state === 'accepted') return 'accepted';
  return given ? 'given' : 'received';
}
