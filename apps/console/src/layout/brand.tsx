import type { ReactNode } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import icon from '../icon.svg';

export function Brand(): ReactNode {
  const say = useText(shellText);
  return (
    <span className="brand">
      <img src={icon} alt="" width="28" height="28" />
      <span>
        <strong>{say('name')}</strong> <span className="brand-area">{say('area')}</span>
      </span>
    </span>
  );
}
