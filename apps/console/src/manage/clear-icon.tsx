import { CloseCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';

/** The cross that empties a field: it alone names its button. */
export function ClearIcon(): ReactNode {
  const say = useText(shellText);
  return <CloseCircleFilled aria-label={say('clear')} />;
}
