import type { FiledLines } from '@suyuan/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';
import type { Found } from '../../../manage/use-found.ts';
import { searchOf } from '../path.ts';
import { filedPath } from './path.ts';

export type Line = FiledLines['lines'][number];

interface FoundFiled extends Found<Line> {
  /** What the filing is, and its headings; undefined until it is there. */
  readonly head: Omit<FiledLines, 'lines' | 'next'> | undefined;
}

/** A filing with its lines, page by page, held against the records of today. */
export function useFiled(id: string): FoundFiled {
  const api = useApi();
  const path = filedPath(id);
  const list = useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam }) => {
      const search = searchOf({ cursor: pageParam }).toString();
      return api.get<FiledLines>(search === '' ? path : `${path}?${search}`);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // Whoever mended a record and comes back looks how it stands now.
    staleTime: 0,
  });
  return {
    head: list.data?.pages[0],
    query: {
      data: list.data?.pages.flatMap(({ lines }) => lines),
      isError: list.isError,
      error: list.error,
      refetch: list.refetch,
    },
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    isMoreOnItsWay: list.isFetchingNextPage,
  };
}
