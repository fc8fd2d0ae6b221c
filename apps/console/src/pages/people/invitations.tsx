import type { InvitationsBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { INVITATIONS_KEY } from '../../manage/queries.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { useRoleTitle } from '../../manage/use-role-title.ts';
import { RevokeInvitation } from './revoke-invitation.tsx';

type Invitation = InvitationsBody['invitations'][number];

export function Invitations(): ReactNode {
  const say = useText(peopleText);
  const api = useApi();
  const columns = useColumns();
  const query = useQuery({
    queryKey: INVITATIONS_KEY,
    queryFn: () => api.get<InvitationsBody>('/v1/invitations'),
  });
  return (
    <section className="section" aria-labelledby="invitations">
      <h2 id="invitations">{say('invitations')}</h2>
      <Loaded query={query}>
        {({ invitations }) => (
          <Records
            caption={say('invitations')}
            columns={columns}
            rows={invitations}
            keyOf={({ id }) => id}
            file="rows"
            empty={say('invitations.empty')}
          />
        )}
      </Loaded>
    </section>
  );
}

function useColumns(): readonly Column<Invitation>[] {
  const say = useText(peopleText);
  const sayAll = useText(manageText);
  const titleOf = useRoleTitle();
  return [
    { label: say('name'), cell: ({ name }) => <strong>{name}</strong> },
    { label: say('role'), cell: ({ role, title }) => titleOf({ name: role, title }) },
    { label: say('invitedBy'), cell: ({ invitedBy }) => invitedBy ?? sayAll('none') },
    {
      label: say('expires'),
      cell: ({ expiresAt }) => (
        <span className="chips">
          <Moment at={expiresAt} />
          {Date.parse(expiresAt) <= Date.now() ? <Tag color="warning">{say('expired')}</Tag> : null}
        </span>
      ),
    },
    { label: sayAll('actions'), cell: ({ id, name }) => <RevokeInvitation id={id} name={name} /> },
  ];
}
