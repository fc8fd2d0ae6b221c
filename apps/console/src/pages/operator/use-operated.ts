import type { OperatedBody } from '@suyuan/api';
import { type FoundByPages, useFound } from '../../manage/use-found.ts';
import { OPERATED_PATH } from './path.ts';

interface Answer {
  readonly organisations: readonly OperatedBody[];
  readonly next?: string;
}

/** All organisations, looked through by words and by how they stand. */
export function useOperated(wanted: { readonly q: string; readonly status: string }): FoundByPages<OperatedBody> {
  return useFound({
    path: OPERATED_PATH,
    wanted,
    pageOf: ({ organisations, next }: Answer) => ({ rows: organisations, next }),
  });
}
