import { type QueryClient, useQuery } from '@tanstack/react-query';
import { standpoint, useSession } from '../session.ts';
import type { RecordCommand } from './command.ts';
import { listQueue } from './queue.ts';

const QUEUE_KEY = ['on-this-device'] as const;

/** What waits on this device, of whoever is signed in, for the organisation that it acts for; undefined until it is read. */
export function useQueue(): readonly RecordCommand[] | undefined {
  const { data: session } = useSession();
  const owner = session === undefined ? '' : standpoint(session);
  return useQuery({
    queryKey: [...QUEUE_KEY, owner],
    queryFn: () => listQueue(owner),
    // Another tab may have changed it.
    ...{ staleTime: 0, refetchOnWindowFocus: 'always', enabled: owner !== '' },
  }).data;
}

export const refreshQueue = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey: QUEUE_KEY });
