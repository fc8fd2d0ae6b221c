import type { SpaceSummary, Spaces } from '@suyuan/api/spaces';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { manageText } from '../../i18n/manage.ts';
import { spacesText } from '../../i18n/spaces.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { Loaded } from '../../manage/loaded.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useFound } from '../../manage/use-found.ts';
import { useMay } from '../../manage/use-may.ts';
import { InvitationActions } from './invitation-actions.tsx';
import { NewSpaceDialog } from './new-space.tsx';
import { SPACES_PATH, spacePage } from './path.ts';

/** Spaces that the organisation is in, or is invited to. */
export function SpaceList(): ReactNode {
  const say = useText(spacesText);
  const columns = useSpaceColumns();
  const mayAdd = useMay('manage');
  const pageOf = ({ spaces, next }: Spaces) => ({ rows: spaces, next });
  const found = useFound({ path: SPACES_PATH, wanted: {}, pageOf });
  return (
    <Section title={say('title')} tools={mayAdd ? <AddButton doing={say('new')} dialog={NewSpaceDialog} /> : null}>
      <p className="soft">{say('lead')}</p>
      <Loaded query={found.query}>
        {(spaces) => (
          <Records
            caption={say('title')}
            columns={columns}
            rows={spaces}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say(mayAdd ? 'empty' : 'empty.own')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </Section>
  );
}

function useSpaceColumns(): readonly Column<SpaceSummary>[] {
  const say = useText(spacesText);
  const sayAll = useText(manageText);
  return [
    {
      label: say('name'),
      cell: ({ name, purpose }) => (
        <>
          <strong>{name}</strong>
          <span className="means">{purpose}</span>
        </>
      ),
    },
    { label: say('leader'), cell: ({ lead: { name, code } }) => name ?? code ?? sayAll('none') },
    { label: say('memberCount'), isNumber: true, cell: ({ memberCount }) => memberCount },
    { label: say('state'), cell: (space) => <StateTag space={space} /> },
    {
      label: sayAll('actions'),
      cell: (space) => (
        <span className="chips">
          <Link to={spacePage(space.id)} aria-label={say('open.of', { name: space.name })}>
            {say('open')}
          </Link>
          {space.state === 'invited' ? <InvitationActions space={space} /> : null}
        </span>
      ),
    },
  ];
}

function StateTag({ space: { state, leading } }: { space: SpaceSummary }): ReactNode {
  const say = useText(spacesText);
  if (state === 'invited') return <Tag color="warning">{say('state.invited')}</Tag>;
  return <Tag color={leading ? 'processing' : 'success'}>{say(leading ? 'state.leading' : 'state.member')}</Tag>;
}
