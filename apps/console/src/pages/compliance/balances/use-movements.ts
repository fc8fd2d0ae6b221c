import type { Movements } from '@suyuan/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';
import type { Found } from '../../../manage/use-found.ts';
import { type BalanceId, balancePath, type Span, searchOf } from '../path.ts';

export type Movement = Movements['movements'][number];

export interface AccountId {
  readonly book: BalanceId;
  /** Canonical code; empty where all is one account. */
  readonly account: string;
}

/** What made the sums of one account in these days, page by page. */
export function useMovements({ book, account }: AccountId, { from, until }: Span): Found<Movement> {
  const api = useApi();
  const path = `${balancePath(book)}/movements`;
  const list = useInfiniteQuery({
    queryKey: [path, account, from, until],
    queryFn: ({ pageParam }) => {
      const asked = searchOf({ from, until, cursor: pageParam });
      // Sent even where it is empty.
      asked.set('account', account);
      return api.get<Movements>(`${path}?${asked}`);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  return {
    query: {
      data: list.data?.pages.flatMap(({ movements }) => movements),
      isError: list.isError,
      error: list.error,
      refetch: list.refetch,
    },
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    isMoreOnItsWay: list.isFetchingNextPage,
  };
}
