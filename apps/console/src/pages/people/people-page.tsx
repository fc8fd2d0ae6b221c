import type { ReactNode } from 'react';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { Members } from './members.tsx';

/** Who is in the organisation, and who is invited. */
export function PeoplePage(): ReactNode {
  const say = useText(peopleText);
  return (
    <OnlyFor right="manage">
      <PageHead
        title={say('title')}
        lead={say('lead')}
        action={<AddButton doing={say('invite')} dialog={InviteDialog} />}
      />
      <Members />
      <Invitations />
    </OnlyFor>
  );
}
