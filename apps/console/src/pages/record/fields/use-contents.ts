import type { TraceAnswer } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useApi } from '../../../api.ts';

export interface Content {
  readonly code: string;
  readonly quantity?: string;
  readonly uom?: string;
}

/** What a package holds by now, as far as whoever asks may know; undefined where that is not known. */
export function useContents(code: string): readonly Content[] | undefined {
  const api = useApi();
  const asked = useDeferredValue(code.trim());
  const { data } = useQuery({
    queryKey: ['contents', asked],
    queryFn: () => api.get<TraceAnswer>(`/v1/trace?${new URLSearchParams({ code: asked, direction: 'upstream' })}`),
    enabled: asked !== '',
    // Somebody may have put something in a moment ago.
    staleTime: 0,
    retry: false,
  });
  return data === undefined ? undefined : contentsIn(data);
}

function contentsIn({ units, links }: TraceAnswer): readonly Content[] | undefined {
  const start = units.find(({ role }) => role === 'start')?.code;
  if (start === undefined) return undefined;
  return links.flatMap(({ from, to, kind, until, quantity, uom }) =>
    kind === 'containment' && from === start && until === undefined
      ? [
          {
            code: to,
            ...(quantity === undefined ? {} : { quantity: String(quantity) }),
            ...(uom === undefined ? {} : { uom }),
          },
        ]
      : [],
  );
}
