import type { CodeAnswer } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { type CodeLine, codeLines, type Reading, readingOf } from './read-lines.ts';

export interface ReadLine extends CodeLine {
  readonly reading: Reading;
  /** What kind of code it is, for a person. */
  readonly name: string;
  /** What is wrong with it, for a person; empty where nothing is. */
  readonly refusal: string;
}

/** A hook that asks the server what each line is; each code once. */
export function useReadCodes(): (text: string) => Promise<readonly ReadLine[]> {
  const api = useApi();
  const queries = useQueryClient();
  const [{ language }] = useSettings();
  const ask = (code: string): Promise<CodeAnswer> =>
    queries.fetchQuery({
      queryKey: ['code', code],
      queryFn: () => api.get<CodeAnswer>(`/v1/codes/parse?${new URLSearchParams({ code })}`),
      staleTime: Number.POSITIVE_INFINITY,
    });
  return (text) =>
    Promise.all(
      codeLines(text).map(async ({ line, code }) => {
        const answer = await ask(code);
        const refusal = answer.refusal?.message[language] ?? '';
        return { line, code, reading: readingOf(answer), name: answer.name[language], refusal };
      }),
    );
}
