import type { Account, BalancePage } from '@suyuan/api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';
import type { Found } from '../../../manage/use-found.ts';
import { type AccountsWanted, type BalanceId, balancePath, searchOf } from '../path.ts';
import { statesOf } from './shown-states.ts';

type BalanceHead = Omit<BalancePage, 'accounts' | 'next'>;

export interface FoundBalance extends Found<Account> {
  /** What it is called, and by which law; undefined until it is there. */
  readonly head: BalanceHead | undefined;
}

/** As the server is asked, for the page and for the workbook. */
export function askedOf({ show, ...wanted }: AccountsWanted): Readonly<Record<string, string>> {
  return { ...wanted, states: show === 'all' ? '' : statesOf(show).join(',') };
}

/** The accounts of a book, page by page. */
export function useBalance(id: BalanceId, wanted: AccountsWanted): FoundBalance {
  const api = useApi();
  const path = balancePath(id);
  const list = useInfiniteQuery({
    queryKey: [path, wanted],
    queryFn: ({ pageParam }) => api.get<BalancePage>(`${path}?${searchOf({ ...askedOf(wanted), cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Whoever mended a record and comes back looks whether it is in order now.
    staleTime: 0,
  });
  return {
    head: list.data?.pages[0],
    query: {
      data: list.data?.pages.flatMap(({ accounts }) => accounts),
      isError: list.isError,
      error: list.error,
      refetch: list.refetch,
    },
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    isMoreOnItsWay: list.isFetchingNextPage,
  };
}
