import { useMemo } from 'react';
import { browserStorage } from '../../browser-storage.ts';
import { standpoint, useSession } from '../../session.ts';
import { keptHere } from './kept-here.ts';

/** Of whoever is signed in, for the organisation that it acts for. */
export function useKeptHere(): ReturnType<typeof keptHere> {
  const { data: session } = useSession();
  const owner = session === undefined ? '' : standpoint(session);
  return useMemo(() => keptHere(owner === '' ? undefined : browserStorage(), owner), [owner]);
}
