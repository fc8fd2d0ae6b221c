import type { ReactNode } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';

/**
 * First by keyboard: past the menus, to what the page is about. A button, since the fragment of an address is the token
 * of a one-time link here.
 */
export function SkipLink(): ReactNode {
  const say = useText(shellText);
  return (
    <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
      {say('skip')}
    </button>
  );
}
