import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { Members } from './members.tsx';

/** Who is in the organisation, and who is invited. */
export function PeoplePage(): ReactNode {
  const say = useText(peopleText);
  const [isInviting, setInviting] = useState(false);
  const invite = (
    <Button type="primary" onClick={() => setInviting(true)}>
      {say('invite')}
    </Button>
  );
  return (
    <OnlyFor right="manage">
      <PageHead title={say('title')} lead={say('lead')} action={invite} />
      <Members />
      <Invitations />
      {isInviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </OnlyFor>
  );
}
