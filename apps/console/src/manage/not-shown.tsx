import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';
import { usePageTitle } from '../layout/use-page-title.ts';

/** In the place of a page, for whoever came by an address that is not theirs; with a title, as each page has. */
export function NotShown({ reason }: { reason: string }): ReactNode {
  const say = useText(manageText);
  usePageTitle(say('notShown'));
  return (
    <>
      <h1>{say('notShown')}</h1>
      <Alert type="info" showIcon title={reason} />
    </>
  );
}
