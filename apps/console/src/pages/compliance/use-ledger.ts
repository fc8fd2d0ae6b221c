import type { LedgerPage } from '@suyuan/api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import type { Found } from '../../manage/use-found.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { type LedgerId, ledgerPath, type Span, searchOf } from './path.ts';

type LedgerHead = Omit<LedgerPage, 'rows' | 'next'>;
export type LedgerRow = LedgerPage['rows'][number];

export interface FoundLedger extends Found<LedgerRow> {
  /** What it is called, and its columns; undefined until it is there. */
  readonly head: LedgerHead | undefined;
}

/** The lines of a ledger, page by page. Words within them come in the language of whoever asks. */
export function useLedger(id: LedgerId, span: Span): FoundLedger {
  const api = useApi();
  const [{ language }] = useSettings();
  const path = ledgerPath(id);
  const list = useInfiniteQuery({
    queryKey: [path, span, language],
    queryFn: ({ pageParam }) => api.get<LedgerPage>(`${path}?${searchOf({ ...span, cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return {
    head: list.data?.pages[0],
    query: {
      data: list.data?.pages.flatMap(({ rows }) => rows),
      isError: list.isError,
      error: list.error,
      refetch: list.refetch,
    },
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    isMoreOnItsWay: list.isFetchingNextPage,
  };
}
