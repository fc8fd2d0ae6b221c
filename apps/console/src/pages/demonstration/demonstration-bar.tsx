import type { ReactNode } from 'react';
import { demonstrationText } from '../../i18n/demonstration.ts';
import { useText } from '../../i18n/use-text.ts';

/** In a demonstration, above every page: the server says so in the page itself. */
export function DemonstrationBar(): ReactNode {
  const say = useText(demonstrationText);
  if (document.documentElement.dataset.demonstration === undefined) return null;
  return (
    <div className="line-bar" role="note">
      {say('bar')}
    </div>
  );
}
