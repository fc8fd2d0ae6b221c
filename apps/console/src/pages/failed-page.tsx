import type { ReactNode } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import { Failure } from './failure.tsx';

/** Where a page broke, or its file did not come: after a new release the old files are gone, and loading anew helps. */
export function FailedPage(): ReactNode {
  const say = useText(shellText);
  return <Failure text={say('failed.text')} onRetry={() => location.reload()} />;
}
