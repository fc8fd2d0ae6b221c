import type { LinkBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useContext } from 'react';
import { type Api, ApiProblem, useApi } from '../../api.ts';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loading } from '../../layout/loading.tsx';
import { usePageTitle } from '../../layout/use-page-title.ts';
import { LinkTokenContext } from '../../link-token-context.ts';
import { FirstStartForm } from './first-start-form.tsx';
import { InvalidLink } from './invalid-link.tsx';
import { InvitationView } from './invitation-view.tsx';
import { PasswordForm } from './password-form.tsx';
import { RemoveFactorForm } from './remove-factor-form.tsx';

/** Where a one-time link leads: the first start, an invitation, a new password, a second step taken away. */
export function StartPage(): ReactNode {
  const say = useText(startText);
  usePageTitle(say('title'));
  const token = useContext(LinkTokenContext);
  return token === undefined ? <InvalidLink text={say('missing')} /> : <Opened token={token} />;
}

const openLink = (api: Api, token: string): Promise<LinkBody> => api.send('POST', '/v1/links/open', { token });

function Opened({ token }: { token: string }): ReactNode {
  const say = useText(startText);
  const api = useApi();
  // There is one link a page load, so that its token stays out of the key.
  const link = useQuery({ queryKey: ['link'], queryFn: () => openLink(api, token), staleTime: Infinity, retry: false });
  if (link.isPending) return <Loading />;
  if (link.isError) {
    // A token that is cut off is none to the server; to the person it is the same.
    const isCut = link.error instanceof ApiProblem && link.error.status === 400;
    return isCut ? <InvalidLink text={say('missing')} /> : <InvalidLink error={link.error} />;
  }
  const given = { token, link: link.data };
  switch (link.data.purpose) {
    case 'first-start':
      return <FirstStartForm token={token} />;
    case 'invitation':
      return <InvitationView {...given} />;
    case 'password':
      return <PasswordForm {...given} />;
    case 'second-factor':
      return <RemoveFactorForm {...given} />;
  }
}
