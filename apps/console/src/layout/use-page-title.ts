import { useEffect } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  const say = useText(shellText);
  const whole = `${title} · ${say('name')}`;
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
