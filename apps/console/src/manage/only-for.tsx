import type { ReactNode } from 'react';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';
import { NotShown } from './not-shown.tsx';
import type { Right } from './rights.ts';
import { useMay } from './use-may.ts';

/** The page for those with the right; others, who came by an address, are told why it is empty. */
export function OnlyFor({ right, children }: { right: Right; children: ReactNode }): ReactNode {
  const say = useText(manageText);
  return useMay(right) ? children : <NotShown reason={say('noRight')} />;
}
