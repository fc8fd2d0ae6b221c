import type { Space } from '@suyuan/api/spaces';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { spacesText } from '../../i18n/spaces.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { InvitationActions } from './invitation-actions.tsx';
import { MemberTable } from './member-table.tsx';
import { SpaceActions } from './space-actions.tsx';
import { useSpace } from './use-spaces.ts';

/** One shared space: who is in it, what is between them and this organisation, and what they see of each other. */
export function SpacePage(): ReactNode {
  const say = useText(spacesText);
  const { id = '' } = useParams();
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/partners">{say('back')}</Link>
      </p>
      <Loaded query={useSpace(id)}>{(space) => <Whole space={space} />}</Loaded>
    </OnlyFor>
  );
}

function Whole({ space }: { space: Space }): ReactNode {
  const say = useText(spacesText);
  const { name, purpose, founder, state } = space;
  return (
    <>
      <PageHead title={name} lead={purpose} />
      {state === 'invited' ? <Invitation space={space} /> : <SpaceActions space={space} />}
      <MemberTable space={space} />
      <Section title={say('sees')}>
        <p className="soft">{say('sees.text')}</p>
        <p className="soft">{say('sees.who')}</p>
        {founder === null ? null : <p className="soft">{say('founded.by', { name: founder })}</p>}
      </Section>
    </>
  );
}

function Invitation({ space }: { space: Space }): ReactNode {
  const say = useText(spacesText);
  const navigate = useNavigate();
  const { lead } = space;
  return (
    <Alert
      type="info"
      showIcon
      title={say('invitation', { name: lead.name ?? lead.code ?? lead.id })}
      description={
        <>
          <p>{say('invitation.text')}</p>
          <span className="chips">
            <InvitationActions space={space} onDeclined={() => void navigate('/partners')} />
          </span>
        </>
      }
    />
  );
}
