import type { LinkBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { type ReactNode, useContext } from 'react';
import { Link } from 'react-router';
import { type Api, useApi } from '../../api.ts';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loading } from '../../layout/loading.tsx';
import { usePageTitle } from '../../layout/use-page-title.ts';
import { LinkTokenContext } from '../../link-token-context.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { OpenedLinkView } from './opened-link-view.tsx';

/** Where a one-time link leads: an invitation, a new password, a new second step. */
export function StartPage(): ReactNode {
  const say = useText(startText);
  usePageTitle(say('title'));
  const token = useContext(LinkTokenContext);
  return (
    <>
      <h1>{say('title')}</h1>
      {token === undefined ? <Alert type="warning" showIcon title={say('missing')} /> : <Opened token={token} />}
      <p>
        <Link to="/sign-in">{say('signIn')}</Link>
      </p>
    </>
  );
}

const openLink = (api: Api, token: string): Promise<LinkBody> => api.send('POST', '/v1/links/open', { token });

function Opened({ token }: { token: string }): ReactNode {
  const api = useApi();
  // There is one link a page load, so that its token stays out of the key.
  const link = useQuery({ queryKey: ['link'], queryFn: () => openLink(api, token), staleTime: Infinity, retry: false });
  if (link.isPending) return <Loading />;
  return link.isError ? <ProblemAlert error={link.error} /> : <OpenedLinkView link={link.data} />;
}
