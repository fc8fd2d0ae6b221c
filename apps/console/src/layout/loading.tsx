import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';

/** Shown where a page is on its way. */
export function Loading(): ReactNode {
  const say = useText(shellText);
  return (
    <div className="loading" role="status">
      <Spin size="large" aria-hidden="true" />
      <span className="unseen">{say('loading')}</span>
    </div>
  );
}
