import type { FiledLines } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';
import { searchOf } from '../path.ts';
import { type FiledRecord, recordsOf } from './filed-records.ts';
import { filedPath } from './path.ts';
import type { Line } from './use-filed.ts';

/** As many as the server gives at once: a filing has 10,000 at most. */
const PER_PAGE = '500';

/** All records of a filing, however many pages its lines have. */
export function useFiledRecords(id: string): UseQueryResult<readonly FiledRecord[]> {
  const api = useApi();
  const path = filedPath(id);
  return useQuery({
    queryKey: [path, 'records'],
    queryFn: async () => {
      const lines: Line[] = [];
      let cursor: string | undefined = '';
      while (cursor !== undefined) {
        const page: FiledLines = await api.get(`${path}?${searchOf({ perPage: PER_PAGE, cursor })}`);
        lines.push(...page.lines);
        cursor = page.next;
      }
      return recordsOf(lines);
    },
  });
}
