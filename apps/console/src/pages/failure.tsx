import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import { usePageTitle } from '../layout/use-page-title.ts';

/** Stands where a page could not be shown, with a way to try again. */
export function Failure({ text, onRetry }: { text: string; onRetry: () => void }): ReactNode {
  const say = useText(shellText);
  usePageTitle(say('failed.title'));
  return (
    <main className="failure">
      <h1>{say('failed.title')}</h1>
      <Alert type="error" showIcon title={text} />
      <Button type="primary" onClick={onRetry}>
        {say('failed.retry')}
      </Button>
    </main>
  );
}
