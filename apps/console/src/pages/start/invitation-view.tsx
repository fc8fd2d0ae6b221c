import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loading } from '../../layout/loading.tsx';
import { useRoleTitle } from '../../manage/use-role-title.ts';
import type { Session } from '../../session.ts';
import { JoinAsMe } from './join-as-me.tsx';
import { JoinForm } from './join-form.tsx';
import type { LinkGiven } from './link-given.ts';

/** Who invites whom into what; a new person joins, or whoever is signed in. */
export function InvitationView({ token, link }: LinkGiven): ReactNode {
  const say = useText(startText);
  const titleOf = useRoleTitle();
  const api = useApi();
  const [isAnother, setAnother] = useState(false);
  const signedIn = useQuery({
    queryKey: ['signed-in'],
    queryFn: () => api.get<Session>('/v1/session'),
    retry: false,
    gcTime: 0,
  });
  if (signedIn.isPending) return <Loading />;
  const { name = '', organisation, role = '', title, invitedBy } = link;
  const told = {
    organisation: organisation?.name ?? organisation?.code ?? say('someOrganisation'),
    role: titleOf({ name: role ?? '', title: title ?? null }),
  };
  return (
    <>
      <div>
        <h1>{say('invitation.title', { name })}</h1>
        <p className="lead">
          {invitedBy === undefined
            ? say('invitation.leadNobody', told)
            : say('invitation.lead', { ...told, by: invitedBy })}
        </p>
      </div>
      {signedIn.data?.stage === 'full' && !isAnother ? (
        <JoinAsMe token={token} name={signedIn.data.person.name} onAnother={() => setAnother(true)} />
      ) : (
        <JoinForm token={token} name={name} />
      )}
    </>
  );
}
