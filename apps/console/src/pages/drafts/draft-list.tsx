import type { DraftBody } from '@suyuan/api';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { draftsText } from '../../i18n/drafts.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Asked, Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';

interface DraftListProps {
  readonly query: Asked<readonly DraftBody[]>;
  /** Those that wait, or those that were decided. */
  readonly side: 'waiting' | 'decided';
  readonly onOpen: (draft: DraftBody) => void;
}

const isOpen = ({ state }: Pick<DraftBody, 'state'>): boolean => state === 'waiting' || state === 'releasing';

export function DraftList({ query, side, onOpen }: DraftListProps): ReactNode {
  const say = useText(draftsText);
  const sayAll = useText(manageText);
  const columns: readonly Column<DraftBody>[] = [
    {
      label: say('made'),
      cell: ({ madeBy, madeAt }) => (
        <>
          <strong>{madeBy.name}</strong>
          <Moment at={madeAt} />
        </>
      ),
    },
    { label: say('note'), cell: ({ note }) => note ?? sayAll('none') },
    { label: say('events'), cell: ({ events }) => events },
    {
      label: say('state'),
      cell: ({ state, decidedBy, reason }) => (
        <>
          <Tag color={isOpen({ state }) ? 'warning' : 'default'}>{say(`state.${state}`)}</Tag>
          <span className="means">{[decidedBy?.name, reason].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      label: sayAll('actions'),
      cell: (draft) => (
        <Button size="small" aria-label={say('open.of', { name: draft.madeBy.name })} onClick={() => onOpen(draft)}>
          {say('open')}
        </Button>
      ),
    },
  ];
  return (
    <Section title={say(side)}>
      <Loaded query={query}>
        {(drafts) => (
          <Records
            caption={say(side)}
            columns={columns}
            rows={drafts.filter((draft) => isOpen(draft) === (side === 'waiting'))}
            keyOf={({ id }) => id}
            file="rows"
            empty={say(`${side}.empty`)}
          />
        )}
      </Loaded>
    </Section>
  );
}
