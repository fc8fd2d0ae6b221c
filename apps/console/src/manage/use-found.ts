import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useApi } from '../api.ts';
import type { FoundPage, PageAt } from './list-file/page-at.ts';
import type { Asked } from './loaded.tsx';

interface Looked<Answer, Row> {
  readonly path: string;
  /** What is looked for; an empty one is not sent. */
  readonly wanted: Readonly<Record<string, string>>;
  readonly pageOf: (answer: Answer) => FoundPage<Row>;
  /** What the path calls the place where a page begins. */
  readonly cursor?: 'cursor' | 'after';
}

export interface Found<Row> {
  readonly query: Asked<readonly Row[]>;
  /** Asks for the page after the last; undefined where there is none. */
  readonly more: (() => void) | undefined;
  readonly isMoreOnItsWay: boolean;
}

export interface FoundByPages<Row> extends Found<Row> {
  /** Any page of what is looked for, whether it is shown or not. */
  readonly pageAt: PageAt<Row>;
}

/** A list of the server that is looked through by words and read page by page. */
export function useFound<Answer, Row>(looked: Looked<Answer, Row>): FoundByPages<Row> {
  const { path, wanted, pageOf, cursor = 'cursor' } = looked;
  const api = useApi();
  const given = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value.trim() !== '')).toString();
  // What is typed is seen at once; the list follows.
  const sent = useDeferredValue(given);
  const pageAt: PageAt<Row> = async (start) => {
    const asked = new URLSearchParams(sent);
    if (start !== '') asked.set(cursor, start);
    const search = asked.toString();
    return pageOf(await api.get<Answer>(search === '' ? path : `${path}?${search}`));
  };
  const list = useInfiniteQuery({
    queryKey: [path, sent],
    queryFn: ({ pageParam }) => pageAt(pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return {
    query: {
      data: list.data?.pages.flatMap(({ rows }) => rows),
      isError: list.isError,
      error: list.error,
      refetch: list.refetch,
    },
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    isMoreOnItsWay: list.isFetchingNextPage,
    pageAt,
  };
}
