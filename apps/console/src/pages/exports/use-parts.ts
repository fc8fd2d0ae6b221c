import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../api.ts';
import type { Found } from '../../manage/use-found.ts';
import { type Bounds, type ExportPart, exportPart, partPath } from './export-part.ts';
import type { ExportWanted } from './kinds.ts';

const PARTS_PAGE = 20; // each is a request of its own, and a hundred of them nobody looks through

export interface FoundParts extends Found<ExportPart> {
  /** What went wrong, whether or not some parts are there. */
  readonly failure: Error | null;
}

const FIRST: Bounds = { from: 0 };

/** The parts of an export, one after the other, until so many are there as are looked at. */
export function useParts(wanted: ExportWanted): FoundParts {
  const api = useApi();
  const [shown, setShown] = useState(PARTS_PAGE);
  const parts = useInfiniteQuery({
    queryKey: ['exports', wanted],
    queryFn: async ({ pageParam }) => exportPart(wanted, await api.head(partPath(wanted, pageParam))),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next,
    // What was recorded meanwhile belongs to another list, for whoever opens the page anew.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage } = parts;
  const found = data?.pages ?? [];
  const isWanting = hasNextPage && found.length < shown;
  useEffect(() => {
    if (isWanting && !isFetching && error === null) void fetchNextPage();
  }, [isWanting, isFetching, error, fetchNextPage]);
  return {
    query: {
      data: data?.pages.filter(({ records }) => records > 0),
      isError: parts.isError,
      error,
      refetch: data === undefined ? parts.refetch : fetchNextPage,
    },
    failure: error,
    more: hasNextPage && !isWanting ? () => setShown(found.length + PARTS_PAGE) : undefined,
    isMoreOnItsWay: isWanting,
  };
}
