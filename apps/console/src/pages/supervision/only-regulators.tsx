import type { ReactNode } from 'react';
import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { NotShown } from '../../manage/not-shown.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { useSupervises } from '../../manage/use-supervises.ts';

/** The page for people of a regulator; others, who came by an address, are told whose it is. */
export function OnlyRegulators({ children }: { children: ReactNode }): ReactNode {
  const say = useText(supervisionText);
  const supervises = useSupervises();
  return <OnlyFor right="supervise">{supervises ? children : <NotShown reason={say('notRegulator')} />}</OnlyFor>;
}
