import { useQueryClient } from '@tanstack/react-query';
import type { RecordCommand } from '../../offline/command.ts';
import { dequeue, enqueue } from '../../offline/queue.ts';
import { useLine } from '../../offline/use-line.ts';
import { refreshQueue } from '../../offline/use-queue.ts';
import { standpoint, useSession } from '../../session.ts';
import { contentOf, type GivenSheet } from './given-sheet.ts';

/** A sheet among what waits for a line. */
export function useLater(id: string) {
  const queries = useQueryClient();
  const { data: session } = useSession();
  const { skewMs } = useLine();
  return {
    /** False where it has no name yet. @throws Error where the browser keeps nothing */
    async put(of: Pick<RecordCommand, 'pack' | 'stage' | 'version'>, given: GivenSheet): Promise<boolean> {
      const name = given.name.trim();
      if (name === '' || session === undefined) return false;
      const what = { name, given, content: contentOf(given), atMs: Date.now() + skewMs };
      await enqueue({ ...of, ...what, id, owner: standpoint(session) });
      await refreshQueue(queries);
      return true;
    },
    /** It waits no more: it was recorded, given up, or is being changed. */
    async takeBack(): Promise<void> {
      await dequeue(id).catch(() => undefined);
      await refreshQueue(queries);
    },
  };
}
